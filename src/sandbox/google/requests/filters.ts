import type { Tab } from "../book.ts";
import { SHEETS } from "../discovery.ts";
import { masked, writeMask } from "../field-mask.ts";
import { boxOf, rangeOf } from "../grid.ts";
import { refuse, tabOf } from "./context.ts";
import type { BatchContext, BatchReply, Input } from "./context.ts";

type View = Tab["views"][number];

/** Replaces the tab's filter and its criteria; a range with open ends is stored with them closed. */
export function setBasicFilter(
  context: BatchContext,
  { filter = {} }: Input<"setBasicFilter">,
): BatchReply {
  const tab = tabOf(context, filter.range?.sheetId);
  tab.filter = { ...filter, range: rangeOf(tab, boxOf(tab, filter.range)) };
  return {};
}

export function clearBasicFilter(
  context: BatchContext,
  { sheetId }: Input<"clearBasicFilter">,
): BatchReply {
  const tab = tabOf(context, sheetId);
  tab.filter = null;
  tab.rows = tab.rows.map((row) => (row.hiddenByFilter ? { ...row, hiddenByFilter: false } : row));
  return {};
}

/** A view hides nothing for others, nor for the API. */
export function addFilterView(
  context: BatchContext,
  { filter = {} }: Input<"addFilterView">,
): BatchReply {
  const tab = tabOf(context, filter.range?.sheetId);
  const id = filter.filterViewId ?? context.newId();
  if (context.book.tabs.some(({ views }) => views.some((one) => one.filterViewId === id))) {
    throw refuse(context, `Filter view with id ${id} already exists.`);
  }
  const title = filter.title ?? `Filter ${tab.views.length + 1}`;
  const view: View = {
    ...filter,
    filterViewId: id,
    title,
    range: rangeOf(tab, boxOf(tab, filter.range)),
  };
  tab.views.push(view);
  return { addFilterView: { filter: view } };
}

export function updateFilterView(
  context: BatchContext,
  { filter: given = {}, fields }: Input<"updateFilterView">,
): BatchReply {
  const options = { schemas: SHEETS.schemas, type: "FilterView", prefix: context.prefix };
  const mask = writeMask(fields, options);
  const { tab, index, view } = find(context, given.filterViewId);
  tab.views[index] = masked(view, given, mask);
  return {};
}

export function deleteFilterView(
  context: BatchContext,
  { filterId }: Input<"deleteFilterView">,
): BatchReply {
  const { tab, index } = find(context, filterId);
  tab.views.splice(index, 1);
  return {};
}

function find(context: BatchContext, id = 0): { tab: Tab; index: number; view: View } {
  for (const tab of context.book.tabs) {
    const index = tab.views.findIndex((one) => one.filterViewId === id);
    const view = tab.views[index];
    if (view) return { tab, index, view };
  }
  throw refuse(context, `No filter view with id: ${id}`);
}
