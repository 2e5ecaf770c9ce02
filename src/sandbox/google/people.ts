import type { Book, Tab } from "./book.ts";
import { changeRow, tidy } from "./grid.ts";
import { deleteLines, insertLines, moveLines, sortRows } from "./lines.ts";
import type { Dimension } from "./lines.ts";
import { cellActions } from "./people-cells.ts";
import type { CellActions } from "./people-cells.ts";
import { tabActions } from "./people-tabs.ts";
import type { TabActions } from "./people-tabs.ts";
import { cellOf, findColumn, findTab } from "./people-target.ts";
import type { ColumnName, TabName } from "./people-target.ts";
import { shownText } from "./shown.ts";
import type { Store } from "./store.ts";
import { keptParts, typedCell } from "./typed.ts";

/** A cell as a person finds it; rows count from 0, the header row included. */
export interface Place {
  tab: TabName;
  row: number;
  column: ColumnName;
}

/**
 * What people do in their browser, beside the API: every method names who does it, and each is one
 * step for *undo*. Throws when the tab, the header or the row does not exist.
 */
export interface People extends CellActions, TabActions {
  /** Types into a cell: text is understood by the file's locale, as a sheet does. */
  setCell(place: Place, value: string | number | boolean, by: string): void;
  clearCell(place: Place, by: string): void;
  /** Sorts below the header; without `columns` whole rows move. */
  sort(
    range: { tab: TabName; from?: number; to?: number; columns?: ColumnName[] },
    key: { column: ColumnName; descending?: boolean },
    by: string,
  ): void;
  insertRows(tab: TabName, at: number, count: number, by: string): void;
  deleteRows(tab: TabName, at: number, count: number, by: string): void;
  moveRows(tab: TabName, at: number, count: number, to: number, by: string): void;
  insertColumn(tab: TabName, at: ColumnName, header: string, by: string): void;
  deleteColumn(tab: TabName, column: ColumnName, by: string): void;
  moveColumn(tab: TabName, column: ColumnName, to: number, by: string): void;
  undo(by: string): boolean;
  /** The text shown in a cell, "" when empty. */
  shown(place: Place): string;
  /** Who wrote the cell's value: a person's name, `api`, or null when it is empty. */
  authorOf(place: Place): string | null;
}

export function createPeople(store: Store): People {
  const onTab = (tab: TabName, by: string, work: (tab: Tab, book: Book) => void) =>
    store.change(by, (book) => work(findTab(book, tab), book));

  const lines = (tab: TabName, by: string, dimension: Dimension) => ({
    insert: (at: number, count: number) =>
      onTab(tab, by, (it) =>
        insertLines(it, dimension, { at, count, like: at > 0 ? at - 1 : null }),
      ),
    remove: (at: number, count: number) =>
      onTab(tab, by, (it) => deleteLines(it, dimension, at, at + count)),
    move: (at: number, count: number, to: number) =>
      onTab(tab, by, (it) => moveLines(it, dimension, { from: at, end: at + count, to })),
  });

  const columnAt = (tab: TabName, column: ColumnName) =>
    findColumn(findTab(store.book(), tab), column, store.book().locale);

  return {
    ...cellActions(store),
    ...tabActions(store),
    setCell({ tab, row, column }, value, by) {
      onTab(tab, by, (it, book) => {
        const index = findColumn(it, column, book.locale);
        requireCell(it, row, index);
        changeRow(it, row, (cells) => {
          const before = cells[index];
          const typed =
            typeof value === "string"
              ? typedCell(value, book.locale, before)
              : { ...keptParts(before), value };
          cells[index] = tidy({ ...typed, by });
        });
      });
    },
    clearCell({ tab, row, column }, by) {
      onTab(tab, by, (it, book) => {
        const index = findColumn(it, column, book.locale);
        changeRow(it, row, (cells) => {
          cells[index] = tidy(keptParts(cells[index]));
        });
      });
    },
    sort({ tab, from = 1, to, columns }, key, by) {
      onTab(tab, by, (it, book) => {
        const chosen = columns?.map((column) => findColumn(it, column, book.locale));
        const left = chosen ? Math.min(...chosen) : 0;
        const right = chosen ? Math.max(...chosen) + 1 : it.columns.length;
        const column = findColumn(it, key.column, book.locale);
        const box = { top: from, bottom: to ?? it.rows.length, left, right };
        sortRows(it, box, [{ column, descending: key.descending === true }]);
      });
    },
    insertRows: (tab, at, count, by) => lines(tab, by, "ROWS").insert(at, count),
    deleteRows: (tab, at, count, by) => lines(tab, by, "ROWS").remove(at, count),
    moveRows: (tab, at, count, to, by) => lines(tab, by, "ROWS").move(at, count, to),
    insertColumn(tab, at, header, by) {
      const index = columnAt(tab, at);
      onTab(tab, by, (it) => {
        insertLines(it, "COLUMNS", { at: index, count: 1, like: null });
        changeRow(it, headerRow(it), (cells) => {
          cells[index] = header === "" ? undefined : { value: header, by };
        });
      });
    },
    deleteColumn: (tab, column, by) => lines(tab, by, "COLUMNS").remove(columnAt(tab, column), 1),
    moveColumn: (tab, column, to, by) =>
      lines(tab, by, "COLUMNS").move(columnAt(tab, column), 1, to),
    undo: (by) => store.undo(by),
    shown(place) {
      const cell = cellOf(store.book(), place);
      return (cell && shownText(cell, store.book().locale)) ?? "";
    },
    authorOf: (place) => cellOf(store.book(), place)?.by ?? null,
  };
}

/** The first of the top rows that holds the most texts: where people see the headers. */
function headerRow(tab: Tab): number {
  const counts = tab.rows
    .slice(0, 10)
    .map((row) => row.cells.filter((cell) => typeof cell?.value === "string").length);
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}

function requireCell(tab: Tab, row: number, column: number): void {
  if (tab.rows[row] && tab.columns[column]) return;
  throw new Error(`There is no cell in row ${row}, column ${column} of ${tab.title}`);
}
