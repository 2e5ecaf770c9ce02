import { knownOf } from "./known.ts";
import type { LogRow } from "./log-rows.ts";
import type { Memory } from "./memory.ts";
import { isNear, nearness } from "./nearness.ts";
import { printOf } from "./witness.ts";

export interface Recovered {
  rows: readonly LogRow[];
  /** Rows that get back, in the sheet too, the number and *Kode* they bear here. */
  giveBack: readonly LogRow[];
}

/**
 * The rows as they would be had no write of ours landed on a row that is being asked about: rows
 * move between a reading and its write, and then a new number covers the one that the question is
 * about. It must not pass for an answer. Number and *Kode* of a ticket that no reading has confirmed
 * yet, on another content, can only be ours: people neither see the *Kode* nor know the number.
 */
export function withoutMisplaced(memory: Memory, rows: readonly LogRow[]): Recovered {
  const asked = new Map<string, string>();
  for (const [number, { question }] of Object.entries(memory.tickets)) {
    for (const content of question?.numbered ?? []) asked.set(printOf(content), number);
  }
  if (asked.size === 0) return { rows, giveBack: [] };
  const unconfirmed = new Map(
    knownOf(memory)
      .filter(({ confirmed }) => !confirmed)
      .map(({ number, witness }) => [number, witness]),
  );
  const giveBack: LogRow[] = [];
  const recovered = rows.map((row) => {
    const number = asked.get(printOf(row.witness));
    const witness = unconfirmed.get(row.number);
    if (number === undefined || witness === undefined || row.number === number) return row;
    if (row.code !== row.number || isNear(nearness(witness, row.witness))) return row;
    const own = { ...row, number, code: number };
    giveBack.push(own);
    return own;
  });
  return { rows: recovered, giveBack };
}
