import { Remembered } from "./remembered.ts";
import { DAY, MINUTE, type Instant, type LocalDate } from "./time.ts";

/** A stretch in which the wall shows one date by one offset: wall clock = instant + offset. */
export interface WallPiece {
  from: Instant;
  to: Instant;
  offset: number;
  day: number;
}

/** A zone's wall clock. Days are numbered from 1970-01-01, so that they add and compare. */
export interface WallClock {
  offsetAt(t: Instant): number;
  dayOf(t: Instant): number;
  minuteOfDay(t: Instant): number;
  /** The first instant at which the wall shows this day, or a later one when the zone skipped it. */
  startOf(day: number): Instant;
  /**
   * From the day's first instant to the next day's, in order and without gaps: one piece on most
   * days, none of a day that the zone skipped. Where clocks go back over midnight, yesterday comes
   * back for a while: a piece of its date between two of today.
   */
  pieces(day: number): WallPiece[];
}

/** Further away than this no complaint lies; a mistyped year must not fill the memory. */
const FAR_PAST: Instant = -70 * 366 * DAY;
const FAR_FUTURE: Instant = 330 * 366 * DAY;

/** Throws RangeError for an unknown zone, and later for instants before 1900 or after 2300. */
export function wallClock(zone: string): WallClock {
  // In order and without gaps; grown when somebody asks beyond them.
  const eras: Era[] = [eraAround(zone, 0)];
  let last = eras[0]!;

  function eraAt(t: Instant): Era {
    if (!(t >= FAR_PAST && t < FAR_FUTURE)) throw new RangeError(`Cannot place instant ${t}`);
    if (t >= last.from && t < last.to) return last;
    while (t < eras[0]!.from) eras.unshift(eraAround(zone, eras[0]!.from - 1));
    while (t >= eras.at(-1)!.to) eras.push(eraAround(zone, eras.at(-1)!.to));
    last = eras.find((era) => t < era.to)!;
    return last;
  }

  function dayOf(t: Instant): number {
    return Math.floor((t + eraAt(t).offset) / DAY);
  }

  function startOf(day: number): Instant {
    for (let era = eraAt(day * DAY - LARGEST_OFFSET); ; era = eraAt(era.to)) {
      const start = Math.max(era.from, day * DAY - era.offset);
      if (start < era.to) return start;
    }
  }

  return {
    dayOf,
    startOf,
    offsetAt: (t) => eraAt(t).offset,
    minuteOfDay(t) {
      const wall = t + eraAt(t).offset;
      return Math.floor((wall - Math.floor(wall / DAY) * DAY) / MINUTE);
    },
    pieces(day) {
      const end = startOf(day + 1);
      const found: WallPiece[] = [];
      for (let from = startOf(day); from < end;) {
        const { offset, to: changes } = eraAt(from);
        const shown = dayOf(from);
        const to = Math.min(end, changes, (shown + 1) * DAY - offset);
        found.push({ from, to, offset, day: shown });
        from = to;
      }
      return found;
    },
  };
}

/** A stretch of one offset. */
interface Era {
  from: Instant;
  to: Instant;
  offset: number;
}

/** No zone is further from Greenwich than this. */
const LARGEST_OFFSET = 16 * 60 * MINUTE;

function eraAround(zone: string, t: Instant): Era {
  const here = Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(zone);
  // "previous" looks strictly before, so one nanosecond more catches a change at `t` itself.
  const before = here.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  const after = here.getTimeZoneTransition("next");
  return {
    from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: after?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: here.offsetNanoseconds / 1_000_000,
  };
}

/** Throws RangeError for anything that is no date. */
export function dayNumber(date: LocalDate): number {
  return numbers.of(
    date,
    () => EPOCH.until(Temporal.PlainDate.from(date), { largestUnit: "days" }).days,
  );
}

export function dateOfDay(day: number): LocalDate {
  return dates.of(day, () => EPOCH.add({ days: day }).toString());
}

/** A year has few days, and every stretch of time asks for its own again and again. */
const MOST_DAYS = 10_000;
const numbers = new Remembered<LocalDate, number>(MOST_DAYS);
const dates = new Remembered<number, LocalDate>(MOST_DAYS);

/** ISO weekday of a day, 1 = Monday. */
export function weekdayOf(day: number): number {
  const sinceMonday = (day + THURSDAY - 1) % 7;
  return ((sinceMonday + 7) % 7) + 1;
}

const EPOCH = Temporal.PlainDate.from("1970-01-01");
/** What the epoch's day was. */
const THURSDAY = 4;

/** `Senin` for day 1; what a day off is called that has no name of its own. */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? "";
}

export function isWeekdayName(name: string): boolean {
  return WEEKDAYS.includes(name);
}

const WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
