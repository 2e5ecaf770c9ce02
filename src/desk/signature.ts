/** Most lines of a signature that are looked at. */
const LONGEST = 8;

/**
 * What stands under a letter: behind "-- ", below the closing words, or a last paragraph of lines
 * that are no sentences. `""` when nothing does. It says who wrote, better than the text above it.
 */
export function signatureOf(text: string): string {
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => line.trim());
  const mark = lines.lastIndexOf("--");
  if (mark !== -1) return joined(lines.slice(mark + 1));
  const near = Math.max(0, lines.length - LONGEST - 1);
  const closing = lines.findLastIndex((line, at) => at >= near && CLOSING.test(line));
  if (closing > 0 && closing < lines.length - 1) return joined(lines.slice(closing + 1));
  const blank = lines.lastIndexOf("");
  const last = lines.slice(blank + 1);
  const isSigned =
    blank > 0 && last.length <= LONGEST && last.every((line) => !SENTENCE.test(line));
  return isSigned ? joined(last) : "";
}

const CLOSING =
  /^(?:(?:atas .{0,60})?(?:terima ?kasih|makasih|matur ?nuwun|suwun)\b|hormat (?:kami|saya)|salam\b|wassalam|demikian\b|ttd\b|(?:best |kind )?regards|thanks\b)/i;

const SENTENCE = /[.?!]$|^.{90,}/;

function joined(lines: readonly string[]): string {
  return lines
    .filter((line) => line !== "")
    .slice(0, LONGEST)
    .join("\n");
}
