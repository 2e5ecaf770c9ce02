import type { Calendar } from "./calendar.ts";
import type { LetterPlan } from "./letter.ts";
import type { Office } from "./office.ts";
import { divisionHead, sectionHead } from "./people.ts";
import { addMonths, monthOf, type Recap } from "./recap.ts";
import type { Instant, LocalDate } from "./time.ts";

/**
 * The month whose recap is due now (`2026-11`), or undefined: from the set time on the first
 * working day of the month after, also later when the worker was away then. `lastMonth` is the
 * month of the last recap; at the first run the month before the running one.
 */
export function recapDue(
  now: Instant,
  { calendar, recapAt, lastMonth }: { calendar: Calendar; recapAt: number; lastMonth: string },
): string | undefined {
  const running = monthOf(now, calendar);
  const month = addMonths(running, -1);
  if (lastMonth >= month) return undefined;
  const first = firstWorkingDay(running, calendar);
  return now >= calendar.atMinute(first, recapAt) ? month : undefined;
}

/** A letter of its own to the section head and to the division head. */
export function recapPlans(
  recap: Recap,
  { office, calendar }: { office: Office; calendar: Calendar },
): LetterPlan[] {
  const day = calendar.localDate(recap.asOf);
  return [...sectionHead(office, day), ...divisionHead(office, day)].map((to) => {
    const key = `recap/${recap.month}/${to.address}`;
    return {
      key,
      reasons: [key],
      kind: "recap",
      to,
      ticket: null,
      facts: { kind: "recap", month: recap.month, recap },
      causedBySheet: false,
      plannedAt: recap.asOf,
      expiresAt: null,
    };
  });
}

function firstWorkingDay(month: string, calendar: Calendar): LocalDate {
  const first = `${month}-01`;
  return calendar.isWorkingDay(first) ? first : calendar.addWorkingDays(first, 1);
}
