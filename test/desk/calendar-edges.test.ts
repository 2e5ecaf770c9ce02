import { describe, expect, test } from "vitest";

import { type Calendar, makeCalendar, NEVER } from "../../src/desk/calendar.ts";
import { countedPieces } from "../../src/desk/counted.ts";
import type { Window } from "../../src/desk/policy.ts";
import { HOUR, MINUTE } from "../../src/desk/time.ts";
import { officeCalendar, show, wib } from "./clock-builders.ts";

function weekdaysOpen(...windows: Window[]): Calendar {
  const week = [[], windows, windows, windows, windows, windows, [], []];
  return makeCalendar({ zone: "Asia/Jakarta", week, periods: [], days: [] }, []);
}

test("a day is told by its opening, its closing and the spans between", () => {
  const office = officeCalendar();
  expect(show(office.openingOf("2026-11-27"))).toBe("2026-11-27 07.30");
  expect(show(office.closingOf("2026-11-27"))).toBe("2026-11-27 16.30");
  expect(office.openingOf("2026-11-28")).toBe(null);
  expect(office.isWorkingDay("2026-11-27")).toBe(true);
  expect(office.isWorkingDay("2026-11-28")).toBe(false);
  expect(show(office.startOfDay("2026-11-27"))).toBe("2026-11-27 00.00");
  expect(office.minuteOfDay(wib("2026-11-27 23.59.59"))).toBe(1439);
  expect(office.minuteOfDay(wib("2026-11-27 00.00"))).toBe(0);
  expect(office.isOpen(wib("2026-11-27 12.00"))).toBe(false);
  expect(office.isOpen(wib("2026-11-27 13.00"))).toBe(true);
});

test("a new calendar counts back before the first day it was asked for", () => {
  const due = wib("2026-12-28 07.40");
  expect(show(officeCalendar().subtractWorking(due, 40 * MINUTE))).toBe("2026-12-23 15.30");
  const office = officeCalendar();
  const from = office.subtractWorking(due, 900 * HOUR);
  expect(office.measureWorking(from, due)).toBe(900 * HOUR);
  expect(office.isOpen(from)).toBe(true);
});

test("a limit of several years is found, since the office works all the while", () => {
  const start = wib("2026-11-24 09.00");
  const due = officeCalendar().addWorking(start, 8_000 * HOUR);
  expect(officeCalendar().measureWorking(start, due)).toBe(8_000 * HOUR);
  const back = officeCalendar().subtractWorking(start, 8_000 * HOUR);
  expect(officeCalendar().measureWorking(back, start)).toBe(8_000 * HOUR);
});

test("working spans are cut to what was asked for, and none is empty", () => {
  const office = officeCalendar();
  const spans = (from: string, to: string) =>
    office.workingSpans(wib(from), wib(to)).map(({ from: a, to: b }) => `${show(a)} – ${show(b)}`);
  expect(spans("2026-11-26 15.00", "2026-11-27 08.00")).toEqual([
    "2026-11-26 15.00 – 2026-11-26 16.00",
    "2026-11-27 07.30 – 2026-11-27 08.00",
  ]);
  expect(spans("2026-11-26 16.00", "2026-11-27 07.30")).toEqual([]);
  expect(spans("2026-11-26 10.00", "2026-11-26 09.00")).toEqual([]);
});

test("nothing lies between two instants that never come", () => {
  expect(countedPieces(officeCalendar(), "jam kerja", NEVER, NEVER)).toEqual([]);
});

test("an instant of long ago is shown by the clocks of its time", () => {
  const london = makeCalendar({ zone: "Europe/London", week: [], periods: [], days: [] }, []);
  const minutes = ["1970-01-01T09:00Z", "1965-01-01T09:00Z", "1965-07-01T09:00Z"].map(
    (text) => london.minuteOfDay(Date.parse(text)) / 60,
  );
  // From 1968 to 1971 Britain kept summer time all year.
  expect(minutes).toEqual([10, 9, 10]);
});

test("an instant of no office's time is refused by name, in the past as in the future", () => {
  const office = officeCalendar();
  for (const t of [Date.UTC(1500, 0, 1), Date.UTC(2600, 0, 1), Number.NaN]) {
    expect(() => office.localDate(t)).toThrow(`Cannot place instant ${t}`);
  }
});

describe("a limit of no length", () => {
  test("ends at the next opening, also where the working day begins at midnight", () => {
    const roundTheClock = weekdaysOpen({ from: 0, to: 1440 });
    const monday = wib("2026-11-30 00.00");
    for (const start of [wib("2026-11-28 10.00"), monday]) {
      expect(roundTheClock.addWorkingDayHours(start, 0)).toBe(monday);
      expect(roundTheClock.addWorking(start, 0)).toBe(monday);
    }
  });
});

test("hours of working days pass over the days off between", () => {
  const office = officeCalendar();
  const [friday, monday] = [wib("2026-11-27 10.00"), wib("2026-11-30 10.00")];
  expect(show(office.addWorkingDayHours(friday, 24 * HOUR))).toBe("2026-11-30 10.00");
  expect(office.measureWorkingDayHours(friday, monday)).toBe(24 * HOUR);
  expect(office.measureWorkingDayHours(monday, friday)).toBe(-24 * HOUR);
  expect(office.measureWorking(monday, friday)).toBe(-7.5 * HOUR);
  expect(office.measureWorkingDayHours(wib("2026-11-28 01.00"), wib("2026-11-29 23.00"))).toBe(0);
});

