import * as fc from "fast-check";
import { expect, test } from "vitest";

import { type Calendar, makeCalendar } from "../../src/desk/calendar.ts";
import { dueAt } from "../../src/desk/deadline.ts";
import type { StepFiveCount, WeekHours, Window } from "../../src/desk/policy.ts";
import { DAY, HOUR, MINUTE, SECOND, type Instant } from "../../src/desk/time.ts";
import { officeCalendar, policy, rulesWith, wib } from "./clock-builders.ts";

const office = officeCalendar();
const RUNS = { numRuns: 300, seed: 2026 };

const first = wib("2026-01-01 00.00");
const instants = fc.integer({ min: 0, max: 2 * 365 * DAY }).map((offset) => first + offset);
const lengths = fc.integer({ min: 1, max: 60 * HOUR });
const counts = fc.constantFrom<StepFiveCount>("hari kerja", "jam dinding", "jam kerja");

test("adding and then measuring gives the limit back, in both ways of counting", () => {
  fc.assert(
    fc.property(instants, lengths, (start, length) => {
      const opens = office.nextOpening(start);
      expect(office.measureWorking(start, office.addWorking(start, length))).toBe(length);
      const end = office.addWorkingDayHours(start, length);
      expect(office.measureWorkingDayHours(opens, end)).toBe(length);
    }),
    RUNS,
  );
});

test("subtracting undoes adding, up to time that does not count", () => {
  fc.assert(
    fc.property(instants, lengths, (start, length) => {
      const back = office.subtractWorking(office.addWorking(start, length), length);
      expect(back).toBe(office.nextOpening(start));
    }),
    RUNS,
  );
});

test("who starts later or has the longer limit is never due earlier", () => {
  fc.assert(
    fc.property(instants, instants, lengths, counts, (one, other, length, stepFiveCount) => {
      const due = (start: Instant, limit: number) =>
        dueAt(office, 5, start, { limits: { ...policy.limits, 5: limit }, stepFiveCount }) ?? 0;
      const [early, late] = one < other ? [one, other] : [other, one];
      expect(due(early, length)).toBeLessThanOrEqual(due(late, length));
      expect(due(early, length)).toBeLessThan(due(early, length + SECOND));
    }),
    RUNS,
  );
});

test("an interval split anywhere adds up", () => {
  fc.assert(
    fc.property(instants, instants, instants, (a, b, c) => {
      expect(office.measureWorking(a, b) + office.measureWorking(b, c)).toBe(
        office.measureWorking(a, c),
      );
      expect(office.measureWorkingDayHours(a, b) + office.measureWorkingDayHours(b, c)).toBe(
        office.measureWorkingDayHours(a, c),
      );
    }),
    RUNS,
  );
});

test("a day off added never makes a deadline earlier", () => {
  fc.assert(
    fc.property(instants, instants, counts, (start, off, stepFiveCount) => {
      const days = [{ date: office.localDate(off), name: "", what: "libur" as const, windows: [] }];
      const less = makeCalendar(rulesWith({ days }));
      const rules = { limits: policy.limits, stepFiveCount };
      for (const step of [2, 3, 4, 5, 6] as const) {
        const before = dueAt(office, step, start, rules) ?? 0;
        expect(dueAt(less, step, start, rules)).toBeGreaterThanOrEqual(before);
      }
    }),
    { ...RUNS, numRuns: 60 },
  );
});

test("the order in which a calendar is asked changes no answer", () => {
  fc.assert(
    fc.property(fc.array(instants, { minLength: 1, maxLength: 12 }), lengths, (starts, length) => {
      const asked = officeCalendar();
      const answers = starts.map((start) => asked.addWorking(start, length));
      expect(answers).toEqual(starts.map((start) => officeCalendar().addWorking(start, length)));
    }),
    { ...RUNS, numRuns: 20 },
  );
});

/** Windows that touch the hours at which clocks change, and midnight. */
const NIGHT: Window[] = [
  { from: 0, to: 75 },
  { from: 90, to: 150 },
  { from: 170, to: 600 },
  { from: 1380, to: 1440 },
];
const NIGHTS: WeekHours = [[], NIGHT, [], NIGHT, NIGHT, NIGHT, NIGHT, NIGHT];

const changes: { zone: string; around: string }[] = [
  { zone: "Europe/London", around: "2027-03-28T01:00Z" },
  { zone: "Europe/London", around: "2026-10-25T01:00Z" },
  { zone: "America/New_York", around: "2027-03-14T07:00Z" },
  { zone: "America/St_Johns", around: "2026-11-01T04:30Z" },
  { zone: "Australia/Lord_Howe", around: "2027-04-03T15:00Z" },
  { zone: "America/Santiago", around: "2027-04-04T03:00Z" },
  { zone: "Pacific/Apia", around: "2011-12-30T10:00Z" },
  { zone: "Asia/Jayapura", around: "2027-01-01T00:00Z" },
];

for (const { zone, around } of changes) {
  test(`${zone} agrees with a walk through every minute around ${around}`, () => {
    const calendar = makeCalendar({ zone, week: NIGHTS, periods: [], days: [] }, []);
    const from = Date.parse(around) - 4 * DAY;
    const open = minutesOpen(zone, from, 8 * 24 * 60);
    let counted = 0;
    for (const [index, isOpen] of open.entries()) {
      const t = from + index * MINUTE;
      if (calendar.isOpen(t) !== isOpen) throw new Error(`${zone}: minute ${index} differs`);
      if (index % 97 === 0) checkFrom(calendar, open, from, index);
      if (isOpen) counted += 1;
    }
    expect(calendar.measureWorking(from, from + open.length * MINUTE)).toBe(counted * MINUTE);
  });
}

/** Whether each minute's wall clock lies in a window, asked from the zone database one by one. */
function minutesOpen(zone: string, from: Instant, minutes: number): boolean[] {
  let wall = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  return Array.from({ length: minutes }, () => {
    const minute = wall.hour * 60 + wall.minute;
    const windows = NIGHTS[wall.dayOfWeek] ?? [];
    wall = wall.add({ minutes: 1 });
    return windows.some((window) => window.from <= minute && minute < window.to);
  });
}

function checkFrom(calendar: Calendar, open: boolean[], from: Instant, index: number): void {
  const start = from + index * MINUTE;
  let left = 137;
  let at = index;
  while (left > 0 && at < open.length) {
    if (open[at] === true) left -= 1;
    at += 1;
  }
  if (left > 0) return;
  expect(calendar.addWorking(start, 137 * MINUTE)).toBe(from + at * MINUTE);
}
