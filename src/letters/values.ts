/**
 * A value from outside as one line of text: no controls, no line breaks, no marks that turn the
 * direction of reading. Every string that reaches a template went through here.
 */
export function oneLine(value: string): string {
  if (IN_ORDER.test(value)) return value;
  return value
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    .replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu, "")
    .replaceAll(/\p{Cs}/gu, "\uFFFD")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Words with single spaces between them, as most values are. */
const IN_ORDER = /^(?:[\x21-\x7E]+(?: [\x21-\x7E]+)*)?$/;

/** The same for a header: what looks like an encoded word (RFC 2047) would be read as one. */
export function headerLine(value: string): string {
  return oneLine(value).replaceAll("=?", "= ?");
}

/** At most so many characters, cut between words where there is one, with `...` for the rest. */
export function shorten(value: string, length: number): string {
  const line = oneLine(value);
  const characters = Array.from(line);
  if (characters.length <= length) return line;
  const cut = characters.slice(0, length - 3).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()}...`;
}

/** `Budi`, `Budi dan Tono`, `Budi, Tono, dan Sari`. */
export function listWords(words: readonly string[]): string {
  if (words.length < 3) return words.join(" dan ");
  return `${words.slice(0, -1).join(", ")}, dan ${words.at(-1) ?? ""}`;
}

/** Every string in plain data made one line; whatever a data function forgot ends here. */
export function cleaned(data: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([key, each]) => [key, cleanedValue(each)]));
}

function cleanedValue(value: unknown): unknown {
  if (typeof value === "string") return oneLine(value);
  if (Array.isArray(value)) return value.map(cleanedValue);
  return typeof value === "object" && value !== null ? cleaned(value) : value;
}
