import { digestDue, digestPlans } from "../desk/digest-due.ts";
import { recapOf, addMonths, monthOf } from "../desk/recap.ts";
import { divisionHead, helpdesk, sectionHead } from "../desk/people.ts";
import { DAY, HOUR, MINUTE, type LocalDate } from "../desk/time.ts";
import type { LetterPlan } from "../desk/letter.ts";
import type { Keeper } from "./keeper.ts";
import { toLetter } from "./new-letters.ts";

/** Units disturbed often are counted over so long (DESIGN 7, issue of the digest). */
const LOOK_BACK = 30 * DAY;

/** The daily digests and, on a month's first working day, the recap of the month before. */
export async function planDigests(keeper: Keeper): Promise<number> {
  if (!keeper.officeKnown) return 0;
  return (await planDaily(keeper)) + (await planRecap(keeper));
}

async function planDaily(keeper: Keeper): Promise<number> {
  const { journal, clock } = keeper.ports;
  const world = keeper.world();
  const { calendar, office } = world;
  const now = clock.now();
  const last = (await journal.state<{ day: LocalDate; at: number }>("digest")) ?? null;
  const digestAt = office.policy.digestAt;
  const day = digestDue(now, { calendar, digestAt, lastDay: last?.day ?? null });
  if (day === undefined) return 0;
  const since = last?.at ?? now - DAY;
  const closed = await journal.closedBetween(now - LOOK_BACK, now);
  const failed = await journal.lettersIn(["failed", "bounced", "presumed"]);
  const plans = digestPlans(day, {
    open: [...keeper.tickets.values()].filter(({ phase }) => phase === "open"),
    closedSince: closed.filter(({ phaseSince }) => phaseSince >= since),
    recent: await journal.openedBetween(now - LOOK_BACK, now),
    since,
    office,
    calendar,
    now,
    failedLetters: failed
      .filter(({ plannedAt }) => plannedAt >= since)
      .map(({ ticket, detail }) => ({ number: ticket ?? "", text: detail })),
    warnings: [],
    helpdesk: helpdesk(office, day, keeper.settings.operator),
  });
  await keeper.commit({
    newLetters: plans.map((plan) => toLetter(plan, world, keeper.settings)),
    state: { digest: { day, at: now } },
  });
  return plans.length;
}

/** Never two for one month: the key names the month and the person. */
async function planRecap(keeper: Keeper): Promise<number> {
  const { journal, clock } = keeper.ports;
  const world = keeper.world();
  const { calendar, office } = world;
  const now = clock.now();
  const today = calendar.localDate(now);
  const thisMonth = monthOf(now, calendar);
  const isFirst = firstWorkingDay(keeper) === today;
  const at = calendar.startOfDay(today) + office.policy.recapAt * MINUTE;
  if (!isFirst || !calendar.isWorkingDay(today) || now < at || now > at + 4 * HOUR) return 0;
  const month = addMonths(thisMonth, -1);
  if ((await journal.state<string>("recap")) === month) return 0;
  const tickets = await journal.openedBetween(now - 220 * DAY, now);
  const recap = recapOf(month, tickets, { calendar, now });
  const people = [...divisionHead(office, today), ...sectionHead(office, today)];
  const plans = people.map((to): LetterPlan => {
    const key = `recap/${month}/${to.address}`;
    return {
      key,
      reasons: [key],
      kind: "recap",
      to,
      ticket: null,
      facts: { kind: "recap", month, recap },
      causedBySheet: false,
      plannedAt: now,
      expiresAt: null,
    };
  });
  await keeper.commit({
    newLetters: plans.map((plan) => toLetter(plan, world, keeper.settings)),
    state: { recap: month },
  });
  return plans.length;
}

function firstWorkingDay(keeper: Keeper): LocalDate {
  const { calendar, now } = keeper.world();
  const first = `${monthOf(now, calendar)}-01`;
  return calendar.isWorkingDay(first) ? first : calendar.addWorkingDays(first, 1);
}
