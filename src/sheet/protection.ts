import type { TabLayout } from "./layout.ts";

export interface Guarded {
  /** Whether the worker's account may not edit this cell. */
  has(row: number, column: number): boolean;
  /** Names of ranges, as people gave them or as cells, for the sentence. */
  nameAt(row: number, column: number): string;
}

/** Cells of a tab that a person protected against the worker (GOOGLE 5). */
export function guardedCells(tab: TabLayout): Guarded {
  const closed = (tab.sheet.protectedRanges ?? []).filter(
    (each) => each.warningOnly !== true && each.requestingUserCanEdit !== true,
  );
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
    nameAt(row, column) {
      const range = find(row, column)?.range;
      const rows =
        range?.endRowIndex == null
          ? ""
          : `baris ${(range.startRowIndex ?? 0) + 1}–${range.endRowIndex}`;
      const columns =
        range?.endColumnIndex == null
          ? ""
          : `kolom ${letter(range.startColumnIndex ?? 0)}–${letter(range.endColumnIndex - 1)}`;
      return [columns, rows].filter((part) => part !== "").join(", ") || "seluruh lembar";
    },
  };
}

/**
 * Why no row can be appended: a row goes in one piece from column A, so one protected column is
 * enough. "" when nothing is in the way.
 */
export function appendObstacle(tab: TabLayout): string {
  const guarded = guardedCells(tab);
  const width = Math.max(0, ...[...tab.places.values()].map(({ index }) => index + 1));
  for (let column = 0; column < width; column++) {
    if (guarded.has(tab.rowCount, column)) return guarded.nameAt(tab.rowCount, column);
  }
  return "";
}

/** `A` for 0, `AA` for 26. */
export function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}
