import { type Cell, isBlank, isError, textOf } from "./cells.ts";
import { hash, STAFF_KEYS } from "./log-rows.ts";
import type { RowCells } from "./row.ts";
import { normal } from "./witness.ts";

/** What was meant for people's columns in a row that is no complaint's any more. */
export interface Remnant {
  number: string;
  /** Prints of the values by column key; blank ones are left out. */
  values: Readonly<Record<string, string>>;
}

type Prints = ReadonlyMap<string, string>;

/** What a reporter's next complaint does not share. */
const TELLING = ["text", "reportedAt"];

export function remnantOf(number: string, written: RowCells): Remnant {
  const filled = STAFF_KEYS.filter((key) => (written[key] ?? "") !== "");
  const values = Object.fromEntries(filled.map((key) => [key, printOf(written[key] ?? "")]));
  return { number, values };
}

/**
 * Whether a row still holds most of it, in whatever column and whatever people typed beside it.
 * Once another complaint was typed over it, the row is that complaint's.
 */
export function isRemnant({ values }: Remnant, prints: Prints): boolean {
  const shown = new Set(prints.values());
  const left = Object.values(values).filter((value) => shown.has(value)).length;
  const isTelling = TELLING.some((key) => shown.has(values[key] ?? ""));
  return isTelling && left * 2 > Object.keys(values).length;
}

/** Whether everything that it still holds stands where it should. */
export function isInPlace({ values }: Remnant, shown: Prints): boolean {
  const elsewhere = new Set([...shown].flatMap(([key, it]) => (values[key] === it ? [] : [it])));
  return Object.entries(values).every(
    ([key, value]) => shown.get(key) === value || !elsewhere.has(value),
  );
}

/**
 * The filled cells of a row as prints by column key. *Diterima* is left out: it may be the second of
 * *Waktu Lapor* by itself.
 */
export function printsOf(cells: Readonly<Record<string, Cell>>): Prints {
  const filled = Object.entries(cells).filter(
    ([key, cell]) => key !== "received" && !isBlank(cell) && !isError(cell),
  );
  return new Map(filled.map(([key, cell]) => [key, printOf(cell)]));
}

/** Serials to the second: a double carries noise below it. */
function printOf(value: Cell): string {
  return hash(typeof value === "number" ? `#${Math.round(value * 86_400)}` : normal(textOf(value)));
}
