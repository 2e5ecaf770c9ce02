import type { Draft } from "./draft.ts";

/** A number of ours as our subjects carry it, whatever the office's prefix is. */
const NUMBER = /\b[A-Z]{2,8}[ ._-]{0,3}20\d\d[ ._-]{0,3}\d{1,7}\b/i;
const BRACKETED = /\[[A-Z]{2,8}-20\d\d-\d{4,}\]/;

/** Answers a letter of ours: by its thread headers, or by the number in its subject. */
export function answersUs({ inReplyTo, references, letterDomain, subject }: Draft): boolean {
  const ours = `@${letterDomain.toLowerCase()}>`;
  const ids = [...inReplyTo, ...references];
  if (letterDomain !== "" && ids.some((id) => id.toLowerCase().endsWith(ours))) return true;
  return namesNumber(subject);
}

export function namesNumber(subject: string): boolean {
  return NUMBER.test(subject);
}

export function quotesUs({ text }: Draft): boolean {
  return BRACKETED.test(text);
}

/** How subjects of out-of-office notes begin, in the languages that we meet. */
export const AUTOMATIC_SUBJECT =
  /^(?:(?:re|bls)\s*:\s*)?(?:\[?(?:auto(?:matic|matische|mated)?[ -]?(?:reply|response|respon|answer)|autoreply|out[ -]of[ -](?:the[ -])?office|on (?:leave|vacation|holiday)|away from)|(?:pesan |balasan |jawaban |respon |respons |tanggapan )otomatis|otomatis\s*:|(?:saya )?(?:sedang )?(?:cuti|dinas luar|tidak di (?:kantor|tempat)|di luar (?:kantor|kota))\b|libur\s*:|abwesenheits)/i;

/** What only a machine writes before a subject. */
export const AUTOMATIC_TITLE =
  /^\s*\[?(?:(?:re|bls)\s*:\s*)?(?:auto(?:matic|mated)?[ -]?(?:reply|response|respon)|autoreply|out[ -]of[ -](?:the[ -])?office(?: (?:reply|autoreply))?|(?:balasan|jawaban|respon|respons|tanggapan|pesan) otomatis|abwesenheitsnotiz|automatische antwort|réponse automatique|respuesta automática)\]?\s*[:–-]/i;

/** What out-of-office notes say, in a mail that answers one of our letters. */
export const AUTOMATIC_TEXT =
  /\b(?:(?:balasan|pesan|jawaban|email|surel) (?:ini )?(?:di(?:kirim|buat|hasilkan|balas) (?:secara )?)?otomatis|(?:saat ini )?(?:saya|kami) sedang (?:cuti|dinas luar|tidak (?:berada )?di (?:kantor|tempat)|berada di luar)|sedang (?:melaksanakan|menjalani) cuti|akan (?:kembali (?:bekerja|masuk|ke kantor)|masuk kembali)|i am (?:currently )?(?:out of (?:the )?office|on leave|away)|automatic(?:ally)? (?:reply|generated)|auto[- ]?reply)\b/i;

/** Subjects under which other desks confirm what they received. */
export const DESK_SUBJECT =
  /[[(#](?:(?:tiket|ticket|case|kasus|request|incident|inc|sr|req)\b)?[ #:.-]{0,4}[\w-]{0,12}\d{2,}[\])#]|\b(?:ticket|tiket|case|kasus|request)\s*(?:id|no\.?|number|nomor)?\s*[#:]\s*[\w-]{0,12}\d{2,}/i;

export const DESK_TEXT =
  /\b(?:(?:permintaan|tiket|laporan|pesan|keluhan|email|surel)\b.{0,40}\b(?:kami terima|telah (?:kami )?(?:terima|diterima|tercatat|dibuat)|sudah (?:kami )?(?:terima|diterima))|(?:has been|was) (?:received|created|opened|logged|registered)|we (?:have )?received your|thank you for contacting|terima kasih (?:telah|sudah) menghubungi)/i;
