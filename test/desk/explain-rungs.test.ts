import { describe, expect, test } from "vitest";

import { explain } from "../../src/desk/explain.ts";
import { explanationText } from "../../src/desk/explain-text.ts";
import type { TicketEvent } from "../../src/desk/event.ts";
import type { Run, RungMark, StaffFields } from "../../src/desk/ticket.ts";
import { aRun, aTicket, officeCalendar, policy, show, wib } from "./clock-builders.ts";

const START = wib("2026-11-24 09.00");
const DUE = wib("2026-11-24 10.00");

function explained(
  run: Run,
  now: string,
  fields: Partial<StaffFields> = {},
  events: TicketEvent[] = [],
) {
  const ground = { calendar: officeCalendar(), downtimes: [], policy, now: wib(now) };
  return explain(aTicket(START, { runs: [run], fields }), { events, letters: [] }, ground);
}

function rungs(...given: Parameters<typeof explained>): string[] {
  const [run] = explained(...given).runs;
  return (run?.rungs ?? []).map(({ rung, at, how, why }) =>
    [rung, how, show(at).replace("2026-11-24 ", ""), why].join(" ").trimEnd(),
  );
}

function skipped(changed: Partial<TicketEvent & { type: "rung" }> = {}): TicketEvent {
  return {
    id: "JKD-2026-0042/9",
    number: "JKD-2026-0042",
    at: wib("2026-11-24 12.00"),
    by: "sistem",
    type: "rung",
    round: 1,
    step: 4,
    rung: "escalation/section-head",
    how: "skipped",
    reason: "sudah terlewati saat sistem kembali bekerja",
    ...changed,
  };
}

const SENT: RungMark = { rung: "overdue/officer", at: wib("2026-11-24 10.01"), how: "sent" };
const SKIPPED: RungMark = {
  rung: "escalation/section-head",
  at: wib("2026-11-24 12.00"),
  how: "skipped",
};

describe("each rung of a step", () => {
  test("before the deadline: all are to come, Tinggi sooner", () => {
    const run = aRun(4, START, { dueAt: DUE });
    expect(rungs(run, "2026-11-24 09.10")).toEqual([
      "warning/officer to-come 09.45",
      "overdue/officer to-come 10.00",
      "escalation/section-head to-come 11.00",
      "escalation/division-head to-come 15.00",
    ]);
    expect(rungs(run, "2026-11-24 09.10", { priority: "Tinggi" }).slice(2)).toEqual([
      "escalation/section-head to-come 10.00",
      "escalation/division-head to-come 12.00",
    ]);
  });

  test("sent ones with their time, skipped ones with the reason on record", () => {
    const run = aRun(4, START, { dueAt: DUE, rungs: [SENT, SKIPPED] });
    const others = [skipped({ round: 2, reason: "x" }), skipped({ step: 5, reason: "y" })];
    const other = skipped({ rung: "escalation/division-head", reason: "z" });
    expect(rungs(run, "2026-11-24 12.10", {}, [skipped(), ...others, other])).toEqual([
      "warning/officer not-sent 09.45 batas waktunya sudah lewat",
      "overdue/officer sent 10.01",
      "escalation/section-head not-sent 11.00 sudah terlewati saat sistem kembali bekerja",
      "escalation/division-head to-come 15.00",
    ]);
    for (const events of [[], [skipped({ reason: "" })]]) {
      expect(rungs(run, "2026-11-24 12.10", {}, events)[2]).toBe(
        "escalation/section-head not-sent 11.00 sudah terlewati",
      );
    }
  });

  test("at the deadline itself the warning can still come, a second later not", () => {
    const run = aRun(4, START, { dueAt: DUE });
    expect(rungs(run, "2026-11-24 10.00")[0]).toBe("warning/officer to-come 09.45");
    expect(rungs(run, "2026-11-24 10.00.01")[0]).toContain("batas waktunya sudah lewat");
  });

  test("after the end: what the step was faster than, and what waited for a change to settle", () => {
    const endedAt = wib("2026-11-24 10.00");
    const run = aRun(4, START, { dueAt: DUE, endedAt, outcome: "on-time" });
    expect(rungs(run, "2026-11-24 12.00")).toEqual([
      "warning/officer not-sent 09.45 perubahan di log saat itu belum tetap",
      "overdue/officer not-sent 10.00 langkah berakhir sebelumnya",
      "escalation/section-head not-sent 11.00 langkah berakhir sebelumnya",
      "escalation/division-head not-sent 15.00 langkah berakhir sebelumnya",
    ]);
  });

  test("without a deadline there is no time for any", () => {
    expect(rungs(aRun(4, START), "2026-11-24 12.00")[0]).toBe(
      "warning/officer not-sent null langkah ini sedang tanpa batas waktu",
    );
    expect(rungs(aRun(2, START, { dueAt: DUE }), "2026-11-24 12.00")).toEqual([]);
  });
});

test("on the console a deadline that moved, a request and a step that was not owed are told in words", () => {
  const moved: TicketEvent = {
    id: "JKD-2026-0042/7",
    number: "JKD-2026-0042",
    at: wib("2026-11-24 09.30"),
    by: "sistem",
    type: "due-changed",
    round: 2,
    step: 4,
    dueAt: null,
    limit: 3_600_000,
    policy: "",
    reason: "Jenis diubah",
  };
  const run = aRun(4, START, {
    round: 2,
    endedAt: wib("2026-11-24 09.30"),
    seenFrom: wib("2026-11-24 09.20"),
    outcome: "not-owed",
    reason: "mengikuti aduan induk JKD-2026-0001",
  });
  const text = explanationText(
    explained(run, "2026-11-24 09.40", { unit: "" }, [moved]),
    "Asia/Jakarta",
  );
  expect(text.split("\n")).toEqual([
    "JKD-2026-0042 – Internet mati",
    "Keadaan per Selasa, 24 November 2026 pukul 09.40 WIB",
    "",
    "Langkah 4 – Perbaikan daring/telepon (dibuka kembali 1)",
    "  mulai 24/11/2026 09.00",
    "  batas 1 jam: tanpa batas saat ini",
    "  24/11/2026 09.00 – 24/11/2026 09.30  30 menit  dihitung: sebelum ditugaskan",
    "  terpakai 30 menit",
    "  berakhir 24/11/2026 09.30, terlihat antara 24/11/2026 09.20 dan saat itu: tidak wajib (mengikuti aduan induk JKD-2026-0001)",
    ...["pengingat kepada petugas", "pemberitahuan terlambat kepada petugas"].map(
      (what) => `  ${what}: tidak dikirim; langkah ini sedang tanpa batas waktu`,
    ),
    ...["Kepala Seksi", "Kepala Bidang"].map(
      (whom) => `  penyampaian kepada ${whom}: tidak dikirim; langkah ini sedang tanpa batas waktu`,
    ),
    "",
    "Umur aduan: 0.40.00, terdiri atas",
    "  0.40.00  belum ditugaskan",
    "",
    "Catatan:",
    "  24/11/2026 09.30  Langkah 4 – Perbaikan daring/telepon: batas kini tidak ada untuk sementara; Jenis diubah",
  ]);
});
