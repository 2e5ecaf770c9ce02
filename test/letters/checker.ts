import type { ParsedMail } from "mailparser";

import type { RenderedLetter } from "../../src/desk/letter.ts";

/** What is wrong with a letter as its reader gets it, as sentences; [] when nothing is. */
export function faultsOf({ subject, text, html }: RenderedLetter, number: string): string[] {
  const all = `${subject}\n${text}`;
  return [
    ...unless(subject.length <= 120, `subject of ${subject.length} characters`),
    ...unless(/^[\x20-\x7E]+$/.test(subject), "a subject that is not plain ASCII"),
    ...unless(number === "" || subject.startsWith(`[${number}] `), "no number in front"),
    ...unless(/^Yth\. .+$/m.test(text), "no salutation"),
    ...unless(/^.{20,280}\.$/.test(leadOf(text)), `no first sentence: ${leadOf(text)}`),
    ...unless(ASKS.test(leadOf(text)), `asks for nothing and does not say so: ${leadOf(text)}`),
    ...unless(/karena|sebagai/.test(text.slice(-420)), "no word why one gets it"),
    ...FORBIDDEN.filter((word) => word.test(all)).map((word) => `forbidden: ${word.source}`),
    ...ENGLISH.filter((word) => word.test(all)).map((word) => `English: ${word.source}`),
    ...(all.match(/pukul (?!\d{2}\.\d{2} WI[BTA]+)[^ ]+.{6}/g) ?? []).map(
      (time) => `time: ${time}`,
    ),
    ...unless(!/\b\d{1,2}:\d{2}\b/.test(all), "a time with a colon"),
    ...unless(!/\b\d{1,2}\/\d{1,2}\/\d{2}|\b\d{4}-\d{2}-\d{2}\b/.test(all), "a date in figures"),
    ...unless(!/\{\{|\}\}|undefined|null|NaN|\[object/.test(`${all}${html}`), "a placeholder"),
    ...unless(sameWords(text, html), "two parts that do not say the same"),
  ];
}

/** What is wrong with a letter as it goes over the wire; [] when nothing is. */
export function wireFaultsOf(
  { headers, from, replyTo, messageId, date, text, html }: ParsedMail,
  { size, kind }: { size: number; kind: string },
): string[] {
  const automatic = kind === "acknowledgement" ? "auto-replied" : "auto-generated";
  const header = headers.get("x-aduan-surat");
  const mark = typeof header === "string" ? header : "";
  return [
    ...unless(size < 60_000, `${size} bytes`),
    ...unless(headers.get("auto-submitted") === automatic, "another Auto-Submitted"),
    ...unless(headers.get("x-auto-response-suppress") === "All", "answers are not suppressed"),
    ...unless(from?.value[0]?.address === "helpdesk@kominfo.example", "another sender"),
    ...unless(replyTo?.value[0]?.address === "baca@kominfo.example", "nobody reads the answers"),
    ...unless(/^[0-9a-f]{40}$/.test(mark), `mark ${mark}`),
    ...unless(messageId === `<${mark}@kominfo.example>`, `Message-ID ${messageId ?? ""}`),
    ...unless(date !== undefined, "no Date"),
    ...unless((text ?? "").length > 100 && (html || "").length > 1_000, "a part is missing"),
  ];
}

/** The first paragraph after the salutation. */
function leadOf(text: string): string {
  return (text.split("\n\n")[1] ?? "").replaceAll("\n", " ");
}

/** One request, or the plain word that there is none. */
const ASKS = /Mohon|[Tt]idak ada yang perlu|tidak perlu|dalam batas waktu|sudah kami terima/;

/** DOMAIN 4.1's right column. */
const FORBIDDEN = [
  /\btiket\b/i,
  /\bkomplain\b/i,
  /\bkeluhan\b/i,
  /\bteknisi\b/i,
  /\bPIC\b/,
  /\bpemohon\b/i,
  /\bresolusi\b/i,
  /\bSLA\b/,
  /\btenggat\b/i,
  /\bduplikat\b/i,
  /\bsilahkan\b/i,
  /\bterimakasih\b/i,
  /\bJum'at\b/i,
  /\bijin\b/i,
  /\bdirubah\b/i,
  /\bKepada Yth/i,
  /urgent/i,
  /\b(?:user|klien|agen|root cause|onsite|remote|breach|pending|digest)\b/i,
  /\b(?:action item|after hours|re-?open|assign)\b/i,
  /\bP[123]\b/,
  /\b(?:silakan untuk|dimohon untuk|kerjasama|analisa|praktek|jadual)\b/i,
];

const ENGLISH = [/\b(the|and|please|your|ticket|overdue|deadline|warning|report|from|date)\b/i];

function unless(isRight: boolean, fault: string): string[] {
  return isRight ? [] : [fault];
}

/** The same words in the same order; a link's address stands in the text alone. */
function sameWords(text: string, html: string): boolean {
  const body = html.slice(html.indexOf("<body"));
  const shown = body.replaceAll(/<img[^>]*>|<!--.*?-->|<[^>]+>/g, " ").replaceAll(/&amp;/g, "&");
  return wordsOf(text.replaceAll(/https:\S+/g, " ")) === wordsOf(shown);
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
