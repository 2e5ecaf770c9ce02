import { describe, expect, test } from "vitest";

import { makeCalendar } from "../../src/desk/calendar.ts";
import { dueAt } from "../../src/desk/deadline.ts";
import type { TicketEvent } from "../../src/desk/event.ts";
import { explanationText } from "../../src/desk/explain-text.ts";
import { explain, type LetterOnRecord } from "../../src/desk/explain.ts";
import type { Run, Stretch } from "../../src/desk/ticket.ts";
import { DAY, HOUR, MINUTE } from "../../src/desk/time.ts";
import { aRun, aTicket, officeCalendar, policy, rulesWith, show, wib } from "./clock-builders.ts";

const START = wib("2026-11-24 09.00");
const DUE = wib("2026-11-24 10.00");
const office = officeCalendar();

interface Past {
  stretches?: Stretch[];
  events?: TicketEvent[];
  letters?: LetterOnRecord[];
  calendar?: typeof office;
}

function explained(run: Run, now: string, past: Past = {}) {
  const { stretches, events = [], letters = [], calendar = office } = past;
  const ticket = aTicket(run.startedAt, { runs: [run], ...(stretches ? { stretches } : {}) });
  const ground = { calendar, downtimes: [], policy, now: wib(now) };
  return explain(ticket, { events, letters }, ground);
}

function lines(...given: Parameters<typeof explained>): string[] {
  return explanationText(explained(...given), "Asia/Jakarta").split("\n");
}

/** The pieces of the only run: `09.00 – 09.10 dihitung`, `… menunggu pelapor`. */
function pieces(...given: Parameters<typeof explained>): string[] {
  const [run] = explained(...given).runs;
  return (run?.pieces ?? []).map(({ from, to, counted, why }) =>
    [show(from), "–", show(to), counted ? "dihitung" : why].join(" ").replaceAll("2026-11-", ""),
  );
}

function starting(text: string, found: string[]): string | undefined {
  return found.find((line) => line.trim().startsWith(text))?.trim();
}

describe("a run on the console", () => {
  test("that began out of hours says from when it counts", () => {
    const run = aRun(4, wib("2026-11-23 20.00"), { dueAt: wib("2026-11-24 08.30") });
    expect(starting("mulai", lines(run, "2026-11-24 08.00"))).toBe(
      "mulai 23/11/2026 20.00, dihitung mulai 24/11/2026 07.30",
    );
    const open = aRun(4, START, { dueAt: DUE });
    expect(starting("mulai", lines(open, "2026-11-24 09.10"))).toBe("mulai 24/11/2026 09.00");
  });

  test("in an office without hours never counts, and has no deadline", () => {
    const calendar = makeCalendar(rulesWith({ week: [], periods: [] }));
    const found = lines(aRun(4, START), "2026-11-24 10.00", { calendar });
    expect(starting("mulai", found)).toBe("mulai 24/11/2026 09.00, dihitung mulai tidak pernah");
    expect(starting("batas", found)).toBe("batas 1 jam: tanpa batas saat ini");
  });

  test.each([
    [30 * MINUTE, "30 menit"],
    [90 * MINUTE, "1 jam 30 menit"],
    [DAY, "24 jam"],
    [36 * HOUR, "36 jam"],
    [DAY + 30 * MINUTE, "1 hari 30 menit"],
  ])("a limit of %d ms is %s, as the SOP writes whole hours", (limit, words) => {
    const run = aRun(5, START, { dueAt: DUE, limit });
    expect(starting("batas", lines(run, "2026-11-24 09.10"))).toBe(
      `batas ${words}: 24/11/2026 10.00`,
    );
  });

  test("that is late by seconds names no causes, one late by two names both", () => {
    const run = aRun(4, START, { dueAt: DUE });
    expect(starting("terpakai", lines(run, "2026-11-24 10.00.30"))).toBe(
      "terpakai 1 jam, terlambat kurang dari 1 menit",
    );
    const stretches: Stretch[] = [
      { from: START, status: "Menunggu Pihak Ketiga", officers: ["Budi"] },
      { from: wib("2026-11-24 09.40"), status: "Dikerjakan", officers: ["Budi"] },
    ];
    expect(starting("terpakai", lines(run, "2026-11-24 11.00", { stretches }))).toBe(
      "terpakai 2 jam, terlambat 1 jam (40 menit menunggu pihak ketiga, 20 menit penanganan petugas)",
    );
  });

  test.each([
    ["unmeasured", 0],
    ["on-time", 0],
    ["not-owed", 0],
    ["late", 30 * MINUTE],
  ] as const)("judged %s after its deadline is late by %d", (outcome, late) => {
    const endedAt = wib("2026-11-24 10.30");
    const [run] = explained(
      aRun(4, START, { dueAt: DUE, endedAt, outcome }),
      "2026-11-24 12.00",
    ).runs;
    expect(run?.late).toBe(late);
    expect(run?.causes.length).toBe(late === 0 ? 0 : 1);
  });
});

