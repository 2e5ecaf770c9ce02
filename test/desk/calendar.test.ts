import { expect, test } from "vitest";

import { vectors } from "../../src/commands/vectors.ts";
import { makeCalendar, NEVER } from "../../src/desk/calendar.ts";
import type { Window } from "../../src/desk/policy.ts";
import { HOUR, MINUTE } from "../../src/desk/time.ts";
import { officeCalendar, rulesWith, show, wib } from "./clock-builders.ts";

const office = officeCalendar();

test("all 1,200 expected values hold", async () => {
  const lines: string[] = [];
  const file = new URL("../data/clock-vectors.json", import.meta.url).pathname;
  expect(await vectors([file], (line) => lines.push(line))).toBe(0);
  expect(lines).toEqual(["1200 passed, 0 failed"]);
});

const edges: [from: string, minutes: number, due: string][] = [
  ["2026-11-26 15.30", 30, "2026-11-26 16.00"],
  ["2026-11-26 16.00", 30, "2026-11-27 08.00"],
  ["2026-11-26 12.00", 30, "2026-11-26 13.30"],
  ["2026-11-25 11.50", 30, "2026-11-25 13.20"],
  ["2026-11-25 11.30", 30, "2026-11-25 12.00"],
  ["2026-11-27 11.20", 30, "2026-11-27 13.20"],
  ["2026-11-28 21.40", 10, "2026-11-30 07.40"],
  ["2026-11-29 18.29", 10, "2026-11-30 07.40"],
  ["2026-11-30 06.00", 10, "2026-11-30 07.40"],
  ["2026-11-30 07.30", 10, "2026-11-30 07.40"],
  ["2026-12-23 15.50", 30, "2026-12-28 07.50"],
  ["2027-03-05 10.40", 60, "2027-03-05 12.40"],
  ["2027-03-05 15.29.59", 1, "2027-03-16 07.30.59"],
];

for (const [from, minutes, due] of edges) {
  test(`${minutes} working minutes from ${from} end ${due}, and measure back (B119)`, () => {
    const end = office.addWorking(wib(from), minutes * MINUTE);
    expect(show(end)).toBe(due);
    expect(office.measureWorking(wib(from), end)).toBe(minutes * MINUTE);
    expect(office.addWorking(wib(from), 0)).toBe(office.nextOpening(wib(from)));
  });
}

const backwards: [from: string, minutes: number, at: string][] = [
  ["2026-11-30 08.00", 15, "2026-11-30 07.45"],
  ["2026-11-30 08.00", 45, "2026-11-27 16.15"],
  ["2026-11-27 13.10", 10, "2026-11-27 13.00"],
  ["2026-11-27 13.10", 20, "2026-11-27 11.20"],
  ["2026-11-26 16.00", 60, "2026-11-26 15.00"],
  ["2026-12-28 07.40", 40, "2026-12-23 15.30"],
];

for (const [from, minutes, at] of backwards) {
  test(`${minutes} working minutes before ${from} lie at ${at}`, () => {
    expect(show(office.subtractWorking(wib(from), minutes * MINUTE))).toBe(at);
  });
}

test("a window is closed-open: 16.00 sharp is outside, 07.30 sharp inside", () => {
  expect(office.isOpen(wib("2026-11-26 15.59.59"))).toBe(true);
  expect(office.isOpen(wib("2026-11-26 16.00"))).toBe(false);
  expect(office.isOpen(wib("2026-11-26 07.29.59"))).toBe(false);
  expect(office.isOpen(wib("2026-11-26 07.30"))).toBe(true);
});

test("the office's word on a day beats the decreed list (B091)", () => {
  const struck = officeCalendar({ ...lineFor("2026-12-24"), what: "dicoret" });
  expect(show(struck.addWorking(wib("2026-12-23 15.50"), 30 * MINUTE))).toBe("2026-12-24 07.50");

  const added = officeCalendar({ ...lineFor("2026-11-26"), name: "Hari Jadi", what: "libur" });
  expect(added.dayName("2026-11-26")).toBe("Hari Jadi");
  expect(added.closingOf("2026-11-26")).toBe(null);

  const special = officeCalendar({
    ...lineFor("2026-12-31"),
    what: "jam khusus",
    windows: [{ from: 8 * 60, to: 11 * 60 }],
  });
  expect(show(special.addWorking(wib("2026-12-31 10.50"), 30 * MINUTE))).toBe("2027-01-04 07.50");
  expect(show(special.closingOf("2026-12-31"))).toBe("2026-12-31 11.00");
});

function lineFor(date: string): { date: string; name: string; windows: Window[] } {
  return { date, name: "", windows: [] };
}

test("special hours open a Saturday and a decreed day off alike", () => {
  const windows = [{ from: 8 * 60, to: 12 * 60 }];
  const open = officeCalendar(
    { date: "2026-12-05", name: "", what: "jam khusus", windows },
    { date: "2026-12-25", name: "", what: "jam khusus", windows },
  );
  expect(open.isWorkingDay("2026-12-05")).toBe(true);
  expect(open.isWorkingDay("2026-12-25")).toBe(true);
  expect(show(open.nextOpening(wib("2026-12-24 09.00")))).toBe("2026-12-25 08.00");
});

