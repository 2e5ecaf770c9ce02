import type { Calendar } from "./calendar.ts";
import { dueAt } from "./deadline.ts";
import type { Draft, World } from "./draft.ts";
import { cameDueUnseen, judge, type End } from "./judge.ts";
import type { Policy } from "./policy.ts";
import type { TimedStep } from "./sop.ts";
import { currentRun, openRuns, type Hold, type Run, type Ticket } from "./ticket.ts";
import type { Instant } from "./time.ts";

/** Starts a step of the current round and gives its run; one that runs already is left alone. */
export function startRun(draft: Draft, step: TimedStep, startedAt: Instant): Run {
  const running = currentRun(draft.ticket, step);
  if (running && running.endedAt === null) return running;
  const { office, policy } = draft.world;
  const holds = holdsOf(draft.ticket, rulesOf(draft.world), { step, startedAt, holds: [] });
  const run: Run = {
    round: draft.ticket.round,
    step,
    startedAt,
    holds,
    limit: office.policy.limits[step],
    dueAt: deadline(draft.ticket, rulesOf(draft.world), { step, startedAt, holds }),
    policy,
    endedAt: null,
    seenFrom: null,
    outcome: null,
    reason: "",
    rungs: [],
  };
  draft.emit({ type: "run-started", run });
  return run;
}

/** What deadlines are computed by. */
export interface Rules {
  calendar: Calendar;
  policy: Policy;
}

export function rulesOf({ calendar, office }: World): Rules {
  return { calendar, policy: office.policy };
}

/** The deadline that a run would have by these rules; null: none. */
export function dueBy(ticket: Ticket, rules: Rules, run: Run): Instant | null {
  return deadline(ticket, rules, { ...run, holds: holdsOf(ticket, rules, run) });
}

/** null: no clock (*Jenis* Permintaan, a child ticket) or held. */
function deadline(
  ticket: Ticket,
  { calendar, policy }: Rules,
  run: { step: TimedStep; startedAt: Instant; holds: readonly Hold[] },
): Instant | null {
  if (!hasClock(ticket) || run.holds.some((hold) => hold.to === null)) return null;
  return dueAt(calendar, run.step, run.startedAt, policy, run.holds);
}

/** Under this name *Catatan Sistem* asks about an *Aduan Induk* that the clock cannot follow. */
export const PARENT_NOTE = "aduan-induk";

/**
 * A request has none, nor has a child that its parent answers for: not one whose *Aduan Induk* is
 * itself, unknown or cancelled, since nobody would ever be told of it.
 */
export function hasClock({ fields, notes }: Ticket): boolean {
  if (fields.kind === "Permintaan") return false;
  return fields.parent === "" || notes[PARENT_NOTE] !== undefined;
}

/**
 * What holds a run: step 3 keeps its own record of *Menunggu Info*; a repair is held by *Menunggu
 * Pihak Ketiga*, and only where the office has chosen so in *Pengaturan*.
 */
function holdsOf(
  { stretches }: Ticket,
  { policy }: Rules,
  { step, startedAt, holds }: Pick<Run, "step" | "startedAt" | "holds">,
): Hold[] {
  if (step !== 4 && step !== 5) return holds;
  if (!policy.thirdPartyStopsClock) return [];
  const waits: Hold[] = [];
  for (const [index, { from, status }] of stretches.entries()) {
    const to = stretches[index + 1]?.from ?? null;
    if (status !== "Menunggu Pihak Ketiga" || (to !== null && to <= startedAt)) continue;
    const last = waits.at(-1);
    if (last?.to === from) last.to = to;
    else waits.push({ from: Math.max(from, startedAt), to });
  }
  return waits;
}

/** Is the clock of this step on, in the current round? */
export function isRunning(ticket: Ticket, step: TimedStep): boolean {
  return currentRun(ticket, step)?.endedAt === null;
}

/** Ends a running step with its outcome; a step that does not run is left alone. */
export function endRun(draft: Draft, step: TimedStep, end: End): void {
  const run = currentRun(draft.ticket, step);
  if (!run || run.endedAt !== null) return;
  if (run.holds.some((hold) => hold.to === null)) release(draft, run, end.at);
  const current = currentRun(draft.ticket, step) ?? run;
  const judged = end.outcome ?? judge(current, end);
  const isUnseen = judged === "late" && cameDueUnseen(current, end, draft.world.gaps);
  draft.emit({
    type: "run-ended",
    round: run.round,
    step,
    endedAt: end.at,
    seenFrom: end.seenFrom ?? null,
    outcome: isUnseen ? "unmeasured" : judged,
    reason: end.reason ?? (isUnseen ? "lembar kerja tidak terbaca saat batasnya lewat" : ""),
  });
}

/** *Menunggu Info* holds step 3 only. */
export function holdStepThree(draft: Draft, from: Instant): void {
  const run = currentRun(draft.ticket, 3);
  if (!run || run.endedAt !== null) return;
  draft.emit({ type: "held", round: run.round, step: 3, from: Math.max(from, run.startedAt) });
}

/** Ends the hold of step 3, if there is one, and says the new deadline. */
export function releaseHold(draft: Draft, to: Instant): void {
  const run = currentRun(draft.ticket, 3);
  if (run?.holds.some((each) => each.to === null)) release(draft, run, to);
}

function release(draft: Draft, run: Run, to: Instant): void {
  const { round, step, holds } = run;
  // An answer may be older than the hold it ends, and so may a Waktu Selesai.
  const from = holds.at(-1)?.from ?? to;
  draft.emit({ type: "released", round, step, to: Math.max(to, from) });
  const ended = currentRun(draft.ticket, step)?.holds ?? holds;
  redate(draft, step, "masa menunggu berakhir", { holds: ended });
}

/** Gives the running steps their clock back, or takes it, after *Jenis* or *Aduan Induk* changed. */
export function redateAll(draft: Draft, reason: string): void {
  for (const run of openRuns(draft.ticket)) redate(draft, run.step, reason);
}

/** *Waktu Lapor* of a typed row counts until step 3 has ended (DESIGN 13). */
export function moveStart(draft: Draft, startedAt: Instant): void {
  if (draft.ticket.round > 1 || !isRunning(draft.ticket, 3)) return;
  if (startedAt > draft.world.now) return;
  redate(draft, 3, "Waktu Lapor diubah", { startedAt });
}

/** A running step's deadline by the rules of today; nothing happens when all of it stands already. */
export function redate(
  draft: Draft,
  step: TimedStep,
  reason: string,
  change: { startedAt?: Instant; holds?: Hold[] } = {},
): void {
  const run = currentRun(draft.ticket, step);
  if (!run) return;
  const { policy, office } = draft.world;
  const startedAt = change.startedAt ?? run.startedAt;
  const holds = change.holds ?? holdsOf(draft.ticket, rulesOf(draft.world), { ...run, startedAt });
  const due = deadline(draft.ticket, rulesOf(draft.world), { step, startedAt, holds });
  const isHeldAlike = sameHolds(holds, run.holds);
  const isSame = due === run.dueAt && policy === run.policy;
  if (isSame && isHeldAlike && startedAt === run.startedAt) return;
  draft.emit({
    type: "due-changed",
    round: run.round,
    step,
    dueAt: due,
    limit: office.policy.limits[step],
    policy,
    reason,
    ...(isHeldAlike ? {} : { holds }),
    ...(change.startedAt === undefined ? {} : { startedAt }),
  });
}

function sameHolds(some: readonly Hold[], others: readonly Hold[]): boolean {
  if (some.length !== others.length) return false;
  return some.every(({ from, to }, at) => from === others[at]?.from && to === others[at].to);
}
