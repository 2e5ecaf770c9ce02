import { type Day, type DayTable, dayTable, type Span } from "./calendar-days.ts";
import { dayPlans } from "./calendar-rules.ts";
import { dateOfDay, dayNumber, weekdayName, weekdayOf } from "./calendar-zone.ts";
import { DECREED_DAYS_OFF, type DecreedDay } from "./decreed-days-off.ts";
import type { CalendarRules, Window } from "./policy.ts";
import type { Duration, Instant, LocalDate } from "./time.ts";

/** Where a calendar without any working time to come points: later than every instant. */
export const NEVER: Instant = Number.POSITIVE_INFINITY;

/**
 * The office's working time in its own zone. Windows are closed-open: at 16.00 sharp the office is
 * shut, yet a limit that fills exactly then is due at 16.00. Every answer is an instant or a whole
 * number of milliseconds; `NEVER` when the rules leave no working time. Throws RangeError for
 * instants before 1900 or after 2300.
 */
export interface Calendar {
  readonly zone: string;
  isOpen(t: Instant): boolean;
  /** `t` itself when open. */
  nextOpening(t: Instant): Instant;
  /** When so much working time has passed since `t`; no time at all gives the next opening. */
  addWorking(t: Instant, length: Duration): Instant;
  /** The instant inside working time from which so much of it is left until `t`. */
  subtractWorking(t: Instant, length: Duration): Instant;
  /** From the next opening, all hours of days that have a window count, no others. */
  addWorkingDayHours(t: Instant, length: Duration): Instant;
  /** Working time in [from, to), negative when they are reversed. */
  measureWorking(from: Instant, to: Instant): Duration;
  /** Hours of working days in [from, to), negative when they are reversed. */
  measureWorkingDayHours(from: Instant, to: Instant): Duration;
  isWorkingDay(date: LocalDate): boolean;
  windowsOn(date: LocalDate): readonly Window[];
  /** When the day's working time begins and ends; null on a day off. */
  openingOf(date: LocalDate): Instant | null;
  closingOf(date: LocalDate): Instant | null;
  localDate(t: Instant): LocalDate;
  startOfDay(date: LocalDate): Instant;
  minuteOfDay(t: Instant): number;
  /** The nth working day after the date (before it when negative); 0 gives the date itself. */
  addWorkingDays(date: LocalDate, count: number): LocalDate;
  /** Why the day is off (`Hari Suci Nyepi …`, `Sabtu`), or `""` on a working day. */
  dayName(date: LocalDate): string;
  /** The working spans that touch [from, to), cut to it. */
  workingSpans(from: Instant, to: Instant): Span[];
}

/** A calendar from the office's rules; the decreed days off shipped with this version by default. */
export function makeCalendar(
  rules: CalendarRules,
  decreed: readonly DecreedDay[] = DECREED_DAYS_OFF,
): Calendar {
  const planOf = dayPlans(rules, decreed);
  const table = dayTable(rules.zone, planOf);
  const windowsOn = (date: LocalDate) => planOf(dayNumber(date)).windows;

  function nextOpening(t: Instant): Instant {
    const today = table.at(t);
    const span = today.spans.find((each) => t < each.to);
    if (span !== undefined) return Math.max(t, span.from);
    const later = table.reaching("working", today.workingBefore + today.working + 1, today);
    return later?.spans[0]?.from ?? NEVER;
  }

  return {
    zone: rules.zone,
    nextOpening,
    windowsOn,
    isOpen: (t) => table.at(t).spans.some((span) => span.from <= t && t < span.to),
    addWorking: (t, length) =>
      length > 0 ? instantAtWorking(table, t, workingUntil(table, t) + length) : nextOpening(t),
    subtractWorking(t, length) {
      const earliest = instantAtWorking(table, t, workingUntil(table, t) - length);
      return earliest === NEVER ? NEVER : nextOpening(earliest);
    },
    addWorkingDayHours(t, length) {
      const opens = nextOpening(t);
      if (opens === NEVER || length <= 0) return opens;
      return instantAtOpenHours(table, opens, length);
    },
    measureWorking: (from, to) => workingUntil(table, to) - workingUntil(table, from),
    measureWorkingDayHours: (from, to) =>
      openUntil(table.at(to), to) - openUntil(table.at(from), from),
    isWorkingDay: (date) => windowsOn(date).length > 0,
    openingOf: (date) => table.day(dayNumber(date)).spans[0]?.from ?? null,
    closingOf: (date) => table.day(dayNumber(date)).spans.at(-1)?.to ?? null,
    localDate: (t) => dateOfDay(table.clock.dayOf(t)),
    startOfDay: (date) => table.day(dayNumber(date)).start,
    minuteOfDay: (t) => table.clock.minuteOfDay(t),
    addWorkingDays: (date, count) =>
      dateOfDay(stepWorkingDays((day) => planOf(day).windows.length > 0, dayNumber(date), count)),
    dayName(date) {
      const day = dayNumber(date);
      const plan = planOf(day);
      if (plan.windows.length > 0) return "";
      return plan.name === "" ? weekdayName(weekdayOf(day)) : plan.name;
    },
    workingSpans: (from, to) => workingSpans(table, from, to),
  };
}

function workingUntil(table: DayTable, t: Instant): Duration {
  const day = table.at(t);
  let sum = day.workingBefore;
  for (const span of day.spans) {
    if (t <= span.from) break;
    sum += Math.min(t, span.to) - span.from;
  }
  return sum;
}

/** The earliest instant until which so much working time has passed. */
function instantAtWorking(table: DayTable, near: Instant, target: Duration): Instant {
  const day = table.reaching("working", target, table.at(near));
  if (day === undefined) return NEVER;
  let left = target - day.workingBefore;
  for (const span of day.spans) {
    if (left <= span.to - span.from) return span.from + left;
    left -= span.to - span.from;
  }
  return day.end;
}

function openUntil(day: Day, t: Instant): Duration {
  return day.openBefore + (day.open > 0 ? t - day.start : 0);
}

function instantAtOpenHours(table: DayTable, opens: Instant, length: Duration): Instant {
  const today = table.at(opens);
  const target = openUntil(today, opens) + length;
  const day = table.reaching("open", target, today);
  return day === undefined ? NEVER : day.start + target - day.openBefore;
}

/** A year of days off in a row is no calendar any more: the date itself is the answer then. */
const LONGEST_CLOSURE = 366;

function stepWorkingDays(
  isWorking: (day: number) => boolean,
  start: number,
  count: number,
): number {
  const step = Math.sign(count);
  let day = start;
  for (let left = Math.abs(count); left > 0; left--) {
    let next = day + step;
    while (!isWorking(next) && Math.abs(next - day) <= LONGEST_CLOSURE) next += step;
    if (!isWorking(next)) return day;
    day = next;
  }
  return day;
}

function workingSpans(table: DayTable, from: Instant, to: Instant): Span[] {
  const found: Span[] = [];
  if (from >= to) return found;
  const last = table.at(to).number;
  for (let number = table.at(from).number; number <= last; number++) {
    for (const span of table.day(number).spans) {
      const cut = { from: Math.max(from, span.from), to: Math.min(to, span.to) };
      if (cut.from < cut.to) found.push(cut);
    }
  }
  return found;
}
