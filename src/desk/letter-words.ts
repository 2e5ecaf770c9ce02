import type { LetterKind } from "./letter.ts";

/** A letter's kind as staff read it in *Surat Terakhir* and *Riwayat*. */
export const LETTER_WORDS: Record<string, string> = {
  acknowledgement: "Tanda terima",
  "facts-request": "Permintaan kelengkapan",
  assignment: "Surat penugasan",
  reassignment: "Surat pengalihan",
  "reply-received": "Pemberitahuan balasan",
  warning: "Pengingat batas waktu",
  overdue: "Pemberitahuan terlambat",
  escalation: "Penyampaian kepada pimpinan",
  "deadline-moved": "Perubahan batas waktu",
  resolution: "Pemberitahuan selesai",
  report: "Laporan penanganan",
  reopened: "Pemberitahuan dibuka kembali",
  cancelled: "Pemberitahuan pembatalan",
  "on-duty": "Pemberitahuan piket",
  digest: "Laporan harian",
  recap: "Rekapitulasi bulanan",
  alarm: "Peringatan sistem",
  grouped: "Surat gabungan",
} satisfies Record<LetterKind, string>;
