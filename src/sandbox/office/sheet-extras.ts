import { insertLines } from "../google/lines.ts";
import { findTab } from "../google/people-target.ts";
import { changeRow } from "../google/grid.ts";
import type { Store } from "../google/store.ts";

/** Somebody renames a tab. */
export function renameTab(store: Store, tab: number, title: string, by: string): void {
  store.change(by, (book) => {
    findTab(book, tab).title = title;
  });
}

/** Somebody deletes a tab that nobody needs, such as the empty one that a new file has. */
export function deleteTab(store: Store, title: string, by: string): void {
  store.change(by, (book) => {
    book.tabs = book.tabs.filter((tab) => tab.title !== title);
  });
}

/** Somebody copies a row and pastes it into a row inserted for it; tags do not come along. */
export function copyRow(
  store: Store,
  tab: number,
  { at, to }: { at: number; to: number },
  by: string,
): void {
  store.change(by, (book) => {
    const draft = findTab(book, tab);
    const copied = draft.rows[at]?.cells ?? [];
    insertLines(draft, "ROWS", { at: to, count: 1, like: null });
    changeRow(draft, to, (cells) => {
      cells.splice(0, cells.length, ...copied.map((cell) => cell && { ...cell, by }));
    });
  });
}
