import { EMPTY_COLUMN, EMPTY_ROW } from "../book.ts";
import type { Tab } from "../book.ts";
import { SHEETS } from "../discovery.ts";
import { writeMask } from "../field-mask.ts";
import { changeLine, deleteLines, insertLines, lineCount, moveLines, sortRows } from "../lines.ts";
import type { Dimension } from "../lines.ts";
import { inMask } from "../mask.ts";
import { guardBox } from "../protection.ts";
import { boxOnTab, refuse, tabOf } from "./context.ts";
import type { BatchContext, BatchReply, Input } from "./context.ts";
import { refuseCells } from "./tabs.ts";

export function insertDimension(
  context: BatchContext,
  input: Input<"insertDimension">,
): BatchReply {
  const { tab, dimension, from, to } = linesOf(context, input.range);
  const size = lineCount(tab, dimension);
  const inherit = input.inheritFromBefore === true;
  if (inherit && from === 0) {
    throw refuse(context, "inheritFromBefore cannot be true if inserting at index 0.");
  }
  if (from > size)
    throw refuse(context, `range.startIndex is larger than current grid size (${size})`);
  if (!inherit && from >= size) {
    throw refuse(
      context,
      `range.startIndex must be less than the grid size (${size}) if inheritFromBefore is false.`,
    );
  }
  insertLines(tab, dimension, { at: from, count: to - from, like: inherit ? from - 1 : from });
  refuseCells(context);
  return {};
}

export function appendDimension(
  context: BatchContext,
  input: Input<"appendDimension">,
): BatchReply {
  const tab = tabOf(context, input.sheetId);
  const { dimension, length = 0 } = input;
  if (length <= 0) throw refuse(context, "length must be positive.");
  for (let added = 0; added < length; added += 1) {
    if (dimension === "COLUMNS") tab.columns.push(EMPTY_COLUMN);
    else tab.rows.push(EMPTY_ROW);
  }
  refuseCells(context);
  return {};
}

export function deleteDimension(
  context: BatchContext,
  input: Input<"deleteDimension">,
): BatchReply {
  const { tab, dimension, from, to } = linesOf(context, input.range);
  const size = lineCount(tab, dimension);
  const what = dimension === "ROWS" ? "rows" : "columns";
  if (to > size) throw refuse(context, `Cannot delete ${what} beyond the grid size (${size}).`);
  if (from === 0 && to === size)
    throw refuse(context, `You can't delete all the ${what} on the sheet.`);
  const frozen = dimension === "ROWS" ? tab.frozenRows : tab.frozenColumns;
  if (frozen > 0 && from <= frozen && to === size) {
    throw refuse(context, `You can't delete all the non-frozen ${what} on the sheet.`);
  }
  guardLines(context, tab, { dimension, from, to });
  deleteLines(tab, dimension, from, to);
  return {};
}

export function moveDimension(context: BatchContext, input: Input<"moveDimension">): BatchReply {
  const { tab, dimension, from, to: end } = linesOf(context, input.source);
  const to = input.destinationIndex ?? 0;
  const size = lineCount(tab, dimension);
  if (end > size || to > size) throw refuse(context, `The move is beyond the grid size (${size}).`);
  if (to > from && to < end) throw refuse(context, "destinationIndex lies within the source.");
  guardLines(context, tab, { dimension, from, to: end });
  moveLines(tab, dimension, { from, end, to });
  return {};
}

export function updateDimensionProperties(
  context: BatchContext,
  input: Input<"updateDimensionProperties">,
): BatchReply {
  const { tab, dimension, from, to } = linesOf(context, input.range);
  const options = { schemas: SHEETS.schemas, type: "DimensionProperties", prefix: context.prefix };
  const mask = writeMask(input.fields, options);
  const { pixelSize, hiddenByUser = false } = input.properties ?? {};
  for (let index = from; index < Math.min(to, lineCount(tab, dimension)); index += 1) {
    if (inMask(mask, "pixelSize") && pixelSize !== undefined) {
      changeLine(tab, dimension, index, {
        row: { height: pixelSize },
        column: { width: pixelSize },
      });
    }
    if (inMask(mask, "hiddenByUser")) {
      changeLine(tab, dimension, index, {
        row: { hiddenByUser },
        column: { hidden: hiddenByUser },
      });
    }
  }
  return {};
}

/** The sandbox has no fonts to measure: widths stay as they are. */
export function autoResizeDimensions(
  context: BatchContext,
  input: Input<"autoResizeDimensions">,
): BatchReply {
  if (input.dimensions) linesOf(context, input.dimensions);
  return {};
}

export function sortRange(context: BatchContext, input: Input<"sortRange">): BatchReply {
  const { tab, box } = boxOnTab(context, input.range);
  guardBox(tab, box, context.account, context.prefix);
  const keys = (input.sortSpecs ?? []).map(({ dimensionIndex = 0, sortOrder }) => ({
    column: dimensionIndex,
    descending: sortOrder === "DESCENDING",
  }));
  sortRows(tab, box, keys);
  return {};
}

interface Lines {
  tab: Tab;
  dimension: Dimension;
  from: number;
  to: number;
}

function linesOf(
  context: BatchContext,
  range: NonNullable<Input<"insertDimension">["range"]> | undefined,
): Lines {
  if (range?.dimension !== "ROWS" && range?.dimension !== "COLUMNS") {
    throw refuse(context, "range.dimension must be specified.");
  }
  const tab = tabOf(context, range.sheetId);
  const { dimension, startIndex: from = 0, endIndex: to = lineCount(tab, dimension) } = range;
  if (from >= to) throw refuse(context, "range is empty.");
  return { tab, dimension, from, to };
}

function guardLines(
  { account, prefix }: BatchContext,
  tab: Tab,
  { dimension, from, to }: Omit<Lines, "tab">,
): void {
  const box =
    dimension === "ROWS"
      ? { top: from, bottom: to, left: 0, right: tab.columns.length }
      : { top: 0, bottom: tab.rows.length, left: from, right: to };
  guardBox(tab, box, account, prefix);
}
