import { describe, expect, test } from "vitest";

import { makeCalendar } from "../../src/desk/calendar.ts";
import { dueAt } from "../../src/desk/deadline.ts";
import { defaultPolicy } from "../../src/desk/default-policy.ts";
import type { DayRule, Policy } from "../../src/desk/policy.ts";
import { SETTINGS } from "../../src/sheet/settings.ts";
import type { Cell } from "../../src/sheet/cells.ts";
import { dayOf } from "../../src/sheet/office-lines.ts";

const DEFAULTS = defaultPolicy("Asia/Jakarta");

function day(cells: Record<string, Cell>): DayRule | string {
  return dayOf((key) => cells[key] ?? null);
}

function take(policy: Policy, name: string, text: string): Policy | string | undefined {
  return SETTINGS.find((each) => each.name === name)?.take(policy, text);
}

function wib(text: string): number {
  return Temporal.PlainDateTime.from(text).toZonedDateTime("Asia/Jakarta").epochMilliseconds;
}

/** When 30 minutes of step 3 from then are over, by the office's wall clock. */
function step3(policy: Policy, from: string): string {
  const due = dueAt(makeCalendar(policy.calendar), 3, wib(from), policy);
  const zoned = Temporal.Instant.fromEpochMilliseconds(due ?? 0).toZonedDateTimeISO("Asia/Jakarta");
  return zoned.toPlainDateTime().toString({ smallestUnit: "minute" });
}

function withDay(cells: Record<string, Cell>): Policy {
  const rule = day(cells);
  if (typeof rule === "string") throw new Error(rule);
  return { ...DEFAULTS, calendar: { ...DEFAULTS.calendar, days: [rule] } };
}

describe("a line of Hari Libur", () => {
  test.each(["24-12-2026", "24 Desember 2026", "2026-12-24", "24/12/2026", 46_380])(
    "%s is one and the same day (B091)",
    (date) => expect(day({ date, name: "Natal" })).toMatchObject({ date: "2026-12-24" }),
  );

  test("that is no date gets a sentence", () => {
    expect(day({ date: "libur" })).toBe("Tanggal tidak dapat dibaca; tulis seperti 24/11/2026.");
  });

  test.each(["dicoret", "hapus", "Dihapus"])(
    "strikes a decreed day when it says %s (B091)",
    (what) => {
      expect(step3(DEFAULTS, "2026-12-23T15:50")).toBe("2026-12-28T07:50");
      expect(step3(withDay({ date: "24/12/2026", what }), "2026-12-23T15:50")).toBe(
        "2026-12-24T07:50",
      );
    },
  );

  test("gives a day hours of its own (B091)", () => {
    const policy = withDay({ date: "31/12/2026", what: "jam khusus", hours: "08.00-11.00" });
    expect(step3(policy, "2026-12-31T10:50")).toBe("2027-01-04T07:50");
  });
});

test("a week without Monday and Thursday counts from Wednesday to Friday to Tuesday", () => {
  const week = DEFAULTS.calendar.week.map((hours, at) => (at === 1 || at === 4 ? [] : hours));
  const policy = { ...DEFAULTS, calendar: { ...DEFAULTS.calendar, week } };
  expect(step3(policy, "2026-11-25T15:50")).toBe("2026-11-27T07:50");
  expect(step3(policy, "2026-11-27T16:20")).toBe("2026-12-01T07:50");
});

describe("a period with hours of its own", () => {
  const HOURS = "08.00-12.00, 12.30-15.00; 08.00-11.30, 12.30-15.30";

  test("that is typed the wrong way round is refused with the reason (B008)", () => {
    expect(take(DEFAULTS, "Masa Jam Khusus 2", `Ramadan; 9/3/2027 s.d. 8/2/2027; ${HOURS}`)).toBe(
      "terbalik: tanggal akhirnya mendahului tanggal awal",
    );
  });

  test.each([
    ["1/3/2026 s.d. 5/3/2026", "tumpang tindih dengan Ramadan 1447 H"],
    ["20/3/2026 s.d. 25/3/2026", "tumpang tindih dengan Ramadan 1447 H"],
    ["1/2/2026 s.d. 19/2/2026", "tumpang tindih dengan Ramadan 1447 H"],
  ])("%s is refused: %s (B008)", (days, reason) => {
    expect(take(DEFAULTS, "Masa Jam Khusus 2", `Piket; ${days}; ${HOURS}`)).toBe(reason);
  });

  test("may begin the day after another has ended", () => {
    const text = `Piket; 21/3/2026 s.d. 25/3/2026; ${HOURS}`;
    expect(take(DEFAULTS, "Masa Jam Khusus 2", text)).toMatchObject({
      calendar: {
        periods: [{ name: "Ramadan 1447 H" }, { name: "Piket", from: "2026-03-21" }, {}],
      },
    });
  });
});
