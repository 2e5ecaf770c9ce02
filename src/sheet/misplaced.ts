import { knownOf } from "./known.ts";
import type { LogRow } from "./log-rows.ts";
import type { Memory } from "./memory.ts";
import { isNear, nearness } from "./nearness.ts";
import { missed } from "./taken.ts";
import { printOf } from "./witness.ts";

export interface Recovered {
  rows: readonly LogRow[];
  /** Rows that get back, in the sheet too, the number and *Kode* they bear here. */
  giveBack: readonly LogRow[];
}

/**
 * The rows as they would be had no number of another complaint covered the one that a question is
 * about, and had no write of ours taken it. People drag and paste numbers, and rows move between a
 * reading and its write, so that one of ours lands there. Neither is an answer: by that people
 * clear the number, or say OK or BARU.
 */
export function withoutMisplaced(memory: Memory, rows: readonly LogRow[]): Recovered {
  const asked = askedContents(memory);
  if (asked.size === 0) return { rows, giveBack: [] };
  for (const row of rows) {
    const content = asked.get(printOf(row.witness));
    if (content?.number === row.number) content.covered--;
  }
  const witnesses = new Map(knownOf(memory).map(({ number, witness }) => [number, witness]));
  const giveBack: LogRow[] = [];
  let takenElsewhere = missed(memory.taken, rows);
  const recovered = rows.map((row) => {
    const content = asked.get(printOf(row.witness));
    if (!content || content.covered <= 0 || row.word !== "") return row;
    const others = witnesses.get(row.number);
    const isTaken = row.typed === "" && takenElsewhere > 0;
    const isCovered = others !== undefined && !isNear(nearness(others, row.witness));
    if (!isTaken && !isCovered) return row;
    if (isTaken) takenElsewhere--;
    content.covered--;
    const { number } = content;
    const own = { ...row, number, code: number };
    giveBack.push(own);
    return own;
  });
  return { rows: recovered, giveBack };
}

interface Asked {
  number: string;
  /** Rows of this content that bore the number when it was asked, and do not any more. */
  covered: number;
}

/** By print: of a complaint that stands there twice both rows say the same. */
function askedContents({ tickets }: Memory): Map<string, Asked> {
  const asked = new Map<string, Asked>();
  for (const [number, { question }] of Object.entries(tickets)) {
    for (const content of question?.numbered ?? []) {
      const print = printOf(content);
      const before = asked.get(print);
      asked.set(print, { number, covered: before?.number === number ? before.covered + 1 : 1 });
    }
  }
  return asked;
}
