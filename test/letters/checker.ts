import type { RenderedLetter } from "../../src/desk/letter.ts";

/** What is wrong with a letter as its reader gets it, as sentences; [] when nothing is. */
export function faultsOf({ subject, text, html }: RenderedLetter, number: string): string[] {
  const all = `${subject}\n${text}`;
  return [
    ...unless(subject.length <= 120, `subject of ${subject.length} characters`),
    ...unless(/^[\x20-\x7E]+$/.test(subject), "a subject that is not plain ASCII"),
    ...unless(number === "" || subject.startsWith(`[${number}] `), "no number in front"),
    ...unless(/^Yth\. .+$/m.test(text), "no salutation"),
    ...unless(leadOf(text).length >= 20, "no first sentence"),
    ...unless(ASKS.test(leadOf(text)), `asks for nothing and does not say so: ${leadOf(text)}`),
    ...unless(/karena|sebagai/.test(text.slice(-420)), "no word why one gets it"),
    ...FORBIDDEN.filter((word) => word.test(all)).map((word) => `forbidden: ${word.source}`),
    ...ENGLISH.filter((word) => word.test(all)).map((word) => `English: ${word.source}`),
    ...(all.match(/pukul (?!\d{2}\.\d{2} WI[BTA]+)[^ ]+.{6}/g) ?? []).map(
      (time) => `time: ${time}`,
    ),
    ...unless(!/\b\d{1,2}:\d{2}\b/.test(all), "a time with a colon"),
    ...unless(!/\{\{|\}\}|undefined|null|NaN|\[object/.test(`${all}${html}`), "a placeholder"),
    ...unless(sameWords(text, html), "two parts that do not say the same"),
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
