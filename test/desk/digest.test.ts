import { describe, expect, test } from "vitest";

import { makeCalendar } from "../../src/desk/calendar.ts";
import { digestDue, digestPlans } from "../../src/desk/digest-due.ts";
import { digestFor, type DigestInput } from "../../src/desk/digest.ts";
import type { Digest } from "../../src/desk/letter.ts";
import { at, exampleOffice, exampleRun, exampleTicket } from "../../src/letters/examples-office.ts";

const office = { ...exampleOffice(), duty: [] };
const calendar = makeCalendar(office.policy.calendar);
const digestAt = office.policy.digestAt;
const WEDNESDAY = "2026-11-25";
const NOW = at(25, 7, 45);

function input(more: Partial<DigestInput> = {}): DigestInput & { helpdesk: [] } {
  return {
    open: [],
    closedSince: [],
    recent: [],
    office,
    calendar,
    now: NOW,
    since: at(24, 7, 45),
    failedLetters: [],
    warnings: [],
    helpdesk: [],
    ...more,
  };
}

function ticketDue(number: string, dueAt: number | null, fields = {}) {
  return exampleTicket(fields, { number, runs: [exampleRun({ dueAt })] });
}

function roles(day: string, more: Partial<DigestInput>) {
  return digestPlans(day, input(more)).map(({ to }) => to.role);
}

function keys(now: number) {
  return digestPlans(WEDNESDAY, input({ now })).map(({ key }) => key);
}

function numbers(lines: Digest["late"]) {
  return lines.map(({ number }) => number.slice(-1)).join("");
}

describe("digestDue()", () => {
  const cases: { name: string; now: number; lastDay: string | null; want: string | undefined }[] = [
    { name: "nothing before the time", now: at(25, 7, 44), lastDay: "2026-11-24", want: undefined },
    { name: "the day's at 07.45", now: at(25, 7, 45), lastDay: "2026-11-24", want: WEDNESDAY },
    {
      name: "none twice, also after a restart",
      now: at(25, 7, 46),
      lastDay: WEDNESDAY,
      want: undefined,
    },
    {
      name: "one after an outage until 11.20",
      now: at(24, 11, 20),
      lastDay: "2026-11-23",
      want: "2026-11-24",
    },
    {
      name: "none when more than four hours late",
      now: at(24, 12, 0),
      lastDay: "2026-11-23",
      want: undefined,
    },
    {
      name: "one for a whole outage of days",
      now: at(25, 9, 5),
      lastDay: "2026-11-20",
      want: WEDNESDAY,
    },
    { name: "none on a Saturday", now: at(28, 8, 0), lastDay: "2026-11-27", want: undefined },
    { name: "none on a decreed day off", now: at(25, 8, 0, 12), lastDay: null, want: undefined },
    { name: "the very first", now: at(25, 8, 0), lastDay: null, want: WEDNESDAY },
  ];
  for (const { name, now, lastDay, want } of cases) {
    test(`gives ${name}`, () => expect(digestDue(now, { calendar, digestAt, lastDay })).toBe(want));
  }
});

test("on a day that clocks made shorter, 07.45 is what the wall shows", () => {
  const friday = [[], [], [], [], [], [{ from: 0, to: 1440 }]];
  const cairo = makeCalendar({ zone: "Africa/Cairo", week: friday, periods: [], days: [] }, []);
  const due = (now: string) =>
    digestDue(Date.parse(now), { calendar: cairo, digestAt, lastDay: null });
  expect(due("2026-04-24T07:44+03:00")).toBe(undefined);
  expect(due("2026-04-24T07:45+03:00")).toBe("2026-04-24");
});

