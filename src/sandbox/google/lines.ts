import { EMPTY_COLUMN, EMPTY_ROW } from "./book.ts";
import type { Cell, Column, GridRange, Row, Tab } from "./book.ts";
import { withMovedRanges } from "./chart-ranges.ts";
import { cellAt } from "./grid.ts";
import type { Box } from "./grid.ts";
import { isError } from "./shown.ts";

/*
 * Inserting, deleting, moving and sorting whole rows and columns. Tags sit on rows and columns and
 * so travel with them; ranges that the tab keeps (filters, protections, rules) are moved along.
 */

export type Dimension = "ROWS" | "COLUMNS";

export function insertLines(
  tab: Tab,
  dimension: Dimension,
  { at, count, like }: { at: number; count: number; like: number | null },
): void {
  if (dimension === "ROWS") {
    const row = like === null ? EMPTY_ROW : blankLike(tab.rows[like]);
    tab.rows.splice(at, 0, ...Array.from({ length: count }, () => row));
  } else {
    const column =
      like === null ? EMPTY_COLUMN : { ...(tab.columns[like] ?? EMPTY_COLUMN), tags: [] };
    tab.columns.splice(at, 0, ...Array.from({ length: count }, () => column));
    changeEveryRow(tab, (cells) => {
      const blank = like === null ? undefined : blankCell(cells[like]);
      if (cells.length <= at && blank === undefined) return;
      while (cells.length < at) cells.push(undefined);
      cells.splice(at, 0, ...Array.from({ length: count }, () => blank));
    });
  }
  shiftRanges(tab, dimension, (from, to) => [
    from >= at ? from + count : from,
    to > at ? to + count : to,
  ]);
}

export function deleteLines(tab: Tab, dimension: Dimension, from: number, to: number): void {
  const count = to - from;
  if (dimension === "ROWS") tab.rows.splice(from, count);
  else {
    tab.columns.splice(from, count);
    changeEveryRow(tab, (cells) => cells.splice(from, count));
  }
  const settle = (index: number) => (index <= from ? index : Math.max(from, index - count));
  shiftRanges(tab, dimension, (start, end) => [settle(start), settle(end)]);
}

/** `to` is counted before the lines are taken out. */
export function moveLines(
  tab: Tab,
  dimension: Dimension,
  { from, end, to }: { from: number; end: number; to: number },
): void {
  const count = end - from;
  const target = to > from ? to - count : to;
  const move = (list: unknown[]): void => {
    list.splice(target, 0, ...list.splice(from, count));
  };
  if (dimension === "ROWS") move(tab.rows);
  else {
    move(tab.columns);
    changeEveryRow(tab, (cells) => {
      while (cells.length < Math.max(end, to)) cells.push(undefined);
      move(cells);
    });
  }
  shiftRanges(tab, dimension, (start, stop) => {
    // A range that lies wholly among the moved lines goes along; others stay where they are.
    const inside = start >= from && stop <= end;
    return inside ? [start + target - from, stop + target - from] : [start, stop];
  });
}

export interface SortKey {
  column: number;
  descending?: boolean;
}

