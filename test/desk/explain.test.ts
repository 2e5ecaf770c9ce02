import { expect, test } from "vitest";

import { explanationLines } from "../../src/commands/explain.ts";
import { dueAt } from "../../src/desk/deadline.ts";
import { explain } from "../../src/desk/explain.ts";
import { lateSentence } from "../../src/desk/lateness.ts";
import type { Ticket } from "../../src/desk/ticket.ts";
import { HOUR, MINUTE, type Instant } from "../../src/desk/time.ts";
import { aRun, aTicket, officeCalendar, policy, show, wib } from "./clock-builders.ts";

const office = officeCalendar();

const NOTHING = { events: [], letters: [] };

function ground(now: Instant) {
  return { calendar: office, downtimes: [], policy, now };
}

/** Step 3 from the afternoon before Christmas Eve, with the provider's outage before anybody has it. */
function christmasTicket(): Ticket {
  const start = wib("2026-12-23 15.30");
  return aTicket(start, {
    fields: { suspectedCause: "Gangguan penyedia" },
    runs: [aRun(3, start, { dueAt: dueAt(office, 3, start, policy) })],
    stretches: [
      { from: start, status: "Baru", officers: [] },
      { from: wib("2026-12-28 08.00"), status: "Menunggu Pihak Ketiga", officers: [] },
      { from: wib("2026-12-28 09.40"), status: "Baru", officers: [] },
    ],
  });
}

test("one sentence says how late, why, and which days off did not count", () => {
  expect(lateSentence(christmasTicket(), office, [], wib("2026-12-28 09.40"))).toBe(
    "Terlambat 2 jam 10 menit: 1 jam 40 menit menunggu penyedia internet, " +
      "30 menit sebelum ditugaskan; libur 24–25 Desember tidak dihitung",
  );
});

test("at the deadline itself nothing is late, a second later it is", () => {
  const ticket = christmasTicket();
  expect(lateSentence(ticket, office, [], wib("2026-12-23 16.00"))).toBe("");
  expect(lateSentence(ticket, office, [], wib("2026-12-28 07.30.01"))).toBe(
    "Terlambat kurang dari 1 menit; libur 24–25 Desember tidak dihitung",
  );
});

test("a wait inside the limit makes late only by what it took away", () => {
  const start = wib("2026-11-24 08.00");
  const ticket = aTicket(start, {
    runs: [aRun(4, start, { dueAt: wib("2026-11-24 09.00") })],
    stretches: [
      { from: start, status: "Menunggu Pihak Ketiga", officers: ["Budi"] },
      { from: wib("2026-11-24 09.40"), status: "Dikerjakan", officers: ["Budi"] },
    ],
  });
  expect(lateSentence(ticket, office, [], wib("2026-11-24 11.10"))).toBe(
    "Terlambat 2 jam 10 menit: 1 jam 40 menit menunggu pihak ketiga, 30 menit penanganan petugas",
  );
});

test("minutes in the sentence add up although seconds were cut off", () => {
  const start = wib("2026-11-24 08.00");
  const ticket = aTicket(start, {
    runs: [aRun(4, start, { dueAt: wib("2026-11-24 09.00") })],
    stretches: [
      { from: start, status: "Dikerjakan", officers: ["Budi"] },
      { from: wib("2026-11-24 09.10.40"), status: "Menunggu Pihak Ketiga", officers: ["Budi"] },
    ],
  });
  expect(lateSentence(ticket, office, [], wib("2026-11-24 09.31.10"))).toBe(
    "Terlambat 31 menit: 20 menit menunggu pihak ketiga, 11 menit penanganan petugas",
  );
});