describe("digestPlans()", () => {
  test("a quiet day: the section head alone, so that silence never means a dead worker", () => {
    expect(roles(WEDNESDAY, {})).toEqual(["section-head"]);
  });

  test("Monday's quiet day goes to the division head as well", () => {
    expect(roles("2026-11-30", { now: at(30, 7, 45) })).toEqual(["section-head", "division-head"]);
  });

  test("so does the first working day of a week that begins with a day off", () => {
    const days = [{ date: "2026-11-30", name: "Libur", what: "libur", windows: [] }] as const;
    const other = makeCalendar({ ...office.policy.calendar, days });
    const tuesday = { calendar: other, now: at(1, 7, 45, 12) };
    expect(roles("2026-12-01", tuesday)).toEqual(["section-head", "division-head"]);
  });

  test("something late reaches division head and officer too", () => {
    const open = [ticketDue("JKD-2026-0001", at(24, 9, 0), { priority: "Sedang" })];
    expect(roles(WEDNESDAY, { open })).toEqual(["section-head", "division-head", "officer"]);
  });

  test("an open Tinggi in time reaches the division head, a Sedang does not", () => {
    const high = [ticketDue("JKD-2026-0001", at(25, 9, 0), { priority: "Tinggi" })];
    const middle = [ticketDue("JKD-2026-0001", at(25, 9, 0), { priority: "Sedang" })];
    expect(roles(WEDNESDAY, { open: high })).toContain("division-head");
    expect(roles(WEDNESDAY, { open: middle })).not.toContain("division-head");
  });

  test("each person and day has a key of its own, the same after a restart", () => {
    expect(keys(NOW)).toEqual(["digest/2026-11-25/kasi@kominfo.example"]);
    expect(keys(NOW + 30_000)).toEqual(keys(NOW));
  });

  test("without a section head the helpdesk reads it", () => {
    const staff = office.staff.filter(({ role }) => role !== "Kepala Seksi");
    const helpdesk = [
      { role: "helpdesk", name: "Ratna", address: "ratna@kominfo.example" },
    ] as const;
    const plans = digestPlans(WEDNESDAY, { ...input({ office: { ...office, staff } }), helpdesk });
    expect(plans.map(({ to }) => to.address)).toEqual(["ratna@kominfo.example"]);
  });
});

describe("digestFor()", () => {
  const open = [
    ticketDue("JKD-2026-0001", at(25, 9, 0)),
    ticketDue("JKD-2026-0002", at(24, 15, 0), { priority: "Rendah" }),
    ticketDue("JKD-2026-0003", at(24, 9, 0), { priority: "Sedang", officers: "" }),
    ticketDue("JKD-2026-0004", at(24, 15, 30), { priority: "Tinggi" }),
    ticketDue("JKD-2026-0005", at(25, 9, 0), { officers: "" }),
    ticketDue("JKD-2026-0006", null, { status: "Menunggu Info" }),
    ticketDue("JKD-2026-0007", at(26, 9, 0), { status: "Menunggu Pihak Ketiga" }),
    ticketDue("JKD-2026-0008", at(27, 9, 0)),
  ];

  test("late ones stand worst first: Tinggi, then the oldest deadline", () => {
    expect(numbers(digestFor({ kind: "section-head" }, input({ open })).late)).toBe("432");
  });

  test("each complaint stands in one list, what is not urgent in none", () => {
    const digest = digestFor({ kind: "section-head" }, input({ open }));
    const { dueToday, unassigned, waitingReporter, waitingThirdParty } = digest;
    expect([dueToday, unassigned, waitingReporter, waitingThirdParty].map(numbers)).toEqual([
      "1",
      "5",
      "6",
      "7",
    ]);
    expect(digest.openCount).toBe(8);
  });

  test("a late one without an officer says so", () => {
    const { late } = digestFor({ kind: "section-head" }, input({ open }));
    expect(late.map(({ note }) => note)).toEqual(["", "Belum ditugaskan", ""]);
  });

  test("an officer's holds his own, those due later too", () => {
    const digest = digestFor({ kind: "officer", name: "Budi Hartono" }, input({ open }));
    expect(digest.openCount).toBe(6);
    expect(numbers(digest.dueLater ?? [])).toBe("8");
    expect(digestFor({ kind: "officer", name: "Tono Prakoso" }, input({ open })).openCount).toBe(0);
  });

  test("counts what came and went since the last one", () => {
    const on = exampleRun({ outcome: "on-time" });
    const late = exampleRun({ outcome: "late" });
    const closedSince = [on, late].map((run) =>
      exampleTicket({}, { phase: "closed", runs: [run] }),
    );
    const digest = digestFor(
      { kind: "section-head" },
      input({ closedSince, open: open.slice(0, 1) }),
    );
    expect(digest).toMatchObject({ newCount: 3, doneCount: 2, doneOnTime: 1 });
  });

  test("a unit disturbed three times in 30 days is named, twice is not", () => {
    const recent = ["Desa Colo", "Desa Colo", "Desa Colo", "Desa Rahtawu", "Desa Rahtawu"].map(
      (unit) => exampleTicket({ unit }),
    );
    expect(digestFor({ kind: "section-head" }, input({ recent })).frequentUnits).toEqual([
      { unit: "Desa Colo", count: 3 },
    ]);
  });

  test("days without anybody on duty are named, an office without a roster is left alone", () => {
    const friday = { date: null, weekday: 5, officer: "Budi Hartono", deputy: "" };
    const { warnings } = digestFor(
      { kind: "section-head" },
      input({ office: { ...office, duty: [friday] } }),
    );
    expect(warnings.join()).toContain("Jadwal Piket belum diisi untuk Rabu, 25 November 2026;");
    expect(warnings.join()).not.toContain("Jumat");
    expect(digestFor({ kind: "section-head" }, input()).warnings).toEqual([]);
  });
});
