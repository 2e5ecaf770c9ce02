import { SHEETS } from "../discovery.ts";
import { masked, writeMask } from "../field-mask.ts";
import { boxOf, overlap } from "../grid.ts";
import { mergeBox } from "../merge.ts";
import { boxOnTab, refuse, tabOf } from "./context.ts";
import type { BatchContext, BatchReply, Input } from "./context.ts";

export function addNamedRange(
  context: BatchContext,
  { namedRange = {} }: Input<"addNamedRange">,
): BatchReply {
  const { name = "" } = namedRange;
  tabOf(context, namedRange.range?.sheetId);
  if (!/^[A-Za-z_]\w{0,249}$/.test(name))
    throw refuse(context, `Invalid named range name: ${name}`);
  if (context.book.names.some((one) => one.name === name)) {
    throw refuse(context, `A named range with the name "${name}" already exists.`);
  }
  const id = namedRange.namedRangeId ?? String(context.newId());
  const added = { ...namedRange, namedRangeId: id };
  context.book.names.push(added);
  return { addNamedRange: { namedRange: added } };
}

export function updateNamedRange(
  context: BatchContext,
  { namedRange: given = {}, fields }: Input<"updateNamedRange">,
): BatchReply {
  const options = { schemas: SHEETS.schemas, type: "NamedRange", prefix: context.prefix };
  const mask = writeMask(fields, options);
  const { names } = context.book;
  const index = names.findIndex((one) => one.namedRangeId === given.namedRangeId);
  const before = names[index];
  if (!before) throw refuse(context, `No named range with id: ${given.namedRangeId ?? ""}`);
  names[index] = masked(before, given, mask);
  return {};
}

export function deleteNamedRange(
  context: BatchContext,
  { namedRangeId = "" }: Input<"deleteNamedRange">,
): BatchReply {
  const { names } = context.book;
  const index = names.findIndex((one) => one.namedRangeId === namedRangeId);
  if (index < 0) throw refuse(context, `No named range with id: ${namedRangeId}`);
  names.splice(index, 1);
  return {};
}

/** A chart is kept as it was given: the sandbox's page does not draw it. */
export function addChart(context: BatchContext, { chart = {} }: Input<"addChart">): BatchReply {
  if (!chart.spec) throw refuse(context, "chart.spec must be specified.");
  const tab = tabOf(context, chart.position?.overlayPosition?.anchorCell?.sheetId);
  const added = { ...chart, chartId: chart.chartId ?? context.newId() };
  if (chartAt(context, added.chartId)) {
    throw refuse(context, `Chart with id ${added.chartId} already exists.`);
  }
  tab.charts.push(added);
  return { addChart: { chart: added } };
}

export function updateChartSpec(
  context: BatchContext,
  { chartId = 0, spec }: Input<"updateChartSpec">,
): BatchReply {
  const found = chartAt(context, chartId);
  if (!found || !spec) throw refuse(context, `No chart with id: ${chartId}`);
  found.tab.charts[found.index] = { ...found.chart, spec };
  return {};
}

export function deleteEmbeddedObject(
  context: BatchContext,
  { objectId = 0 }: Input<"deleteEmbeddedObject">,
): BatchReply {
  const found = chartAt(context, objectId);
  if (!found) throw refuse(context, `No embedded object with id: ${objectId}`);
  found.tab.charts.splice(found.index, 1);
  return {};
}

export function mergeCells(context: BatchContext, input: Input<"mergeCells">): BatchReply {
  const { tab, box } = boxOnTab(context, input.range);
  if (tab.merges.some((range) => overlap(boxOf(tab, range), box))) {
    throw refuse(context, "You can't merge cells that are already merged.");
  }
  mergeBox(tab, box);
  return {};
}

export function unmergeCells(context: BatchContext, input: Input<"unmergeCells">): BatchReply {
  const { tab, box } = boxOnTab(context, input.range);
  tab.merges = tab.merges.filter((range) => !overlap(boxOf(tab, range), box));
  return {};
}

function chartAt(context: BatchContext, id: number) {
  for (const tab of context.book.tabs) {
    const index = tab.charts.findIndex((one) => one.chartId === id);
    const chart = tab.charts[index];
    if (chart) return { tab, index, chart };
  }
  return undefined;
}
