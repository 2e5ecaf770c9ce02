/**
 * Text from outside as we keep it: no control characters but tab and newline, no bidirectional
 * controls (they hide a file's real ending), no invisible blanks, no half characters.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll("\u00A0", " ")
    .replaceAll(UNWANTED, "")
    .toWellFormed();
}

/** The same on one line, for headers, names and titles; `limit` characters at most. */
export function cleanLine(text: string, limit = 500): string {
  // Cut first: a header may hold a megabyte.
  const line = cleanText(text.slice(0, limit * 4))
    .replaceAll(/\s+/g, " ")
    .trim();
  return cut(line, limit);
}

/** At most `limit` characters, never half of one. */
export function cut(text: string, limit: number): string {
  const end = isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
  return text.slice(0, end);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

// The joiner U+200D stays: emoji are made with it.
const UNWANTED =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g;
