import { describe, expect, test } from "vitest";

import { type Calendar, makeCalendar } from "../../src/desk/calendar.ts";
import type { Window } from "../../src/desk/policy.ts";
import { DAY, HOUR, MINUTE, type Instant } from "../../src/desk/time.ts";

/** Clocks that change at midnight, so that a local day has 23 or 25 hours, or begins an hour late. */
const NIGHTS: { zone: string; around: string; what: string }[] = [
  { zone: "Asia/Beirut", around: "2026-10-24T21:00Z", what: "back from midnight to 23.00" },
  { zone: "Asia/Beirut", around: "2026-03-28T22:00Z", what: "on from midnight to 01.00" },
  { zone: "America/Sao_Paulo", around: "2018-02-18T02:00Z", what: "back from midnight to 23.00" },
  { zone: "Africa/Cairo", around: "2026-10-29T21:00Z", what: "back from midnight to 23.00" },
];

const SHIFTS: { name: string; windows: Window[] }[] = [
  { name: "round the clock", windows: [{ from: 0, to: 1440 }] },
  {
    name: "in the evening and the small hours",
    windows: [
      { from: 0, to: 90 },
      { from: 1350, to: 1440 },
    ],
  },
];

function calendarOf(zone: string, windows: Window[]): Calendar {
  const week = [[], ...Array.from({ length: 7 }, () => windows)];
  return makeCalendar({ zone, week, periods: [], days: [] }, []);
}

/** Does the clock on the wall show a time inside a window? Asked of the zone itself. */
function isOpenByTheWall(zone: string, windows: readonly Window[], t: Instant): boolean {
  const wall = Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(zone);
  const minute = wall.hour * 60 + wall.minute;
  return windows.some(({ from, to }) => from <= minute && minute < to);
}

for (const { zone, around, what } of NIGHTS) {
  const middle = Temporal.Instant.from(around).epochMilliseconds;
  const minutes = Array.from({ length: 2880 }, (_, nth) => middle - DAY + nth * MINUTE);

  describe.each(SHIFTS)(`${zone}, ${what}, $name`, ({ windows }) => {
    const calendar = calendarOf(zone, windows);
    const open = minutes.map((t) => isOpenByTheWall(zone, windows, t));

    test("each minute is open or not as the wall says, and measured so", () => {
      const start = minutes[0] ?? 0;
      let worked = 0;
      for (const [nth, t] of minutes.entries()) {
        expect(calendar.isOpen(t)).toBe(open[nth]);
        expect(calendar.measureWorking(start, t)).toBe(worked);
        if (open[nth]) worked += MINUTE;
      }
    });

    test("a limit ends after so many open minutes, and measures back", () => {
      for (let nth = 0; nth < 1_400; nth += 37) {
        const from = minutes[nth] ?? 0;
        const due = calendar.addWorking(from, 2 * HOUR);
        const spent = open.slice(nth, (due - (minutes[0] ?? 0)) / MINUTE).filter(Boolean).length;
        expect(spent).toBe(120);
        expect(calendar.measureWorking(from, due)).toBe(2 * HOUR);
        expect(calendar.isOpen(due - MINUTE)).toBe(true);
      }
    });
  });
}
