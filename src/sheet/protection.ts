import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import type { TabLayout } from "./layout.ts";

export interface Guarded {
  /** Whether the worker's account may not edit this cell. */
  has(row: number, column: number): boolean;
  /** Names of ranges, as people gave them or as cells, for the sentence. */
  nameAt(row: number, column: number): string;
}

/** Cells of a tab that a person protected against the worker (GOOGLE 5). */
export function guardedCells(tab: TabLayout): Guarded {
  const closed = closedRanges(tab);
  const find = (row: number, column: number) =>
    closed.find(({ range }) => {
      if (!range) return true;
      return (
        row >= (range.startRowIndex ?? 0) &&
        row < (range.endRowIndex ?? Number.POSITIVE_INFINITY) &&
        column >= (range.startColumnIndex ?? 0) &&
        column < (range.endColumnIndex ?? Number.POSITIVE_INFINITY)
      );
    });
  return {
    has: (row, column) => closed.length > 0 && find(row, column) !== undefined,
    nameAt: (row, column) => rangeName(find(row, column)?.range ?? {}),
  };
}

function closedRanges({ sheet }: TabLayout): sheets_v4.Schema$ProtectedRange[] {
  return (sheet.protectedRanges ?? []).filter(
    (each) => each.warningOnly !== true && each.requestingUserCanEdit !== true,
  );
}

function rangeName(range: sheets_v4.Schema$GridRange): string {
  const rows =
    range.endRowIndex == null ? "" : `baris ${(range.startRowIndex ?? 0) + 1}–${range.endRowIndex}`;
  const columns =
    range.endColumnIndex == null
      ? ""
      : `kolom ${letter(range.startColumnIndex ?? 0)}–${letter(range.endColumnIndex - 1)}`;
  return [columns, rows].filter((part) => part !== "").join(", ") || "seluruh lembar";
}

/** Ranges of a tab that the worker's account may not edit, as people find them: `kolom D–D`. */
export function guardedNames(tab: TabLayout): string[] {
  const closed = closedRanges(tab);
  return [...new Set(closed.map(({ range }) => rangeName(range ?? {})))];
}

/** Whether any cell of the range is protected against the worker. */
export function touchesGuarded(tab: TabLayout, asked: sheets_v4.Schema$GridRange): boolean {
  return closedRanges(tab).some(({ range }) => {
    if (!range) return true;
    return meet(asked, range, "Row") && meet(asked, range, "Column");
  });
}

function meet(
  a: sheets_v4.Schema$GridRange,
  b: sheets_v4.Schema$GridRange,
  side: "Row" | "Column",
): boolean {
  const start = (range: sheets_v4.Schema$GridRange) => range[`start${side}Index`] ?? 0;
  const end = (range: sheets_v4.Schema$GridRange) =>
    range[`end${side}Index`] ?? Number.POSITIVE_INFINITY;
  return start(a) < end(b) && start(b) < end(a);
}

/** A stretch of columns [from, to) in which the worker may write. */
export interface Stretch {
  from: number;
  to: number;
}

/** The open columns of a row, left to right; one stretch when nothing is in the way. */
export function openStretches(tab: TabLayout, row: number): Stretch[] {
  const guarded = guardedCells(tab);
  const stretches: Stretch[] = [];
  for (let column = 0; column < widthOf(tab); column++) {
    if (guarded.has(row, column)) continue;
    const last = stretches.at(-1);
    if (last?.to === column) last.to = column + 1;
    else stretches.push({ from: column, to: column + 1 });
  }
  return stretches;
}

/**
 * Why a row cannot be born: a cell of it that only its birth would fill is protected, so that
 * blank it would read as if staff had cleared it. "" when nothing is in the way; the worker's own
 * cells are filled later, once they are free.
 */
export function birthObstacle(tab: TabLayout, cells: Readonly<Record<string, unknown>>): string {
  const guarded = guardedCells(tab);
  const row = rowBelow(tab);
  for (const { key, owner } of tab.tab.columns) {
    const column = tab.places.get(key)?.index;
    if (column === undefined || owner === "worker" || (cells[key] ?? "") === "") continue;
    if (guarded.has(row, column)) return guarded.nameAt(row, column);
  }
  return openStretches(tab, row).length === 0 ? guarded.nameAt(row, 0) : "";
}

/** Columns up to the last of ours. */
export function widthOf(tab: TabLayout): number {
  return Math.max(0, ...[...tab.places.values()].map(({ index }) => index + 1));
}

/** The first row below everything that has data. */
export function rowBelow(tab: TabLayout): number {
  return (tab.rows.at(-1)?.index ?? tab.headerRow) + 1;
}

/** `A` for 0, `AA` for 26. */
export function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}
