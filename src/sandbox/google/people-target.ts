import { tabByTitle } from "./a1.ts";
import type { Book, Cell, Tab } from "./book.ts";
import { cellAt } from "./grid.ts";
import { shownText } from "./shown.ts";

/** A tab by its title or its id. */
export type TabName = string | number;
/** A column by its header's words, or by its index. */
export type ColumnName = string | number;

export function findTab(book: Book, name: TabName): Tab {
  const tab =
    typeof name === "number" ? book.tabs.find(({ id }) => id === name) : tabByTitle(book, name);
  if (!tab) throw new Error(`There is no tab ${name}`);
  return tab;
}

/** Headers are looked for in the top ten rows, as a person would. */
export function findColumn(tab: Tab, name: ColumnName, locale: string): number {
  if (typeof name === "number") return name;
  for (const row of tab.rows.slice(0, 10)) {
    const index = row.cells.findIndex((cell) => cell && shownText(cell, locale) === name);
    if (index >= 0) return index;
  }
  throw new Error(`There is no column ${name} on ${tab.title}`);
}

export function cellOf(
  book: Book,
  place: { tab: TabName; row: number; column: ColumnName },
): Cell | undefined {
  const tab = findTab(book, place.tab);
  return cellAt(tab, place.row, findColumn(tab, place.column, book.locale));
}
