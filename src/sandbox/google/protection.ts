import type { Tab } from "./book.ts";
import { boxOf, overlap } from "./grid.ts";
import type { Box } from "./grid.ts";
import { invalidArgument } from "./refusal.ts";

type Protection = Tab["protections"][number];

export function canEdit(protection: Protection, account: string): boolean {
  if (protection.warningOnly === true) return true;
  return protection.editors?.users?.includes(account) === true;
}

/** Throws Google's 400 when the account may not write into the box. */
export function guardBox(tab: Tab, box: Box, account: string, prefix: string): void {
  for (const protection of tab.protections) {
    if (canEdit(protection, account)) continue;
    if (!overlap(boxOf(tab, protection.range), box)) continue;
    const open = protection.unprotectedRanges ?? [];
    if (open.some((range) => contains(boxOf(tab, range), box))) continue;
    throw invalidArgument(`${prefix}${PROTECTED}`);
  }
}

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom &&
    outer.left <= inner.left &&
    outer.right >= inner.right
  );
}

export const PROTECTED =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";
