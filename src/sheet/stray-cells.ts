import { cellOf, isBlank } from "./cells.ts";
import type { TabLayout } from "./layout.ts";
import type { LogRow } from "./log-rows.ts";
import { cellName } from "./plan-writes.ts";

/** So many rows below the complaint above it a cell is no note beside it any more. */
const FAR_BELOW = 20;

/**
 * New rows follow the last cell with data anywhere in the tab: people hear of a stray one, also
 * when complaints stand below it by now (B094).
 */
export function strayCells(log: TabLayout, rows: readonly LogRow[]): string[] {
  const complaints = new Set(rows.map(({ index }) => index));
  let above = log.headerRow;
  for (const row of log.rows) {
    if (complaints.has(row.index)) {
      above = row.index;
      continue;
    }
    const at = row.cells.findIndex((cell) => !isBlank(cellOf(cell)));
    if (at < 0 || row.index - above <= FAR_BELOW) continue;
    return [
      `Sel ${cellName(log, row.index, at)} berisi sesuatu jauh di bawah aduan di atasnya; aduan baru ditulis di bawahnya. Pindahkan isinya.`,
    ];
  }
  return [];
}
