import { describe, expect, test } from "vitest";

import { recapHead } from "../../src/desk/recap-head.ts";
import { countBy, type RecapLine, withRest } from "../../src/desk/recap-lines.ts";
import { type RecapRow, rowOf } from "../../src/desk/recap-rows.ts";
import { stepFigures } from "../../src/desk/recap-steps.ts";
import { recapPlans } from "../../src/desk/recap-due.ts";
import { monthOf, recapOf } from "../../src/desk/recap.ts";
import type { Run, StaffFields, Ticket } from "../../src/desk/ticket.ts";
import { HOUR, MINUTE } from "../../src/desk/time.ts";
import { aRun, aTicket, officeCalendar, wib } from "./clock-builders.ts";
import { anOffice, SECTION_HEAD } from "./support/office.ts";

const calendar = officeCalendar();
const REPORTED = wib("2026-11-24 09.00");
const CLOSED = wib("2026-11-24 11.00");
const NOW = wib("2026-12-01 08.00");
const WORKED = { from: REPORTED, status: "Dikerjakan", officers: ["Budi"] } as const;

function row(ticket: Partial<Omit<Ticket, "fields">> = {}, fields: Partial<StaffFields> = {}) {
  return rowOf(aTicket(REPORTED, { ...ticket, fields }), { calendar, now: NOW });
}

function repair(changes: Partial<Run> = {}): Run {
  return aRun(4, REPORTED, { dueAt: wib("2026-11-24 10.00"), endedAt: CLOSED, ...changes });
}

function closedWith(...runs: Run[]): Partial<Omit<Ticket, "fields">> {
  return {
    phase: "closed",
    phaseSince: CLOSED,
    runs,
    stretches: [{ ...WORKED, officers: ["Budi"] }],
  };
}

