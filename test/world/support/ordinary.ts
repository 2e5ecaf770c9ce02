import type { Book } from "../../../src/sandbox/google/book.ts";
import type { Brake } from "../../../src/worker/accept.ts";
import type { Step } from "./actions.ts";
import { Acts } from "./acts.ts";
import { playStep } from "./history.ts";
import { logTab, textIn } from "./log-tab.ts";
import { World } from "./world.ts";

/** How quiet the worker is on a day when nobody does anything strange. */
export interface DayResult {
  /** A reading was not acted on. */
  braked: boolean;
  /** Readings of rows that are as they should be, and how many of those carried a question. */
  readings: number;
  noted: number;
}

/** A day's actions in a log that already holds so many open tickets. */
export async function playDay(
  book: Book,
  steps: readonly Step[],
  open: number,
): Promise<DayResult> {
  const world = await World.open(book);
  try {
    const acts = new Acts(world);
    for (let nth = 0; nth < open; nth++) acts.mail(nth, nth * 7);
    await world.beats(3);
    const result: DayResult = { braked: false, readings: 0, noted: 0 };
    for (const step of steps) {
      await playStep(world, acts, step);
      if (step.beats > 0 || step.between) await look(world, result);
    }
    return result;
  } finally {
    await world.close();
  }
}

async function look(world: World, result: DayResult): Promise<void> {
  const brake = (await world.journal.state<Brake | null>("brake")) ?? null;
  if (brake !== null) result.braked = true;
  const log = logTab(world.book);
  if (!log) return;
  const numbers = Map.groupBy(log.rows, (row) => textIn(log, row, "number"));
  const owners = Map.groupBy(log.rows, (row) => world.truth.rowOwner(log, row));
  for (const [number, rows] of numbers) {
    const [row] = rows;
    const mark = world.marks.get(number);
    if (row === undefined || rows.length > 1 || mark === undefined) continue;
    if (world.truth.rowOwner(log, row) !== mark || owners.get(mark)?.length !== 1) continue;
    result.readings += 1;
    if (QUESTIONS.test(textIn(log, row, "note"))) result.noted += 1;
  }
}

/** What staff are asked in a row whose ticket cannot be told, or which looks like a copy. */
const QUESTIONS = /mengaku aduan|berisi aduan|bukan lagi aduan|apakah ini barisnya|^Salinan/;
