import type { Digest, DigestLine, Recipient } from "../desk/letter.ts";
import type { ExampleDraft } from "./examples-draft.ts";
import { DIVISION_HEAD, HELPDESK, OFFICER, SECTION_HEAD } from "./examples-draft.ts";
import { at } from "./examples-office.ts";

/** The daily digest on a quiet and on a busy day, to everybody who gets one. */
export function exampleDigests(): ExampleDraft[] {
  return [
    draft("laporan-harian-sepi", SECTION_HEAD, QUIET),
    draft("laporan-harian-ramai", SECTION_HEAD, BUSY),
    draft("laporan-harian-kepala-bidang", DIVISION_HEAD, { ...BUSY, audience: "division-head" }),
    draft("daftar-tugas-petugas", OFFICER, {
      ...QUIET,
      audience: "officer",
      openCount: 3,
      late: BUSY.late.slice(0, 1),
      dueToday: BUSY.dueToday,
    }),
    draft("daftar-tugas-tanpa-terlambat", OFFICER, {
      ...QUIET,
      audience: "officer",
      openCount: 3,
      dueToday: BUSY.dueToday,
      dueLater: [
        line("JKD-2026-0047", "Titik jaringan baru di aula", "Dinas Pertanian", {
          step: 5,
          dueAt: at(26, 9, 0),
        }),
      ],
    }),
    draft("laporan-harian-helpdesk", HELPDESK, { ...BUSY, audience: "helpdesk" }),
  ];
}

function draft(name: string, to: Recipient, digest: Digest): ExampleDraft {
  return { name, to, facts: { kind: "digest", day: "2026-11-25", digest }, now: at(25, 7, 45) };
}

const QUIET: Digest = {
  audience: "section-head",
  asOf: at(25, 7, 45),
  newCount: 0,
  doneCount: 0,
  doneOnTime: 0,
  late: [],
  dueToday: [],
  unassigned: [],
  waitingReporter: [],
  waitingThirdParty: [],
  onDuty: "Tono Prakoso",
  frequentUnits: [],
  failedLetters: [],
  warnings: [],
  openCount: 0,
};

const BUSY: Digest = {
  ...QUIET,
  newCount: 5,
  doneCount: 4,
  doneOnTime: 3,
  openCount: 7,
  late: [
    line("JKD-2026-0038", "Internet mati", "Kecamatan Dawe", {
      priority: "Tinggi",
      dueAt: at(24, 13, 0),
    }),
    line("JKD-2026-0035", "Kabel putus tertabrak truk", "Desa Rahtawu", {
      step: 5,
      dueAt: at(23, 9, 0),
      note: "Menunggu penyedia internet",
    }),
  ],
  dueToday: [
    line("JKD-2026-0044", "WiFi aula tidak muncul", "Dinas Kesehatan", { dueAt: at(25, 8, 30) }),
    line("JKD-2026-0045", "Internet lambat", "Desa Colo", { step: 5, dueAt: at(25, 11, 0) }),
  ],
  unassigned: [
    line("JKD-2026-0046", "Domain tidak dapat dibuka", "Dinas Perhubungan", {
      officers: "",
      step: 3,
      dueAt: at(25, 8, 10),
    }),
  ],
  waitingReporter: [
    line("JKD-2026-0041", "Internet bermasalah", "", { step: 3, dueAt: null, officers: "" }),
  ],
  waitingThirdParty: [
    line("JKD-2026-0043", "Tautan radio terganggu", "Desa Colo", {
      dueAt: null,
      note: "Menunggu penyedia internet",
    }),
  ],
  frequentUnits: [{ unit: "Kecamatan Dawe", count: 4 }],
  failedLetters: [
    { number: "JKD-2026-0040", text: "Tanda terima ditolak: alamat tidak terdaftar" },
  ],
  warnings: ["Jadwal Piket tanggal 28 November 2026 belum diisi."],
};

function line(number: string, title: string, unit: string, more: Partial<DigestLine>): DigestLine {
  return {
    number,
    title,
    unit,
    priority: "Sedang",
    officers: "Budi Hartono",
    step: 4,
    dueAt: null,
    note: "",
    ...more,
  };
}
