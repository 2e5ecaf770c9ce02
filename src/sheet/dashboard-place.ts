import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { cellOf, textOf } from "./cells.ts";
import { COLUMN_TAG } from "./columns.ts";
import { DASHBOARD_HEIGHT, DASHBOARD_WIDTH, isHeadline } from "./dashboard-lines.ts";
import type { TabLayout } from "./layout.ts";

/** The value of the tag on the block's left column; it travels when people insert columns. */
export const DASHBOARD_TAG = "figures";
/** The first line is looked for in so many rows: people may put something above it. */
export const DASHBOARD_TOP_ROWS = 20;

/** Where the worker's block stands in *Dasbor*; null: not known. */
export interface DashboardPlace {
  sheetId: number;
  top: number | null;
  left: number | null;
}

/** By its tagged column and, in it, by its first line; people may insert rows and columns. */
export function dashboardPlace(tab: TabLayout): DashboardPlace {
  const left = taggedColumn(tab.sheet);
  const top = left === null ? null : headlineRow(tab.sheet, left);
  return { sheetId: tab.sheetId, top, left };
}

/** The block's first cell when all of it lies on the grid, so that it may be written. */
export function writablePlace(tab: TabLayout): { top: number; left: number } | null {
  const { top, left } = dashboardPlace(tab);
  if (top === null || left === null) return null;
  const fits = top + DASHBOARD_HEIGHT <= tab.rowCount && left + DASHBOARD_WIDTH <= tab.columnCount;
  return fits ? { top, left } : null;
}

function taggedColumn(sheet: sheets_v4.Schema$Sheet): number | null {
  for (const { startColumn, columnMetadata } of sheet.data ?? []) {
    const index = (columnMetadata ?? []).findIndex(({ developerMetadata }) =>
      (developerMetadata ?? []).some(
        ({ metadataKey, metadataValue }) =>
          metadataKey === COLUMN_TAG && metadataValue === DASHBOARD_TAG,
      ),
    );
    if (index >= 0) return (startColumn ?? 0) + index;
  }
  return null;
}

function headlineRow(sheet: sheets_v4.Schema$Sheet, left: number): number | null {
  for (const { startRow, startColumn, rowData } of sheet.data ?? []) {
    const index = (rowData ?? [])
      .slice(0, DASHBOARD_TOP_ROWS)
      .findIndex(({ values }) => isHeadline(textOf(cellOf(values?.[left - (startColumn ?? 0)]))));
    if (index >= 0) return (startRow ?? 0) + index;
  }
  return null;
}
