import type { GridRange, Tab } from "./book.ts";
import { isLike, isObject } from "./input.ts";

type Chart = Tab["charts"][number];

/** A chart goes on showing its cells when lines are inserted before them; what is gone is left out. */
export function withMovedRanges(
  chart: Chart,
  sheetId: number,
  move: (range: GridRange) => GridRange | null,
): Chart {
  const moved = eachSource(chart.spec, (range) =>
    (range.sheetId ?? 0) === sheetId ? move(range) : range,
  );
  return chart.spec && isLike(moved, chart.spec) ? { ...chart, spec: moved } : chart;
}

function eachSource(value: unknown, change: (range: GridRange) => GridRange | null): unknown {
  if (Array.isArray(value)) return value.map((item) => eachSource(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === "sources" && isRanges(item)
        ? item.flatMap((range) => change(range) ?? [])
        : eachSource(item, change),
    ]),
  );
}

function isRanges(value: unknown): value is GridRange[] {
  return Array.isArray(value) && value.every(isObject);
}
