import { cleanText, cut } from "../desk/plain-text.ts";
import type { MailParts } from "./mail-parts.ts";

/** Longest text kept of a message; the mail itself stays in the mailbox. */
const MAX_TEXT = 20_000;

/** Most HTML that is read without the parser's help. */
const MAX_HTML = 100_000;

export interface Body {
  text: string;
  /** The text goes on in the mailbox. */
  wasCut: boolean;
  /** Its markup could not be read in full. */
  roughly: boolean;
}

/** The readable text of a message, bounded and clean. */
export function bodyText({ text, html, htmlUnread }: MailParts): Body {
  const roughly = htmlUnread && text.trim() === "";
  // What begins after fifty thousand blank lines begins all the same.
  const raw = (text.trim() === "" && html !== "" ? strippedHtml(html) : text).trimStart();
  const bounded = raw.slice(0, MAX_TEXT * 2);
  const clean = cleanText(bounded)
    .replaceAll(/[ \t]+$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
  const wasCut = raw.length > bounded.length || clean.length > MAX_TEXT || html.length > 1_000_000;
  return { text: cut(clean, MAX_TEXT), wasCut, roughly };
}

/** Tags out, in one pass over the string: no nesting is looked at, so none can be too deep. */
function strippedHtml(html: string): string {
  const source = html.slice(0, MAX_HTML);
  const pieces: string[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    if (open === -1) break;
    pieces.push(source.slice(at, open));
    const tag = source.slice(open + 1, open + 12).toLowerCase();
    const hidden = /^(?:style|script|head|title)\b/.exec(tag)?.[0];
    const from = hidden ? closing(source, hidden, open) : open;
    const close = source.indexOf(">", from);
    if (/^\/?(?:p|div|br|tr|li|h[1-6]|table|ul|ol|blockquote)\b/.test(tag)) pieces.push("\n");
    else if (/^\/?t[dh]\b/.test(tag)) pieces.push(" ");
    at = close === -1 ? source.length : close + 1;
  }
  pieces.push(source.slice(at));
  return entities(pieces.join("")).replaceAll(/[ \t]*\n\s*/g, "\n");
}

function closing(source: string, tag: string, from: number): number {
  const end = source.indexOf(`</${tag}`, from);
  return end === -1 ? from : end;
}

function entities(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi,
    (whole, decimal, hex, name) => {
      if (typeof name === "string") return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};
