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
 * The rows as they would be had no number of another complaint covered the one that a question is
 * about. People drag and paste numbers, and rows move between a reading and its write, so that one
 * of ours lands there. Neither is an answer: that clears the number, or says OK or BARU.
 */
export function withoutMisplaced(memory: Memory, rows: readonly LogRow[]): Recovered {
  const asked = new Map<string, string>();
  for (const [number, { question }] of Object.entries(memory.tickets)) {
    for (const content of question?.numbered ?? []) asked.set(printOf(content), number);
  }
  if (asked.size === 0) return { rows, giveBack: [] };
  for (const row of rows) {
    const print = printOf(row.witness);
    if (asked.get(print) === row.number) asked.delete(print);
  }
  const witnesses = new Map(knownOf(memory).map(({ number, witness }) => [number, witness]));
  const giveBack: LogRow[] = [];
  const recovered = rows.map((row) => {
    const number = asked.get(printOf(row.witness));
    const others = witnesses.get(row.number);
    if (number === undefined || others === undefined || row.word !== "") return row;
    if (isNear(nearness(others, row.witness))) return row;
    const own = { ...row, number, code: number };
    giveBack.push(own);
    return own;
  });
  return { rows: recovered, giveBack };
}