describe("the pieces of a run", () => {
  test("a field visit ordered on a Friday night counts nothing before Monday's opening", () => {
    const start = wib("2026-11-27 20.00");
    const run = aRun(5, start, { dueAt: dueAt(office, 5, start, policy) });
    expect(pieces(run, "2026-11-30 08.00")).toEqual([
      "27 20.00 – 28 00.00 sebelum jam layanan",
      "28 00.00 – 29 00.00 Sabtu",
      "29 00.00 – 30 00.00 Minggu",
      "30 00.00 – 30 07.30 sebelum jam layanan",
      "30 07.30 – 30 08.00 dihitung",
    ]);
  });

  test("a repair held by a third party says so, in step 3 it is the reporter", () => {
    const holds = [{ from: wib("2026-11-24 09.10"), to: wib("2026-11-24 09.30") }];
    expect(pieces(aRun(4, START, { holds }), "2026-11-24 09.40")[1]).toBe(
      "24 09.10 – 24 09.30 menunggu pihak ketiga",
    );
    expect(pieces(aRun(3, START, { holds }), "2026-11-24 09.40")[1]).toBe(
      "24 09.10 – 24 09.30 menunggu pelapor",
    );
  });

  test("holds at its edges, without length, overlapping or still open leave no empty piece", () => {
    const holds = [
      { from: wib("2026-11-24 09.30"), to: null },
      { from: wib("2026-11-24 09.15"), to: wib("2026-11-24 09.15") },
      { from: wib("2026-11-24 09.00"), to: wib("2026-11-24 09.10") },
      { from: wib("2026-11-24 09.05"), to: wib("2026-11-24 09.15") },
    ];
    expect(pieces(aRun(3, START, { holds }), "2026-11-24 09.40")).toEqual([
      "24 09.00 – 24 09.10 menunggu pelapor",
      "24 09.10 – 24 09.15 menunggu pelapor",
      "24 09.15 – 24 09.30 dihitung",
      "24 09.30 – 24 09.40 menunggu pelapor",
    ]);
  });
});

function aLetter(
  kind: LetterOnRecord["kind"],
  changes: Partial<LetterOnRecord> = {},
): LetterOnRecord {
  return {
    key: `JKD-2026-0042/r1/${kind}/officer`,
    kind,
    state: "sent",
    plannedAt: DUE,
    sentAt: null,
    detail: "",
    to: { role: "officer" },
    ...changes,
  };
}

test("letters stand in the order they went out or would have, with what became of them", () => {
  const letters = [
    aLetter("overdue", { plannedAt: wib("2026-11-24 10.01"), sentAt: wib("2026-11-24 10.30") }),
    aLetter("escalation", {
      plannedAt: wib("2026-11-24 11.01"),
      state: "failed",
      detail: "kotak penuh",
      to: { role: "section-head" },
    }),
    aLetter("warning", { plannedAt: wib("2026-11-24 09.45"), sentAt: wib("2026-11-24 09.46") }),
    aLetter("assignment", { plannedAt: wib("2026-11-24 10.15"), state: "planned" }),
  ];
  const found = lines(aRun(4, START, { dueAt: DUE }), "2026-11-24 12.00", { letters });
  expect(found.slice(found.indexOf("Surat:") + 1)).toEqual([
    "  24/11/2026 09.46  Pengingat batas waktu kepada petugas: terkirim [JKD-2026-0042/r1/warning/officer]",
    "  24/11/2026 10.15  Surat penugasan kepada petugas: menunggu dikirim [JKD-2026-0042/r1/assignment/officer]",
    "  24/11/2026 10.30  Pemberitahuan terlambat kepada petugas: terkirim [JKD-2026-0042/r1/overdue/officer]",
    "  24/11/2026 11.01  Penyampaian kepada Kepala Seksi: gagal (kotak penuh) [JKD-2026-0042/r1/escalation/officer]",
  ]);
});

test("a deadline that moved is a remark with its new instant and the reason; other events are none", () => {
  const common = { id: "JKD-2026-0042/7", number: "JKD-2026-0042", at: START, by: "sistem" };
  const events: TicketEvent[] = [
    { ...common, type: "noted", name: "petugas", text: "x" },
    {
      ...common,
      type: "due-changed",
      round: 1,
      step: 4,
      dueAt: wib("2026-11-24 11.00"),
      limit: 2 * HOUR,
      policy: "",
      reason: "aturan atau hari libur berubah",
    },
  ];
  const { remarks } = explained(aRun(4, START), "2026-11-24 09.10", { events });
  expect(remarks).toEqual([
    {
      at: START,
      text: "Langkah 4 – Perbaikan daring/telepon: batas kini 24 November 2026 pukul 11.00 WIB; aturan atau hari libur berubah",
    },
  ]);
});
