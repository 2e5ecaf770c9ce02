import { describe, expect, test } from "vitest";

import { digestFor, type DigestInput } from "../../src/desk/digest.ts";
import type { DutyLine } from "../../src/desk/office.ts";
import type { RunOutcome, StaffFields, Ticket } from "../../src/desk/ticket.ts";
import { aRun, aTicket, officeCalendar, wib } from "./clock-builders.ts";
import { anOffice } from "./support/office.ts";

const SINCE = wib("2026-11-24 07.45");
const NOW = wib("2026-11-25 07.45");
const HEAD = { kind: "section-head" } as const;
const BUDI = { kind: "officer", name: "Budi Santoso" } as const;

function input(more: Partial<DigestInput> = {}): DigestInput {
  return {
    open: [],
    closedSince: [],
    recent: [],
    office: anOffice(),
    calendar: officeCalendar(),
    now: NOW,
    since: SINCE,
    failedLetters: [],
    warnings: [],
    ...more,
  };
}

function opened(at: number, fields: Partial<StaffFields> = {}): Ticket {
  return aTicket(at, { fields: { officers: "Budi Santoso", ...fields } });
}

function ended(phase: "closed" | "cancelled", ...outcomes: (RunOutcome | null)[]): Ticket {
  const at = wib("2026-11-20 09.00");
  const runs = outcomes.map((outcome) => aRun(4, at, { outcome, endedAt: at }));
  return { ...opened(at), phase, runs };
}

describe("what came and went since the last digest", () => {
  test("a complaint is new when it was opened after it, also when it is closed again", () => {
    const open = [opened(SINCE), opened(SINCE + 1)];
    const closedSince = [{ ...opened(SINCE + 1), phase: "closed" as const }];
    expect(digestFor(HEAD, input({ open, closedSince }))).toMatchObject({
      newCount: 2,
      openCount: 2,
    });
  });

  test("before the first digest a day back counts", () => {
    const open = [opened(SINCE), opened(SINCE + 1)];
    expect(digestFor(HEAD, input({ open, since: null })).newCount).toBe(1);
  });

  test("a cancelled one is not done", () => {
    const closedSince = [ended("closed", "on-time"), ended("cancelled", "cancelled")];
    expect(digestFor(HEAD, input({ closedSince }))).toMatchObject({ doneCount: 1, doneOnTime: 1 });
  });

  test.each<[outcomes: RunOutcome[], onTime: number]>([
    [["on-time", "on-time"], 1],
    [["on-time", "not-owed"], 1],
    [["on-time", "late"], 0],
    [["on-time", "unmeasured"], 0],
    [["not-owed"], 0],
  ])("done with steps %j counts %i times as in time", (outcomes, onTime) => {
    const closedSince = [ended("closed", ...outcomes)];
    expect(digestFor(HEAD, input({ closedSince })).doneOnTime).toBe(onTime);
  });

  test("an officer's counts what stands in his name, the others' not", () => {
    const others = { fields: opened(SINCE, { officers: "Tono Wibowo" }).fields };
    const done = { ...ended("closed", "on-time"), openedAt: SINCE + 1 };
    const closedSince = [done, { ...done, ...others }];
    const open = [opened(SINCE + 1), { ...opened(SINCE + 1), ...others }];
    const counts = { newCount: 2, doneCount: 1, doneOnTime: 1, openCount: 1 };
    expect(digestFor(BUDI, input({ open, closedSince }))).toMatchObject(counts);
    const both = { newCount: 4, doneCount: 2, doneOnTime: 2, openCount: 2 };
    expect(digestFor(HEAD, input({ open, closedSince }))).toMatchObject(both);
  });
});

function often(unit: string, count: number, fields: Partial<StaffFields> = {}): Ticket[] {
  return Array.from({ length: count }, () => opened(SINCE, { unit, ...fields }));
}

function onWeekday(weekday: number): DutyLine {
  return { date: null, weekday, officer: "Budi Santoso", deputy: "" };
}

function warningsWithDutyOn(...weekdays: number[]): string[] {
  const duty = weekdays.map(onWeekday);
  return digestFor(HEAD, input({ office: anOffice({ duty }) })).warnings;
}

describe("what concerns the office", () => {
  const failedLetters = [{ number: "JKD-2026-0001", text: "alamat ditolak" }];
  const warnings = ["Kotak surat tidak dapat dibuka."];

  test("an officer is spared, the heads and the helpdesk are told", () => {
    const office = { failedLetters, warnings, recent: often("Desa Colo", 3) };
    expect(digestFor(BUDI, input(office))).toMatchObject({
      audience: "officer",
      failedLetters: [],
      warnings: [],
      frequentUnits: [],
      dueLater: [],
    });
    for (const kind of ["section-head", "division-head", "helpdesk"] as const) {
      const digest = digestFor({ kind }, input(office));
      expect(digest).toMatchObject({ audience: kind, failedLetters, warnings, asOf: NOW });
      expect(digest.frequentUnits).toEqual([{ unit: "Desa Colo", count: 3 }]);
      expect(digest.dueLater).toBeUndefined();
    }
  });

  test("units disturbed often stand by their number, then by name; requests and blanks do not count", () => {
    const recent = [
      ...often("Desa Rahtawu", 3),
      ...often("Desa Colo", 3),
      ...often("Kecamatan Dawe", 4),
      ...often("Desa Cranggang", 2),
      ...often("Desa Cranggang", 1, { kind: "Permintaan" }),
      ...often("", 5),
    ];
    expect(digestFor(HEAD, input({ recent })).frequentUnits).toEqual([
      { unit: "Kecamatan Dawe", count: 4 },
      { unit: "Desa Colo", count: 3 },
      { unit: "Desa Rahtawu", count: 3 },
    ]);
  });

  test("who is on duty today is named", () => {
    expect(digestFor(HEAD, input()).onDuty).toBe("Tono Wibowo");
    expect(digestFor(HEAD, input({ office: anOffice({ duty: [] }) })).onDuty).toBe("");
  });

  test("seven days ahead are looked at for duty, today the first, and a full roster is no news", () => {
    expect(warningsWithDutyOn(1, 2, 3, 4, 5, 6, 7)).toEqual([]);
    expect(warningsWithDutyOn(1, 4, 5, 6, 7)).toEqual([
      "Jadwal Piket belum diisi untuk Rabu, 25 November 2026; Selasa, 1 Desember 2026.",
    ]);
  });

  test("a calendar out of order stands beside a roster in order", () => {
    const december = wib("2027-12-01 07.45");
    const { warnings: told } = digestFor(HEAD, input({ now: december }));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("Hari libur tahun 2028 belum ada");
  });
});
