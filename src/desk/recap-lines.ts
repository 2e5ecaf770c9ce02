import type { RecapRow } from "./recap-rows.ts";

/** One value of a category, unit, cause, channel or officer, with what became of it. */
export interface RecapLine {
  /** `""`: the cell is blank. */
  name: string;
  count: number;
  done: number;
  onTime: number;
  late: number;
}

/** Most frequent first, then by name; blank last. A row with two values counts under both. */
export function countBy(
  rows: readonly RecapRow[],
  valuesOf: (row: RecapRow) => string | string[],
): RecapLine[] {
  const lines = new Map<string, RecapLine>();
  for (const row of rows) {
    for (const name of named(valuesOf(row))) {
      const line = lines.get(name) ?? { name, count: 0, done: 0, onTime: 0, late: 0 };
      line.count += 1;
      line.done += row.phase === "closed" ? 1 : 0;
      line.onTime += row.outcome === "on-time" ? 1 : 0;
      line.late += row.outcome === "late" ? 1 : 0;
      lines.set(name, line);
    }
  }
  return [...lines.values()].toSorted(byCount);
}

/** At most so many lines; what does not fit is summed up in the last. */
export function withRest(lines: readonly RecapLine[], most: number): RecapLine[] {
  if (lines.length <= most) return [...lines];
  const shown = lines.slice(0, most - 1);
  const left = lines.slice(shown.length);
  const rest: RecapLine = {
    name: `${left.length} lainnya`,
    count: 0,
    done: 0,
    onTime: 0,
    late: 0,
  };
  for (const { count, done, onTime, late } of left) {
    rest.count += count;
    rest.done += done;
    rest.onTime += onTime;
    rest.late += late;
  }
  return [...shown, rest];
}

function named(values: string | string[]): string[] {
  const list = typeof values === "string" ? [values.trim()] : values;
  return list.length === 0 ? [""] : list;
}

function byCount(a: RecapLine, b: RecapLine): number {
  if ((a.name === "") !== (b.name === "")) return a.name === "" ? 1 : -1;
  return b.count - a.count || (a.name < b.name ? -1 : 1);
}
