import type { Calendar } from "./calendar.ts";
import type { Downtime } from "./custody.ts";
import { isLateEntry } from "./late-entry.ts";
import type { TimedStep } from "./sop.ts";
import { splitAge, type Split } from "./split.ts";
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
  /** Of a closed complaint: how each officer stood to the repair's deadline; null: not his to keep. */
  officerOutcomes: Record<string, RecapOutcome | null>;
  /** null while open, or cancelled. */
  outcome: RecapOutcome | null;
  /** Open, with a deadline that has passed. */
  lateNow: boolean;
  /** Typed in long after it was reported: what is late of it passed before anybody could act. */
  enteredLater: boolean;
  /** Times it was reopened. */
  reopened: number;
  /** Working time spent on the repair, third parties apart; null while there is none. */
  repair: { step: TimedStep; took: Duration } | null;
  /** Parts of its age, from the one split that all figures speak from; working time. */
  thirdParty: Duration;
  waitingReporter: Duration;
  unassigned: Duration;
  downtime: Duration;
}

export interface RecapOptions {
  calendar: Calendar;
  now: Instant;
  /** When the worker itself was away. */
  downtimes?: readonly Downtime[];
}

export function rowOf(ticket: Ticket, { calendar, now, downtimes = [] }: RecapOptions): RecapRow {
  const { fields, complaint, phase } = ticket;
  const split = splitAge(ticket, calendar, downtimes, now);
  const officers = officersOf(ticket);
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
    officers,
    officerOutcomes: phase === "closed" ? officerOutcomes(ticket, officers) : {},
    outcome: phase === "closed" ? worstOutcome(ticket.runs) : null,
    lateNow: phase === "open" && ticket.runs.some((run) => isLateNow(run, now)),
    enteredLater: isLateEntry(ticket, calendar),
    reopened: ticket.round - 1,
    repair: repairOf(ticket, split, calendar),
    thirdParty: split.thirdParty,
    waitingReporter: split.waitingReporter,
    unassigned: split.unassigned,
    downtime: split.downtime,
  };
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
function repairOf({ runs }: Ticket, split: Split, calendar: Calendar): RecapRow["repair"] {
  const run = runs.findLast((each) => isRepair(each) && each.endedAt !== null);
  if (run === undefined || run.endedAt === null) return null;
  const { startedAt, endedAt, step } = run;
  const waited = split.stretches
    .filter(({ part }) => part === "thirdParty")
    .map(({ from, to }) => Math.min(to, endedAt) - Math.max(from, startedAt))
    .reduce((sum, length) => sum + Math.max(0, length), 0);
  return { step, took: Math.max(0, calendar.measureWorking(startedAt, endedAt) - waited) };
}

function isRepair({ step }: Run): boolean {
  return step === 4 || step === 5;
}

/**
 * A late repair is the lateness of those in whose hands its deadline passed. Who took over later
 * does not inherit it, nor does anybody answer for a step before the repair.
 */
function officerOutcomes(
  { runs, stretches }: Ticket,
  officers: readonly string[],
): RecapRow["officerOutcomes"] {
  const repairs = runs.filter(isRepair);
  const late = repairs
    .filter(({ outcome }) => outcome === "late")
    .flatMap(({ dueAt }) => stretches.findLast(({ from }) => from <= (dueAt ?? 0))?.officers ?? []);
  const worst = worstOutcome(repairs);
  const others = worst === "late" ? null : worst;
  return {
    ...Object.fromEntries(officers.map((name) => [name, others])),
    ...Object.fromEntries(late.map((name) => [name, "late" as const])),
  };
}
