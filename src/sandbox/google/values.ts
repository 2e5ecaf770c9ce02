import { a1Of } from "./a1.ts";
import type { Book, Cell, Tab } from "./book.ts";
import { cellAt, changeRow, clip, columnLetters } from "./grid.ts";
import type { Box } from "./grid.ts";
import { guardBox } from "./protection.ts";
import { invalidArgument } from "./refusal.ts";
import { errorText, isError, shownText } from "./shown.ts";
import { DATE_TYPES, keptParts } from "./typed.ts";

export interface Rendering {
  value?: string;
  dates?: string;
  majorDimension?: string;
}

/** A ValueRange: trailing blanks left out, no `values` at all when there are none. */
export function readValues(book: Book, tab: Tab, box: Box, rendering: Rendering) {
  const bounded = clip(tab, box);
  const rows: unknown[][] = [];
  for (let row = bounded.top; row < bounded.bottom; row += 1) {
    const cells: unknown[] = [];
    for (let column = bounded.left; column < bounded.right; column += 1) {
      cells.push(rendered(cellAt(tab, row, column), book.locale, rendering));
    }
    rows.push(cells);
  }
  const columns = rendering.majorDimension === "COLUMNS";
  const values = trimmed(columns ? transposed(rows) : rows);
  return {
    range: a1Of(tab, bounded),
    majorDimension: columns ? "COLUMNS" : "ROWS",
    ...(values.length > 0 ? { values } : {}),
  };
}

function rendered(cell: Cell | undefined, locale: string, { value, dates }: Rendering): unknown {
  if (cell?.value === undefined) return "";
  if (value === "FORMULA" && cell.formula !== undefined) return cell.formula;
  if (value !== "UNFORMATTED_VALUE" && value !== "FORMULA") return shownText(cell, locale);
  if (isError(cell.value)) return errorText(cell.value);
  const isDate = DATE_TYPES.has(cell.format?.numberFormat?.type ?? "");
  return isDate && dates === "FORMATTED_STRING" ? shownText(cell, locale) : cell.value;
}

function trimmed(rows: unknown[][]): unknown[][] {
  const short = rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== "") + 1));
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1);
}

function transposed(rows: unknown[][]): unknown[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ""));
}

export interface Written {
  updatedRange: string;
  updatedRows: number;
  updatedColumns: number;
  updatedCells: number;
}

/** Writes RAW values: null leaves a cell alone, "" clears it. */
export function writeValues(
  tab: Tab,
  box: Box,
  data: { values: unknown[][]; majorDimension?: string },
  options: { account: string; prefix: string },
): Written {
  const { prefix } = options;
  const rows = data.majorDimension === "COLUMNS" ? transposedNulls(data.values) : data.values;
  const width = Math.max(0, ...rows.map((row) => row.length));
  refuseOversize(tab, box, rows.length, width, prefix);
  let written = 0;
  for (const [offset, row] of rows.entries()) {
    for (const [column, value] of row.entries()) {
      if (value === null) continue;
      const at = { row: box.top + offset, column: box.left + column };
      const one = { top: at.row, bottom: at.row + 1, left: at.column, right: at.column + 1 };
      guardBox(tab, one, options.account, prefix);
    }
    const given = row.filter((value) => value !== null).length;
    if (given === 0) continue;
    written += given;
    changeRow(tab, box.top + offset, (cells) => {
      for (const [column, value] of row.entries()) {
        if (value === null) continue;
        cells[box.left + column] = rawCell(cells[box.left + column], value, prefix);
      }
    });
  }
  const used = { ...box, bottom: box.top + rows.length, right: box.left + width };
  return {
    updatedRange: a1Of(tab, rows.length > 0 && width > 0 ? used : box),
    updatedRows: rows.length,
    updatedColumns: width,
    updatedCells: written,
  };
}

function rawCell(before: Cell | undefined, value: unknown, prefix: string): Cell | undefined {
  const kept = keptParts(before);
  if (value === "") return Object.keys(kept).length > 0 ? kept : undefined;
  if (typeof value === "string") {
    refuseLong(value, prefix);
    return { ...kept, value, by: "api" };
  }
  if (typeof value === "number" || typeof value === "boolean") return { ...kept, value, by: "api" };
  throw invalidArgument(`${prefix}Invalid values[0][0]: ${JSON.stringify(value)}`);
}

export function refuseLong(text: string, prefix: string): void {
  if (text.length <= 50_000) return;
  throw invalidArgument(
    `${prefix}Your input contains more than the maximum of 50000 characters in a single cell.`,
  );
}

function refuseOversize(tab: Tab, box: Box, rows: number, columns: number, prefix: string): void {
  if (box.top >= tab.rows.length || box.left >= tab.columns.length) {
    throw invalidArgument(`${prefix}${gridLimits(tab, box)}`);
  }
  const tooWide = columns > box.right - box.left;
  if (!tooWide && rows <= box.bottom - box.top) {
    if (box.top + rows <= tab.rows.length && box.left + columns <= tab.columns.length) return;
    throw invalidArgument(`${prefix}${gridLimits(tab, box)}`);
  }
  const what = tooWide ? `column [${columnLetters(box.right)}]` : `row [${box.bottom + 1}]`;
  throw invalidArgument(
    `${prefix}Requested writing within range [${a1Of(tab, box)}], but tried writing to ${what}`,
  );
}

export function gridLimits(tab: Tab, box: Box): string {
  return `Range (${a1Of(tab, box)}) exceeds grid limits. Max rows: ${tab.rows.length}, max columns: ${tab.columns.length}`;
}

function transposedNulls(rows: unknown[][]): unknown[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
}
