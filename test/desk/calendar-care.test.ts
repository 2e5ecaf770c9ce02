import { expect, test } from "vitest";

import { calendarWarnings, movedDeadlinesWarning } from "../../src/desk/calendar-care.ts";
import type { Period } from "../../src/desk/policy.ts";
import { policy, rulesWith } from "./clock-builders.ts";

test("next year's days off are asked for from 1 December, and not once they stand there", () => {
  const missing =
    "Hari libur tahun 2028 belum ada; isilah tab Hari Libur sesuai SKB 3 Menteri tahun itu.";
  expect(calendarWarnings(policy, "2027-11-30")).toEqual([]);
  expect(calendarWarnings(policy, "2027-12-01")).toEqual([missing]);
  expect(calendarWarnings(policy, "2028-01-02")).toEqual([missing]);
  expect(calendarWarnings(policy, "2026-12-01")).toEqual([]);
  const days = [{ date: "2028-01-01", name: "Tahun Baru", what: "libur" as const, windows: [] }];
  expect(calendarWarnings({ calendar: rulesWith({ days }) }, "2027-12-01")).toEqual([]);
});

function period(name: string, from: string, to: string): Period {
  return { name, from, to, hours: policy.calendar.week };
}

test("a reversed period and two that overlap are named", () => {
  const periods = [
    period("Ramadan", "2027-03-09", "2027-02-08"),
    period("Satu", "2027-04-01", "2027-04-10"),
    period("Dua", "2027-04-10", "2027-04-12"),
    period("Tiga", "2027-04-13", "2027-04-14"),
  ];
  expect(calendarWarnings({ calendar: rulesWith({ periods }) }, "2026-11-25")).toEqual([
    "Periode Ramadan terbalik: mulai Selasa, 9 Maret 2027, berakhir Senin, 8 Februari 2027.",
    "Periode Satu dan Dua tumpang tindih; yang berlaku Satu.",
  ]);
});

test("a week without hours is named", () => {
  expect(calendarWarnings({ calendar: rulesWith({ week: [] }) }, "2026-11-25")).toHaveLength(1);
});

test("a change is worth a sentence when it moves more than ten deadlines", () => {
  expect(movedDeadlinesWarning(10)).toBe("");
  expect(movedDeadlinesWarning(11)).toContain("11 batas waktu");
});
