import type { MessageClass, Verdict } from "../desk/message.ts";
import { isAnswerSubject, numbersIn } from "../desk/reference.ts";
import { isThanks } from "../desk/thanks.ts";
import {
  answersUs,
  AUTOMATIC_SUBJECT,
  AUTOMATIC_TEXT,
  AUTOMATIC_TITLE,
  DESK_SUBJECT,
  DESK_TEXT,
  namesNumber,
  quotesUs,
} from "./automatic-replies.ts";
import { hasEmptyReturnPath, hasPart, isDeliveryReport, isPlainBounce } from "./bounce-signs.ts";
import { isProgram, takesNoAnswers } from "./daemons.ts";
import type { Draft } from "./draft.ts";
import { isOfficialLetter } from "./official-letter.ts";

/** A rule gives its reason in Indonesian when it holds. */
interface Rule {
  name: string;
  class: MessageClass;
  holds(draft: Draft): string | false;
}

/** The first rule that holds decides; the order is the policy. */
const RULES: readonly Rule[] = [
  {
    name: "our-letter-in-sent",
    class: "automatic",
    holds: ({ sent, headers }) =>
      sent && headers.has("x-aduan-surat") && "surat yang dikirim sistem ini",
  },
  { name: "written-by-hand", class: "reply", holds: ({ sent }) => sent && "surat keluar" },
  {
    name: "delivery-report",
    class: "bounce",
    holds: (draft) => isDeliveryReport(draft) && "laporan pengiriman dari server surat",
  },
  {
    name: "plain-delivery-report",
    class: "bounce",
    holds: (draft) => isPlainBounce(draft) && "pemberitahuan gagal kirim dari server surat",
  },
  {
    name: "report",
    class: "automatic",
    holds: ({ rootType, parts }) =>
      (rootType === "multipart/report" || hasPart(parts, /^message\/disposition-notification$/)) &&
      "tanda baca atau laporan mesin",
  },
  {
    name: "our-own-address",
    class: "automatic",
    holds: ({ from, ourAddresses }) =>
      from !== null && ourAddresses.has(from.address) && "dikirim dari alamat kita sendiri",
  },
  {
    name: "mail-server",
    class: "automatic",
    holds: ({ headers }) => isProgram(headers.first("from")) && "pemberitahuan dari server surat",
  },
  {
    name: "calendar-answer",
    class: "automatic",
    holds: ({ calendarMethod }) =>
      /^(?:reply|counter|cancel|declinecounter|refresh)$/.test(calendarMethod) &&
      "jawaban atau pembatalan undangan kalender",
  },
  {
    name: "calendar",
    class: "other",
    holds: ({ calendarMethod }) => calendarMethod !== "" && "undangan kalender",
  },
  {
    name: "auto-submitted",
    class: "automatic",
    holds: ({ headers }) =>
      /^(?!no\b).+/i.test(headers.first("auto-submitted")) && "surat otomatis (Auto-Submitted)",
  },
  {
    name: "auto-reply-header",
    class: "automatic",
    holds: (draft) => hasAutoReplyHeader(draft) && "balasan otomatis",
  },
  {
    name: "auto-reply-words",
    class: "automatic",
    holds: (draft) =>
      (answersUs(draft) || hasEmptyReturnPath(draft)) &&
      (AUTOMATIC_SUBJECT.test(draft.subject) ||
        AUTOMATIC_TEXT.test(draft.newWords.slice(0, 600))) &&
      "balasan otomatis atas surat kita",
  },
  {
    name: "auto-reply-title",
    class: "automatic",
    holds: ({ subject, newWords }) =>
      AUTOMATIC_TITLE.test(subject) &&
      AUTOMATIC_TEXT.test(`${subject}\n${newWords.slice(0, 600)}`) &&
      "balasan otomatis menurut judulnya",
  },
  {
    name: "other-desk",
    class: "automatic",
    holds: (draft) =>
      (answersUs(draft) || quotesUs(draft)) &&
      readsLikeReceipt(draft) &&
      "tanda terima dari sistem tiket lain",
  },
  {
    name: "only-quotes-us",
    class: "automatic",
    holds: (draft) =>
      draft.newWords === "" &&
      draft.text !== "" &&
      draft.parts.length === 0 &&
      quotesUs(draft) &&
      "hanya mengutip surat kita",
  },
  {
    name: "spam",
    class: "bulk",
    holds: (draft) => isSpam(draft) && "ditandai spam oleh server surat",
  },
  {
    name: "bulk",
    class: "bulk",
    holds: ({ headers }) =>
      (/^(?:bulk|junk|list)\b/i.test(headers.first("precedence")) ||
        headers.has("list-id") ||
        headers.has("list-unsubscribe") ||
        ["mailing-list", "x-mailing-list", "x-mlserver", "x-ml-name"].some((name) =>
          headers.has(name),
        )) &&
      "surat massal atau milis",
  },
  {
    name: "empty",
    class: "empty",
    holds: ({ text, subject, parts, unread }) =>
      text === "" && subject === "" && parts.length === 0 && !unread && "surat kosong",
  },
  {
    name: "answer",
    class: "reply",
    holds: ({ inReplyTo, references }) =>
      inReplyTo.length + references.length > 0 && "menjawab surat",
  },
  {
    name: "answer-by-number",
    class: "reply",
    holds: ({ subject }) =>
      isAnswerSubject(subject) && namesNumber(subject) && "menjawab, nomor aduan pada judul",
  },
  {
    name: "names-our-number",
    class: "reply",
    holds: ({ subject, newWords, ticketPrefix }) =>
      ticketPrefix !== "" &&
      numbersIn(`${subject}\n${newWords}`, ticketPrefix).length > 0 &&
      "menyebut nomor aduan",
  },
  {
    name: "official-letter",
    class: "other",
    holds: (draft) => isOfficialLetter(draft) && "surat dinas, bukan aduan",
  },
  { name: "written-by-a-person", class: "complaint", holds: () => "surat dari pelapor" },
];