test("the pieces of a held step 3 add up, and the letters say what was sent", () => {
  const start = wib("2026-11-27 11.10");
  const holds = [{ from: wib("2026-11-27 13.05"), to: wib("2026-11-30 08.00") }];
  const due = dueAt(office, 3, start, policy, holds);
  expect(show(due)).toBe("2026-11-30 08.05");
  const ticket = aTicket(start, {
    runs: [aRun(3, start, { dueAt: due, holds })],
    stretches: [
      { from: start, status: "Baru", officers: [] },
      { from: wib("2026-11-27 13.05"), status: "Menunggu Info", officers: [] },
    ],
  });
  const now = wib("2026-11-30 08.20");
  const sent = {
    key: "JKD-2026-0042/r1/step-3/overdue/helpdesk",
    kind: "overdue" as const,
    state: "sent" as const,
    plannedAt: wib("2026-11-30 08.06"),
    sentAt: wib("2026-11-30 08.06"),
    detail: "",
    to: { role: "helpdesk" as const },
  };
  const explanation = explain(ticket, { events: [], letters: [sent] }, ground(now));
  const [run] = explanation.runs;
  expect(run?.used).toBe(45 * MINUTE);
  expect(run?.late).toBe(15 * MINUTE);
  expect(run?.pieces.at(0)?.from).toBe(start);
  expect(run?.pieces.at(-1)?.to).toBe(now);
  for (const [index, piece] of (run?.pieces ?? []).entries()) {
    expect(piece.from).toBe(index === 0 ? start : run?.pieces[index - 1]?.to);
  }

  const text = explanationLines(explanation, { zone: "Asia/Jakarta", json: false });
  expect(text.split("\n")).toEqual([
    "JKD-2026-0042 – Internet mati, Dinas Kesehatan",
    "Keadaan per Senin, 30 November 2026 pukul 08.20 WIB",
    "Terlambat 15 menit: seluruhnya sebelum ditugaskan.",
    "",
    "Langkah 3 – Identifikasi",
    "  mulai 27/11/2026 11.10",
    "  batas 30 menit: 30/11/2026 08.05",
    "  27/11/2026 11.10 – 27/11/2026 11.30  20 menit  dihitung: sebelum ditugaskan",
    "  27/11/2026 11.30 – 27/11/2026 13.00  1 jam 30 menit  tidak dihitung: istirahat dan salat Jumat",
    "  27/11/2026 13.00 – 27/11/2026 13.05  5 menit  dihitung: sebelum ditugaskan",
    "  27/11/2026 13.05 – 30/11/2026 08.00  2 hari 18 jam 55 menit  tidak dihitung: " +
      "menunggu pelapor, setelah jam layanan, Sabtu, Minggu, sebelum jam layanan",
    "  30/11/2026 08.00 – 30/11/2026 08.20  20 menit  dihitung: sebelum ditugaskan",
    "  terpakai 45 menit, terlambat 15 menit (15 menit sebelum ditugaskan)",
    "  masih berjalan",
    "  pengingat kepada admin helpdesk: tidak dikirim, jatuh pada 30/11/2026 07.55; batas waktunya sudah lewat",
    "  pemberitahuan terlambat kepada admin helpdesk: menyusul 30/11/2026 08.05 bila belum selesai",
    "  penyampaian kepada Kepala Seksi: menyusul 30/11/2026 08.35 bila belum selesai",
    "",
    "Umur aduan: 69.10.00, terdiri atas",
    "  3.55.00  menunggu pelapor",
    "  64.30.00  di luar jam layanan",
    "  0.45.00  belum ditugaskan",
    "",
    "Surat:",
    "  30/11/2026 08.06  Pemberitahuan terlambat kepada admin helpdesk: terkirim [JKD-2026-0042/r1/step-3/overdue/helpdesk]",
  ]);
  const json: unknown = JSON.parse(explanationLines(explanation, { zone: "UTC", json: true }));
  expect(json).toEqual(JSON.parse(JSON.stringify(explanation)));
});

test("step 5 counts the nights of working days, from the opening, and no Saturday", () => {
  const start = wib("2026-11-27 06.00");
  const ticket = aTicket(start, {
    runs: [aRun(5, start, { dueAt: dueAt(office, 5, start, policy) })],
  });
  const [run] = explain(ticket, NOTHING, ground(wib("2026-11-30 09.00"))).runs;
  expect(show(run?.dueAt ?? null)).toBe("2026-11-30 07.30");
  expect(run?.used).toBe(25.5 * HOUR);
  expect(run?.late).toBe(1.5 * HOUR);
  expect(run?.pieces.map(({ counted, why }) => (counted ? "dihitung" : why))).toEqual([
    "sebelum jam layanan",
    "dihitung",
    "Sabtu",
    "Minggu",
    "dihitung",
  ]);
});
