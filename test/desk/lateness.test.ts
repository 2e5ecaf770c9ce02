import { describe, expect, test } from "vitest";

import { countedPieces } from "../../src/desk/counted.ts";
import { custody } from "../../src/desk/custody.ts";
import { daysOffWords } from "../../src/desk/days-off-words.ts";
import { explain } from "../../src/desk/explain.ts";
import { lateSentence, rowLateSentence } from "../../src/desk/lateness.ts";
import { splitAge } from "../../src/desk/split.ts";
import type { Run, Stretch, Ticket } from "../../src/desk/ticket.ts";
import { HOUR, MINUTE, type Instant } from "../../src/desk/time.ts";
import { aRun, aTicket, officeCalendar, policy, show, wib } from "./clock-builders.ts";

const office = officeCalendar();
const START = wib("2026-11-24 08.00");
const DUE = wib("2026-11-24 09.00");
const BUDI: Stretch = { from: START, status: "Dikerjakan", officers: ["Budi"] };

function ticketWith(runs: Run[], stretches: Stretch[] = [BUDI]) {
  return aTicket(START, { runs, stretches });
}

describe("of which run the sentence speaks", () => {
  const late = aRun(3, START, { dueAt: wib("2026-11-24 08.30"), endedAt: DUE, outcome: "late" });
  const running = aRun(4, DUE, { dueAt: wib("2026-11-24 10.00") });

  test("an open late one before one that ended late", () => {
    const ticket = ticketWith([late, running]);
    expect(lateSentence(ticket, office, [], wib("2026-11-24 10.20"))).toContain(
      "Terlambat 20 menit",
    );
    expect(lateSentence(ticket, office, [], wib("2026-11-24 09.20"))).toContain(
      "Terlambat 30 menit",
    );
  });

  test("the later step of two that ended late", () => {
    const repair = { ...running, endedAt: wib("2026-11-24 10.05"), outcome: "late" as const };
    expect(lateSentence(ticketWith([late, repair]), office, [], wib("2026-11-24 12.00"))).toContain(
      "Terlambat 5 menit",
    );
  });

  test("none of a round before, none that was judged otherwise, none without a deadline", () => {
    const now = wib("2026-11-24 11.00");
    const before = { ...ticketWith([late]), round: 2 };
    expect(lateSentence(before, office, [], now)).toBe("");
    const unmeasured = { ...late, outcome: "unmeasured" as const };
    expect(lateSentence(ticketWith([unmeasured]), office, [], now)).toBe("");
    expect(lateSentence(ticketWith([aRun(4, START)]), office, [], now)).toBe("");
  });
});

describe("the row's sentence", () => {
  const ticket = ticketWith([aRun(4, START, { dueAt: DUE })]);
  const row = (text: string, changed = {}) =>
    rowLateSentence({ ...ticket, ...changed }, office, [], wib(text));

  test("stands from ten minutes on and changes every ten", () => {
    expect(row("2026-11-24 09.00")).toBe("");
    expect(row("2026-11-24 09.09.59")).toBe("");
    expect(row("2026-11-24 09.10")).toBe("Terlambat 10 menit: seluruhnya penanganan petugas");
    expect(row("2026-11-24 09.19.59")).toBe(row("2026-11-24 09.10"));
    expect(row("2026-11-24 09.20")).toContain("20 menit");
  });

  test("is silent on a ticket that is closed or cancelled, and on steps that have ended", () => {
    expect(row("2026-11-24 10.00", { phase: "closed" })).toBe("");
    expect(row("2026-11-24 10.00", { phase: "cancelled" })).toBe("");
    const ended = aRun(4, START, { dueAt: DUE, endedAt: wib("2026-11-24 09.30"), outcome: "late" });
    expect(row("2026-11-24 10.00", { runs: [ended] })).toBe("");
  });
});

test("by the clock on the wall a day off is no excuse, so none is named", () => {
  const start = wib("2026-12-23 10.00");
  const ticket = aTicket(start, {
    runs: [aRun(5, start, { dueAt: wib("2026-12-24 10.00") })],
    stretches: [{ from: start, status: "Dikerjakan", officers: ["Budi"] }],
  });
  const now = wib("2026-12-24 12.00");
  expect(lateSentence(ticket, office, [], now, "jam dinding")).toBe(
    "Terlambat 2 jam: seluruhnya penanganan petugas",
  );
});