describe("a complaint's row", () => {
  test("holds what staff accepted, and when it came in and ended", () => {
    const later = wib("2026-11-24 08.30");
    const fields = {
      kind: "Permintaan",
      reportedAt: later,
      subject: "WiFi aula",
      category: "WiFi",
      channel: "Telepon",
      priority: "Rendah",
      cause: "Petir",
    } as const;
    expect(row({ ...closedWith(repair({ outcome: "late" })), round: 3 }, fields)).toMatchObject({
      number: "JKD-2026-0042",
      cameInAt: later,
      endedAt: CLOSED,
      phase: "closed",
      request: true,
      title: "WiFi aula",
      unit: "Dinas Kesehatan",
      category: "WiFi",
      channel: "Telepon",
      priority: "Rendah",
      cause: "Petir",
      officers: ["Budi"],
      outcome: "late",
      reopened: 2,
    });
  });

  test("falls back on the complaint where cells are blank", () => {
    expect(row({}, { reportedAt: null, subject: "", channel: "" })).toMatchObject({
      cameInAt: REPORTED,
      endedAt: null,
      request: false,
      title: "Internet mati",
      channel: "Email",
      reopened: 0,
    });
    const ticket = aTicket(REPORTED, { fields: { subject: "", text: "x".repeat(100) } });
    const untitled = { ...ticket, complaint: { ...ticket.complaint, subject: "" } };
    expect(rowOf(untitled, { calendar, now: NOW }).title).toBe("x".repeat(80));
  });

  test("without known downtime has none", () => {
    expect(row({ stretches: [{ ...WORKED, officers: ["Budi"] }] }).downtime).toBe(0);
  });

  test.each<[outcomes: Run["outcome"][], want: RecapRow["outcome"]]>([
    [["on-time", "unmeasured", "late"], "late"],
    [["on-time", "unmeasured"], "unmeasured"],
    [["on-time", "not-owed"], "on-time"],
    [["not-owed", "cancelled"], "no-clock"],
    [[], "no-clock"],
  ])("closed with %j stands as %s", (outcomes, want) => {
    expect(row(closedWith(...outcomes.map((outcome) => repair({ outcome })))).outcome).toBe(want);
  });

  test.each<[what: string, ticket: Partial<Ticket>, want: boolean]>([
    ["open past a deadline", { runs: [repair({ endedAt: null, dueAt: NOW - 1 })] }, true],
    ["open at its deadline", { runs: [repair({ endedAt: null, dueAt: NOW })] }, false],
    ["open without a deadline", { runs: [repair({ endedAt: null, dueAt: null })] }, false],
    ["open after a late step", { runs: [repair({ outcome: "late" })] }, false],
    [
      "open past one of two deadlines",
      { runs: [repair({ endedAt: null, dueAt: NOW }), repair({ endedAt: null, dueAt: NOW - 1 })] },
      true,
    ],
    ["closed", { phase: "closed", runs: [repair({ endedAt: null, dueAt: NOW - 1 })] }, false],
  ])("%s: late now is %s", (_, { phase = "open", runs = [] }, want) => {
    expect(row({ phase, runs }).lateNow).toBe(want);
  });

  test("names the last who had it, each once, and those assigned where no stretch names any", () => {
    const stretches = [
      { ...WORKED, officers: ["Tono"] },
      { ...WORKED, officers: ["Budi", "Budi"] },
      { ...WORKED, officers: [] },
    ];
    expect(row({ stretches, assigned: ["Sari"] }).officers).toEqual(["Budi"]);
    expect(row({ assigned: ["Sari"] }).officers).toEqual(["Sari"]);
  });

  test("measures the last repair that has ended, on site or not, in working time", () => {
    expect(row({ runs: [aRun(3, REPORTED, { endedAt: CLOSED })] }).repair).toBe(null);
    expect(row({ runs: [repair({ endedAt: null })] }).repair).toBe(null);
    const remote = repair();
    const visit = aRun(5, wib("2026-11-24 11.30"), { endedAt: wib("2026-11-24 13.30") });
    const report = aRun(6, wib("2026-11-24 13.30"), { endedAt: wib("2026-11-24 13.31") });
    expect(row({ runs: [remote, visit, report] }).repair).toEqual({ step: 5, took: HOUR });
    const again = repair({ startedAt: wib("2026-11-24 14.00"), endedAt: null });
    expect(row({ runs: [remote, again] }).repair).toEqual({ step: 4, took: 2 * HOUR });
  });

  test("lays a late repair on who had it at its deadline, and on nobody where nobody did", () => {
    const late = repair({ outcome: "late" });
    const [budi, tono] = [["Budi"], ["Tono"]];
    const handedOn = (from: string) => [
      { ...WORKED, officers: budi },
      { ...WORKED, from: wib(from), officers: tono },
    ];
    const judged = (stretches: Ticket["stretches"], run = late) =>
      row({ ...closedWith(run), stretches }).officerOutcomes;
    expect(judged(handedOn("2026-11-24 10.00"))).toEqual({ Tono: "late" });
    expect(judged(handedOn("2026-11-24 10.01"))).toEqual({ Budi: "late", Tono: null });
    expect(judged([{ ...WORKED, from: NOW, officers: budi }])).toEqual({ Budi: null });
    expect(judged(handedOn("2026-11-24 10.01"), repair({ outcome: "unmeasured" }))).toEqual({
      Tono: "unmeasured",
    });
    expect(row({ runs: [late] }).officerOutcomes).toEqual({});
  });
});

describe("a month's head", () => {
  test("counts requests, reopened ones, open late ones and late ones that waited for others", () => {
    const late = row(closedWith(repair({ outcome: "late" })));
    const rows = [
      { ...late, thirdParty: MINUTE, reopened: 2 },
      late,
      { ...late, outcome: "on-time" as const, thirdParty: MINUTE },
      row({ runs: [repair({ endedAt: null, dueAt: NOW - 1 })] }, { kind: "Permintaan" }),
    ];
    expect(recapHead("2026-11", rows)).toMatchObject({
      cameIn: 4,
      requests: 1,
      open: 1,
      openLate: 1,
      onTime: 1,
      late: 2,
      lateThirdParty: 1,
      reopened: 1,
      thirdParty: 2 * MINUTE,
    });
  });

  test("counts apart what is late only because it was typed in long afterwards (B065)", () => {
    const late = { ...row(closedWith(repair({ outcome: "late" }))), enteredLater: true };
    const rows = [
      late,
      { ...late, outcome: null, lateNow: true },
      { ...late, outcome: "on-time" as const },
      { ...late, enteredLater: false },
    ];
    expect(recapHead("2026-11", rows)).toMatchObject({ late: 2, openLate: 1, lateEntered: 2 });
  });
});

function line(name: string, count: number): RecapLine {
  return { name, count, done: 3, onTime: 2, late: 1 };
}

