import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import type { Book, GridRange, Row, Tab } from "./book.ts";
import { rowData } from "./cell-data.ts";
import type { Schemas } from "./discovery.ts";
import { shownRange } from "./grid.ts";
import type { Box } from "./grid.ts";
import { projectObject, subMask } from "./mask.ts";
import type { Mask } from "./mask.ts";
import { canEdit } from "./protection.ts";
import { shownTag } from "./tags.ts";
import type { PlacedTag } from "./tags.ts";

export interface SpreadsheetView {
  id: string;
  url: string;
  account: string;
  schemas: Schemas;
  /** Of a Spreadsheet. */
  mask: Mask;
  /** Names the mask in the rows' cache. */
  maskText: string;
  /** Which boxes of which tabs; null: every tab whole. */
  boxes: { tab: Tab; box: Box }[] | null;
  /** Tags that a data filter chose; null: all. */
  tags: ReadonlySet<PlacedTag["tag"]> | null;
}

/** The Spreadsheet resource, only as much of it as the mask names. */
export function spreadsheetReply(book: Book, view: SpreadsheetView): unknown {
  const { mask, boxes } = view;
  const tabs =
    boxes === null ? book.tabs : book.tabs.filter((tab) => boxes.some((b) => b.tab === tab));
  const sheetMask = subMask(mask, "sheets");
  const whole = {
    spreadsheetId: view.id,
    properties: {
      title: book.title,
      locale: book.locale,
      timeZone: book.timeZone,
      autoRecalc: "ON_CHANGE",
      defaultFormat: { wrapStrategy: "OVERFLOW_CELL" },
    },
    namedRanges: listOrNone(book.names.map((it) => ranged(it))),
    developerMetadata: shownTags(book.tags, { kind: "SPREADSHEET" }, view),
    spreadsheetUrl: view.url,
  };
  const shown = projectObject(whole, mask);
  if (sheetMask === undefined) return shown;
  return { ...shown, sheets: tabs.map((tab) => sheetReply(book, tab, sheetMask, view)) };
}

function sheetReply(book: Book, tab: Tab, mask: Mask, view: SpreadsheetView): unknown {
  const whole = {
    properties: sheetProperties(book, tab),
    developerMetadata: shownTags(tab.tags, { kind: "SHEET", tab }, view),
    merges: listOrNone(tab.merges.map(shownRange)),
    basicFilter: tab.filter ? ranged(tab.filter) : undefined,
    filterViews: listOrNone(tab.views.map((it) => ranged(it))),
    protectedRanges: listOrNone(
      tab.protections.map((protection) => ({
        ...ranged(protection),
        ...(canEdit(protection, view.account) ? { requestingUserCanEdit: true } : {}),
      })),
    ),
    conditionalFormats: listOrNone(
      tab.rules.map((rule) => ({ ...rule, ranges: (rule.ranges ?? []).map(shownRange) })),
    ),
    bandedRanges: listOrNone(tab.bandings.map((it) => ranged(it))),
    charts: listOrNone(tab.charts),
    tables: listOrNone(tab.tables.map((it) => ranged(it))),
  };
  const dataMask = subMask(mask, "data");
  const shown = projectObject(whole, mask);
  if (dataMask === undefined) return shown;
  const boxes = view.boxes?.filter((chosen) => chosen.tab === tab).map(({ box }) => box);
  const parts = boxes ?? [{ top: 0, bottom: tab.rows.length, left: 0, right: tab.columns.length }];
  return { ...shown, data: parts.map((box) => gridData(book, tab, box, dataMask, view)) };
}

function gridData(book: Book, tab: Tab, box: Box, mask: Mask, view: SpreadsheetView): unknown {
  const data: Record<string, unknown> = {};
  if (box.top > 0) data["startRow"] = box.top;
  if (box.left > 0) data["startColumn"] = box.left;
  const rows = tab.rows.slice(box.top, box.bottom);
  if (subMask(mask, "rowMetadata") !== undefined) {
    data["rowMetadata"] = rows.map((row, index) => rowMetadata(tab, row, box.top + index, view));
  }
  if (subMask(mask, "columnMetadata") !== undefined) {
    data["columnMetadata"] = tab.columns.slice(box.left, box.right).map((column, index) => ({
      pixelSize: column.width,
      ...(column.hidden ? { hiddenByUser: true } : {}),
      developerMetadata: shownTags(
        column.tags,
        { kind: "COLUMN", tab, index: box.left + index },
        view,
      ),
    }));
  }
  const shown = projectObject(data, mask);
  const rowMask = subMask(mask, "rowData");
  if (rowMask === undefined) return shown;
  const options = {
    mask: rowMask,
    key: `${box.left}:${box.right}:${book.locale}:${view.maskText}`,
    left: box.left,
    right: box.right,
    locale: book.locale,
    schemas: view.schemas,
  };
  const rowTexts = rows.map((row) => rowData(row, options));
  while (rowTexts.at(-1)?.text === "{}") rowTexts.pop();
  return rowTexts.length > 0 ? { ...shown, rowData: rowTexts } : shown;
}

function rowMetadata(tab: Tab, row: Row, index: number, view: SpreadsheetView): unknown {
  return {
    pixelSize: row.height,
    ...(row.hiddenByUser ? { hiddenByUser: true } : {}),
    ...(row.hiddenByFilter ? { hiddenByFilter: true } : {}),
    developerMetadata: shownTags(row.tags, { kind: "ROW", tab, index }, view),
  };
}

export function sheetProperties(book: Book, tab: Tab): sheets_v4.Schema$SheetProperties {
  const grid: sheets_v4.Schema$GridProperties = {
    rowCount: tab.rows.length,
    columnCount: tab.columns.length,
  };
  if (tab.frozenRows > 0) grid.frozenRowCount = tab.frozenRows;
  if (tab.frozenColumns > 0) grid.frozenColumnCount = tab.frozenColumns;
  if (tab.hideGridlines) grid.hideGridlines = true;
  return {
    sheetId: tab.id,
    title: tab.title,
    index: book.tabs.indexOf(tab),
    sheetType: "GRID",
    gridProperties: grid,
    ...(tab.hidden ? { hidden: true } : {}),
    ...(tab.color ? { tabColorStyle: tab.color } : {}),
    ...(tab.color?.rgbColor ? { tabColor: tab.color.rgbColor } : {}),
  };
}

function shownTags(
  tags: readonly PlacedTag["tag"][],
  place: PlacedTag["place"],
  view: SpreadsheetView,
): sheets_v4.Schema$DeveloperMetadata[] | undefined {
  const chosen = view.tags;
  const kept = chosen === null ? tags : tags.filter((tag) => chosen.has(tag));
  return listOrNone(kept.map((tag) => shownTag({ tag, place })));
}

function ranged<T extends { range?: GridRange }>(thing: T): T {
  return thing.range === undefined ? thing : { ...thing, range: shownRange(thing.range) };
}

function listOrNone<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