function lateBy(runs: Run[]): Record<string, number> {
  return splitAge(ticketWith(runs), office, [], wib("2026-11-24 10.00")).lateByOfficer;
}

describe("lateness by officer", () => {
  test("counts steps 4 and 5 that run late or ended late, and no others", () => {
    expect(lateBy([aRun(4, START, { dueAt: DUE })])).toEqual({ Budi: HOUR });
    expect(lateBy([aRun(5, START, { dueAt: DUE })])).toEqual({ Budi: HOUR });
    const ended = { dueAt: DUE, endedAt: wib("2026-11-24 09.40") };
    expect(lateBy([aRun(4, START, { ...ended, outcome: "late" })])).toEqual({
      Budi: 40 * MINUTE,
    });
    for (const run of [
      aRun(3, START, { dueAt: DUE }),
      aRun(6, START, { dueAt: DUE }),
      aRun(4, START, { ...ended, outcome: "unmeasured" }),
      aRun(4, START, { ...ended, outcome: "cancelled" }),
      aRun(4, START),
      aRun(4, START, { dueAt: wib("2026-11-24 10.00") }),
    ]) {
      expect(lateBy([run])).toEqual({});
    }
  });
});

function hands(runs: Run[], stretches: Stretch[], until: string, round = 1): string[] {
  return custody({ ...ticketWith(runs, stretches), round }, [], wib(until)).map(
    ({ from, to, holder, why }) => `${clock(from)}–${clock(to)} ${holder}: ${why}`,
  );
}

function clock(t: Instant): string {
  return show(t).slice(11);
}

describe("in whose hands a ticket lay", () => {
  test("cancelled and taken up again", () => {
    const cancelled: Stretch = { from: DUE, status: "Dibatalkan", officers: ["Budi"] };
    const back: Stretch = { ...BUDI, from: wib("2026-11-24 10.00") };
    expect(hands([], [BUDI, cancelled, back], "2026-11-24 11.00")).toEqual([
      "08.00–09.00 ours: penanganan petugas",
      "09.00–10.00 nobody: aduan dibatalkan",
      "10.00–11.00 ours: penanganan petugas",
    ]);
  });

  test("reopened, the officer of before has it only once step 3 is done anew", () => {
    const first = aRun(4, START, { endedAt: DUE, outcome: "on-time" });
    const again = { round: 2, endedAt: wib("2026-11-24 10.30"), outcome: "on-time" as const };
    const runs = [first, aRun(3, wib("2026-11-24 10.00"), again)];
    expect(hands(runs, [BUDI], "2026-11-24 11.00", 2)).toEqual([
      "08.00–09.00 ours: penanganan petugas",
      "09.00–10.00 nobody: aduan sudah ditutup",
      "10.00–10.30 unassigned: sebelum ditugaskan",
      "10.30–11.00 ours: penanganan petugas",
    ]);
  });

  test("an answer ends the waiting though the cell still says Menunggu Info", () => {
    const asked: Stretch = { from: START, status: "Menunggu Info", officers: ["Budi"] };
    const held = aRun(3, START, { holds: [{ from: START, to: wib("2026-11-24 08.20") }] });
    expect(hands([held], [asked], "2026-11-24 08.30")).toEqual([
      "08.00–08.20 waitingReporter: menunggu pelapor",
      "08.20–08.30 ours: penanganan petugas",
    ]);
    expect(hands([aRun(4, START)], [asked], "2026-11-24 08.30")).toEqual([
      "08.00–08.30 waitingReporter: menunggu pelapor",
    ]);
  });

  test("a repair's hold is the third party's, by Status, and not the reporter's", () => {
    const hold = { holds: [{ from: START, to: null }] };
    expect(hands([aRun(4, START, hold)], [BUDI], "2026-11-24 08.30")).toEqual([
      "08.00–08.30 ours: penanganan petugas",
    ]);
  });

  test("before its report there is nothing", () => {
    expect(hands([], [BUDI], "2026-11-24 07.00")).toEqual([]);
    expect(hands([], [BUDI], "2026-11-24 08.00")).toEqual([]);
  });
});

function reasons(from: string, to: string): string[] {
  return countedPieces(office, "jam kerja", wib(from), wib(to)).map((piece) => piece.why);
}

