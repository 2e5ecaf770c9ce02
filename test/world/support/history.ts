import type { Book } from "../../../src/sandbox/google/book.ts";
import { setupSpreadsheet } from "../../../src/sheet/setup-spreadsheet.ts";
import type { Brake } from "../../../src/worker/accept.ts";
import type { SheetMemory } from "../../../src/worker/sheet-port.ts";
import type { Step } from "./actions.ts";
import { Acts } from "./acts.ts";
import { check } from "./check.ts";
import { type Finding, undecidable } from "./findings.ts";
import { logTab } from "./log-tab.ts";
import { type Meddling, World } from "./world.ts";

/** So many passes in which nothing changes any more, or so many in all. */
const QUIET = 3;
const LONGEST_PEACE = 20;

export interface HistoryResult {
  complaints: number;
  /** Faults of the worker's. */
  bad: Finding[];
  /** Findings of a kind that no protocol can tell apart, with the kind. */
  excused: { finding: Finding; kind: string }[];
}

/** Plays a history to its end, leaves the world alone, and looks at what is. */
export async function playHistory(
  book: Book,
  steps: readonly Step[],
  meddling?: Meddling,
): Promise<HistoryResult> {
  const world = await World.open(book, meddling);
  try {
    const acts = new Acts(world);
    for (const step of steps) await playStep(world, acts, step);
    await leaveAlone(world, acts);
    const findings = await check(world);
    const result: HistoryResult = { complaints: world.truth.complaints, bad: [], excused: [] };
    for (const finding of findings) {
      const kind = undecidable(finding, (mark, deed) => acts.log.regrets.wasDone(mark, deed));
      if (kind === undefined) result.bad.push(finding);
      else result.excused.push({ finding, kind });
    }
    return result;
  } finally {
    await world.close();
  }
}

export async function playStep(world: World, acts: Acts, step: Step): Promise<void> {
  const { actions, between, beats } = step;
  // People read why the worker does nothing, and press Ctrl+Z.
  if (world.truth.isMixedUp && (await isBraked(world))) acts.log.regrets.takeBack();
  const play = () => {
    acts.log.typeOn();
    for (const action of actions) acts.do(action);
  };
  if (between) world.google.between = play;
  else play();
  await world.beats(Math.max(beats, between ? 1 : 0));
  // The worker had nothing to write: then it happens after all of that.
  if (world.google.between === play) {
    world.google.between = null;
    play();
  }
}

/**
 * Nobody touches anything; then people undo what the worker refuses to act on, the operator runs
 * setup where a tab or column is gone, and accepts what cannot be undone.
 */
async function leaveAlone(world: World, acts: Acts): Promise<void> {
  world.google.faults.clear();
  world.post.faults.splice(0);
  for (let nth = 0; nth < 3; nth++) acts.log.typeOn();
  await peace(world);
  const stopped = (await isBraked(world)) || !(await isUsable(world));
  if (stopped && acts.log.regrets.takeBack()) await peace(world);
  if (!(await isUsable(world))) {
    await repair(world);
    await peace(world);
  }
  if (await isBraked(world)) {
    await world.journal.ask("accept", { id: "operator", at: world.clock.now });
    await peace(world);
  }
}

/** The world is left alone until the worker has nothing more to do. */
async function peace(world: World): Promise<void> {
  let before = "";
  let quiet = 0;
  for (let nth = 0; nth < LONGEST_PEACE && quiet < QUIET; nth++) {
    await world.beat();
    const now = await printOf(world);
    const isQuiet = now === before && !(await isAwaitingMail(world));
    quiet = isQuiet ? quiet + 1 : 1;
    before = now;
  }
}

/** Whether a letter was cut off on its way, so that the worker looks for it and may send it again. */
async function isAwaitingMail(world: World): Promise<boolean> {
  return (await world.journal.lettersIn(["handing", "unsure"])).length > 0;
}

/** What the log says and what is remembered of it. */
async function printOf(world: World): Promise<string> {
  const rows = logTab(world.book)?.tab.rows.map(({ cells }) => cells.map((cell) => cell?.value));
  const memory = await world.journal.state<SheetMemory>("sheet");
  return JSON.stringify([rows, memory, await world.journal.state("brake")]);
}

async function isBraked(world: World): Promise<boolean> {
  return ((await world.journal.state<Brake | null>("brake")) ?? null) !== null;
}

/** As `check` would say it to the operator. */
async function isUsable(world: World): Promise<boolean> {
  return (await world.sheet().read(null)).usable;
}

async function repair(world: World): Promise<void> {
  const { keeper, google } = world;
  const memory = (await world.journal.state<SheetMemory>("sheet")) ?? null;
  const tickets = await world.journal.load();
  const restore = keeper ? { tickets, office: keeper.office, memory, history: [] } : undefined;
  await setupSpreadsheet(google.client, world.sheetOptions(), restore);
}
