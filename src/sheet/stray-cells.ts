import { cellOf, isBlank } from "./cells.ts";
import type { TabLayout } from "./layout.ts";
import type { LogRow } from "./log-rows.ts";
import { cellName } from "./plan-writes.ts";

/** So many rows below the log a cell is no note beside it any more. */
const FAR_BELOW = 20;

/** New rows follow the last cell with data anywhere in the tab: people hear of a stray one (B094). */
export function strayCells(log: TabLayout, rows: readonly LogRow[]): string[] {
  const lastRow = rows.at(-1)?.index ?? log.headerRow;
  const stray = log.rows.findLast((row) => row.cells.some((cell) => !isBlank(cellOf(cell))));
  if (!stray || stray.index - lastRow <= FAR_BELOW) return [];
  const at = stray.cells.findIndex((cell) => !isBlank(cellOf(cell)));
  return [
    `Sel ${cellName(log, stray.index, at)} berisi sesuatu jauh di bawah aduan terakhir; aduan baru ditulis di bawahnya. Pindahkan isinya.`,
  ];
}
