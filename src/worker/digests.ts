import { recapOf, addMonths, monthOf } from "../desk/recap.ts";
import { DAY } from "../desk/time.ts";
import { recapDue, recapPlans } from "../desk/recap-due.ts";
import { planDaily } from "./daily-digest.ts";
import type { Keeper } from "./keeper.ts";
import { toLetter } from "./new-letters.ts";

/** The month itself and the five before it, with days to spare. */
const RECAP_LOOK_BACK = 220 * DAY;

/** The daily digests and, on a month's first working day, the recap of the month before. */
export async function planDigests(keeper: Keeper): Promise<number> {
  if (!keeper.officeKnown) return 0;
  return (await planDaily(keeper)) + (await planRecap(keeper));
}

/** Never two for one month; at the first run the running month is the first to have one. */
async function planRecap(keeper: Keeper): Promise<number> {
  const { journal, clock } = keeper.ports;
  const world = keeper.world();
  const { calendar, office, downtimes } = world;
  const now = clock.now();
  const lastMonth = await journal.state<string>("recap");
  if (lastMonth === undefined) {
    await keeper.commit({ state: { recap: addMonths(monthOf(now, calendar), -1) } });
    return 0;
  }
  const month = recapDue(now, { calendar, recapAt: office.policy.recapAt, lastMonth });
  if (month === undefined) return 0;
  const tickets = await journal.openedBetween(now - RECAP_LOOK_BACK, now);
  const plans = recapPlans(recapOf(month, tickets, { calendar, now, downtimes }), {
    office,
    calendar,
  });
  await keeper.commit({
    newLetters: plans.map((plan) => toLetter(plan, world, keeper.settings)),
    state: { recap: month },
  });
  return plans.length;
}
