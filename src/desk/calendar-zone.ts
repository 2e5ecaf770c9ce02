import { DAY, MINUTE, type Instant, type LocalDate } from "./time.ts";

/** A piece of a local day with one offset: wall clock = instant + offset. */
export interface DayPiece {
  from: Instant;
  to: Instant;
  offset: number;
}

/** A zone's wall clock. Days are numbered from 1970-01-01, so that they add and compare. */
export interface WallClock {
  dayOf(t: Instant): number;
  minuteOfDay(t: Instant): number;
  /** One piece on most days; two or more when clocks change; none for a day the zone skipped. */
  pieces(day: number): DayPiece[];
}

/** Further away than this no complaint lies; a mistyped year must not fill the memory. */
const FAR_PAST: Instant = -70 * 366 * DAY;
const FAR_FUTURE: Instant = 330 * 366 * DAY;

/** Throws RangeError for an unknown zone, and later for instants before 1900 or after 2300. */
export function wallClock(zone: string): WallClock {
  // Stretches of one offset, in order and without gaps; grown when somebody asks beyond them.
  const eras: DayPiece[] = [eraAround(zone, 0)];
  let last = eras[0]!;

  function eraAt(t: Instant): DayPiece {
    if (!(t >= FAR_PAST && t < FAR_FUTURE)) throw new RangeError(`Cannot place instant ${t}`);
    if (t >= last.from && t < last.to) return last;
    while (t < eras[0]!.from) eras.unshift(eraAround(zone, eras[0]!.from - 1));
    while (t >= eras.at(-1)!.to) eras.push(eraAround(zone, eras.at(-1)!.to));
    last = eras.find((era) => t < era.to)!;
    return last;
  }

  return {
    dayOf: (t) => Math.floor((t + eraAt(t).offset) / DAY),
    minuteOfDay(t) {
      const wall = t + eraAt(t).offset;
      return Math.floor((wall - Math.floor(wall / DAY) * DAY) / MINUTE);
    },
    pieces(day) {
      const earliest = day * DAY - LARGEST_OFFSET;
      const latest = (day + 1) * DAY + LARGEST_OFFSET;
      const found: DayPiece[] = [];
      for (let t = earliest; t < latest;) {
        const era = eraAt(t);
        const from = Math.max(era.from, day * DAY - era.offset);
        const to = Math.min(era.to, (day + 1) * DAY - era.offset);
        if (from < to) found.push({ from, to, offset: era.offset });
        t = era.to;
      }
      return found;
    },
  };
}

/** No zone is further from Greenwich than this. */
const LARGEST_OFFSET = 16 * 60 * MINUTE;

function eraAround(zone: string, t: Instant): DayPiece {
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
  return remembered(
    numbers,
    date,
    () => EPOCH.until(Temporal.PlainDate.from(date), { largestUnit: "days" }).days,
  );
}

export function dateOfDay(day: number): LocalDate {
  return remembered(dates, day, () => EPOCH.add({ days: day }).toString());
}

/** A year has few days, and every stretch of time asks for its own again and again. */
const numbers = new Map<LocalDate, number>();
const dates = new Map<number, LocalDate>();
const MOST_DAYS = 10_000;

function remembered<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  const value = known.get(key);
  if (value !== undefined) return value;
  if (known.size >= MOST_DAYS) known.clear();
  const found = find();
  known.set(key, found);
  return found;
}

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
