import type { Book, Cell, Row, Tab } from "./book.ts";
import { dataEnd } from "./grid.ts";
import { shownText } from "./shown.ts";

/** The spreadsheet as a page draws it: plain JSON. */
export interface Snapshot {
  revision: number;
  title: string;
  locale: string;
  timeZone: string;
  tabs: TabSnapshot[];
}

export interface TabSnapshot {
  id: number;
  title: string;
  hidden: boolean;
  color: string | null;
  frozenRows: number;
  frozenColumns: number;
  /** Whether lines are drawn between the cells. */
  lines: boolean;
  rowCount: number;
  columns: { width: number; hidden: boolean }[];
  /** As far down as there is data, and a little more for typing. */
  rows: { hidden: boolean; height: number; cells: (CellSnapshot | null)[] }[];
  filtered: boolean;
}

export interface CellSnapshot {
  text: string;
  value: string | number | boolean | null;
  by: string | null;
  bold?: true;
  wrap?: true;
  vertical?: "top" | "middle";
  /** Points; the sheet's own size when left out. */
  size?: number;
  /** CSS colours. */
  background?: string;
  color?: string;
  note?: string;
  /** What the dropdown offers; the strings of a list, or the range it names. */
  choices?: string[];
  tick?: true;
  /** A click offers a calendar. */
  picker?: true;
  dateType?: string;
}

const ROWS_TO_TYPE_IN = 5;

export function snapshot(book: Book, revision: number): Snapshot {
  const { title, locale, timeZone } = book;
  const tabs = book.tabs.map((tab) => tabSnapshot(tab, locale));
  return { revision, title, locale, timeZone, tabs };
}

function tabSnapshot(tab: Tab, locale: string): TabSnapshot {
  const shown = tab.rows.slice(0, dataEnd(tab) + ROWS_TO_TYPE_IN);
  return {
    id: tab.id,
    title: tab.title,
    hidden: tab.hidden,
    color: tab.color?.rgbColor ? css(tab.color.rgbColor) : null,
    frozenRows: tab.frozenRows,
    frozenColumns: tab.frozenColumns,
    lines: !tab.hideGridlines,
    rowCount: tab.rows.length,
    columns: tab.columns.map(({ width, hidden }) => ({ width, hidden })),
    rows: shown.map((row) => rowSnapshot(row, locale)),
    filtered: tab.filter !== null,
  };
}

function rowSnapshot(row: Row, locale: string): TabSnapshot["rows"][number] {
  return {
    hidden: row.hiddenByUser || row.hiddenByFilter,
    height: row.height,
    cells: Array.from(row.cells, (cell) => (cell ? cellSnapshot(cell, locale) : null)),
  };
}

function cellSnapshot(cell: Cell, locale: string): CellSnapshot {
  const { format, validation, value, note } = cell;
  const shown: CellSnapshot = {
    text: shownText(cell, locale) ?? "",
    value: typeof value === "object" ? null : (value ?? null),
    by: cell.by ?? null,
  };
  const background = format?.backgroundColorStyle?.rgbColor ?? format?.backgroundColor;
  const text =
    format?.textFormat?.foregroundColorStyle?.rgbColor ?? format?.textFormat?.foregroundColor;
  if (format?.textFormat?.bold === true) shown.bold = true;
  if (format?.wrapStrategy === "WRAP") shown.wrap = true;
  if (format?.verticalAlignment === "TOP") shown.vertical = "top";
  if (format?.verticalAlignment === "MIDDLE") shown.vertical = "middle";
  if (format?.textFormat?.fontSize !== undefined) shown.size = format.textFormat.fontSize;
  if (background) shown.background = css(background);
  if (text) shown.color = css(text);
  if (note !== undefined) shown.note = note;
  const asked = validation?.condition?.type;
  if (asked === "BOOLEAN") shown.tick = true;
  else if (asked === "DATE_IS_VALID") shown.picker = true;
  else if (validation) {
    shown.choices = (validation.condition?.values ?? []).map((one) => one.userEnteredValue ?? "");
  }
  if (format?.numberFormat?.type !== undefined) shown.dateType = format.numberFormat.type;
  return shown;
}

function css({
  red = 0,
  green = 0,
  blue = 0,
}: {
  red?: number;
  green?: number;
  blue?: number;
}): string {
  return `rgb(${byteOf(red)} ${byteOf(green)} ${byteOf(blue)})`;
}

function byteOf(share: number): number {
  return Math.round(share * 255);
}
