import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

/*
 * The spreadsheet as plain data. Cells, rows and columns never change once made: an edit puts a new
 * one in place. A copy of the book is therefore cheap, and an old one is a version to go back to.
 */

/** Google's type after `acceptInput`: nothing in it is null. */
export type Given<T> = T extends (infer Item)[]
  ? Given<Item>[]
  : T extends object
    ? { [Key in keyof T]: Given<NonNullable<T[Key]>> }
    : T;

export type CellFormat = Given<sheets_v4.Schema$CellFormat>;
export type ValidationRule = Given<sheets_v4.Schema$DataValidationRule>;
export type ChipRun = Given<sheets_v4.Schema$ChipRun>;
export type GridRange = Given<sheets_v4.Schema$GridRange>;

export interface ErrorValue {
  error: { type: string; message: string };
}
export type Value = string | number | boolean | ErrorValue;

export interface Cell {
  /** Undefined: empty, the cell only has a format, a dropdown or a note. */
  value?: Value;
  /** With its `=`; the value is what it came to. */
  formula?: string;
  format?: CellFormat;
  validation?: ValidationRule;
  note?: string;
  chips?: ChipRun[];
  /** Who wrote the value: a person's name, or `api`. */
  by?: string;
}

export interface Tag {
  id: number;
  key: string;
  value: string;
  visibility: "DOCUMENT" | "PROJECT";
}

export interface Row {
  cells: readonly (Cell | undefined)[];
  height: number;
  hiddenByUser: boolean;
  hiddenByFilter: boolean;
  tags: readonly Tag[];
}

export interface Column {
  width: number;
  hidden: boolean;
  tags: readonly Tag[];
}

export interface Tab {
  id: number;
  title: string;
  hidden: boolean;
  frozenRows: number;
  frozenColumns: number;
  hideGridlines: boolean;
  color: Given<sheets_v4.Schema$ColorStyle> | null;
  rows: Row[];
  columns: Column[];
  tags: readonly Tag[];
  merges: GridRange[];
  filter: Given<sheets_v4.Schema$BasicFilter> | null;
  views: Given<sheets_v4.Schema$FilterView>[];
  protections: Given<sheets_v4.Schema$ProtectedRange>[];
  rules: Given<sheets_v4.Schema$ConditionalFormatRule>[];
  bandings: Given<sheets_v4.Schema$BandedRange>[];
  charts: Given<sheets_v4.Schema$EmbeddedChart>[];
  tables: Given<sheets_v4.Schema$Table>[];
}

export interface Book {
  title: string;
  locale: string;
  timeZone: string;
  tabs: Tab[];
  tags: readonly Tag[];
  names: Given<sheets_v4.Schema$NamedRange>[];
}

/** A copy to work on: its lists are its own, what they hold is shared. */
export function copyBook(book: Book): Book {
  return { ...book, names: [...book.names], tabs: book.tabs.map(copyTab) };
}

export function copyTab(tab: Tab): Tab {
  return {
    ...tab,
    rows: [...tab.rows],
    columns: [...tab.columns],
    merges: [...tab.merges],
    views: [...tab.views],
    protections: [...tab.protections],
    rules: [...tab.rules],
    bandings: [...tab.bandings],
    charts: [...tab.charts],
    tables: [...tab.tables],
  };
}

export function newTab(id: number, title: string, rowCount = 1000, columnCount = 26): Tab {
  return {
    id,
    title,
    hidden: false,
    frozenRows: 0,
    frozenColumns: 0,
    hideGridlines: false,
    color: null,
    rows: Array.from({ length: rowCount }, () => EMPTY_ROW),
    columns: Array.from({ length: columnCount }, () => EMPTY_COLUMN),
    tags: [],
    merges: [],
    filter: null,
    views: [],
    protections: [],
    rules: [],
    bandings: [],
    charts: [],
    tables: [],
  };
}

export const EMPTY_ROW: Row = {
  cells: [],
  height: 21,
  hiddenByUser: false,
  hiddenByFilter: false,
  tags: [],
};

export const EMPTY_COLUMN: Column = { width: 100, hidden: false, tags: [] };

export function newBook(title: string): Book {
  return {
    title,
    locale: "in_ID",
    timeZone: "Asia/Jakarta",
    tabs: [newTab(0, "Sheet1")],
    tags: [],
    names: [],
  };
}