/** Sorts a box. When it spans the whole width the rows themselves move, with their tags. */
export function sortRows(tab: Tab, box: Box, keys: SortKey[]): void {
  const order = Array.from({ length: box.bottom - box.top }, (_, index) => box.top + index);
  order.sort((a, b) => {
    for (const { column, descending } of keys) {
      const difference = compare(
        cellAt(tab, a, column),
        cellAt(tab, b, column),
        descending === true,
      );
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  const rows = order.map((index) => tab.rows[index] ?? EMPTY_ROW);
  const usedWidth = Math.max(0, ...rows.map((row) => row.cells.length));
  if (box.left === 0 && box.right >= usedWidth) {
    tab.rows.splice(box.top, rows.length, ...rows);
    return;
  }
  const before = tab.rows.slice(box.top, box.bottom);
  for (const [offset, row] of before.entries()) {
    const cells = [...row.cells];
    for (let column = box.left; column < box.right; column += 1) {
      cells[column] = rows[offset]?.cells[column];
    }
    tab.rows[box.top + offset] = { ...row, cells };
  }
}

/** Numbers, then texts, then ticks; blanks last whatever the direction. */
function compare(a: Cell | undefined, b: Cell | undefined, descending: boolean): number {
  const [x, y] = [sortValue(a), sortValue(b)];
  if (x.rank === 4 || y.rank === 4) return x.rank - y.rank;
  const byRank = x.rank - y.rank;
  const difference = byRank === 0 ? byValue(x.value, y.value) : byRank;
  return descending ? -difference : difference;
}

function sortValue(cell: Cell | undefined): { rank: number; value: string | number } {
  const value = cell?.value;
  if (value === undefined || value === "") return { rank: 4, value: "" };
  if (typeof value === "number") return { rank: 0, value };
  if (typeof value === "string") return { rank: 1, value: value.toLowerCase() };
  return isError(value) ? { rank: 3, value: "" } : { rank: 2, value: value ? 1 : 0 };
}

function byValue(a: string | number, b: string | number): number {
  if (typeof a === "string" && typeof b === "string") return a.localeCompare(b, "id");
  return Number(a) - Number(b);
}

function blankLike(row: Row | undefined): Row {
  return row ? { ...EMPTY_ROW, height: row.height, cells: row.cells.map(blankCell) } : EMPTY_ROW;
}

/** An inserted line takes its neighbour's format and dropdowns, not its values. */
function blankCell(cell: Cell | undefined): Cell | undefined {
  if (!cell?.format && !cell?.validation) return undefined;
  return {
    ...(cell.format ? { format: cell.format } : {}),
    ...(cell.validation ? { validation: cell.validation } : {}),
  };
}

function changeEveryRow(tab: Tab, change: (cells: (Cell | undefined)[]) => void): void {
  for (const [index, row] of tab.rows.entries()) {
    if (row.cells.length === 0) continue;
    const cells = [...row.cells];
    change(cells);
    tab.rows[index] = { ...row, cells };
  }
}

type Shift = (from: number, to: number) => [number, number];

export function shiftRanges(tab: Tab, dimension: Dimension, shift: Shift): void {
  const moved = (range: GridRange): GridRange | null => shifted(range, dimension, shift);
  const keep = <T extends { range?: GridRange }>(things: T[]): T[] =>
    things.flatMap((thing) => {
      if (!thing.range) return [thing];
      const range = moved(thing.range);
      return range ? [{ ...thing, range }] : [];
    });
  tab.merges = tab.merges.flatMap((range) => moved(range) ?? []);
  tab.filter = tab.filter ? (keep([tab.filter])[0] ?? null) : null;
  tab.views = keep(tab.views);
  tab.protections = keep(tab.protections);
  tab.bandings = keep(tab.bandings);
  tab.charts = tab.charts.map((chart) => withMovedRanges(chart, tab.id, moved));
  tab.tables = keep(tab.tables);
  tab.rules = tab.rules.flatMap((rule) => {
    const ranges = (rule.ranges ?? []).flatMap((range) => moved(range) ?? []);
    return ranges.length > 0 ? [{ ...rule, ranges }] : [];
  });
}

/** Null when nothing is left of the range; an open end stays open. */
function shifted(range: GridRange, dimension: Dimension, shift: Shift): GridRange | null {
  const [startKey, endKey] =
    dimension === "ROWS"
      ? (["startRowIndex", "endRowIndex"] as const)
      : (["startColumnIndex", "endColumnIndex"] as const);
  const [from, to] = [range[startKey], range[endKey]];
  if (from === undefined && to === undefined) return range;
  const [start, end] = shift(from ?? 0, to ?? Number.MAX_SAFE_INTEGER);
  if (start >= end) return null;
  return {
    ...range,
    ...(from === undefined ? {} : { [startKey]: start }),
    ...(to === undefined ? {} : { [endKey]: end }),
  };
}

export function lineCount(tab: Tab, dimension: Dimension): number {
  return dimension === "ROWS" ? tab.rows.length : tab.columns.length;
}

export function changeLine(
  tab: Tab,
  dimension: Dimension,
  index: number,
  change: { row?: Partial<Row>; column?: Partial<Column> },
): void {
  const row = tab.rows[index];
  const column = tab.columns[index];
  if (dimension === "ROWS" && row) tab.rows[index] = { ...row, ...change.row };
  if (dimension === "COLUMNS" && column) tab.columns[index] = { ...column, ...change.column };
}
