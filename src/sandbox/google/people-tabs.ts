import { copyTab } from "./book.ts";
import type { Book, GridRange, Tab } from "./book.ts";
import { dataEnd, rangeOf } from "./grid.ts";
import { findColumn, findTab } from "./people-target.ts";
import type { ColumnName, TabName } from "./people-target.ts";
import { shownText } from "./shown.ts";
import type { Store } from "./store.ts";

/** What people do with whole tabs and with the file. */
export interface TabActions {
  renameTab(tab: TabName, title: string, by: string): void;
  /** *Salinan dari …*: values, filter and protections come along, tags do not. Answers its id. */
  duplicateTab(tab: TabName, by: string): number;
  deleteTab(tab: TabName, by: string): void;
  /** Sets the tab's filter so that only rows with these texts in the column are shown. */
  filter(tab: TabName, column: ColumnName, shown: readonly string[], by: string): void;
  clearFilter(tab: TabName, by: string): void;
  hideRows(tab: TabName, from: number, count: number, by: string): void;
  hideColumn(tab: TabName, column: ColumnName, by: string): void;
  /** Lets only these persons edit the tab, or one column of it: the worker is left out. */
  protect(
    range: { tab: TabName; column?: ColumnName; row?: number },
    editors: readonly string[],
    by: string,
  ): void;
  /** *Ubah menjadi tabel*, over everything in the tab. */
  toTable(tab: TabName, by: string): void;
  setLocale(locale: string, by: string): void;
  setTimeZone(timeZone: string, by: string): void;
  /** Version history: the book of an earlier revision, tags and tabs of then included. */
  restoreVersion(revision: number, by: string): void;
}

export function tabActions(store: Store): TabActions {
  const onTab = (name: TabName, by: string, work: (tab: Tab, book: Book) => void) =>
    store.change(by, (book) => work(findTab(book, name), book));
  const onBook = (by: string, work: (book: Book) => void) => store.change(by, work);

  return {
    renameTab: (name, title, by) =>
      onTab(name, by, (tab) => {
        tab.title = title;
      }),
    duplicateTab: (name, by) =>
      store.change(by, (book) => {
        const tab = findTab(book, name);
        const id = Math.max(...book.tabs.map((one) => one.id)) + 1;
        book.tabs.splice(book.tabs.indexOf(tab) + 1, 0, duplicate(tab, id));
        return id;
      }),
    deleteTab: (name, by) =>
      onTab(name, by, (tab, book) => {
        if (book.tabs.length === 1) throw new Error("The last tab cannot be deleted");
        book.tabs.splice(book.tabs.indexOf(tab), 1);
      }),
    filter: (name, column, shown, by) =>
      onTab(name, by, (tab, book) => {
        const index = findColumn(tab, column, book.locale);
        const top = tab.frozenRows > 0 ? tab.frozenRows - 1 : 0;
        const whole = { top, bottom: tab.rows.length, left: 0, right: tab.columns.length };
        tab.filter = { range: rangeOf(tab, whole) };
        tab.rows = tab.rows.map((row, at) => {
          const cell = row.cells[index];
          const text = (cell && shownText(cell, book.locale)) ?? "";
          return at > top ? { ...row, hiddenByFilter: !shown.includes(text) } : row;
        });
      }),
    clearFilter: (name, by) =>
      onTab(name, by, (tab) => {
        tab.filter = null;
        tab.rows = tab.rows.map((row) => ({ ...row, hiddenByFilter: false }));
      }),
    hideRows: (name, from, count, by) =>
      onTab(name, by, (tab) => {
        tab.rows = tab.rows.map((row, at) =>
          at >= from && at < from + count ? { ...row, hiddenByUser: true } : row,
        );
      }),
    hideColumn: (name, column, by) =>
      onTab(name, by, (tab, book) => {
        const index = findColumn(tab, column, book.locale);
        tab.columns = tab.columns.map((one, at) => (at === index ? { ...one, hidden: true } : one));
      }),
    protect: ({ tab: name, column, row }, editors, by) =>
      onTab(name, by, (tab, book) => {
        const range: GridRange = { sheetId: tab.id };
        if (column !== undefined) {
          range.startColumnIndex = findColumn(tab, column, book.locale);
          range.endColumnIndex = range.startColumnIndex + 1;
        }
        if (row !== undefined) {
          range.startRowIndex = row;
          range.endRowIndex = row + 1;
        }
        const ids = book.tabs.flatMap((one) =>
          one.protections.map((it) => it.protectedRangeId ?? 0),
        );
        const protectedRangeId = Math.max(500_000, ...ids) + 1;
        tab.protections.push({ protectedRangeId, range, editors: { users: [...editors] } });
      }),
    toTable: (name, by) =>
      onTab(name, by, (tab) => {
        const right = Math.max(...tab.rows.map((row) => row.cells.length));
        const box = { top: 0, bottom: dataEnd(tab), left: 0, right };
        tab.tables.push({ tableId: `table-${tab.id}`, name: "Tabel1", range: rangeOf(tab, box) });
      }),
    setLocale: (locale, by) =>
      onBook(by, (book) => {
        book.locale = locale;
      }),
    setTimeZone: (timeZone, by) =>
      onBook(by, (book) => {
        book.timeZone = timeZone;
      }),
    restoreVersion(revision, by) {
      const version = store.version(revision);
      if (!version) throw new Error(`Revision ${revision} is not kept any more`);
      store.replace(by, version);
    },
  };
}

function duplicate(tab: Tab, id: number): Tab {
  const onCopy = <T extends { range?: GridRange }>(thing: T): T => ({
    ...thing,
    range: { ...thing.range, sheetId: id },
  });
  const copy = copyTab(tab);
  return {
    ...copy,
    id,
    title: `Salinan dari ${tab.title}`.slice(0, 100),
    tags: [],
    rows: copy.rows.map((row) => (row.tags.length > 0 ? { ...row, tags: [] } : row)),
    columns: copy.columns.map((column) => ({ ...column, tags: [] })),
    filter: copy.filter ? onCopy(copy.filter) : null,
    merges: copy.merges.map((range) => ({ ...range, sheetId: id })),
    protections: copy.protections.map((one) => ({
      ...onCopy(one),
      protectedRangeId: (one.protectedRangeId ?? 0) + id,
    })),
    views: [],
    charts: [],
    tables: [],
    bandings: [],
    rules: copy.rules.map((rule) => ({
      ...rule,
      ranges: (rule.ranges ?? []).map((range) => ({ ...range, sheetId: id })),
    })),
  };
}
