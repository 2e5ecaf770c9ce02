import { EMPTY_COLUMN, EMPTY_ROW, newTab } from "../book.ts";
import type { Book, Given, Tab } from "../book.ts";
import { SHEETS } from "../discovery.ts";
import { masked, writeMask } from "../field-mask.ts";
import { isLike } from "../input.ts";
import { inMask } from "../mask.ts";
import { sheetProperties } from "../spreadsheet-reply.ts";
import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { refuse, tabOf } from "./context.ts";
import type { BatchContext, BatchReply, Input } from "./context.ts";

type Properties = Given<sheets_v4.Schema$SheetProperties>;

export function addSheet(
  context: BatchContext,
  { properties = {} }: Input<"addSheet">,
): BatchReply {
  const { book } = context;
  const title = properties.title ?? freeTitle(book);
  refuseTitle(context, title, null);
  const id = properties.sheetId ?? context.newId();
  if (id < 0) throw refuse(context, "sheetId must not be negative.");
  if (book.tabs.some((tab) => tab.id === id)) {
    throw refuse(context, `Sheet with id ${id} already exists.`);
  }
  const { rowCount = 1000, columnCount = 26 } = properties.gridProperties ?? {};
  refuseCells(context, rowCount * columnCount);
  const tab = newTab(id, title, rowCount, columnCount);
  book.tabs.splice(properties.index ?? book.tabs.length, 0, tab);
  applyProperties(context, tab, properties);
  return { addSheet: { properties: sheetProperties(book, tab) } };
}

export function updateSheetProperties(
  context: BatchContext,
  input: Input<"updateSheetProperties">,
): BatchReply {
  const { book, prefix } = context;
  const given = input.properties ?? {};
  const tab = tabOf(context, given.sheetId);
  const options = { schemas: SHEETS.schemas, type: "SheetProperties", prefix };
  const mask = writeMask(input.fields, options);
  const before = propertiesOf(context, tab, given);
  const after = masked<Properties>(before, given, mask);
  if (inMask(mask, "title")) {
    refuseTitle(context, after.title ?? "", tab);
    tab.title = after.title ?? "";
  }
  applyProperties(context, tab, after);
  if (inMask(mask, "index")) moveTab(book, tab, given.index ?? 0);
  return {};
}

export function deleteSheet(context: BatchContext, { sheetId }: Input<"deleteSheet">): BatchReply {
  const { book } = context;
  const tab = tabOf(context, sheetId);
  const visible = book.tabs.filter((other) => other !== tab && !other.hidden);
  if (visible.length === 0) {
    throw refuse(context, "You can't remove all the visible sheets in a document.");
  }
  book.tabs.splice(book.tabs.indexOf(tab), 1);
  return {};
}

export function updateSpreadsheetProperties(
  context: BatchContext,
  input: Input<"updateSpreadsheetProperties">,
): BatchReply {
  const { book, prefix } = context;
  const mask = writeMask(input.fields, {
    schemas: SHEETS.schemas,
    type: "SpreadsheetProperties",
    prefix,
  });
  const { title, locale, timeZone } = input.properties ?? {};
  if (inMask(mask, "title") && title !== undefined) book.title = title;
  if (inMask(mask, "locale") && locale !== undefined) book.locale = locale;
  if (inMask(mask, "timeZone") && timeZone !== undefined) book.timeZone = timeZone;
  return {};
}

function propertiesOf({ book }: BatchContext, tab: Tab, like: Properties): Properties {
  const shown: unknown = sheetProperties(book, tab);
  return isLike(shown, like) ? shown : {};
}

function applyProperties(context: BatchContext, tab: Tab, properties: Properties): void {
  const { gridProperties: grid } = properties;
  tab.hidden = properties.hidden ?? false;
  if (context.book.tabs.every((other) => other.hidden)) {
    throw refuse(context, "You can't hide all the sheets in a document.");
  }
  const color =
    properties.tabColorStyle ?? (properties.tabColor && { rgbColor: properties.tabColor });
  tab.color = color ?? null;
  tab.frozenRows = grid?.frozenRowCount ?? 0;
  tab.frozenColumns = grid?.frozenColumnCount ?? 0;
  tab.hideGridlines = grid?.hideGridlines ?? false;
  const height = grid?.rowCount ?? tab.rows.length;
  const width = grid?.columnCount ?? tab.columns.length;
  refuseCells(context, height * width - tab.rows.length * tab.columns.length);
  resize(tab.rows, height, EMPTY_ROW);
  resize(tab.columns, width, EMPTY_COLUMN);
  for (const [index, row] of tab.rows.entries()) {
    if (row.cells.length > width) tab.rows[index] = { ...row, cells: row.cells.slice(0, width) };
  }
}

function resize<T>(list: T[], size: number, filler: T): void {
  while (list.length < size) list.push(filler);
  list.length = size;
}

function refuseTitle(context: BatchContext, title: string, self: Tab | null): void {
  if (title.length > 100) throw refuse(context, "Sheet title must not exceed 100 characters.");
  const wanted = title.toLowerCase();
  if (context.book.tabs.some((tab) => tab !== self && tab.title.toLowerCase() === wanted)) {
    throw refuse(
      context,
      `A sheet with the name "${title}" already exists. Please enter another name.`,
    );
  }
}

/** `added`: cells that are about to come. */
export function refuseCells(context: BatchContext, added = 0): void {
  const cells = context.book.tabs.map((tab) => tab.rows.length * tab.columns.length);
  if (cells.reduce((sum, count) => sum + count, added) <= MAX_CELLS) return;
  throw refuse(
    context,
    `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
  );
}

/** `index` counts positions before the move. */
export function moveTab(book: Book, tab: Tab, index: number): void {
  const from = book.tabs.indexOf(tab);
  book.tabs.splice(from, 1);
  book.tabs.splice(index > from ? index - 1 : index, 0, tab);
}

function freeTitle(book: Book): string {
  for (let number = book.tabs.length + 1; ; number += 1) {
    const title = `Sheet${number}`;
    if (!book.tabs.some((tab) => tab.title === title)) return title;
  }
}

const MAX_CELLS = 10_000_000;
