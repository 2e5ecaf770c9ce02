import { expect, test } from "vitest";

import type { Office } from "../../src/desk/office.ts";
import type { DayRule } from "../../src/desk/policy.ts";
import { at, exampleOffice, exampleRun, exampleTicket } from "../../src/letters/examples-office.ts";
import { calendarRemarks, tick } from "../../src/worker/calendar-care.ts";
import { digestInput } from "../../src/worker/digest-input.ts";
import { aKeeper, type KeptOffice } from "./support/a-keeper.ts";

const HOLIDAY: DayRule = { date: "2026-11-25", name: "Libur daerah", what: "libur", windows: [] };

function withDays(office: Office, ...days: DayRule[]): Office {
  return {
    ...office,
    policy: { ...office.policy, calendar: { ...office.policy.calendar, days } },
  };
}

/** So many field repairs from Tuesday 08.52, due a day later. */
async function repairs(count: number): Promise<KeptOffice> {
  const kept = await aKeeper(at(24, 10, 0));
  const run = exampleRun({
    step: 5,
    startedAt: at(24, 8, 52),
    dueAt: at(25, 8, 52),
    limit: 24 * 3_600_000,
    policy: kept.keeper.world().policy,
  });
  for (let nth = 1; nth <= count; nth++) {
    const number = `JKD-2026-${String(nth).padStart(4, "0")}`;
    await kept.put(exampleTicket({ visit: "Perlu" }, { number, runs: [run] }));
  }
  await tick(kept.keeper);
  return kept;
}

async function calendarLetters({ journal }: KeptOffice): Promise<string[][]> {
  const letters = await journal.lettersIn(["planned"]);
  return letters.flatMap(({ key, facts }) =>
    key.startsWith("alarm/calendar/") && facts.kind === "alarm" ? [facts.lines] : [],
  );
}

test("a day off that moves more than ten running deadlines stands in the next digest, once", async () => {
  const kept = await repairs(11);
  const { keeper, clock } = kept;
  keeper.office = withDays(keeper.office, HOLIDAY);
  clock.now = at(24, 10, 1);
  await tick(keeper);
  clock.now = at(24, 10, 2);
  await tick(keeper);
  const last = { at: at(24, 7, 45), failed: [] };
  expect((await digestInput(keeper, last)).warnings).toEqual([
    "Perubahan Hari Libur atau Pengaturan menggeser 11 batas waktu yang sedang berjalan.",
  ]);
  expect(await calendarRemarks(keeper, at(24, 10, 1))).toEqual([]);
});

test.each([
  ["ten are no news", 10, HOLIDAY],
  ["nor is a day off that moves none", 11, { ...HOLIDAY, date: "2027-06-02" }],
])("%s", async (_, count, day) => {
  const kept = await repairs(count);
  kept.keeper.office = withDays(kept.keeper.office, day);
  kept.clock.now = at(24, 10, 1);
  await tick(kept.keeper);
  expect(await calendarRemarks(kept.keeper, 0)).toEqual([]);
});

test("cells of the calendar that could not be taken stand in the digest until they can", async () => {
  const { keeper } = await aKeeper(at(24, 10, 0));
  await keeper.commit({
    state: { "office-problems": ["Pengaturan, Masa Jam Khusus 1: terbalik."] },
  });
  expect((await digestInput(keeper, null)).warnings).toEqual([
    "Pengaturan, Masa Jam Khusus 1: terbalik.",
  ]);
});

test("from 1 December the operator is asked once a month for next year's days off (B008)", async () => {
  const kept = await aKeeper(at(30, 9, 0, 11) + 365 * 86_400_000, exampleOffice());
  await tick(kept.keeper);
  expect(await calendarLetters(kept)).toEqual([]);
  const december = Date.UTC(2027, 11, 1, 1);
  const ask =
    "Hari libur tahun 2028 belum ada; isilah tab Hari Libur sesuai SKB 3 Menteri tahun itu.";
  for (const day of [0, 1, 20]) {
    kept.clock.now = december + day * 86_400_000;
    await tick(kept.keeper);
  }
  expect(await calendarLetters(kept)).toEqual([[ask]]);
  kept.clock.now = Date.UTC(2028, 0, 3, 1);
  await tick(kept.keeper);
  expect(await calendarLetters(kept)).toEqual([[ask], [ask]]);
  kept.keeper.office = withDays(kept.keeper.office, { ...HOLIDAY, date: "2028-01-01" });
  await tick(kept.keeper);
  expect(await calendarLetters(kept)).toHaveLength(2);
});
