export interface Row {
  what: string;
  value: number;
  unit: string;
  /** What nothing could beat, measured in the same run; the ratio is `value` to it. */
  limit?: { what: string; value: number };
  /** What is aimed for, as a remark. */
  goal?: string;
}

export type Bench = (options: { short: boolean }) => Promise<Row[]>;

export function printRows(rows: readonly Row[], print: (line: string) => void): void {
  const width = Math.max(0, ...rows.map(({ what }) => what.length));
  for (const { what, value, unit, limit, goal } of rows) {
    const against = limit
      ? `  ${Math.round((value / limit.value) * 100)} % of ${limit.what} (${figure(limit.value)})`
      : "";
    const aim = goal === undefined ? "" : `  goal: ${goal}`;
    print(`  ${what.padEnd(width)}  ${figure(value).padStart(9)} ${unit}${against}${aim}`);
  }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function figure(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: value < 100 ? 1 : 0 });
}
