import { schedule } from "node-cron";
import { SECOND } from "../desk/time.ts";
import { beat, mailAndDelivery, readSheet } from "./beat.ts";
import { Sources } from "./health.ts";
import { Keeper } from "./keeper.ts";
import type { RemoteClock } from "./remote-clock.ts";
import type { WorkerPorts, WorkerSettings } from "./settings.ts";
import { admitUnsure } from "./unsure.ts";

/** A recorded change asks for a sheet pass within this time (DESIGN 4). */
const SHEET_SOON = 5 * SECOND;

interface Started {
  keeper: Keeper;
  sources: Sources;
}

/** A worker over its journal: what was in hand when the last one ended is admitted to be unsure. */
export async function begin(ports: WorkerPorts, settings: WorkerSettings): Promise<Started> {
  const keeper = await Keeper.open(ports, settings);
  const unsure = await admitUnsure(keeper);
  if (unsure > 0) ports.log.warn("Letters found in hand at start", { count: unsure });
  const sources = new Sources(keeper);
  await sources.load();
  return { keeper, sources };
}

/** Every pass once; `ok` is false when a source failed. */
export async function runOnce(
  ports: WorkerPorts,
  settings: WorkerSettings,
): Promise<{ ok: boolean }> {
  const { keeper, sources } = await begin(ports, settings);
  return { ok: await beat(keeper, sources) };
}

/**
 * The worker until `stop`: a beat every minute (POLL_CRON) or at each instant of the sandbox's
 * clock; arriving mail wakes mail and delivery at once. On stop the step in hand is finished.
 */
export async function runWorker(
  ports: WorkerPorts & { remoteClock?: RemoteClock | undefined },
  settings: WorkerSettings,
  stop: AbortSignal,
): Promise<void> {
  const started = await begin(ports, settings);
  const { keeper, sources } = started;
  const line = oneAtATime();
  const fullBeat = () => line(() => beat(keeper, sources));
  const unwatch = await ports.mailbox.watch(() => void wake(ports, started, line));
  try {
    if (ports.remoteClock) await ports.remoteClock.follow(fullBeat, stop);
    else await followCron(settings, fullBeat, stop, ports);
  } finally {
    await unwatch();
    await line(() => Promise.resolve(true));
  }
}

type Line = <T>(work: () => Promise<T>) => Promise<T>;

/** A pass never overlaps itself or another; what comes meanwhile waits its turn. */
function oneAtATime(): Line {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

async function wake(ports: WorkerPorts, { keeper, sources }: Started, line: Line): Promise<void> {
  try {
    await line(() => mailAndDelivery(keeper, sources));
    if (!keeper.sheetStale) return;
    setTimeout(() => void showSoon(), SHEET_SOON).unref();
  } catch (error) {
    ports.log.error("Wake-up failed", { error: String(error) });
  }

  async function showSoon(): Promise<void> {
    if (!keeper.sheetStale) return;
    await line(() => sources.attempt("sheet", () => readSheet(keeper))).catch((error: unknown) => {
      ports.log.error("Sheet pass failed", { error: String(error) });
    });
  }
}

/** A beat at once and at each time of POLL_CRON, until `stop`. */
export async function followCron(
  { cron, zone }: Pick<WorkerSettings, "cron" | "zone">,
  fullBeat: () => Promise<boolean>,
  stop: AbortSignal,
  { log }: Pick<WorkerPorts, "log">,
): Promise<void> {
  const run = () =>
    fullBeat().catch((error: unknown) => {
      log.error("Beat failed", { error: String(error) });
    });
  const timezone = EVERY_DAY_ALIKE.test(cron) ? "UTC" : zone;
  const task = schedule(cron, run, { noOverlap: true, timezone });
  try {
    await run();
    await new Promise<void>((resolve) => {
      if (stop.aborted) resolve();
      else stop.addEventListener("abort", () => resolve(), { once: true });
    });
  } finally {
    await task.stop();
  }
}

/** Names no hour and no day: then no zone matters, and UTC has no hour that is skipped or comes twice. */
const EVERY_DAY_ALIKE = /^(?:\S+ +)?\S+ +\* +\* +\* +\*$/;
