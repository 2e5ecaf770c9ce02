import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import type { Given, GridRange, Tab } from "../book.ts";
import { boxOnTab, refuse, tabOf } from "./context.ts";
import type { BatchContext, BatchReply, Input } from "./context.ts";

type Chart = Tab["charts"][number];
type Spec = Given<sheets_v4.Schema$ChartSpec>;

/** A chart is kept as it was given: the sandbox's page does not draw it. */
export function addChart(context: BatchContext, { chart = {} }: Input<"addChart">): BatchReply {
  if (!chart.spec) throw refuse(context, "chart.spec must be specified.");
  const tab = anchorTab(context, chart);
  checkSpec(context, chart.spec);
  const added = { ...chart, chartId: chart.chartId ?? context.newId() };
  if (chartAt(context, added.chartId)) {
    throw refuse(context, `Chart with id ${added.chartId} already exists.`);
  }
  tab.charts.push(added);
  return { addChart: { chart: added } };
}

/** Neither moves nor resizes it. */
export function updateChartSpec(
  context: BatchContext,
  { chartId = 0, spec }: Input<"updateChartSpec">,
): BatchReply {
  const found = chartAt(context, chartId);
  if (!found || !spec) throw refuse(context, `No chart with id: ${chartId}`);
  checkSpec(context, spec);
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

/** A chart on a sheet of its own is not in the sandbox. */
function anchorTab(context: BatchContext, { position }: Chart): Tab {
  const anchor = position?.overlayPosition?.anchorCell;
  if (!anchor) throw refuse(context, "chart.position must be specified.");
  const tab = tabOf(context, anchor.sheetId);
  const { rowIndex = 0, columnIndex = 0 } = anchor;
  if (rowIndex >= tab.rows.length || columnIndex >= tab.columns.length) {
    throw refuse(context, "chart.position.overlayPosition.anchorCell lies outside of the grid.");
  }
  return tab;
}

/** What the reference of ChartSourceRange and BasicChartSpec asks for. */
function checkSpec(context: BatchContext, { basicChart }: Spec): void {
  if (!basicChart) return;
  const { domains = [], series = [], axis = [] } = basicChart;
  if (basicChart.chartType === undefined) throw refuse(context, "chartType must be specified.");
  if (series.length === 0) throw refuse(context, "At least one series must be specified.");
  if (domains.length > 1) throw refuse(context, "Only a single domain is supported.");
  if (new Set(axis.map(({ position }) => position)).size < axis.length) {
    throw refuse(context, "A chart may not have more than one axis per axis position.");
  }
  const isBar = basicChart.chartType === "BAR";
  for (const { targetAxis } of series) {
    if (targetAxis !== undefined && (targetAxis === "BOTTOM_AXIS") !== isBar) {
      throw refuse(context, `Invalid targetAxis for a chart of type ${basicChart.chartType}.`);
    }
  }
  const data = [...domains.map(({ domain }) => domain), ...series.map((each) => each.series)];
  const counts = data.map((each) => {
    const sources = each?.sourceRange?.sources ?? [];
    checkSources(context, sources);
    return sources.length;
  });
  if (new Set(counts).size > 1) {
    throw refuse(context, "The domain and all series must have the same number of source ranges.");
  }
}

function checkSources(context: BatchContext, sources: GridRange[]): void {
  if (sources.length === 0) throw refuse(context, "sourceRange.sources must be specified.");
  const shapes = sources.map((range) => {
    const { box } = boxOnTab(context, range);
    const isRow = box.bottom - box.top === 1;
    const isColumn = box.right - box.left === 1;
    if (isRow === isColumn) {
      throw refuse(context, "Exactly one dimension of a source range must have a length of 1.");
    }
    return isRow;
  });
  if (new Set(shapes).size > 1) {
    throw refuse(context, "All source ranges must have the same dimension with length 1.");
  }
}

function chartAt(context: BatchContext, id: number) {
  for (const tab of context.book.tabs) {
    const index = tab.charts.findIndex((one) => one.chartId === id);
    const chart = tab.charts[index];
    if (chart) return { tab, index, chart };
  }
  return undefined;
}