describe("why time does not count", () => {
  test("the noon break of a Friday is prayer too, on other days it is not", () => {
    expect(reasons("2026-11-27 11.00", "2026-11-27 13.30")).toEqual([
      "",
      "istirahat dan salat Jumat",
      "",
    ]);
    expect(reasons("2026-11-26 11.00", "2026-11-26 13.30")).toEqual(["", "istirahat", ""]);
    expect(reasons("2026-11-27 12.10", "2026-11-27 12.50")).toEqual(["istirahat"]);
  });

  test("by the clock on the wall everything counts, in one piece", () => {
    const [from, to] = [wib("2026-11-27 20.00"), wib("2026-11-29 08.00")];
    expect(countedPieces(office, "jam dinding", from, to)).toEqual([
      { from, to, counted: true, why: "" },
    ]);
    for (const count of ["jam kerja", "jam dinding", "hari kerja"] as const) {
      expect(countedPieces(office, count, to, from)).toEqual([]);
      expect(countedPieces(office, count, to, to)).toEqual([]);
    }
  });
});

function daysOff(from: string, to: string, dates: readonly string[]): string {
  const days = dates.map((date) => ({
    date,
    name: "Libur daerah",
    what: "libur" as const,
    windows: [],
  }));
  return daysOffWords(officeCalendar(...days), wib(`${from} 09.00`), wib(`${to} 09.00`));
}

describe("days off in a sentence", () => {
  test.each([
    ["none, and a weekend has no name", "2026-11-26", "2026-11-30", [], ""],
    ["the last day itself", "2026-11-24", "2026-11-25", ["2026-11-25"], "libur 25 November"],
    [
      "two that stand apart",
      "2026-11-20",
      "2026-11-30",
      ["2026-11-23", "2026-11-25"],
      "libur 23 November, 25 November",
    ],
    [
      "two months",
      "2026-11-27",
      "2026-12-03",
      ["2026-11-30", "2026-12-01"],
      "libur 30 November–1 Desember",
    ],
    [
      "three are named",
      "2026-11-15",
      "2026-11-30",
      ["2026-11-16", "2026-11-18", "2026-11-20"],
      "libur 16 November, 18 November, 20 November",
    ],
    [
      "of four only the number",
      "2026-11-15",
      "2026-11-30",
      ["2026-11-16", "2026-11-18", "2026-11-20", "2026-11-24"],
      "4 hari libur",
    ],
  ])("%s", (_, from, to, dates, want) => expect(daysOff(from, to, dates)).toBe(want));
});

describe("a step that was held", () => {
  const holds = [
    { from: wib("2026-11-24 08.40"), to: wib("2026-11-24 08.50") },
    { from: wib("2026-11-24 08.05"), to: wib("2026-11-24 08.30") },
  ];
  const held = aRun(3, START, { holds, dueAt: wib("2026-11-24 09.05") });
  const asked: Stretch[] = [
    { from: START, status: "Baru", officers: [] },
    { from: wib("2026-11-24 08.05"), status: "Menunggu Info", officers: [] },
    { from: wib("2026-11-24 08.30"), status: "Baru", officers: [] },
    { from: wib("2026-11-24 08.40"), status: "Menunggu Info", officers: [] },
    { from: wib("2026-11-24 08.50"), status: "Baru", officers: [] },
  ];

  test("is late by what was not held, whatever order its holds are kept in", () => {
    const ticket = ticketWith([held], asked);
    expect(lateSentence(ticket, office, [], wib("2026-11-24 09.25"))).toBe(
      "Terlambat 20 menit: seluruhnya sebelum ditugaskan",
    );
    const [run] = explainOf(ticket, "2026-11-24 09.25").runs;
    expect(run).toMatchObject({ used: 50 * MINUTE, late: 20 * MINUTE });
    expect(run?.causes).toEqual([{ why: "sebelum ditugaskan", length: 20 * MINUTE }]);
  });

  test("in time, and at its deadline, is late by nothing and for no reason", () => {
    for (const now of ["2026-11-24 09.00", "2026-11-24 09.05"]) {
      const [run] = explainOf(ticketWith([held], asked), now).runs;
      expect(run).toMatchObject({ late: 0, causes: [] });
    }
  });
});

function explainOf(ticket: Ticket, now: string) {
  const record = { events: [], letters: [] };
  return explain(ticket, record, { calendar: office, downtimes: [], policy, now: wib(now) });
}
