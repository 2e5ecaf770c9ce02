import type { Emptied } from "../desk/brake.ts";
import { isBlank, textOf } from "./cells.ts";
import type { Column } from "./columns.ts";
import { type LogRow, STAFF_COLUMNS } from "./log-rows.ts";
import type { Entry } from "./memory.ts";
import { normal } from "./witness.ts";

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

/** Tag of each column of people's: another one means that it was deleted and made anew. */
export type ColumnTags = Readonly<Record<string, number>>;

/**
 * The column that most tickets lost since the last reading that was acted on: cleared, or deleted
 * and made anew by `setup`. What goes together with another *Status*, or back to what stood before,
 * was taken back by people, unless the column is another one.
 */
export function emptiedColumn(
  found: readonly Standing[],
  before: ColumnTags,
  now: ColumnTags,
): Emptied | null {
  const cleared = new Map<string, number>();
  const lost = new Map<string, number>();
  for (const standing of found) {
    const { entry, row } = standing;
    const counts = isTakenBack(standing) ? [cleared] : [cleared, lost];
    for (const key of (entry.filled ?? "").split(" ")) {
      if (!isBlank(row.cells[key] ?? null)) continue;
      for (const count of counts) count.set(key, (count.get(key) ?? 0) + 1);
    }
  }
  const isWhole = ({ key }: Column) => found.every(({ row }) => isBlank(row.cells[key] ?? null));
  const isAnew = ({ key }: Column) => before[key] !== undefined && before[key] !== now[key];
  const anew = mostOf(
    STAFF_COLUMNS.filter((column) => isAnew(column) && isWhole(column)),
    cleared,
  );
  if (anew) return emptied(anew, cleared, { isWhole: true, isAnew: true });
  const worst = mostOf(STAFF_COLUMNS, lost);
  return worst ? emptied(worst, lost, { isWhole: isWhole(worst), isAnew: false }) : null;
}

type Counts = ReadonlyMap<string, number>;

function mostOf(columns: readonly Column[], counts: Counts): Column | undefined {
  const countOf = ({ key }: Column) => counts.get(key) ?? 0;
  return columns.filter(countOf).toSorted((a, b) => countOf(b) - countOf(a))[0];
}

function emptied(
  { header, key }: Column,
  counts: Counts,
  how: Pick<Emptied, "isWhole" | "isAnew">,
): Emptied {
  return { column: header, tickets: counts.get(key) ?? 0, ...how };
}

function isTakenBack({ entry, row, status }: Standing): boolean {
  const shown = normal(textOf(row.cells["status"] ?? null));
  return entry.prints.includes(row.print) || (shown !== "" && shown !== normal(status));
}
