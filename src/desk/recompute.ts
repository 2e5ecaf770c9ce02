import type { Draft } from "./draft.ts";
import { tell } from "./notices.ts";
import { assignees } from "./people.ts";
import { dueBy, redate, type Rules } from "./runs.ts";
import { currentRun, openRuns, type Run, type Ticket } from "./ticket.ts";

/**
 * Computes the running steps' deadlines anew when *Hari Libur* or *Pengaturan* has changed since;
 * ended steps stay as they are.
 */
export function recompute(draft: Draft): void {
  const before = openRuns(draft.ticket);
  for (const { step, policy } of before) {
    if (policy !== draft.world.policy) redate(draft, step, "aturan atau hari libur berubah");
  }
  tellMoved(draft, before);
}

/**
 * The officer hears of a repair's deadline that other rules have moved, also where a cell changed in
 * the same reading; `before` is how the running steps stood then. No cell moves one by itself: it
 * takes the clock away, or gives it back, and only together with other rules is that news.
 */
export function tellMoved(draft: Draft, before: readonly Run[]): void {
  const { ticket, world } = draft;
  for (const { step, dueAt: was, holds, policy } of before) {
    const run = currentRun(ticket, step);
    if (!run || run.endedAt !== null) continue;
    const isFreed = holds.some(({ to }) => to === null) && policy !== run.policy;
    if (was === null && !isFreed) continue;
    const { dueAt } = run;
    if (dueAt === null || dueAt === was || (step !== 4 && step !== 5)) continue;
    tell(draft, {
      promise: `step-${step}/due-${ticket.seq}`,
      to: assignees(ticket, world.office),
      facts: { kind: "deadline-moved", step, dueAt, before: was },
    });
  }
}

/** How many running deadlines stand elsewhere by these rules. */
export function countMoved(tickets: Iterable<Ticket>, rules: Rules): number {
  let moved = 0;
  for (const ticket of tickets) {
    if (ticket.phase !== "open") continue;
    for (const run of openRuns(ticket)) {
      const isOurs = run.round === ticket.round && run.dueAt !== null;
      if (isOurs && dueBy(ticket, rules, run) !== run.dueAt) moved += 1;
    }
  }
  return moved;
}
