import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

/** A cell as the worker sees it; `null` is blank, an error keeps what people see (`#N/A`). */
export type Cell = string | number | boolean | null | { error: string };

type CellData = sheets_v4.Schema$CellData;

/** The effective value counts, so that a formula speaks by its result; a chip by its address. */
export function cellOf(data: CellData | undefined): Cell {
  const value = data?.effectiveValue;
  if (!value) return chipAddress(data) ?? null;
  if (value.stringValue != null) return chipAddress(data) ?? (value.stringValue || null);
  if (value.numberValue != null) return value.numberValue;
  if (value.boolValue != null) return value.boolValue;
  if (value.errorValue) return { error: ERROR_TEXTS[value.errorValue.type ?? ""] ?? "#ERROR!" };
  return null;
}

/**
 * As people see them. The reading does without every cell's shown text: it would nearly double
 * what Google sends for a log of some thousand rows.
 */
const ERROR_TEXTS: Readonly<Record<string, string>> = {
  NULL_VALUE: "#NULL!",
  DIVIDE_BY_ZERO: "#DIV/0!",
  VALUE: "#VALUE!",
  REF: "#REF!",
  NAME: "#NAME?",
  NUM: "#NUM!",
  N_A: "#N/A",
};

/** The shown text of a people chip is a name; its address stands only in the chip (GOOGLE 5). */
function chipAddress(data: CellData | undefined): string | undefined {
  if (!data?.chipRuns) return undefined;
  for (const run of data.chipRuns) {
    const email = run.chip?.personProperties?.email;
    if (email) return email;
  }
  return undefined;
}

export function isError(cell: Cell): cell is { error: string } {
  return typeof cell === "object" && cell !== null;
}

export function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** The cell as trimmed text; an error reads as blank, a number without a thousands sign. */
export function textOf(cell: Cell): string {
  if (cell === null || isError(cell)) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number") return numberText(cell);
  return cell.trim();
}

function numberText(value: number): string {
  return Number.isInteger(value) ? value.toFixed(0) : String(value);
}

/** Longest text the worker writes into a cell; the whole stays in the mailbox (DESIGN 5.2). */
export const LONGEST_CELL = 4000;

export function cut(text: string): string {
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
}

/** Whether a cell already shows what is to be written; blank equals "". */
export function shows(cell: Cell, value: string | number | boolean): boolean {
  if (typeof value === "number") {
    return typeof cell === "number" && Math.abs(cell - value) < HALF_A_SECOND;
  }
  if (typeof value === "boolean") return cell === value;
  return cell === null ? value === "" : cell === value;
}

const HALF_A_SECOND = 0.5 / 86_400;
