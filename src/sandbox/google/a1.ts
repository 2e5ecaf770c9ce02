import type { Book, Tab } from "./book.ts";
import { columnLetters } from "./grid.ts";
import type { Box } from "./grid.ts";
import { invalidArgument } from "./refusal.ts";

/** The tab and the box that an A1 range names; rows and columns past the grid are kept. */
export function parseA1(book: Book, text: string, prefix = ""): { tab: Tab; box: Box } {
  const { title, cells } = split(text);
  const unparsable = () => invalidArgument(`${prefix}Unable to parse range: ${text}`);
  // `Sheet1` alone is a tab, `A1` alone is a cell of the first one.
  const isTitle = title === undefined && cells !== null && !boxIn(cells);
  const named = isTitle ? cells : title;
  const tab = named === undefined ? book.tabs[0] : tabByTitle(book, named);
  if (!tab) throw unparsable();
  const whole = { top: 0, bottom: tab.rows.length, left: 0, right: tab.columns.length };
  if (cells === null || isTitle) return { tab, box: whole };
  const open = boxIn(cells);
  if (!open) throw unparsable();
  return { tab, box: close(open, whole) };
}

export function tabByTitle(book: Book, title: string): Tab | undefined {
  const wanted = title.toLowerCase();
  return book.tabs.find((tab) => tab.title.toLowerCase() === wanted);
}

/** The canonical range: quoted only where needed, ends closed. */
export function a1Of(tab: Tab, box: Box): string {
  const from = `${columnLetters(box.left)}${box.top + 1}`;
  const to = `${columnLetters(box.right - 1)}${box.bottom}`;
  return `${quoted(tab.title)}!${from === to ? from : `${from}:${to}`}`;
}

export function quoted(title: string): string {
  const plain = /^[A-Za-z_][\w.]*$/.test(title) && !/^(?:[A-Z]{1,3}\d+|R\d+C\d+)$/i.test(title);
  return plain ? title : `'${title.replaceAll("'", "''")}'`;
}

function split(text: string): { title?: string; cells: string | null } {
  const quotedTitle = /^'((?:[^']|'')*)'(?:!(.*))?$/.exec(text);
  if (quotedTitle) {
    return { title: (quotedTitle[1] ?? "").replaceAll("''", "'"), cells: quotedTitle[2] ?? null };
  }
  const at = text.lastIndexOf("!");
  return at < 0 ? { cells: text } : { title: text.slice(0, at), cells: text.slice(at + 1) };
}

interface OpenBox {
  rows: (number | undefined)[];
  columns: (number | undefined)[];
}

function boxIn(text: string): OpenBox | undefined {
  const corners = text.replaceAll("$", "").split(":").map(cornerIn);
  if (corners.length > 2) return undefined;
  const known = corners.filter((corner) => corner !== undefined);
  if (known.length !== corners.length) return undefined;
  if (known.length === 1 && (known[0]?.row === undefined || known[0].column === undefined)) {
    return undefined;
  }
  return { rows: known.map(({ row }) => row), columns: known.map(({ column }) => column) };
}

function cornerIn(text: string): { row?: number; column?: number } | undefined {
  const match = /^([A-Za-z]{0,3})(\d*)$/.exec(text);
  if (!match || text === "" || match[2] === "0") return undefined;
  const corner: { row?: number; column?: number } = {};
  if (match[2]) corner.row = Number(match[2]) - 1;
  if (match[1]) corner.column = columnIndex(match[1]);
  return corner;
}

export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function close({ rows, columns }: OpenBox, whole: Box): Box {
  const [top, bottom] = ends(rows, whole.bottom);
  const [left, right] = ends(columns, whole.right);
  return { top, bottom, left, right };
}

function ends(given: (number | undefined)[], size: number): [number, number] {
  const [first, last = given.length === 1 ? first : undefined] = given;
  if (first === undefined && last === undefined) return [0, size];
  if (first === undefined || last === undefined) return [first ?? last ?? 0, size];
  return [Math.min(first, last), Math.max(first, last) + 1];
}
