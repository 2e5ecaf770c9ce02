import type { Tab } from "../book.ts";
import { boxOf, overlap } from "../grid.ts";
import { refuse, tabOf } from "./context.ts";
import type { BatchContext, BatchReply, Input } from "./context.ts";

export function addConditionalFormatRule(
  context: BatchContext,
  { rule, index = 0 }: Input<"addConditionalFormatRule">,
): BatchReply {
  const ranges = rule?.ranges ?? [];
  if (!rule || ranges.length === 0) throw refuse(context, "rule.ranges must not be empty.");
  const tab = tabOf(context, ranges[0]?.sheetId);
  if (index > tab.rules.length)
    throw refuse(context, `index ${index} is beyond the list of rules.`);
  tab.rules.splice(index, 0, rule);
  return {};
}

export function updateConditionalFormatRule(
  context: BatchContext,
  { rule, index = 0, newIndex, sheetId }: Input<"updateConditionalFormatRule">,
): BatchReply {
  const tab = tabOf(context, sheetId ?? rule?.ranges?.[0]?.sheetId);
  const before = ruleAt(context, tab, index);
  tab.rules.splice(index, 1);
  tab.rules.splice(newIndex ?? index, 0, rule ?? before);
  const answer = { oldRule: before, newRule: rule ?? before, oldIndex: index };
  return { updateConditionalFormatRule: { ...answer, newIndex: newIndex ?? index } };
}

export function deleteConditionalFormatRule(
  context: BatchContext,
  { index = 0, sheetId }: Input<"deleteConditionalFormatRule">,
): BatchReply {
  const tab = tabOf(context, sheetId);
  const rule = ruleAt(context, tab, index);
  tab.rules.splice(index, 1);
  return { deleteConditionalFormatRule: { rule } };
}

export function addBanding(
  context: BatchContext,
  { bandedRange = {} }: Input<"addBanding">,
): BatchReply {
  const tab = tabOf(context, bandedRange.range?.sheetId);
  const box = boxOf(tab, bandedRange.range);
  if (tab.bandings.some((one) => overlap(boxOf(tab, one.range), box))) {
    throw refuse(
      context,
      "You cannot add alternating background colors to a range that already has alternating background colors.",
    );
  }
  const added = { ...bandedRange, bandedRangeId: bandedRange.bandedRangeId ?? context.newId() };
  tab.bandings.push(added);
  return { addBanding: { bandedRange: added } };
}

export function deleteBanding(
  context: BatchContext,
  { bandedRangeId = 0 }: Input<"deleteBanding">,
): BatchReply {
  for (const tab of context.book.tabs) {
    const index = tab.bandings.findIndex((one) => one.bandedRangeId === bandedRangeId);
    if (index < 0) continue;
    tab.bandings.splice(index, 1);
    return {};
  }
  throw refuse(context, `No banded range with id: ${bandedRangeId}`);
}

function ruleAt(context: BatchContext, tab: Tab, index: number): Tab["rules"][number] {
  const rule = tab.rules[index];
  if (!rule) throw refuse(context, `No conditional format on sheet: ${tab.id} at index: ${index}`);
  return rule;
}
