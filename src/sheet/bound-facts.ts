import type { RowFacts } from "../desk/observation.ts";
import type { Ticket } from "../desk/ticket.ts";
import { factsOf, type ReadingTime } from "./facts.ts";
import type { Identity } from "./identity.ts";
import type { LogRow } from "./log-rows.ts";
import type { Memory } from "./memory.ts";

/**
 * What staff entered in the rows of tickets. A ticket that the journal no longer keeps open speaks
 * only when its row has changed since: somebody set it back to work.
 */
export function rowFacts(
  identity: Identity,
  rows: ReadonlyMap<string, LogRow>,
  before: Memory,
  tickets: readonly Ticket[],
  time: ReadingTime,
): RowFacts[] {
  const current = new Set(tickets.map((ticket) => ticket.number));
  const found: RowFacts[] = [];
  for (const [number, binding] of identity.bound) {
    const row = rows.get(binding.row.id);
    const entry = before.tickets[number];
    if (!row || !entry) continue;
    if (!current.has(number) && entry.prints.at(-1) === row.print) continue;
    found.push({ number, ...factsOf((key) => row.cells[key] ?? null, time) });
  }
  return found;
}
