import type { Tab } from "./book.ts";
import { changeCells, rangeOf } from "./grid.ts";
import type { Box } from "./grid.ts";
import { keptParts } from "./typed.ts";

/** Makes one cell of a box: only the top left one keeps its value. */
export function mergeBox(tab: Tab, box: Box): void {
  changeCells(tab, box, (cell, row, column) =>
    row === box.top && column === box.left ? cell : keptParts(cell),
  );
  tab.merges.push(rangeOf(tab, box));
}
