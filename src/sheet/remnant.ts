import { type Cell, isBlank, isError, textOf } from "./cells.ts";
import { hash, STAFF_KEYS } from "./log-rows.ts";
import type { RowCells } from "./row.ts";
import { normal } from "./witness.ts";

/**
 * What was written into a row that is no complaint's any more, as prints of its values: those of
 * people's columns, for in its own the worker writes again.
 */
export interface Remnant {
  number: string;
  /** *Uraian* and *Waktu Lapor*: what a reporter's next complaint does not share. */
  telling: readonly string[];
  values: readonly string[];
}

export function remnantOf(number: string, written: RowCells): Remnant {
  const values = STAFF_KEYS.map((key) => written[key]).filter(isSomething);
  const telling = [written["text"], written["reportedAt"]].filter(isSomething);
  return { number, telling: telling.map(printOf), values: values.map(printOf) };
}

/**
 * Whether a row still holds most of it, in whatever column of theirs and whatever people typed
 * beside it. Once another complaint was typed over it, the row is that complaint's.
 */
export function isRemnant(
  { telling, values }: Remnant,
  cells: Readonly<Record<string, Cell>>,
): boolean {
  const shown = new Set(
    STAFF_KEYS.map((key) => cells[key] ?? null)
      .filter((cell) => !isBlank(cell) && !isError(cell))
      .map(printOf),
  );
  const left = values.filter((value) => shown.has(value)).length;
  return left * 2 > values.length && telling.some((value) => shown.has(value));
}

function isSomething(value: string | number | undefined): value is string | number {
  return value !== undefined && value !== "";
}

/** Serials to the second: a double carries noise below it. */
function printOf(value: Cell): string {
  return hash(typeof value === "number" ? `#${Math.round(value * 86_400)}` : normal(textOf(value)));
}
