import type { Book, Row, Tab } from "../../../src/sandbox/google/book.ts";
import { columnsOf, TAB_TAG, TABS } from "../../../src/sheet/columns.ts";
import { placesOf, plain } from "./log-tab.ts";

/**
 * Cells that were not the worker's to write, after one of its writes: a person's value that is
 * another now, or a staff cell filled in a row that stood already. A sentence each.
 */
export function overwritten(before: Book, after: Book): string[] {
  const found: string[] = [];
  for (const tab of before.tabs) {
    const now = after.tabs.find(({ id }) => id === tab.id);
    if (!now) found.push(`tab ${tab.title} is gone`);
    else if (now.rows !== tab.rows) found.push(...inTab(tab, now));
  }
  return found;
}

function inTab(before: Tab, after: Tab): string[] {
  const found: string[] = [];
  const worker = workerColumns(before);
  // *Dasbor* and *Panduan* have no columns of ours: what the worker wrote there it may renew.
  const isPage = ourTab(before)?.columns.length === 0;
  for (const [index, row] of before.rows.entries()) {
    const now = after.rows[index];
    if (now === row || isEmpty(row)) continue;
    const width = Math.max(row.cells.length, now?.cells.length ?? 0);
    for (let column = 0; column < width; column++) {
      const [was, is] = [row.cells[column], now?.cells[column]];
      if (was?.value === is?.value || worker.has(column)) continue;
      if (isPage && was?.by === "api") continue;
      found.push(
        `${before.title} ${index + 1}/${column}: "${plain(was?.value)}" became "${plain(is?.value)}"`,
      );
    }
  }
  return found;
}

function isEmpty(row: Row): boolean {
  return row.cells.every((cell) => cell?.value === undefined);
}

/** Columns of the worker's, by their tags; in a tab of somebody's own there are none. */
function workerColumns(tab: Tab): Set<number> {
  const ours = ourTab(tab);
  if (!ours) return new Set();
  const owned = columnsOf(ours.key).filter(({ owner }) => owner === "worker");
  const places = placesOf(tab);
  return new Set(owned.flatMap(({ key }) => places.get(key) ?? []));
}

function ourTab(tab: Tab) {
  const value = tab.tags.find(({ key }) => key === TAB_TAG)?.value;
  return TABS.find(({ key }) => key === value);
}
