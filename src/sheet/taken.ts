import type { LogRow } from "./log-rows.ts";
import { printOf } from "./witness.ts";

/** A number that a write was to take from a row, remembered until the next reading. */
export interface Taken {
  /** *No. Aduan* as it stood there. */
  typed: string;
  /** Print of the row's content. */
  content: string;
  /** Where the row stood. */
  index: number;
}

export function takenFrom(rows: readonly LogRow[]): Taken[] {
  return rows
    .filter(({ typed }) => typed !== "")
    .map(({ typed, witness, index }) => ({ typed, content: printOf(witness), index }));
}

/**
 * How many of them missed: the row still has its number and stands elsewhere, so that the write,
 * which goes by the row's place, took another's. A number that nobody cleared is no answer of a
 * person's. Where the row has not moved, the write was refused and took nothing.
 */
export function missed(taken: readonly Taken[], rows: readonly LogRow[]): number {
  if (taken.length === 0) return 0;
  return taken.filter(({ typed, content, index }) => {
    const same = rows.filter((row) => row.typed === typed && printOf(row.witness) === content);
    return same.length > 0 && same.every((row) => row.index !== index);
  }).length;
}
