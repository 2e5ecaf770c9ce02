import type { Tab } from "../google/book.ts";
import { boxOf } from "../google/grid.ts";
import type { CellSnapshot, TabSnapshot } from "../google/snapshot.ts";

type Rule = Tab["rules"][number];

/** The tab with its colour rules at work, as far as they ask for one exact text; the first match wins. */
export function withRuleColours(shown: TabSnapshot, tab: Tab): TabSnapshot {
  const paints = tab.rules.flatMap((rule) => paintsOf(rule, tab));
  if (paints.length === 0) return shown;
  const rows = shown.rows.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      const paint = paints.find((each) => each.applies(cell, index, column));
      return cell && paint ? { ...cell, background: paint.background } : cell;
    }),
  }));
  return { ...shown, rows };
}

interface Paint {
  applies(cell: CellSnapshot | null, row: number, column: number): boolean;
  background: string;
}

function paintsOf({ booleanRule, ranges = [] }: Rule, tab: Tab): Paint[] {
  const { condition, format } = booleanRule ?? {};
  const color = format?.backgroundColorStyle?.rgbColor ?? format?.backgroundColor;
  const text = condition?.values?.[0]?.userEnteredValue;
  if (condition?.type !== "TEXT_EQ" || text === undefined || !color) return [];
  const { red = 0, green = 0, blue = 0 } = color;
  const background = `rgb(${red * 255} ${green * 255} ${blue * 255})`;
  return ranges.map((range) => {
    const { top, bottom, left, right } = boxOf(tab, range);
    return {
      background,
      applies: (cell, row, column) =>
        cell?.text === text && row >= top && row < bottom && column >= left && column < right,
    };
  });
}
