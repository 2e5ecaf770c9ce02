import type { OfficeParts } from "../office.ts";
import type { WeekResult } from "./play.ts";

/** The week in a few lines for people, in Indonesian. */
export function summary(
  result: WeekResult,
  { correspondence, form, mail }: Pick<OfficeParts, "correspondence" | "form" | "mail">,
): string[] {
  const letters = Object.entries(result.letters).toSorted(([, a], [, b]) => (b ?? 0) - (a ?? 0));
  return [
    "Satu minggu kerja, Senin 23 sampai Senin 30 November 2026:",
    `  ${correspondence.sent().length} email masuk, ${form.responses().length} formulir terisi`,
    `  ${result.tickets} aduan dalam ${result.rows} baris log`,
    `  ${[...mail.mailboxes.values()].flat().length} surat terkirim:`,
    ...letters.map(([kind, count]) => `    ${String(count).padStart(4)}  ${kind}`),
    `  hilang ${result.lost}, ganda ${result.duplicates}, tidak dijawab ${result.unanswered}, salah jawab ${result.answeredByMistake}`,
    `  ${result.passes} putaran dalam ${result.seconds} detik`,
  ];
}
