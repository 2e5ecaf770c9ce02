import { SHEETS } from "../discovery.ts";
import { masked, writeMask } from "../field-mask.ts";
import type { Cell, Given, Tab } from "../book.ts";
import { cellAt, changeCells, changeRow, clip, dataEnd, tidy } from "../grid.ts";
import type { Box } from "../grid.ts";
import { inMask } from "../mask.ts";
import type { Mask } from "../mask.ts";
import { guardBox } from "../protection.ts";
import { EMPTY_ROW } from "../book.ts";
import { gridLimits, refuseLong } from "../values.ts";
import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { boxOnTab, refuse, tabOf } from "./context.ts";
import type { BatchContext, BatchReply, Input } from "./context.ts";

type CellData = Given<sheets_v4.Schema$CellData>;
type RowData = Given<sheets_v4.Schema$RowData>;

export function updateCells(context: BatchContext, input: Input<"updateCells">): BatchReply {
  const mask = cellMask(context, input.fields);
  const rows = input.rows ?? [];
  const { tab, box } = input.range
    ? boxOnTab(context, input.range)
    : boxFrom(context, input.start, rows);
  guardBox(tab, box, context.account, context.prefix);
  changeCells(tab, box, (cell, row, column) => {
    const given = rows[row - box.top]?.values?.[column - box.left];
    // From a start only the cells given are written; a range clears the rest.
    if (given === undefined && !input.range) return cell;
    return written(context, cell, given ?? {}, mask);
  });
  return {};
}

export function appendCells(context: BatchContext, input: Input<"appendCells">): BatchReply {
  const mask = cellMask(context, input.fields);
  const tab = tabOf(context, input.sheetId);
  const rows = input.rows ?? [];
  const top = dataEnd(tab);
  const width = Math.max(0, ...rows.map((row) => row.values?.length ?? 0));
  if (width > tab.columns.length) {
    const last = tab.columns.length - 1;
    throw refuse(
      context,
      `Attempting to write column: ${last + 1}, beyond the last requested column of: ${last}`,
    );
  }
  while (tab.rows.length < top + rows.length) tab.rows.push(EMPTY_ROW);
  const box = { top, bottom: top + rows.length, left: 0, right: width };
  if (width > 0) guardBox(tab, box, context.account, context.prefix);
  for (const [offset, row] of rows.entries()) {
    changeRow(tab, top + offset, (cells) => {
      for (const [column, given] of (row.values ?? []).entries()) {
        cells[column] = tidy(written(context, cells[column], given, mask));
      }
    });
  }
  return {};
}

export function repeatCell(context: BatchContext, input: Input<"repeatCell">): BatchReply {
  const mask = cellMask(context, input.fields);
  const { tab, box } = boxOnTab(context, input.range);
  guardBox(tab, box, context.account, context.prefix);
  const first = cellAt(tab, box.top, box.left);
  const cell = written(context, first, input.cell ?? {}, mask);
  // A shared cell where there was none: a whole column of dropdowns is one cell a thousand times.
  const fresh = tidy(written(context, undefined, input.cell ?? {}, mask));
  changeCells(tab, box, (before, row, column) => {
    if (before === undefined) return fresh;
    return row === box.top && column === box.left
      ? cell
      : written(context, before, input.cell ?? {}, mask);
  });
  return {};
}

/** Rows hidden by a filter are left out unless the request says otherwise. */
export function setDataValidation(
  context: BatchContext,
  input: Input<"setDataValidation">,
): BatchReply {
  const { tab, box } = boxOnTab(context, input.range);
  const { rule } = input;
  const type = rule?.condition?.type ?? "";
  if (rule && REFUSED_CONDITIONS.has(type)) {
    throw refuse(context, `Condition type ${type} is not supported for data validation.`);
  }
  refuseValues(context, type, rule?.condition?.values?.length ?? 0);
  guardBox(tab, box, context.account, context.prefix);
  const fresh: Cell | undefined = rule && { validation: rule };
  changeCells(
    tab,
    box,
    (cell) => {
      if (cell === undefined) return fresh;
      const { validation: _, ...rest } = cell;
      return rule ? { ...rest, validation: rule } : rest;
    },
    (row) => row.hiddenByFilter && input.filteredRowsIncluded !== true,
  );
  return {};
}

