import { calendarWarnings, movedDeadlinesWarning } from "../desk/calendar-care.ts";
import { countMoved } from "../desk/recompute.ts";
import { rulesOf } from "../desk/runs.ts";
import { DAY, type Instant } from "../desk/time.ts";
import { alarm } from "./alarm.ts";
import type { Keeper } from "./keeper.ts";

/** A change of the rules that moved running deadlines. */
interface Move {
  at: Instant;
  count: number;
}

const REMEMBERED = 14 * DAY;

/** The clock's own beat; what a changed rule moves is remembered for the next digest. */
export async function tick(keeper: Keeper): Promise<void> {
  const { journal } = keeper.ports;
  const world = keeper.world();
  const known = await journal.state<string>("policy");
  const count = known === world.policy ? 0 : countMoved(keeper.tickets.values(), rulesOf(world));
  const moves = (await journal.state<Move[]>("moves")) ?? [];
  const kept = moves.filter(({ at }) => world.now - at < REMEMBERED);
  await keeper.record([{ type: "tick" }], () => ({
    state: {
      policy: world.policy,
      ...(count > 0 ? { moves: [...kept, { at: world.now, count }] } : {}),
    },
  }));
  await tellGaps(keeper);
}

/** For the digest: changes since the last one that moved many deadlines, and cells in doubt. */
export async function calendarRemarks(keeper: Keeper, since: Instant): Promise<string[]> {
  const { journal } = keeper.ports;
  const moves = (await journal.state<Move[]>("moves")) ?? [];
  const moved = moves
    .filter(({ at }) => at > since)
    .map(({ count }) => movedDeadlinesWarning(count))
    .filter((sentence) => sentence !== "");
  return [...moved, ...((await journal.state<string[]>("office-problems")) ?? [])];
}

/** One letter when the calendar needs care, the next when that changes or a month later (B008). */
async function tellGaps(keeper: Keeper): Promise<void> {
  if (!keeper.officeKnown) return;
  const { office, calendar, now } = keeper.world();
  const today = calendar.localDate(now);
  const warnings = calendarWarnings(office.policy, today);
  const told = warnings.length === 0 ? "" : [today.slice(0, 7), ...warnings].join("\n");
  if (told === ((await keeper.ports.journal.state<string>("calendar-told")) ?? "")) return;
  if (told !== "") await alarm(keeper, "calendar", "Kalender perlu dilengkapi", warnings);
  await keeper.commit({ state: { "calendar-told": told } });
}
