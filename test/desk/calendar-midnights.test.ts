import { describe, expect, test } from "vitest";

import { makeCalendar } from "../../src/desk/calendar.ts";
import { countedPieces } from "../../src/desk/counted.ts";
import type { WeekHours, Window } from "../../src/desk/policy.ts";
import { DAY, HOUR, MINUTE, type Instant } from "../../src/desk/time.ts";

/** Clocks that change at midnight or soon after it, so that a local day has 23 or 25 hours. */
const NIGHTS: { zone: string; around: string; what: string }[] = [
  { zone: "Asia/Beirut", around: "2026-10-24T21:00Z", what: "back from midnight to 23.00" },
  { zone: "Asia/Beirut", around: "2026-03-28T22:00Z", what: "on from midnight to 01.00" },
  { zone: "Africa/Cairo", around: "2026-10-29T21:00Z", what: "back from midnight to 23.00" },
  { zone: "Africa/Cairo", around: "2026-04-23T22:00Z", what: "on from midnight to 01.00" },
  { zone: "America/Havana", around: "2026-11-01T05:00Z", what: "back from 01.00 to midnight" },
  { zone: "America/Havana", around: "2026-03-08T05:00Z", what: "on from midnight to 01.00" },
  { zone: "America/Santiago", around: "2027-04-04T03:00Z", what: "back from midnight to 23.00" },
  { zone: "America/Santiago", around: "2026-09-06T04:00Z", what: "on from midnight to 01.00" },
  { zone: "America/St_Johns", around: "2010-11-07T02:31Z", what: "back from 00.01 to 23.01" },
  { zone: "America/St_Johns", around: "2011-03-13T03:31Z", what: "on from 00.01 to 01.01" },
  { zone: "America/Goose_Bay", around: "1988-10-30T02:01Z", what: "back from 00.01 to 22.01" },
  { zone: "Pacific/Apia", around: "2011-12-30T10:00Z", what: "on over a whole day" },
];

const NIGHT_SHIFTS: Window[] = [
  { from: 0, to: 90 },
  { from: 690, to: 750 },
  { from: 1350, to: 1440 },
];

/** Weeks by the weekday (ISO) after the change; a date that comes back must keep its own hours. */
const WEEKS: { name: string; week: (after: number) => WeekHours }[] = [
  { name: "at night and at noon", week: () => weekOf(() => NIGHT_SHIFTS) },
  {
    name: "on the day after the change alone",
    week: (after) => weekOf((day) => (day === after ? NIGHT_SHIFTS : [])),
  },
  {
    name: "on every other day",
    week: (after) => weekOf((day) => (day === after ? [] : NIGHT_SHIFTS)),
  },
];

function weekOf(windowsOf: (weekday: number) => Window[]): WeekHours {
  return [[], ...[1, 2, 3, 4, 5, 6, 7].map(windowsOf)];
}

/** One minute as the zone itself shows it. */
interface WallMinute {
  t: Instant;
  date: string;
  weekday: number;
  minute: number;
}

/** The same minute in an office's week. */
interface OfficeMinute extends WallMinute {
  isOpen: boolean;
  /** Its date has working time at all. */
  isCounted: boolean;
}

function wallMinutes(zone: string, from: Instant, length: number): WallMinute[] {
  return Array.from({ length }, (_, nth) => {
    const t = from + nth * MINUTE;
    const wall = Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(zone);
    const date = wall.toPlainDate().toString();
    return { t, date, weekday: wall.dayOfWeek, minute: wall.hour * 60 + wall.minute };
  });
}

function inOffice(minutes: readonly WallMinute[], week: WeekHours): OfficeMinute[] {
  return minutes.map((each) => {
    const windows = week[each.weekday] ?? [];
    const isOpen = windows.some(({ from, to }) => from <= each.minute && each.minute < to);
    return { ...each, isOpen, isCounted: windows.length > 0 };
  });
}

/** The minutes of a kind, and how many of them lie before each minute. */
function counted(minutes: readonly OfficeMinute[], kind: "isOpen" | "isCounted") {
  const chosen = minutes.filter((each) => each[kind]);
  let sum = 0;
  const before = minutes.map((each) => (each[kind] ? sum++ : sum));
  return {
    before,
    /** When the nth of them from an index on has passed; undefined beyond the minutes known. */
    endOf(from: number, nth: number): Instant | undefined {
      const last = chosen[(before[from] ?? 0) + nth - 1];
      return last && last.t + MINUTE;
    },
  };
}

