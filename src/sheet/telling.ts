import type { Known, SeenRow } from "./identity.ts";
import { compare } from "./nearness.ts";
import { hasSeconds, type Witness } from "./witness.ts";

/* How much the words of a row tell of whose it is, where they agree. */

/** *Kanal*, unit and reporter alone come again with the same person's next complaint. */
export function isTelling({ witness }: Known, row: SeenRow): boolean {
  const { textAgrees, timeAgrees, agreeing } = compare(witness, row.witness);
  return textAgrees || (timeAgrees && (agreeing >= 4 || hasSeconds(witness.time)));
}

/** The same person's next complaint may bear the same minute, and lack its text yet. */
export function isUnmistakable({ witness }: Known, row: SeenRow): boolean {
  const { textAgrees, timeAgrees } = compare(witness, row.witness);
  return textAgrees || (timeAgrees && hasSeconds(witness.time));
}

/** *Kanal* and unit alone are what many a row begins with: our number only landed there. */
export function isMoreThanBegun({ witness }: Known, row: SeenRow): boolean {
  return row.witness.text !== "" || compare(witness, row.witness).agreeing >= 3;
}

export function isSure(witness: Witness, content: Witness): boolean {
  const found = compare(witness, content);
  if (found.timeAgrees && hasSeconds(witness.time)) return true;
  return found.textAgrees && found.agreeing >= 3;
}
