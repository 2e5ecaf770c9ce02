import type { Book, Cell, GridRange, Row, Tab } from "./book.ts";
import { invalidArgument } from "./refusal.ts";

/** A range with every end known; ends are exclusive. */
export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function cellAt(tab: Tab, row: number, column: number): Cell | undefined {
  return tab.rows[row]?.cells[column];
}

/** Replaces one row by what `change` makes of its cells. */
export function changeRow(tab: Tab, index: number, change: (cells: (Cell | undefined)[]) => void) {
  const row = tab.rows[index];
  if (!row) return;
  const cells = [...row.cells];
  change(cells);
  while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
  tab.rows[index] = { ...row, cells };
}

/** Replaces each cell of a box; rows that `skip` names stay as they are. */
export function changeCells(
  tab: Tab,
  box: Box,
  change: (cell: Cell | undefined, row: number, column: number) => Cell | undefined,
  skip: (row: Row) => boolean = () => false,
): void {
  for (let index = box.top; index < box.bottom; index += 1) {
    const row = tab.rows[index];
    if (!row || skip(row)) continue;
    changeRow(tab, index, (cells) => {
      for (let column = box.left; column < box.right; column += 1) {
        cells[column] = tidy(change(cells[column], index, column));
      }
    });
  }
}

/** A cell without anything in it is no cell. */
export function tidy(cell: Cell | undefined): Cell | undefined {
  if (!cell) return undefined;
  const { by, ...rest } = cell;
  const kept = Object.entries(rest).filter(([, value]) => value !== undefined);
  if (kept.length === 0) return undefined;
  return rest.value === undefined || by === undefined ? Object.fromEntries(kept) : cell;
}

/** One after the last row with a value anywhere; an unticked box counts, a dropdown does not. */
export function dataEnd(tab: Tab): number {
  for (let index = tab.rows.length; index > 0; index -= 1) {
    if (tab.rows[index - 1]?.cells.some((cell) => cell?.value !== undefined)) return index;
  }
  return 0;
}

export function tabById(book: Book, id: number, refusedAs: string): Tab {
  const tab = book.tabs.find((candidate) => candidate.id === id);
  if (!tab) throw invalidArgument(`${refusedAs}No grid with id: ${id}`);
  return tab;
}

/** The range on its tab, open ends closed; nothing is clipped. */
export function boxOf(tab: Tab, range: GridRange = {}): Box {
  return {
    top: range.startRowIndex ?? 0,
    bottom: range.endRowIndex ?? tab.rows.length,
    left: range.startColumnIndex ?? 0,
    right: range.endColumnIndex ?? tab.columns.length,
  };
}

export function clip(tab: Tab, box: Box): Box {
  return {
    top: Math.min(box.top, tab.rows.length),
    bottom: Math.min(box.bottom, tab.rows.length),
    left: Math.min(box.left, tab.columns.length),
    right: Math.min(box.right, tab.columns.length),
  };
}

export function rangeOf(tab: Tab, box: Box): GridRange {
  return {
    sheetId: tab.id,
    startRowIndex: box.top,
    endRowIndex: box.bottom,
    startColumnIndex: box.left,
    endColumnIndex: box.right,
  };
}

export function overlap(one: Box, other: Box): boolean {
  return (
    one.top < other.bottom &&
    other.top < one.bottom &&
    one.left < other.right &&
    other.left < one.right
  );
}

/** A range as replies show it: sheet 0 is left out, as every zero of proto3 inside a message. */
export function shownRange(range: GridRange): GridRange {
  const { sheetId, ...rest } = range;
  return sheetId === undefined || sheetId === 0 ? rest : { sheetId, ...rest };
}

export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}
