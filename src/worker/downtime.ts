import type { Downtime } from "../desk/custody.ts";
import { LONGEST_GAP } from "../desk/judge.ts";
import { DAY, MINUTE, type Instant } from "../desk/time.ts";
import type { Keeper } from "./keeper.ts";

/** A silence of the worker longer than this is its own downtime (DESIGN 6). */
const LONGEST_SILENCE = 6 * MINUTE;
const REMEMBERED = 400 * DAY;
/** A beat set to every ten minutes makes a gap of each. */
const MOST_GAPS = 500;

/** Remembers when the worker itself was away, so that nobody is called late for it. */
export async function noteDowntime(keeper: Keeper): Promise<void> {
  const { journal, clock } = keeper.ports;
  const now = clock.now();
  const last = await journal.state<Instant>("last-beat");
  if (last !== undefined && now - last > LONGEST_SILENCE) {
    keeper.downtimes = withSpan(keeper.downtimes, { from: last, to: now });
    await keeper.commit({ state: { downtimes: keeper.downtimes, "last-beat": now } });
  }
}

/**
 * The Sheet was read and shows everything: remembers when it had not for a while, whoever was away,
 * so that nobody is called late for a row that he could not see (B044).
 */
export async function noteShown(keeper: Keeper): Promise<void> {
  const { journal, clock } = keeper.ports;
  const now = clock.now();
  const last = (await journal.state<Instant>("sheet-shown")) ?? now;
  if (now - last > LONGEST_GAP) {
    keeper.gaps = withSpan(keeper.gaps, { from: last, to: now }).slice(-MOST_GAPS);
  }
  await keeper.commit({ state: { gaps: keeper.gaps, "sheet-shown": now } });
}

function withSpan(spans: readonly Downtime[], span: Downtime): Downtime[] {
  return [...spans, span].filter(({ to }) => span.to - to < REMEMBERED);
}
