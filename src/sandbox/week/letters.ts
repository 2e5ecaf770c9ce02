import { LETTER_KINDS, type LetterKind } from "../../desk/letter.ts";
import type { ReceivedMail } from "../mail/received.ts";

/** A letter of the worker's as it lies in somebody's mailbox. */
export interface FoundLetter {
  kind: LetterKind | "unknown";
  to: string;
  /** `JKD-2026-0001`, from the subject; "" when it names none. */
  number: string;
  /** What tells one letter from another whatever its words. */
  mark: string;
  mail: ReceivedMail;
}

/** Letters of all mailboxes, oldest first. */
export function lettersIn(mailboxes: ReadonlyMap<string, readonly ReceivedMail[]>): FoundLetter[] {
  return [...mailboxes.values()]
    .flat()
    .toSorted((a, b) => a.at - b.at)
    .map((mail) => ({
      kind: kindOf(mail),
      to: mail.to,
      number: /\bJKD-\d{4}-\d{4,}\b/.exec(mail.subject)?.[0] ?? "",
      mark: mail.headers["x-aduan-surat"] ?? mail.messageId,
      mail,
    }));
}

/** Subjects as the office words them, most particular first. */
const SUBJECTS: readonly (readonly [RegExp, LetterKind])[] = [
  [/laporan harian/i, "digest"],
  [/rekapitulasi/i, "recap"],
  [/perlu diperiksa/i, "alarm"],
  [/aduan diterima|permintaan diterima/i, "acknowledgement"],
  [/kelengkapan/i, "facts-request"],
  [/pengalihan|dialihkan/i, "reassignment"],
  [/penugasan/i, "assignment"],
  [/melewati batas waktu/i, "overdue"],
  [/batas waktu/i, "warning"],
  [/perlu perhatian/i, "escalation"],
  [/selesai ditangani/i, "resolution"],
  [/laporan penanganan/i, "report"],
  [/dibuka kembali/i, "reopened"],
  [/dibatalkan|tidak dilanjutkan/i, "cancelled"],
  [/di luar jam/i, "on-duty"],
  [/balasan|tanggapan/i, "reply-received"],
];

function kindOf({ headers, subject }: ReceivedMail): FoundLetter["kind"] {
  const told = LETTER_KINDS.find((kind) => kind === headers["x-aduan-jenis"]);
  return told ?? SUBJECTS.find(([pattern]) => pattern.test(subject))?.[1] ?? "unknown";
}
