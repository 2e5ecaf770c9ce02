import { isRow, tableLines } from "./text-table.ts";

/**
 * Marks that the text templates' helpers leave for the layout. They are control characters, which
 * no value from outside holds by then, so that no value can pretend to be one.
 */
const FACT = "\u0001";
const VALUE = "\u0002";
const NOTHING = "\u0003";

export const COLUMNS = 72;
const WIDEST_LABEL = 24;

/** One fact, label and value; nothing at all when the value is blank. */
export function factMark(label: string, value: string | number): string {
  return value === "" ? NOTHING : `${FACT}${label}${VALUE}${value}`;
}

/**
 * A rendered text template as it is sent: facts aligned, every line at most 72 columns (addresses
 * of pages are never broken), no blank line twice in a row.
 */
export function layoutText(rendered: string): string {
  const lines = rendered
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== NOTHING);
  const laid = lines.flatMap((line, index) => {
    if (isRow(line)) return isRow(lines[index - 1]) ? [] : tableLines(table(lines, index), COLUMNS);
    return line.startsWith(FACT) ? factLines(line, labelWidth(lines, index)) : wrap(line);
  });
  return `${laid
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

/** The lines of the table that begins there. */
function table(lines: readonly string[], from: number): string[] {
  const end = lines.findIndex((line, index) => index > from && !isRow(line));
  return lines.slice(from, end < 0 ? lines.length : end);
}

/** The widest label among the neighbouring facts. */
function labelWidth(lines: readonly string[], index: number): number {
  const isFact = (at: number) => lines[at]?.startsWith(FACT) === true;
  let first = index;
  let last = index;
  while (isFact(first - 1)) first -= 1;
  while (isFact(last + 1)) last += 1;
  const widths = lines.slice(first, last + 1).map((line) => line.indexOf(VALUE) - 1);
  return Math.min(WIDEST_LABEL, Math.max(...widths));
}

function factLines(line: string, width: number): string[] {
  const label = line.slice(1, line.indexOf(VALUE));
  const value = line.slice(line.indexOf(VALUE) + 1);
  return fill(words(value, COLUMNS - width - 3), {
    first: `${label.padEnd(width)} : `,
    rest: " ".repeat(width + 3),
  });
}

/** A list item goes on under its text, not under its dash. */
function wrap(line: string): string[] {
  if (columns(line) <= COLUMNS) return [line];
  const start = /^ *(?:- |> |\d+\. )?/.exec(line)?.[0] ?? "";
  const rest = start.includes(">") ? start : " ".repeat(start.length);
  return fill(words(line.slice(start.length), COLUMNS - start.length), { first: start, rest });
}

function fill(
  parts: readonly string[],
  { first, rest }: { first: string; rest: string },
): string[] {
  const lines: string[] = [];
  let current = first;
  let empty = true;
  for (const part of parts) {
    if (!empty && columns(current) + 1 + columns(part) > COLUMNS) {
      lines.push(current);
      current = rest;
      empty = true;
    }
    current += empty ? part : ` ${part}`;
    empty = false;
  }
  return [...lines, current.trimEnd()];
}

const ASCII = /^[\x20-\x7E]*$/;

/** A word longer than the line is broken, unless it is the address of a page. */
function words(text: string, width: number): string[] {
  return text.split(" ").flatMap((word) => {
    if (columns(word) <= width || /^https?:\/\//.test(word)) return [word];
    const characters = Array.from(word);
    return Array.from({ length: Math.ceil(characters.length / width) }, (_, nth) =>
      characters.slice(nth * width, (nth + 1) * width).join(""),
    );
  });
}

function columns(text: string): number {
  if (ASCII.test(text)) return text.length;
  return Array.from(text).length;
}
