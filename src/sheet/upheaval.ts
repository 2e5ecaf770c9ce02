import { brake } from "../desk/brake.ts";
import type { Ticket } from "../desk/ticket.ts";
import { type ColumnTags, emptiedColumn, type Standing } from "./emptied.ts";
import type { Identity } from "./identity.ts";
import type { LogRow } from "./log-rows.ts";
import type { Memory } from "./memory.ts";
import { isMixed } from "./mixed.ts";
import { hasGoneBack } from "./settle-rows.ts";

/** Why a reading is too strange to act on, in a sentence for people; null when it is not. */
export function upheaval(
  before: Memory,
  identity: Identity,
  rows: readonly LogRow[],
  tickets: readonly Ticket[],
  tags: ColumnTags,
): string | null {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const counts = { missing: 0, frozen: 0, backwards: 0, edited: 0, newlyMissing: 0, open: 0 };
  const standing: Standing[] = [];
  for (const { number, phase, fields } of tickets) {
    const entry = before.tickets[number];
    if (phase !== "open" || !entry?.seen) continue;
    counts.open++;
    if (entry.meant && !identity.bound.has(number)) continue;
    const binding = identity.bound.get(number);
    const row = binding && byId.get(binding.row.id);
    if (row) standing.push({ entry, row, status: fields.status });
    if (identity.frozen.has(number)) counts.frozen++;
    else if (!binding && entry.waiting === 0) {
      counts.missing++;
      if (entry.missing === 0 && entry.confirmed) counts.newlyMissing++;
    }
    if (row && hasGoneBack(entry, row)) counts.backwards++;
    else if (binding?.edited) counts.edited++;
  }
  const mixed = isMixed(before, identity, rows);
  const emptied = emptiedColumn(standing, before.tags, tags);
  return brake({ ...counts, mixed, emptied, wasBraked: before.brakedAt !== null });
}
