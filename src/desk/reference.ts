import { cleanLine } from "./plain-text.ts";

/** Our number as far as a text names it; the serial without its zeros. */
export interface NumberReference {
  year: number;
  serial: number;
}

/**
 * Every number of ours in a text, in order, each once: prefix, year and serial in any case, with
 * dashes, zeros or blanks missing (`jkd 2026 42`). Without the prefix it is no reference.
 */
export function numbersIn(text: string, prefix: string): NumberReference[] {
  const pattern = patternOf(prefix);
  if (!pattern) return [];
  const found = new Map<string, NumberReference>();
  for (const [, year = "", serial = ""] of text.slice(0, MAX_TEXT).matchAll(pattern)) {
    const reference = { year: Number(year), serial: Number(serial) };
    if (reference.serial > 0) found.set(`${reference.year}/${reference.serial}`, reference);
  }
  return [...found.values()];
}

/** An office has one prefix, and thousands of mails are read with it. */
const PATTERNS = new Map<string, RegExp | null>();

function patternOf(prefix: string): RegExp | null {
  const known = PATTERNS.get(prefix);
  if (known !== undefined) return known;
  const name = prefix.replaceAll(/[^\p{L}\p{N}]/gu, "");
  const gap = String.raw`[\s._\/#:–—-]{0,3}`;
  const spelled = Array.from(name).join(String.raw`[\s-]?`);
  const number = String.raw`(?<![\p{L}\p{N}])${spelled}${gap}(20\d\d)${gap}(\d{1,7})(?!\d)`;
  const made = name === "" ? null : new RegExp(number, "giu");
  PATTERNS.set(prefix, made);
  return made;
}

const MAX_TEXT = 20_000;

/** Longest short title (DESIGN 5.1 *Perihal*). */
const TITLE_LENGTH = 80;

/** The subject without its `Re:`, `Fwd:` and the like; when there is none, the text's beginning. */
export function titleOf(subject: string, text: string): string {
  const bare = bareSubject(subject);
  return bare === "" || UNTITLED.test(bare) ? cleanLine(text, TITLE_LENGTH).trim() : bare;
}

/** The subject without the prefixes that mail programs put before it. */
export function bareSubject(subject: string): string {
  return without(ANY_PREFIX, cleanLine(subject));
}

/** Does the subject say that this answers something? */
export function isAnswerSubject(subject: string): boolean {
  return ANSWER_PREFIX.test(subject);
}

/** Does the subject say that this passes something on, or answers what was passed on? */
export function isForwardSubject(subject: string): boolean {
  return FORWARD_PREFIX.test(without(ANSWER_PREFIX, subject));
}

function without(prefix: RegExp, subject: string): string {
  let rest = subject;
  while (prefix.test(rest)) rest = rest.replace(prefix, "");
  return rest;
}

const UNTITLED = /^\(?(?:tanpa (?:judul|subjek)|no subject)\)?$/i;

const ANSWER = "re|bls|balas|balasan|aw|sv";
const FORWARD = "fwd?|trs|terus|terusan|diteruskan|wg";
const ANSWER_PREFIX = prefixOf(ANSWER);
const FORWARD_PREFIX = prefixOf(FORWARD);
const ANY_PREFIX = prefixOf(`${ANSWER}|${FORWARD}`);

/** `Re:`, and `Re[2]:` of programs that count. */
function prefixOf(words: string): RegExp {
  return new RegExp(String.raw`^\s*(?:${words})(?:\s*\[\d+\])?\s*:\s*`, "i");
}
