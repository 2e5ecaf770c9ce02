import type { Emptied } from "../desk/brake.ts";
import { isBlank } from "./cells.ts";
import { type Column, columnsOf } from "./columns.ts";
import type { LogRow } from "./log-rows.ts";
import type { Entry } from "./memory.ts";

const STAFF_COLUMNS = columnsOf("log").filter(({ owner }) => owner !== "worker");

/** Keys of the columns in which people have something in this row, in one text. */
export function filledIn({ cells }: LogRow): string {
  return STAFF_COLUMNS.filter(({ key }) => !isBlank(cells[key] ?? null))
    .map(({ key }) => key)
    .join(" ");
}

/**
 * The column that most tickets lost since the last reading that was acted on: cleared, or deleted
 * and made anew by `setup`. Each ticket comes with the row it is bound to.
 */
export function emptiedColumn(found: readonly (readonly [Entry, LogRow])[]): Emptied | null {
  const lost = new Map<string, number>();
  for (const [{ filled = "", prints }, { cells, print }] of found) {
    if (prints.at(-1) === print) continue;
    for (const key of filled.split(" ")) {
      if (isBlank(cells[key] ?? null)) lost.set(key, (lost.get(key) ?? 0) + 1);
    }
  }
  const countOf = ({ key }: Column) => lost.get(key) ?? 0;
  const [worst] = STAFF_COLUMNS.toSorted((a, b) => countOf(b) - countOf(a));
  if (!worst || countOf(worst) === 0) return null;
  const isWhole = found.every(([, { cells }]) => isBlank(cells[worst.key] ?? null));
  return { column: worst.header, tickets: countOf(worst), isWhole };
}
