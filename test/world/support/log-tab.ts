import type { Book, Cell, Row, Tab, Value } from "../../../src/sandbox/google/book.ts";
import { COLUMN_TAG, columnsOf, TAB_TAG } from "../../../src/sheet/columns.ts";

/** The log as the model sees it: by tags, whatever people did to headers, titles and order. */
export interface LogTab {
  tab: Tab;
  /** Column key → index. */
  places: ReadonlyMap<string, number>;
  headerRow: number;
  /** Indices of the rows below the header in which anything stands that is not the worker's. */
  rows: readonly number[];
}

export const STAFF_KEYS = columnsOf("log")
  .filter(({ owner }) => owner !== "worker")
  .map(({ key }) => key);

export function logTab(book: Book): LogTab | undefined {
  const tab = book.tabs.find((each) => isTagged(each, "log"));
  if (!tab) return undefined;
  const places = placesOf(tab);
  const headerRow = tab.rows.findIndex(isHeader);
  const keys = [...STAFF_KEYS, "number"].flatMap((key) => places.get(key) ?? []);
  const rows = tab.rows.flatMap((row, index) => {
    const filled = index > headerRow && keys.some((at) => row.cells[at]?.value !== undefined);
    return filled ? [index] : [];
  });
  return { tab, places, headerRow, rows };
}

export function isTagged(tab: Tab, key: string): boolean {
  return tab.tags.some((tag) => tag.key === TAB_TAG && tag.value === key);
}

export function placesOf(tab: Tab): Map<string, number> {
  const places = new Map<string, number>();
  for (const [index, { tags }] of tab.columns.entries()) {
    for (const tag of tags) if (tag.key === COLUMN_TAG) places.set(tag.value, index);
  }
  return places;
}

const HEADERS = new Set(columnsOf("log").map(({ header }) => header));

function isHeader(row: Row): boolean {
  const seen = row.cells.filter(
    ({ value } = {}) => typeof value === "string" && HEADERS.has(value),
  );
  return seen.length * 2 >= HEADERS.size;
}

export function cellIn({ tab, places }: LogTab, row: number, key: string): Cell | undefined {
  const at = places.get(key);
  return at === undefined ? undefined : tab.rows[row]?.cells[at];
}

export function textIn(log: LogTab, row: number, key: string): string {
  return plain(cellIn(log, row, key)?.value);
}

export function plain(value: Value | undefined): string {
  return value === undefined || typeof value === "object" ? "" : String(value).trim();
}
