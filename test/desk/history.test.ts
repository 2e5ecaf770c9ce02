import { expect, test } from "vitest";

import type { EventBody } from "../../src/desk/event.ts";
import { historyWords } from "../../src/desk/history.ts";
import type { Run, StaffField } from "../../src/desk/ticket.ts";
import { aRun, aTicket, wib } from "./clock-builders.ts";

const AT = wib("2026-11-24 09.00");
const DUE = wib("2026-11-24 10.00");

function told(body: EventBody): [what: string, detail: string] {
  const number = "JKD-2026-0042";
  const event = { id: `${number}/1`, number, at: AT, by: "sistem", ...body };
  const { what, detail } = historyWords(event, "Asia/Jakarta");
  return [what, detail];
}

function opened(reason?: string): EventBody {
  const { complaint, fields } = aTicket(AT);
  return {
    type: "opened",
    origin: "mail",
    complaint,
    fields,
    messageId: "",
    mailRef: "",
    participants: [],
    ...(reason === undefined ? {} : { reason }),
  };
}

function changed(field: StaffField, old: string | number | null, value: typeof old): EventBody {
  return { type: "changed", field, old, value, seenFrom: null, seenAt: AT };
}

function joined(reason?: string): EventBody {
  return {
    type: "message-joined",
    role: "reporter",
    message: { who: "Siti", at: AT, text: "Masih mati." },
    messageId: "",
    mailRef: "",
    participants: [],
    toldOfficer: true,
    ...(reason === undefined ? {} : { reason }),
  };
}

function rung(name: string, how: "sent" | "skipped", reason = ""): EventBody {
  return { type: "rung", round: 1, step: 4, rung: name, how, reason };
}

function ended(outcome: NonNullable<Run["outcome"]>, reason = ""): EventBody {
  return { type: "run-ended", round: 1, step: 4, endedAt: AT, seenFrom: null, outcome, reason };
}

function moved(dueAt: number | null): EventBody {
  const reason = "aturan atau hari libur berubah";
  return { type: "due-changed", round: 1, step: 4, dueAt, limit: 0, policy: "", reason };
}

const REPAIR = "Langkah 4 – Perbaikan daring/telepon";
const TEN = "24 November 2026 pukul 10.00 WIB";

test.each<[EventBody, what: string, detail: string]>([
  [opened(), "Aduan dicatat", "Email: Internet mati"],
  [opened("surat pribadi"), "Aduan dicatat", "Email: Internet mati (surat pribadi)"],
  [
    { type: "run-started", run: aRun(4, AT, { dueAt: DUE }) },
    "Langkah dimulai",
    `${REPAIR}, batas ${TEN}`,
  ],
  [{ type: "run-started", run: aRun(4, AT) }, "Langkah dimulai", `${REPAIR}, tanpa batas`],
  [ended("on-time"), "Langkah berakhir", `${REPAIR}: tepat waktu`],
  [ended("late"), "Langkah berakhir", `${REPAIR}: terlambat`],
  [
    ended("unmeasured", "tidak teramati"),
    "Langkah berakhir",
    `${REPAIR}: tidak terukur (tidak teramati)`,
  ],
  [ended("not-owed"), "Langkah berakhir", `${REPAIR}: tidak berlaku`],
  [ended("cancelled"), "Langkah berakhir", `${REPAIR}: dihentikan`],
  [moved(DUE), "Batas berubah", `${REPAIR}: ${TEN}; aturan atau hari libur berubah`],
  [moved(null), "Batas berubah", `${REPAIR}: ditangguhkan; aturan atau hari libur berubah`],
  [{ type: "held", round: 1, step: 3, from: AT }, "Menunggu pelapor", "Langkah 3 – Identifikasi"],
  [
    { type: "released", round: 1, step: 3, to: AT },
    "Masa menunggu berakhir",
    "Langkah 3 – Identifikasi",
  ],
  [joined(), "Pesan masuk", "Siti: Masih mati."],
  [joined("nomor di judul"), "Pesan masuk", "Siti (nomor di judul): Masih mati."],
  [{ type: "reply-told" }, "Pemberitahuan balasan", "menyusul setelah jeda"],
  [rung("warning/officer", "sent"), "Pengingat batas waktu", `${REPAIR}, kepada petugas`],
  [rung("overdue/helpdesk", "sent"), "Pemberitahuan terlambat", `${REPAIR}, kepada admin helpdesk`],
  [
    rung("escalation/section-head", "sent"),
    "Penyampaian kepada pimpinan",
    `${REPAIR}, kepada Kepala Seksi`,
  ],
  [
    rung("escalation/division-head", "skipped", "sudah selesai"),
    "Penyampaian kepada pimpinan",
    `${REPAIR}, kepada Kepala Bidang dilewati: sudah selesai`,
  ],
  [{ type: "assigned", officers: ["Budi", "Tono"] }, "Ditugaskan", "Budi, Tono"],
  [
    { type: "reopened", round: 2, since: AT, quote: "Putus lagi." },
    "Dibuka kembali",
    "Putus lagi.",
  ],
  [{ type: "closed", closedAt: DUE }, "Ditutup", TEN],
  [{ type: "cancelled", cancelledAt: AT, reason: "Ganda" }, "Dibatalkan", "Ganda"],
  [{ type: "resumed" }, "Dilanjutkan", ""],
  [{ type: "noted", name: "isi", text: "Isi Petugas." }, "Catatan", "Isi Petugas."],
  [{ type: "noted", name: "isi", text: "" }, "Catatan", "catatan dihapus"],
  [
    { type: "letter", kind: "report", key: "k", text: "terkirim", messageId: "" },
    "Laporan penanganan",
    "terkirim",
  ],
])("%j reads %s: %s", (event, what, detail) => {
  expect(told(event)).toEqual([what, detail]);
});

test.each<[StaffField, string]>([
  ["kind", "Jenis"],
  ["channel", "Kanal"],
  ["unit", "OPD/Desa"],
  ["reporter", "Pelapor"],
  ["email", "Email Pelapor"],
  ["phone", "No. HP"],
  ["place", "Lokasi"],
  ["subject", "Perihal"],
  ["text", "Uraian Aduan"],
  ["category", "Kategori"],
  ["priority", "Prioritas"],
  ["suspectedCause", "Dugaan Penyebab"],
  ["visit", "Tinjauan Lapangan"],
  ["officers", "Petugas"],
  ["status", "Status"],
  ["cause", "Penyebab"],
  ["result", "Hasil Perbaikan"],
  ["cancelReason", "Alasan Batal"],
  ["parent", "Aduan Induk"],
  ["remark", "Keterangan"],
])("a change of %s is told by the column's header, %s", (field, header) => {
  expect(told(changed(field, "lama", "baru"))).toEqual([
    "Isian diubah",
    `${header}: "lama" → "baru"`,
  ]);
});

test("a cell for a time is told as a time, a blank one as nothing, and what is no time as typed", () => {
  expect(told(changed("finishedAt", null, DUE))[1]).toBe('Waktu Selesai: "" → "24/11/2026 10.00"');
  expect(told(changed("reportedAt", DUE, AT))[1]).toBe(
    'Waktu Lapor: "24/11/2026 10.00" → "24/11/2026 09.00"',
  );
  expect(told(changed("reportedAt", null, "kemarin"))[1]).toBe('Waktu Lapor: "" → "kemarin"');
});
