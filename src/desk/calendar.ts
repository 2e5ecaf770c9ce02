import { type Day, type DayTable, dayTable, type Measure, type Span } from "./calendar-days.ts";
import { dayPlans } from "./calendar-rules.ts";
import { dateOfDay, dayNumber, weekdayName, weekdayOf, type WallPiece } from "./calendar-zone.ts";
import { DECREED_DAYS_OFF, type DecreedDay } from "./decreed-days-off.ts";
import type { CalendarRules, Window } from "./policy.ts";
import { DAY, MINUTE, type Duration, type Instant, type LocalDate } from "./time.ts";

/** A stretch of one local date. */
export interface DatedSpan extends Span {
  date: LocalDate;
}

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
  /** When the wall first shows this minute of the date, or a later one where clocks skip it. */
  atMinute(date: LocalDate, minute: number): Instant;
  minuteOfDay(t: Instant): number;
  /** The nth working day after the date (before it when negative); 0 gives the date itself. */
  addWorkingDays(date: LocalDate, count: number): LocalDate;
  /** Why the day is off (`Hari Suci Nyepi …`, `Sabtu`), or `""` on a working day. */
  dayName(date: LocalDate): string;
  /** The working spans that touch [from, to), cut to it. */
  workingSpans(from: Instant, to: Instant): Span[];
  /** [from, to) date by date, without gaps; a date comes twice where clocks go back over midnight. */
  localDays(from: Instant, to: Instant): DatedSpan[];
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
    const span = today.working.spans.find((each) => t < each.to);
    if (span !== undefined) return Math.max(t, span.from);
    const later = table.reaching("working", countedUntil(today, "working", t) + 1, today);
    return later?.working.spans[0]?.from ?? NEVER;
  }

  function measure(by: Measure, from: Instant, to: Instant): Duration {
    return countedUntil(table.at(to), by, to) - countedUntil(table.at(from), by, from);
  }

  /** Working spans of a date; its last hour may come back within the next day. */
  function spansOn(date: LocalDate): WallPiece[] {
    const number = dayNumber(date);
    return [number, number + 1]
      .flatMap((each) => table.day(each).working.spans)
      .filter((span) => span.day === number);
  }

  return {
    zone: rules.zone,
    nextOpening,
    windowsOn,
    isOpen: (t) => table.at(t).working.spans.some((span) => span.from <= t && t < span.to),
    addWorking: (t, length) =>
      length > 0 ? instantAfter(table, "working", t, length) : nextOpening(t),
    subtractWorking(t, length) {
      const earliest = instantAfter(table, "working", t, -length);
      return earliest === NEVER ? NEVER : nextOpening(earliest);
    },
    addWorkingDayHours(t, length) {
      const opens = nextOpening(t);
      if (opens === NEVER || length <= 0) return opens;
      return instantAfter(table, "open", opens, length);
    },
    measureWorking: (from, to) => measure("working", from, to),
    measureWorkingDayHours: (from, to) => measure("open", from, to),
    isWorkingDay: (date) => windowsOn(date).length > 0,
    openingOf: (date) => spansOn(date)[0]?.from ?? null,
    closingOf: (date) => spansOn(date).at(-1)?.to ?? null,
    localDate: (t) => dateOfDay(table.clock.dayOf(t)),
    startOfDay: (date) => table.day(dayNumber(date)).start,
    atMinute: (date, minute) => instantAtMinute(table.day(dayNumber(date)), minute),
    minuteOfDay: (t) => table.clock.minuteOfDay(t),
    addWorkingDays: (date, count) =>
      dateOfDay(stepWorkingDays((day) => planOf(day).windows.length > 0, dayNumber(date), count)),
    dayName(date) {
      const day = dayNumber(date);
      const plan = planOf(day);
      if (plan.windows.length > 0) return "";
      return plan.name === "" ? weekdayName(weekdayOf(day)) : plan.name;
    },
    workingSpans: (from, to) =>
      spansWithin(table, from, to, ({ working }) => working.spans).map((span) => ({
        from: span.from,
        to: span.to,
      })),
    localDays(from, to) {
      const days: DatedSpan[] = [];
      for (const piece of spansWithin(table, from, to, ({ pieces }) => pieces)) {
        const date = dateOfDay(piece.day);
        const last = days.at(-1);
        if (last?.date === date) last.to = piece.to;
        else days.push({ date, from: piece.from, to: piece.to });
      }
      return days;
    },
  };
}

/** What the measure has counted from the table's origin until an instant of the day. */
function countedUntil(day: Day, measure: Measure, t: Instant): Duration {
  const { before, spans } = day[measure];
  let sum = before;
  for (const span of spans) {
    if (t <= span.from) break;
    sum += Math.min(t, span.to) - span.from;
  }
  return sum;
}

/** The earliest instant until which so much more has been counted; less when negative. */
function instantAfter(table: DayTable, measure: Measure, t: Instant, length: Duration): Instant {
  const today = table.at(t);
  const target = countedUntil(today, measure, t) + length;
  const day = table.reaching(measure, target, today);
  if (day === undefined) return NEVER;
  let left = target - day[measure].before;
  for (const span of day[measure].spans) {
    if (left <= span.to - span.from) return span.from + left;
    left -= span.to - span.from;
  }
  return day.end;
}

/** Where yesterday's date comes back, it is over before any minute of the day. */
function instantAtMinute(day: Day, minute: number): Instant {
  for (const piece of day.pieces) {
    const at = day.number * DAY - piece.offset + minute * MINUTE;
    if (at < piece.to) return Math.max(at, piece.from);
  }
  return day.end;
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

/** The pieces of days that touch [from, to), cut to it. */
function spansWithin(
  table: DayTable,
  from: Instant,
  to: Instant,
  piecesOf: (day: Day) => readonly WallPiece[],
): WallPiece[] {
  const found: WallPiece[] = [];
  if (from >= to) return found;
  const last = table.at(to).number;
  for (let { number } = table.at(from); number <= last; number++) {
    for (const piece of piecesOf(table.day(number))) {
      const cut = { ...piece, from: Math.max(from, piece.from), to: Math.min(to, piece.to) };
      if (cut.from < cut.to) found.push(cut);
    }
  }
  return found;
}
