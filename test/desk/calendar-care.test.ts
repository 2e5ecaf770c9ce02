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

test("a period of one day is in order, and so are two that only follow one another", () => {
  const periods = [
    period("Sehari", "2027-04-01", "2027-04-01"),
    period("Lusa", "2027-04-03", "2027-04-05"),
  ];
  expect(calendarWarnings({ calendar: rulesWith({ periods }) }, "2026-11-25")).toEqual([]);
});

test("whichever of two comes first, they overlap from a shared day on", () => {
  const long = period("Panjang", "2027-04-01", "2027-04-10");
  const day = period("Sehari", "2027-04-01", "2027-04-01");
  const reversed = period("Terbalik", "2027-04-09", "2027-04-02");
  for (const periods of [
    [long, day],
    [day, long],
  ]) {
    const [first, second] = periods.map(({ name }) => name);
    expect(calendarWarnings({ calendar: rulesWith({ periods }) }, "2026-11-25")).toEqual([
      `Periode ${first} dan ${second} tumpang tindih; yang berlaku ${first}.`,
    ]);
  }
  // A reversed one covers no day, so it overlaps with none.
  expect(
    calendarWarnings({ calendar: rulesWith({ periods: [long, reversed] }) }, "2026-11-25"),
  ).toHaveLength(1);
});

test("a week without hours is named, one with a single working day is not", () => {
  expect(calendarWarnings({ calendar: rulesWith({ week: [[], [], []] }) }, "2026-11-25")).toEqual([
    "Pengaturan tidak berisi jam kerja satu hari pun; batas waktu tidak dapat dihitung.",
  ]);
  const week = [[], [{ from: 480, to: 720 }], []];
  expect(calendarWarnings({ calendar: rulesWith({ week }) }, "2026-11-25")).toEqual([]);
});

test("a struck day is no day off of the coming year", () => {
  const days = [{ date: "2028-01-01", name: "", what: "dicoret" as const, windows: [] }];
  expect(calendarWarnings({ calendar: rulesWith({ days }) }, "2027-12-01")).toHaveLength(1);
});

test("a change is worth a sentence when it moves more than ten deadlines", () => {
  expect(movedDeadlinesWarning(10)).toBe("");
  expect(movedDeadlinesWarning(11)).toContain("11 batas waktu");
});
