import { rungAt } from "./deadline.ts";
import type { Draft } from "./draft.ts";
import type { LetterFacts } from "./letter.ts";
import { peopleOf, tell } from "./notices.ts";
import type { Rung } from "./policy.ts";
import { hasClock } from "./runs.ts";
import { openRuns, statusNow, type Run, type StaffField, type Ticket } from "./ticket.ts";
import type { Instant } from "./time.ts";

export function rungName(rung: Pick<Rung, "kind" | "to">): string {
  return `${rung.kind}/${rung.to}`;
}

/**
 * Sends what is due of DOMAIN 1.7's ladder. Of several rungs passed at once (after downtime) only
 * the latest goes out, the others are recorded as skipped; an unsettled change that would remove
 * the cause makes all of them wait (DESIGN 6).
 */
export function climb(draft: Draft, unsettled: ReadonlySet<StaffField>): void {
  if (draft.ticket.phase !== "open" || !hasClock(draft.ticket)) return;
  for (const run of openRuns(draft.ticket)) {
    if (run.dueAt !== null && !waits(run, draft.ticket, unsettled)) climbRun(draft, run, run.dueAt);
  }
}

/** *Selesai* without its result is not done, but the officer must not be called late for it. */
function waits(run: Run, ticket: Ticket, unsettled: ReadonlySet<StaffField>): boolean {
  if (unsettled.has("status") || unsettled.has("kind") || unsettled.has("parent")) return true;
  if (run.step === 3) {
    return (["priority", "visit", "officers"] as const).some((field) => unsettled.has(field));
  }
  return statusNow(ticket) === "Selesai" && unsettled.has("result");
}

function climbRun(draft: Draft, run: Run, due: Instant): void {
  const { office, calendar, now } = draft.world;
  const high = draft.ticket.fields.priority === "Tinggi";
  const reached = office.policy.ladder
    .filter((rung) => rung.step === run.step)
    .map((rung) => ({ rung, at: rungAt(calendar, rung, due, high) }))
    // Late means now > due, so a rung at the deadline is reached just after it.
    .filter(({ rung, at }) => (rung.kind === "warning" ? at <= now && now <= due : at < now))
    .filter(({ rung }) => !run.rungs.some((mark) => mark.rung === rungName(rung)));
  if (reached.length === 0) return;
  const latest = Math.max(...reached.map(({ at }) => at));
  const toOfficer = reached.findLast(({ rung }) => rung.to === "officer" || rung.to === "helpdesk");
  for (const each of reached) {
    // The officer hears of his own lateness even when only the highest rung goes out (DESIGN 13).
    const sent = each.at === latest || each === toOfficer;
    draft.emit({
      type: "rung",
      round: run.round,
      step: run.step,
      rung: rungName(each.rung),
      how: sent ? "sent" : "skipped",
      reason: sent ? "" : "sudah terlewati saat sistem kembali bekerja",
    });
    if (sent) tellRung(draft, run, each.rung, due);
  }
}

function tellRung(draft: Draft, run: Run, { kind, to }: Rung, dueAt: Instant): void {
  const people = peopleOf(to, draft);
  const expiresAt = kind === "warning" ? dueAt : null;
  const promise = `step-${run.step}/${kind}`;
  tell(draft, { promise, to: people, facts: factsOf(draft, run, { kind, to, dueAt }), expiresAt });
}

function factsOf(
  draft: Draft,
  run: Run,
  { kind, to, dueAt }: Pick<Rung, "kind" | "to"> & { dueAt: Instant },
): LetterFacts {
  const { step } = run;
  if (kind === "warning") return { kind, step, dueAt };
  if (kind === "overdue") return { kind, step, dueAt, headToldAt: nextHeadAt(draft, run, dueAt) };
  const level = to === "division-head" ? "division-head" : "section-head";
  const told = run.rungs.find((mark) => mark.rung === "escalation/section-head");
  return { kind, level, step, dueAt, sectionToldAt: told?.how === "sent" ? told.at : null };
}

/** When the section head will hear of it, unless he has already; the overdue letter says so. */
function nextHeadAt({ ticket, world }: Draft, run: Run, dueAt: Instant): Instant | null {
  const { office, calendar, now } = world;
  const rung = office.policy.ladder.find(
    (each) => each.step === run.step && each.to === "section-head",
  );
  if (!rung) return null;
  const at = rungAt(calendar, rung, dueAt, ticket.fields.priority === "Tinggi");
  return at > now && Number.isFinite(at) ? at : null;
}
