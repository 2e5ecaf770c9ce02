import type { Emptied } from "../desk/brake.ts";
import { isBlank, textOf } from "./cells.ts";
import { type Column, columnsOf } from "./columns.ts";
import type { LogRow } from "./log-rows.ts";
import type { Entry } from "./memory.ts";
import { normal } from "./witness.ts";

const STAFF_COLUMNS = columnsOf("log").filter(({ owner }) => owner !== "worker");

/** Keys of the columns in which people have something in this row, in one text. */
export function filledIn({ cells }: LogRow): string {
  return STAFF_COLUMNS.filter(({ key }) => !isBlank(cells[key] ?? null))
    .map(({ key }) => key)
    .join(" ");
}

/** A ticket's row, and what was remembered of it. */
export interface Standing {
  entry: Entry;
  row: LogRow;
  /** *Status* as the ticket has it. */
  status: string;
}

/**
 * The column that most tickets lost since the last reading that was acted on: cleared, or deleted
 * and made anew by `setup`. What goes together with another *Status*, or back to what stood before,
 * was taken back by people.
 */
export function emptiedColumn(found: readonly Standing[]): Emptied | null {
  const lost = new Map<string, number>();
  for (const { entry, row, status } of found) {
    const { filled = "", prints } = entry;
    const shown = normal(textOf(row.cells["status"] ?? null));
    if (prints.includes(row.print) || (shown !== "" && shown !== normal(status))) continue;
    for (const key of filled.split(" ")) {
      if (isBlank(row.cells[key] ?? null)) lost.set(key, (lost.get(key) ?? 0) + 1);
    }
  }
  const countOf = ({ key }: Column) => lost.get(key) ?? 0;
  const [worst] = STAFF_COLUMNS.toSorted((a, b) => countOf(b) - countOf(a));
  if (!worst || countOf(worst) === 0) return null;
  const isWhole = found.every(({ row }) => isBlank(row.cells[worst.key] ?? null));
  return { column: worst.header, tickets: countOf(worst), isWhole };
}
