import type { Frozen, QuestionKind } from "./identity.ts";

/** What staff are asked in *Catatan Sistem* about a ticket whose row cannot be told. */
export function questionSentence(number: string, { question, rows }: Frozen): string {
  const asked: Record<QuestionKind, string> = {
    ganda: `${rows.length} baris mengaku aduan ${number}. Hapus baris salinannya, atau kosongkan No. Aduan pada baris yang merupakan aduan baru.`,
    pilih: `Beberapa baris berisi aduan ${number}. Ketik "${number} OK" di No. Aduan pada baris yang benar.`,
    "isi lain": `Isi baris ini bukan lagi aduan ${number}. Ketik "${number} OK" bila memang koreksi, atau BARU bila ini aduan baru.`,
    hilang: lostSentence(number),
  };
  return asked[question];
}

/** Also beside a row that keeps a lost complaint from the log, whatever else is asked of it. */
export function lostSentence(number: string): string {
  return `Baris aduan ${number} tidak ditemukan; apakah ini barisnya? Ketik "${number} OK" bila ya, atau BARU bila ini aduan baru.`;
}

export function unknownNumberSentence(typed: string): string {
  return `Nomor ${typed} tidak dikenal. Kosongkan No. Aduan; nomor diisi oleh sistem.`;
}

export function copySentence(number: string): string {
  return `Salinan aduan ${number}. Hapus baris ini, atau ketik BARU di No. Aduan bila ini aduan baru.`;
}

export function incompleteSentence(missing: string): string {
  return `Lengkapi ${missing} agar aduan mendapat nomor.`;
}

/** Beside a row that was appended while somebody moved columns. */
export function shiftedSentence(number: string): string {
  return `Kolom dipindahkan saat baris ini ditulis, sehingga isinya bergeser. Aduan ${number} ditulis lagi di baris lain. Salin ke sana apa yang Anda isi di sini, lalu hapus baris ini; atau ketik BARU di No. Aduan bila ini aduan baru.`;
}

export const TWIN_SENTENCE =
  "Baris ini sama dengan baris lain. Hapus salah satu, atau ketik BARU di No. Aduan bila memang dua aduan.";

export function suspectedTwin(number: string): string {
  return `Diduga ganda dengan ${number}.`;
}
