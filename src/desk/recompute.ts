import type { Draft } from "./draft.ts";
import { tell } from "./notices.ts";
import { assignees } from "./people.ts";
import { dueBy, redate, type Rules } from "./runs.ts";
import { currentRun, openRuns, type Ticket } from "./ticket.ts";

/**
 * Computes the running steps' deadlines anew when *Hari Libur* or *Pengaturan* has changed since;
 * ended steps stay as they are. The officer hears of a repair's new deadline only when it moved.
 */
export function recompute(draft: Draft): void {
  const { policy, office } = draft.world;
  for (const { step, round, dueAt: before, policy: known } of openRuns(draft.ticket)) {
    if (round !== draft.ticket.round || known === policy) continue;
    redate(draft, step, "aturan atau hari libur berubah");
    const dueAt = currentRun(draft.ticket, step)?.dueAt ?? null;
    if (dueAt === before || dueAt === null || before === null) continue;
    if (step !== 4 && step !== 5) continue;
    tell(draft, {
      promise: `step-${step}/due-${draft.ticket.seq}`,
      to: assignees(draft.ticket, office),
      facts: { kind: "deadline-moved", step, dueAt, before },
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
