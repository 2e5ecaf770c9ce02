import type { Calendar } from "./calendar.ts";
import type { TimedStep } from "./sop.ts";
import type { Run, Ticket, TicketPhase } from "./ticket.ts";
import type { Duration, Instant } from "./time.ts";

/** How a finished complaint stood to its deadlines: its worst run decides. */
export type RecapOutcome = "on-time" | "late" | "unmeasured" | "no-clock";

/** One complaint as the recap counts it; no contacts, no text beyond the short title. */
export interface RecapRow {
  number: string;
  cameInAt: Instant;
  endedAt: Instant | null;
  phase: TicketPhase;
  request: boolean;
  title: string;
  unit: string;
  category: string;
  channel: string;
  priority: string;
  cause: string;
  /** Names by themselves; two officers count once each. */
  officers: string[];
  /** null while open, or cancelled. */
  outcome: RecapOutcome | null;
  /** Open, with a deadline that has passed. */
  lateNow: boolean;
  /** Times it was reopened. */
  reopened: number;
  /** Working time spent on the repair, third parties apart; null while there is none. */
  repair: { step: TimedStep; took: Duration } | null;
  /** Working time in *Menunggu Pihak Ketiga*. */
  thirdParty: Duration;
}

export function rowOf(
  ticket: Ticket,
  { calendar, now }: { calendar: Calendar; now: Instant },
): RecapRow {
  const { fields, complaint, phase } = ticket;
  const thirdParty = thirdPartySpans(ticket, now);
  return {
    number: ticket.number,
    cameInAt: fields.reportedAt ?? complaint.reportedAt,
    endedAt: phase === "open" ? null : ticket.phaseSince,
    phase,
    request: fields.kind === "Permintaan",
    title: (fields.subject || complaint.subject || fields.text).slice(0, 80),
    unit: fields.unit,
    category: fields.category,
    channel: fields.channel || complaint.channel,
    priority: fields.priority,
    cause: fields.cause,
    officers: officersOf(ticket),
    outcome: phase === "closed" ? worstOutcome(ticket.runs) : null,
    lateNow: phase === "open" && ticket.runs.some((run) => isLateNow(run, now)),
    reopened: ticket.round - 1,
    repair: repairOf(ticket, thirdParty, calendar),
    thirdParty: thirdParty.reduce(
      (sum, { from, to }) => sum + calendar.measureWorking(from, to),
      0,
    ),
  };
}

interface Span {
  from: Instant;
  to: Instant;
}

/** The last stretch of a ticket that has ended lasts until it ended. */
function thirdPartySpans({ stretches, phase, phaseSince }: Ticket, now: Instant): Span[] {
  const end = phase === "open" ? now : phaseSince;
  return stretches.flatMap(({ from, status }, index) => {
    const to = Math.min(stretches[index + 1]?.from ?? end, end);
    return status === "Menunggu Pihak Ketiga" && to > from ? [{ from, to }] : [];
  });
}

/** The last stretch with a name in it: who saw it through. */
function officersOf({ stretches, assigned }: Ticket): string[] {
  const named = stretches.findLast(({ officers }) => officers.length > 0)?.officers ?? assigned;
  return [...new Set(named)];
}

function worstOutcome(runs: readonly Run[]): RecapOutcome {
  const outcomes = new Set(runs.map(({ outcome }) => outcome));
  if (outcomes.has("late")) return "late";
  if (outcomes.has("unmeasured")) return "unmeasured";
  return outcomes.has("on-time") ? "on-time" : "no-clock";
}

function isLateNow({ endedAt, dueAt }: Run, now: Instant): boolean {
  return endedAt === null && dueAt !== null && now > dueAt;
}

/** Steps 4 and 5 of the last round that has one: what took longest is what people saw. */
function repairOf({ runs }: Ticket, thirdParty: Span[], calendar: Calendar): RecapRow["repair"] {
  const run = runs.findLast(({ step, endedAt }) => (step === 4 || step === 5) && endedAt !== null);
  if (run === undefined || run.endedAt === null) return null;
  const { startedAt, endedAt, step } = run;
  const waited = thirdParty.reduce((sum, span) => {
    const from = Math.max(span.from, startedAt);
    const to = Math.min(span.to, endedAt);
    return to > from ? sum + calendar.measureWorking(from, to) : sum;
  }, 0);
  return { step, took: Math.max(0, calendar.measureWorking(startedAt, endedAt) - waited) };
}
