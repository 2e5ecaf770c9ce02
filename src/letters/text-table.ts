/** Marks of a table's line; control characters, which no value from outside holds by then. */
const ROW = "\u0004";
const CELL = "\u0005";

/** One line of a table: its name, then figures. */
export function rowMark(cells: readonly string[]): string {
  return ROW + cells.map((cell) => cell || "-").join(CELL);
}

export function isRow(line: string | undefined): boolean {
  return line?.startsWith(ROW) === true;
}

/**
 * Neighbouring lines as a table at most `columns` wide: names on the left, broken where they are
 * too long, figures on the right under each other.
 */
export function tableLines(rows: readonly string[], columns: number): string[] {
  const cells = rows.map((row) => row.slice(1).split(CELL));
  const widths = Array.from({ length: Math.max(...cells.map((row) => row.length)) }, (_, nth) =>
    Math.max(...cells.map((row) => lengthOf(row[nth] ?? ""))),
  );
  const figures = widths.slice(1).reduce((sum, width) => sum + width + GAP.length, 0);
  const room = Math.min(widths[0] ?? 0, Math.max(8, columns - figures));
  return cells.flatMap(([name = "", ...values]) => {
    const [first = "", ...rest] = broken(name, room);
    const right = values.map((value, nth) => GAP + padStart(value, widths[nth + 1] ?? 0)).join("");
    return [padEnd(first, room) + right, ...rest].map((line) => line.trimEnd());
  });
}

const GAP = "  ";

function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(" ").flatMap((each) => pieces(each, width))) {
    if (current !== "" && lengthOf(current) + 1 + lengthOf(word) > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}

function pieces(word: string, width: number): string[] {
  const characters = Array.from(word);
  return Array.from({ length: Math.max(1, Math.ceil(characters.length / width)) }, (_, nth) =>
    characters.slice(nth * width, (nth + 1) * width).join(""),
  );
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - lengthOf(text)));
}

function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - lengthOf(text))) + text;
}
