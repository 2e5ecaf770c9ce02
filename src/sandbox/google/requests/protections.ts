import type { Tab } from "../book.ts";
import { SHEETS } from "../discovery.ts";
import { masked, writeMask } from "../field-mask.ts";
import { canEdit, PROTECTED } from "../protection.ts";
import { refuse, tabOf } from "./context.ts";
import type { BatchContext, BatchReply, Input } from "./context.ts";

export function addProtectedRange(
  context: BatchContext,
  { protectedRange = {} }: Input<"addProtectedRange">,
): BatchReply {
  const tab = tabOf(context, protectedRange.range?.sheetId);
  const id = protectedRange.protectedRangeId ?? context.newId();
  if (tab.protections.some((one) => one.protectedRangeId === id)) {
    throw refuse(context, `Protected range with id ${id} already exists.`);
  }
  const users = new Set([...(protectedRange.editors?.users ?? []), context.account]);
  // Whoever protects can edit; a warning has no editors at all.
  const editors = protectedRange.warningOnly === true ? {} : { editors: { users: [...users] } };
  tab.protections.push({ ...protectedRange, protectedRangeId: id, ...editors });
  return {
    addProtectedRange: {
      protectedRange: {
        ...protectedRange,
        protectedRangeId: id,
        editors: {},
        requestingUserCanEdit: true,
      },
    },
  };
}

export function updateProtectedRange(
  context: BatchContext,
  { protectedRange: given = {}, fields }: Input<"updateProtectedRange">,
): BatchReply {
  const options = { schemas: SHEETS.schemas, type: "ProtectedRange", prefix: context.prefix };
  const mask = writeMask(fields, options);
  const { tab, index, protection } = find(context, given.protectedRangeId);
  const { requestingUserCanEdit: _, ...before } = protection;
  tab.protections[index] = masked(before, given, mask);
  return {};
}

export function deleteProtectedRange(
  context: BatchContext,
  { protectedRangeId }: Input<"deleteProtectedRange">,
): BatchReply {
  const { tab, index } = find(context, protectedRangeId);
  tab.protections.splice(index, 1);
  return {};
}

function find(
  context: BatchContext,
  id = 0,
): { tab: Tab; index: number; protection: Tab["protections"][number] } {
  for (const tab of context.book.tabs) {
    const index = tab.protections.findIndex((one) => one.protectedRangeId === id);
    const protection = tab.protections[index];
    if (!protection) continue;
    if (!canEdit(protection, context.account)) throw refuse(context, PROTECTED);
    return { tab, index, protection };
  }
  throw refuse(context, `No protected range with id: ${id}`);
}