describe("lines by name", () => {
  test("stand by number, then by name, with the blank ones last however many they are", () => {
    const rows = ["", "", "", "Petir", "Kabel", "Kabel", "Angin", " "].map((cause) => ({
      ...row(),
      cause,
    }));
    const counted = countBy(rows, ({ cause }) => cause).map(({ name, count }) => [name, count]);
    expect(counted).toEqual([
      ["Kabel", 2],
      ["Angin", 1],
      ["Petir", 1],
      ["", 4],
    ]);
    expect(countBy(rows.toReversed(), ({ cause }) => cause).map(({ name }) => name)).toEqual([
      "Kabel",
      "Angin",
      "Petir",
      "",
    ]);
  });

  test("without any name count as blank", () => {
    expect(countBy([row()], () => [])).toEqual([
      { name: "", count: 1, done: 0, onTime: 0, late: 0 },
    ]);
  });

  test("that do not fit are summed up in the last", () => {
    const lines = [line("Kabel", 9), line("Petir", 4), line("Angin", 2), line("Air", 1)];
    expect(withRest(lines, 4)).toEqual(lines);
    expect(withRest(lines, 3)).toEqual([
      lines[0],
      lines[1],
      { name: "2 lainnya", count: 3, done: 6, onTime: 4, late: 2 },
    ]);
  });
});

test("each SOP step is counted by how its runs ended, running ones apart", () => {
  const ended = { endedAt: CLOSED };
  const runs = [
    aRun(4, REPORTED, { ...ended, outcome: "on-time" }),
    aRun(4, REPORTED, { ...ended, outcome: "on-time" }),
    aRun(4, REPORTED, { ...ended, outcome: "on-time" }),
    aRun(4, REPORTED, { ...ended, outcome: "late" }),
    aRun(4, REPORTED, { ...ended, outcome: "late" }),
    aRun(4, REPORTED, { ...ended, outcome: "unmeasured" }),
    aRun(4, REPORTED, { ...ended, outcome: "not-owed" }),
    aRun(4, REPORTED, { ...ended, outcome: "cancelled" }),
    aRun(4, REPORTED),
  ];
  const [, , remote, visit] = stepFigures([
    aTicket(REPORTED, { runs: runs.slice(0, 4) }),
    aTicket(REPORTED, { runs: runs.slice(4) }),
  ]);
  expect(remote).toEqual({
    step: 4,
    total: 9,
    onTime: 3,
    late: 2,
    unmeasured: 1,
    notCounted: 2,
    running: 1,
  });
  expect(visit).toMatchObject({ step: 5, total: 0, notCounted: 0 });
});

function came(number: string, at: string): Ticket {
  return { ...aTicket(wib(at)), number };
}

describe("a recap", () => {
  test("lists its complaints as they came in, of two at once the lower number first", () => {
    const tickets = [
      came("JKD-2026-0003", "2026-11-24 09.00"),
      came("JKD-2026-0001", "2026-11-24 09.00"),
      came("JKD-2026-0002", "2026-11-02 09.00"),
    ];
    for (const given of [tickets, tickets.toReversed()]) {
      const { rows } = recapOf("2026-11", given, { calendar, now: NOW });
      expect(rows.map(({ number }) => number.slice(-1)).join("")).toBe("213");
    }
  });

  test("counts a complaint in the month that staff say it was reported in", () => {
    const moved = aTicket(wib("2026-12-01 08.00"), { fields: { reportedAt: REPORTED } });
    const { head } = recapOf("2026-11", [moved], { calendar, now: NOW });
    expect(head.cameIn).toBe(1);
    expect(monthOf(wib("2026-12-01 00.00"), calendar)).toBe("2026-12");
  });

  test("is a letter of its own that no cell has caused and that never grows stale", () => {
    const recap = recapOf("2026-11", [], { calendar, now: NOW });
    const [letter] = recapPlans(recap, { office: anOffice(), calendar });
    const key = `recap/2026-11/${SECTION_HEAD}`;
    expect(letter).toMatchObject({
      key,
      reasons: [key],
      kind: "recap",
      ticket: null,
      facts: { kind: "recap", month: "2026-11", recap },
      causedBySheet: false,
      plannedAt: NOW,
      expiresAt: null,
    });
  });
});
