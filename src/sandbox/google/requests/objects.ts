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