/** On one cell with `matchEntireCell` this is a compare-and-set. */
export function findReplace(context: BatchContext, input: Input<"findReplace">): BatchReply {
  const { find = "", replacement = "", matchCase, matchEntireCell } = input;
  if (input.searchByRegex === true || input.includeFormulas === true || input.allSheets === true) {
    throw refuse(context, "The sandbox finds plain text in one range or one sheet only.");
  }
  const { tab, box } = boxOnTab(context, input.range ?? { sheetId: input.sheetId ?? 0 });
  const fold = (text: string) => (matchCase === true ? text : text.toLowerCase());
  let changed = 0;
  changeCells(tab, box, (cell) => {
    if (typeof cell?.value !== "string" || cell.formula !== undefined || find === "") return cell;
    const at = fold(cell.value).indexOf(fold(find));
    if (at < 0 || (matchEntireCell === true && cell.value.length !== find.length)) return cell;
    changed += 1;
    const value = cell.value.slice(0, at) + replacement + cell.value.slice(at + find.length);
    return { ...cell, value, by: "api" };
  });
  if (changed === 0) return { findReplace: {} };
  guardBox(tab, clip(tab, box), context.account, context.prefix);
  return {
    findReplace: {
      occurrencesChanged: changed,
      valuesChanged: changed,
      rowsChanged: changed,
      sheetsChanged: 1,
    },
  };
}

function written(
  context: BatchContext,
  before: Cell | undefined,
  given: CellData,
  mask: Mask,
): Cell {
  const cell: Cell = { ...before };
  if (inMask(mask, "userEnteredValue")) putValue(context, cell, given.userEnteredValue);
  if (inMask(mask, "userEnteredFormat")) {
    const merged = masked<CellData>(
      cell.format ? { userEnteredFormat: cell.format } : {},
      given,
      mask,
    );
    put(cell, "format", merged.userEnteredFormat);
  }
  if (inMask(mask, "dataValidation")) put(cell, "validation", given.dataValidation);
  if (inMask(mask, "note")) put(cell, "note", given.note);
  if (inMask(mask, "chipRuns")) put(cell, "chips", given.chipRuns);
  return cell;
}

function putValue(context: BatchContext, cell: Cell, entered: CellData["userEnteredValue"]): void {
  delete cell.value;
  delete cell.formula;
  delete cell.chips;
  delete cell.by;
  const { stringValue, numberValue, boolValue, formulaValue, errorValue } = entered ?? {};
  if (errorValue) throw refuse(context, "userEnteredValue.errorValue is read only.");
  const value = stringValue ?? numberValue ?? boolValue;
  if (formulaValue !== undefined)
    Object.assign(cell, { formula: formulaValue, value: "", by: "api" });
  else if (value !== undefined && value !== "") Object.assign(cell, { value, by: "api" });
  if (stringValue !== undefined) refuseLong(stringValue, context.prefix);
}

function put<Key extends keyof Cell>(cell: Cell, key: Key, value: Cell[Key] | undefined): void {
  if (value === undefined) delete cell[key];
  else cell[key] = value;
}

function cellMask(context: BatchContext, fields: string | undefined): Mask {
  const { prefix } = context;
  return writeMask(fields, { schemas: SHEETS.schemas, type: "CellData", prefix });
}

function boxFrom(
  context: BatchContext,
  start: Input<"updateCells">["start"],
  rows: RowData[],
): { tab: Tab; box: Box } {
  const tab = tabOf(context, start?.sheetId);
  const [top, left] = [start?.rowIndex ?? 0, start?.columnIndex ?? 0];
  const width = Math.max(1, ...rows.map((row) => row.values?.length ?? 0));
  const box = { top, left, bottom: top + Math.max(1, rows.length), right: left + width };
  if (box.bottom <= tab.rows.length && box.right <= tab.columns.length) return { tab, box };
  throw refuse(context, gridLimits(tab, box));
}

function refuseValues(context: BatchContext, type: string, count: number): void {
  const [least, most] = VALUE_COUNTS[type] ?? [0, Infinity];
  if (count >= least && count <= most) return;
  throw refuse(context, `Condition type ${type} does not take ${count} values.`);
}

const REFUSED_CONDITIONS = new Set(["BLANK", "NOT_BLANK", "TEXT_STARTS_WITH", "TEXT_ENDS_WITH"]);

const VALUE_COUNTS: Readonly<Record<string, readonly [number, number]>> = {
  ONE_OF_LIST: [1, Infinity],
  ONE_OF_RANGE: [1, 1],
  BOOLEAN: [0, 2],
  CUSTOM_FORMULA: [1, 1],
};
