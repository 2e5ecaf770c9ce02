import { isMassChange } from "./brake.ts";
import type { Desk } from "./desk.ts";
import { Draft } from "./draft.ts";
import type { Observation } from "./observation.ts";
import { applyChanges } from "./progress.ts";
import { settle, type Settled } from "./settle.ts";
import type { Ticket } from "./ticket.ts";

interface Change {
  ticket: Ticket;
  settled: Settled[];
}

/**
 * What staff entered, as far as it has stood long enough. When a whole column seems pasted over
 * (DESIGN 5.3, Brake) the tickets follow it all the same; only what would be said about them waits.
 */
export function factsRead(desk: Desk, seen: Observation & { type: "facts" }): void {
  const changes = settledChanges(desk, seen);
  const sweeping = changes.filter(({ settled }) => settled.some(isSweeping));
  const open = [...desk.tickets.values()].filter(({ phase }) => phase === "open").length;
  const isMass = seen.accepted !== true && isMassChange(sweeping.length, open);
  if (isMass) desk.mass = { changed: sweeping.length, open };
  const held = new Set(isMass ? sweeping : []);
  for (const change of changes) {
    const before = desk.letters.length;
    applyTo(desk, change);
    if (held.has(change)) desk.holdLettersFrom(before);
  }
}

function settledChanges(desk: Desk, seen: Observation & { type: "facts" }): Change[] {
  const rule = desk.world.office.policy.settling;
  const { readAt, previousAt } = seen;
  const settling = { ...desk.memory.settling };
  const changes: Change[] = [];
  for (const row of seen.rows) {
    const ticket = desk.tickets.get(row.number);
    if (!ticket) continue;
    const times = { readAt, previousAt, rule };
    const { settled, rest } = settle(ticket, row, settling[row.number], times);
    if (rest) settling[row.number] = rest;
    else delete settling[row.number];
    if (settled.length > 0) changes.push({ ticket, settled });
  }
  desk.memory = { ...desk.memory, settling };
  return changes;
}

/** Set to *Selesai*, or taken from one officer and given to another. */
function isSweeping({ field, old, value }: Settled): boolean {
  if (field === "status") return value === "Selesai";
  return field === "officers" && old !== "" && value !== "";
}

function applyTo(desk: Desk, { ticket, settled }: Change): void {
  const draft = new Draft(ticket, desk.world);
  applyChanges(draft, settled, desk.tickets);
  desk.keep(draft);
}