test("weeks without Monday and Thursday count on the days that are left (B091)", () => {
  const week = rulesWith({}).week.map((day, index) => (index === 1 || index === 4 ? [] : day));
  const odd = makeCalendar(rulesWith({ week }));
  expect(show(odd.addWorking(wib("2026-11-25 15.50"), 30 * MINUTE))).toBe("2026-11-27 07.50");
  expect(show(odd.addWorking(wib("2026-11-27 16.20"), 30 * MINUTE))).toBe("2026-12-01 07.50");
});

test("a window to 24.00 runs into the next day's first window without a lost minute", () => {
  const allDay = [{ from: 0, to: 1440 }];
  const week = [[], allDay, allDay, allDay, allDay, allDay, allDay, allDay];
  const always = makeCalendar({ zone: "Asia/Jakarta", week, periods: [], days: [] }, []);
  const start = wib("2026-11-26 22.00");
  expect(always.addWorking(start, 100 * HOUR) - start).toBe(100 * HOUR);
  expect(always.measureWorking(start, start + 1_000 * HOUR)).toBe(1_000 * HOUR);
});

test("Ramadan hours hold from the period's first day to its last", () => {
  expect(office.windowsOn("2027-02-04")).toEqual([
    { from: 450, to: 720 },
    { from: 780, to: 960 },
  ]);
  expect(office.windowsOn("2027-02-08")[0]).toEqual({ from: 480, to: 720 });
  expect(office.windowsOn("2027-03-16")[0]).toEqual({ from: 450, to: 720 });
});

test("a period that begins a day later leaves that day its ordinary hours (B008)", () => {
  const [first, second] = rulesWith({}).periods;
  if (first === undefined || second === undefined) throw new Error("two periods expected");
  const later = makeCalendar(rulesWith({ periods: [first, { ...second, from: "2027-02-09" }] }));
  expect(show(office.addWorking(wib("2027-02-08 07.40"), 30 * MINUTE))).toBe("2027-02-08 08.30");
  expect(show(later.addWorking(wib("2027-02-08 07.40"), 30 * MINUTE))).toBe("2027-02-08 08.10");
});

test("days off say why", () => {
  expect(office.dayName("2026-11-28")).toBe("Sabtu");
  expect(office.dayName("2026-12-25")).toBe("Kelahiran Yesus Kristus (Natal)");
  expect(office.dayName("2027-12-25")).toBe("Kelahiran Yesus Kristus (Natal)");
  expect(office.dayName("2026-11-27")).toBe("");
});

test("working days are stepped over weekends and Lebaran, forwards and backwards", () => {
  expect(office.addWorkingDays("2026-11-27", 3)).toBe("2026-12-02");
  expect(office.addWorkingDays("2027-03-05", 1)).toBe("2027-03-16");
  expect(office.addWorkingDays("2027-03-16", -1)).toBe("2027-03-05");
  expect(office.addWorkingDays("2026-11-28", 0)).toBe("2026-11-28");
});

test("2026 has 240 working days and 2027 has 242", () => {
  const count = (from: string, to: string) => {
    let days = 0;
    for (let date = from; date < to; date = office.addWorkingDays(date, 1)) days += 1;
    return days;
  };
  expect(count(office.addWorkingDays("2025-12-31", 1), "2027-01-01")).toBe(240);
  expect(count(office.addWorkingDays("2026-12-31", 1), "2028-01-01")).toBe(242);
});

test("an office without any hours never opens, and says so at once", () => {
  const shut = makeCalendar({ zone: "Asia/Jakarta", week: [], periods: [], days: [] });
  const t = wib("2026-11-26 10.00");
  expect(shut.nextOpening(t)).toBe(NEVER);
  expect(shut.addWorking(t, HOUR)).toBe(NEVER);
  expect(shut.subtractWorking(t, HOUR)).toBe(NEVER);
  expect(shut.addWorkingDayHours(t, HOUR)).toBe(NEVER);
  expect(shut.addWorkingDays("2026-11-26", 3)).toBe("2026-11-26");
});

test("a mistyped year is refused instead of filling the memory", () => {
  expect(() => office.nextOpening(Date.UTC(9026, 0, 1))).toThrow(RangeError);
});

test("local days and minutes are the office's", () => {
  const newYear = Date.UTC(2026, 11, 31, 17);
  expect(office.localDate(newYear)).toBe("2027-01-01");
  expect(office.localDate(newYear - 1)).toBe("2026-12-31");
  expect(office.startOfDay("2027-01-01")).toBe(newYear);
  expect(office.minuteOfDay(Date.UTC(2026, 10, 24, 3, 20))).toBe(10 * 60 + 20);
});