for (const { zone, around, what } of NIGHTS) {
  const change = Temporal.Instant.from(around).epochMilliseconds;
  const wall = wallMinutes(zone, change - 1.5 * DAY, 3 * 1440);
  const after = Temporal.Instant.from(around).add({ hours: 3 }).toZonedDateTimeISO(zone).dayOfWeek;

  describe.each(WEEKS)(`${zone}, ${what}, open $name`, ({ week }) => {
    const hours = week(after);
    const newCalendar = () => makeCalendar({ zone, week: hours, periods: [], days: [] }, []);
    const minutes = inOffice(wall, hours);
    const start = minutes[0]!.t;
    const open = counted(minutes, "isOpen");
    const whole = counted(minutes, "isCounted");

    test("each minute is open or not as the wall says, and measured so", () => {
      const calendar = newCalendar();
      const wrong = minutes.filter(
        ({ t, date, minute, isOpen }, nth) =>
          calendar.isOpen(t) !== isOpen ||
          calendar.localDate(t) !== date ||
          calendar.minuteOfDay(t) !== minute ||
          calendar.measureWorking(start, t) !== open.before[nth]! * MINUTE ||
          calendar.measureWorkingDayHours(start, t) !== whole.before[nth]! * MINUTE,
      );
      expect(wrong).toEqual([]);
    });

    test("a limit ends after so many minutes that count", () => {
      const calendar = newCalendar();
      const wrong = minutes.filter(({ t }, nth) => {
        const due = open.endOf(nth, 100);
        return nth % 31 === 0 && due && calendar.addWorking(t, 100 * MINUTE) !== due;
      });
      expect(wrong).toEqual([]);
    });

    test("hours of working days are counted from the next opening", () => {
      const calendar = newCalendar();
      const wrong = minutes.filter(({ t }, nth) => {
        if (nth % 31 !== 0) return false;
        const opens = minutes.findIndex(({ isOpen }, index) => index >= nth && isOpen);
        const due = opens < 0 ? undefined : whole.endOf(opens, 300);
        if (!due) return false;
        return (
          calendar.nextOpening(t) !== minutes[opens]?.t ||
          calendar.addWorkingDayHours(t, 5 * HOUR) !== due
        );
      });
      expect(wrong).toEqual([]);
    });

    test("a time on the wall is met when it first comes, and a date ends with its last minute", () => {
      const calendar = newCalendar();
      for (const date of innerDates(minutes)) {
        const own = minutes.filter((each) => each.date === date);
        const opened = own.filter(({ isOpen }) => isOpen);
        expect(calendar.startOfDay(date)).toBe(own[0]!.t);
        expect(calendar.openingOf(date)).toBe(opened[0]?.t ?? null);
        expect(calendar.closingOf(date)).toBe(opened.length > 0 ? opened.at(-1)!.t + MINUTE : null);
        const wrong = own.filter(({ t, minute }, nth) => {
          const isFirst = own.findIndex((each) => each.minute >= minute) === nth;
          return isFirst && calendar.atMinute(date, minute) !== t;
        });
        expect(wrong).toEqual([]);
      }
    });

    test("what counts and what does not follow each other without gaps", () => {
      const calendar = newCalendar();
      const end = start + minutes.length * MINUTE;
      for (const [count, kind] of [
        ["jam kerja", "isOpen"],
        ["hari kerja", "isCounted"],
      ] as const) {
        const pieces = countedPieces(calendar, count, start, end);
        const ends = pieces.map(({ to }) => to);
        expect(pieces.map(({ from }) => from)).toEqual([start, ...ends.slice(0, -1)]);
        expect(ends.at(-1)).toBe(end);
        const wrong = minutes.filter(
          (each) => pieces.find(({ to }) => each.t < to)?.counted !== each[kind],
        );
        expect(wrong).toEqual([]);
      }
    });
  });
}

/** Dates that lie whole within the minutes. */
function innerDates(minutes: readonly WallMinute[]): string[] {
  return [...new Set(minutes.map(({ date }) => date))].slice(1, -1);
}