/** What a message is, by which rule, and whether it may be answered (RFC 3834, DESIGN 7). */
export function classify(draft: Draft): Verdict {
  for (const rule of RULES) {
    const reason = rule.holds(draft);
    if (reason === false) continue;
    const isPersonal = rule.class === "complaint" || rule.class === "reply";
    const silence = isPersonal && !draft.sent ? reasonNotToAnswer(draft) : "";
    return {
      class: rule.class,
      rule: rule.name,
      reason: silence === "" ? reason : `${reason}; tidak dijawab: ${silence}`,
      answerable: isPersonal && !draft.sent && silence === "",
      thanks: isPersonal && isThanks(draft.newWords),
      ...(silence === "" ? {} : { silence }),
      ...(isPersonal && readsLikeReceipt(draft) ? { receipt: true } : {}),
    };
  }
  throw new TypeError("Cannot classify message: the last rule must hold");
}

function readsLikeReceipt({ subject, newWords }: Draft): boolean {
  return (
    DESK_SUBJECT.test(subject.replaceAll(/\[[A-Z]{2,8}-20\d\d-\d+\]/g, "")) &&
    DESK_TEXT.test(`${subject}\n${newWords.slice(0, 2_000)}`)
  );
}

function reasonNotToAnswer(draft: Draft): string {
  if (hasEmptyReturnPath(draft)) return "alamat balik kosong (Return-Path)";
  const { replyTo, ourAddresses } = draft;
  if (replyTo === null) return "alamat pengirim tidak terbaca";
  if (ourAddresses.has(replyTo.address)) return "alamat balasan adalah alamat kita";
  return takesNoAnswers(replyTo.address) ? "alamat pengirim tidak menerima balasan" : "";
}

function hasAutoReplyHeader({ headers }: Draft): boolean {
  return (
    ["x-autoreply", "x-autorespond", "x-auto-reply", "x-autoreply-from", "x-mail-autoreply"].some(
      (name) => headers.has(name) && !/^(?:no|false)\b/i.test(headers.first(name)),
    ) ||
    headers.has("x-ms-exchange-inbox-rules-loop") ||
    /^auto[_-]?reply\b/i.test(headers.first("precedence"))
  );
}

function isSpam({ headers }: Draft): boolean {
  if (/^yes\b/i.test(headers.first("x-spam-flag"))) return true;
  if (/^yes\b/i.test(headers.first("x-spam-status"))) return true;
  if (/^(?:yes|spam)\b/i.test(headers.first("x-spam"))) return true;
  if (/^spam\b/i.test(headers.first("x-bogosity"))) return true;
  if (/\bSFV:SPM\b/.test(headers.first("x-forefront-antispam-report"))) return true;
  return Number(headers.first("x-ms-exchange-organization-scl") || "0") >= 5;
}
