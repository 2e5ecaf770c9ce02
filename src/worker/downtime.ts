import type { Downtime } from "../desk/custody.ts";
import { DAY, MINUTE, type Instant } from "../desk/time.ts";
import type { Keeper } from "./keeper.ts";

/** A silence of the worker longer than this is its own downtime (DESIGN 6). */
const LONGEST_SILENCE = 6 * MINUTE;
const REMEMBERED = 400 * DAY;

/** Remembers when the worker itself was away, so that nobody is called late for it. */
export async function noteDowntime(keeper: Keeper): Promise<void> {
  const { journal, clock } = keeper.ports;
  const now = clock.now();
  const last = await journal.state<Instant>("last-beat");
  if (last !== undefined && now - last > LONGEST_SILENCE) {
    const gap: Downtime = { from: last, to: now };
    keeper.downtimes = [...keeper.downtimes, gap].filter(({ to }) => now - to < REMEMBERED);
    await keeper.commit({ state: { downtimes: keeper.downtimes, "last-beat": now } });
  }
}
