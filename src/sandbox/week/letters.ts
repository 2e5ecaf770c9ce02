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

/** How the shipped templates begin their subjects, after the number. */
const SUBJECTS: readonly (readonly [RegExp, LetterKind])[] = [
  [/^(?:Aduan|Permintaan) diterima/, "acknowledgement"],
  [/^Mohon (?:keterangan|kelengkapan)/, "facts-request"],
  [/^(?:Penugasan |Pemberitahuan untuk |Perlu perhatian - )?\d+ aduan/, "grouped"],
  [/^Penugasan/, "assignment"],
  [/^Pengalihan/, "reassignment"],
  [/^Ada balasan/, "reply-received"],
  [/^Batas waktu/, "warning"],
  [/^Melewati batas waktu/, "overdue"],
  [/^Perlu perhatian/, "escalation"],
  [/^Perubahan batas waktu/, "deadline-moved"],
  [/^(?:Aduan|Permintaan) selesai/, "resolution"],
  [/^Laporan penanganan/, "report"],
  [/^Aduan dibuka kembali/, "reopened"],
  [/^(?:Aduan|Permintaan) tidak dilanjutkan/, "cancelled"],
  [/^Aduan mendesak di luar jam/, "on-duty"],
  [/^(?:Laporan harian|Daftar tugas)/, "digest"],
  [/^Rekapitulasi/, "recap"],
  [/^\[helpdesk\]/, "alarm"],
];

function kindOf({ headers, subject }: ReceivedMail): FoundLetter["kind"] {
  const words = subject.replace(/^\[[A-Z]+-[\d-]+\] /, "");
  const told = LETTER_KINDS.find((kind) => kind === headers["x-aduan-jenis"]);
  return told ?? SUBJECTS.find(([pattern]) => pattern.test(words))?.[1] ?? "unknown";
}