test("a date on which clocks change is one stretch, and so is one on which they do not", () => {
  const week = [[], ...Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }])];
  const london = makeCalendar({ zone: "Europe/London", week, periods: [], days: [] }, []);
  const [from, to] = [Date.parse("2026-10-24T23:00Z"), Date.parse("2026-10-27T00:00Z")];
  const lengths = london.localDays(from, to).map((day) => [day.date, (day.to - day.from) / HOUR]);
  expect(lengths).toEqual([
    ["2026-10-25", 25],
    ["2026-10-26", 24],
  ]);
});

test("a minute of the day is met on the day itself, the last one at its end", () => {
  const office = officeCalendar();
  expect(show(office.atMinute("2026-11-27", 465))).toBe("2026-11-27 07.45");
  expect(show(office.atMinute("2026-11-27", 1440))).toBe("2026-11-28 00.00");
});

describe("windows as they were typed", () => {
  test("are taken in order, joined where they touch or overlap, and cut to the day", () => {
    const calendar = weekdaysOpen(
      { from: 780, to: 1500 },
      { from: -60, to: 60 },
      { from: 600, to: 600 },
      { from: 60, to: 90 },
      { from: 800, to: 810 },
      { from: 700, to: 650 },
    );
    expect(calendar.windowsOn("2026-11-27")).toEqual([
      { from: 0, to: 90 },
      { from: 780, to: 1440 },
    ]);
  });
});

describe("several lines of Hari Libur for one day", () => {
  const windows = [{ from: 480, to: 600 }];
  const day = { date: "2026-11-26", name: "Hari Jadi" };

  test("special hours win, wherever they stand", () => {
    const special = { ...day, what: "jam khusus" as const, windows };
    const off = { ...day, what: "libur" as const, windows: [] };
    for (const lines of [
      [special, off],
      [off, special],
    ]) {
      const calendar = officeCalendar(...lines);
      expect(calendar.windowsOn("2026-11-26")).toEqual(windows);
      expect(calendar.dayName("2026-11-26")).toBe("");
    }
  });

  test("else the last counts", () => {
    const [first, last] = ["Pertama", "Kedua"].map((name) => ({
      ...day,
      name,
      what: "libur" as const,
      windows: [],
    }));
    expect(officeCalendar(first!, last!).dayName("2026-11-26")).toBe("Kedua");
    const struck = { ...day, what: "dicoret" as const, windows: [] };
    expect(officeCalendar(first!, struck).dayName("2026-11-26")).toBe("");
    expect(officeCalendar(struck, first!).dayName("2026-11-26")).toBe("Pertama");
  });

  test("a day off is off, whatever hours were left beside it", () => {
    const off = { ...day, what: "libur" as const, windows };
    expect(officeCalendar(off).windowsOn("2026-11-26")).toEqual([]);
  });

  test("special hours without any are a day off by their name", () => {
    const none = { ...day, what: "jam khusus" as const, windows: [] };
    expect(officeCalendar(none).dayName("2026-11-26")).toBe("Hari Jadi");
    expect(officeCalendar(none).isWorkingDay("2026-11-26")).toBe(false);
  });

  test("a nameless day off is called by its weekday", () => {
    const off = { date: "2026-11-26", name: "", what: "libur" as const, windows: [] };
    expect(officeCalendar(off).dayName("2026-11-26")).toBe("Kamis");
    expect(officeCalendar().dayName("2026-11-29")).toBe("Minggu");
  });
});

describe("periods with hours of their own", () => {
  const hours = [[], ...Array.from({ length: 7 }, () => [{ from: 480, to: 540 }])];
  const calendar = () =>
    makeCalendar(
      {
        zone: "Asia/Jakarta",
        week: [],
        periods: [
          { name: "Satu", from: "2026-11-24", to: "2026-11-25", hours },
          { name: "Dua", from: "2026-11-25", to: "2026-11-26", hours: [] },
          { name: "Tiga", from: "2026-11-26", to: "2026-11-27", hours },
        ],
        days: [],
      },
      [],
    );

  test("hold from the first day to the last; of two that overlap the first", () => {
    const open = ["23", "24", "25", "26", "27", "28"].map((day) =>
      calendar().isWorkingDay(`2026-11-${day}`),
    );
    expect(open).toEqual([false, true, true, false, true, false]);
  });
});

/** Closed for ever but for an hour on some days. */
function openOnlyOn(...dates: string[]): Calendar {
  const windows = [{ from: 480, to: 540 }];
  const days = dates.map((date) => ({ date, name: "", what: "jam khusus" as const, windows }));
  return makeCalendar({ zone: "Asia/Jakarta", week: [], periods: [], days }, []);
}

test("a long closure is crossed, an endless one is answered with NEVER or the date itself", () => {
  const rare = openOnlyOn("2026-11-26", "2027-11-26");
  expect(show(rare.addWorking(wib("2026-11-26 08.30"), HOUR))).toBe("2027-11-26 08.30");
  expect(show(rare.subtractWorking(wib("2027-11-26 08.30"), HOUR))).toBe("2026-11-26 08.30");
  expect(rare.addWorkingDays("2026-11-26", 1)).toBe("2027-11-26");
  expect(rare.addWorking(wib("2027-11-26 08.30"), HOUR)).toBe(NEVER);
  expect(rare.addWorking(wib("2026-11-26 08.00"), 2 * HOUR + MINUTE)).toBe(NEVER);
  expect(rare.nextOpening(wib("2027-11-26 09.00"))).toBe(NEVER);
  expect(rare.addWorkingDays("2027-11-26", 1)).toBe("2027-11-26");
});
