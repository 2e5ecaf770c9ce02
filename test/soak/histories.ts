import * as fc from "fast-check";

import { hostileHistory, ordinaryDay, type Step } from "../world/support/actions.ts";
import type { Fault, Finding } from "../world/support/findings.ts";
import { type HistoryResult, playHistory } from "../world/support/history.ts";
import { officeBook } from "../world/support/office-book.ts";
import { playDay } from "../world/support/ordinary.ts";
import { shrunk } from "../world/support/shrink.ts";

const SEED = Number(process.env["SOAK_SEED"] ?? 20_261_125);
/** Histories are made in pieces: all at once would fill the memory. */
const PIECE = 100;

export type Counts = Record<Fault | "histories" | "complaints" | "undecidable", number>;

/**
 * Hostile histories against the real worker. Each bad one is printed, shrunk, with what was found;
 * of those that no protocol can tell apart, the kind.
 */
export async function soakHistories(
  { from, histories }: { from: number; histories: number },
  print: (line: string) => void,
): Promise<Counts> {
  const book = await officeBook();
  const play = (steps: readonly Step[]) => playHistory(book, steps);
  const counts = noCounts();
  const end = from + histories;
  for (let first = from; first < end; first += PIECE) {
    const seed = SEED + first;
    const numRuns = Math.min(PIECE, end - first);
    const samples = fc.sample(hostileHistory, { seed, numRuns });
    for (const [nth, steps] of samples.entries()) {
      const name = `history ${first + nth}`;
      const result = await play(steps);
      take(counts, result);
      for (const { finding, kind } of result.excused) print(`${name}: ${kind}: ${finding.text}`);
      if (result.bad.length > 0) await explain(name, steps, result.bad, play, print);
    }
    print(`${first + numRuns} histories, ${counts.complaints} complaints`);
  }
  return counts;
}

function noCounts(): Counts {
  return {
    histories: 0,
    complaints: 0,
    lostCells: 0,
    lostComplaints: 0,
    doubleTickets: 0,
    wrongLetters: 0,
    doubleLetters: 0,
    wrongWorkerCells: 0,
    unclaimed: 0,
    undecidable: 0,
  };
}

function take(counts: Counts, { complaints, bad, excused }: HistoryResult): void {
  counts.histories += 1;
  counts.complaints += complaints;
  if (excused.length > 0) counts.undecidable += 1;
  for (const { fault } of bad) counts[fault] += 1;
}

async function explain(
  name: string,
  steps: readonly Step[],
  bad: readonly Finding[],
  play: (steps: readonly Step[]) => Promise<HistoryResult>,
  print: (line: string) => void,
): Promise<void> {
  const faults = new Set(bad.map(({ fault }) => fault));
  const small = await shrunk(steps, async (some) =>
    (await play(some)).bad.some(({ fault }) => faults.has(fault)),
  );
  print(`${name} is bad: ${[...faults].join(", ")}`);
  for (const step of small) print(`  ${JSON.stringify(step)}`);
  for (const { fault, text } of (await play(small)).bad) print(`  ${fault}: ${text}`);
}

export interface Days {
  days: number;
  /** Days on which a reading was not acted on although nothing strange was done. */
  falseBrakes: number;
  readings: number;
  notedReadings: number;
}

/** Ordinary days of 20 to 60 actions, in logs of 30 and of 60 open tickets. */
export async function soakDays(days: number): Promise<Days> {
  const book = await officeBook();
  const total: Days = { days, falseBrakes: 0, readings: 0, notedReadings: 0 };
  for (const [nth, steps] of fc.sample(ordinaryDay, { numRuns: days, seed: SEED }).entries()) {
    const { braked, readings, noted } = await playDay(book, steps, nth % 2 === 0 ? 30 : 60);
    if (braked) total.falseBrakes += 1;
    total.readings += readings;
    total.notedReadings += noted;
  }
  return total;
}
