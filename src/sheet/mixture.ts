import type { Identity } from "./identity.ts";
import { knownOf } from "./known.ts";
import type { LogRow } from "./log-rows.ts";
import type { Memory } from "./memory.ts";
import { compare, nearness } from "./nearness.ts";
import { printOf, type Witness, WITNESS_FIELDS } from "./witness.ts";

/** A content that stood on a row of the log, and whose it is; `""` for a row without a number. */
export interface Content {
  number: string;
  witness: Witness;
}

export function contentsOf(memory: Memory): Content[] {
  const typed = memory.pending.map(({ witness }) => ({ number: "", witness }));
  return [...knownOf(memory), ...typed];
}

/**
 * A ticket is gone from one reading to the next, and its text stands beside what another row said:
 * its number was only just written again, so that no row speaks for it by that alone.
 */
export function isScattered(
  { tickets }: Memory,
  contents: readonly Content[],
  { missing }: Identity,
  unowned: readonly LogRow[],
  rows: readonly LogRow[],
): boolean {
  if (unowned.length === 0) return false;
  return missing.some((number) => {
    const entry = tickets[number];
    if (!entry?.seen || entry.missing > 0 || entry.meant) return false;
    const { witness } = entry;
    return unowned.some((row) => isMixture(contents, { number, witness }, row, rows));
  });
}

/**
 * A row still bears number and *Kode* of a ticket that has found another one, and what it says is
 * half the ticket's and half what a row without a number said: the rest of each went to the other.
 */
export function isHalved(
  { tickets }: Memory,
  contents: readonly Content[],
  identity: Identity,
  rows: readonly LogRow[],
): boolean {
  return rows.some((row) => {
    const { number, code, witness: now } = row;
    const entry = tickets[number];
    if (number !== code || !entry?.confirmed || entry.meant) return false;
    if (identity.bound.get(number)?.row.id === row.id) return false;
    const { witness: was } = entry;
    const isKept = (field: keyof Witness) => now[field] !== "" && now[field] === was[field];
    const taken = WITNESS_FIELDS.filter((field) => now[field] !== "" && !isKept(field));
    return contents.some(
      ({ number: others, witness: other }) =>
        others !== number &&
        now.text !== "" &&
        other.text === now.text &&
        taken.every((field) => other[field] === now[field]) &&
        BESIDE_TEXT.some((field) => isKept(field) && other[field] !== now[field]) &&
        rows.every((each) => printOf(each.witness) !== printOf(other)),
    );
  });
}

/**
 * Half of one complaint and half of another: its own text, but two cells beside it or more that are
 * not, and all of them what the other said, while the other stands nowhere whole any more.
 */
export function isMixture(
  contents: readonly Content[],
  { number, witness }: Content,
  row: LogRow,
  rows: readonly LogRow[],
): boolean {
  if (!compare(witness, row.witness).textAgrees) return false;
  // Blanks are sorted along like everything else.
  const foreign = BESIDE_TEXT.filter((field) => witness[field] !== row.witness[field]);
  if (foreign.length < 2 || foreign.every((field) => row.witness[field] === "")) return false;
  const saysTheSame = (some: Witness, other: Witness) =>
    foreign.every((field) => some[field] === other[field]);
  return contents.some(
    (other) =>
      other.number !== number &&
      saysTheSame(other.witness, row.witness) &&
      !rows.some(
        (each) =>
          nearness(other.witness, each.witness) === "equal" &&
          saysTheSame(other.witness, each.witness),
      ),
  );
}

const BESIDE_TEXT = WITNESS_FIELDS.filter((field) => field !== "text");
