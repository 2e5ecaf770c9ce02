import { rungAt } from "./deadline.ts";
import type { Draft } from "./draft.ts";
import { isLateEntry } from "./late-entry.ts";
import type { LetterFacts } from "./letter.ts";
import { peopleOf, tell } from "./notices.ts";
import type { Rung } from "./policy.ts";
import type { TimedStep } from "./sop.ts";
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
  const { ticket, world } = draft;
  // What came due while nobody looked waits for the next opening too, unless it is Tinggi.
  if (!isHigh(ticket) && !world.calendar.isOpen(world.now)) return;
  for (const run of openRuns(ticket)) {
    if (run.dueAt !== null && !waitsForCells(run.step, ticket, unsettled)) {
      climbRun(draft, run, run.dueAt);
    }
  }
}

/**
 * Whether an unsettled change may end this step, so that nothing is said of its deadline yet.
 * *Selesai* without its result is not done, but the officer must not be called late for it.
 */
export function waitsForCells(
  step: TimedStep,
  ticket: Ticket,
  unsettled: ReadonlySet<StaffField>,
): boolean {
  const cells = ["status", "kind", "parent", "officers"] as const;
  if (cells.some((field) => unsettled.has(field))) return true;
  if (step === 3) return unsettled.has("priority") || unsettled.has("visit");
  if (step === 4 && unsettled.has("visit")) return true;
  return statusNow(ticket) === "Selesai" && unsettled.has("result");
}

function climbRun(draft: Draft, run: Run, due: Instant): void {
  const { office, calendar, now } = draft.world;
  const high = isHigh(draft.ticket);
  const reached = office.policy.ladder
    .filter((rung) => rung.step === run.step)
    .filter((rung) => !run.rungs.some((mark) => mark.rung === rungName(rung)))
    .map((rung) => ({ rung, at: rungAt(calendar, rung, due, high) }))
    // Late means now > due, so a rung at the deadline is reached just after it.
    .filter(({ rung, at }) => (rung.kind === "warning" ? at <= now && now <= due : at < now));
  if (reached.length === 0) return;
  const late = isLateEntry(draft.ticket, calendar);
  const owed = late ? reached.filter(({ at }) => at >= draft.ticket.openedAt) : reached;
  const latest = Math.max(...owed.map(({ at }) => at));
  const toOfficer = owed.findLast(({ rung }) => rung.to === "officer" || rung.to === "helpdesk");
  for (const each of reached) {
    // The officer hears of his own lateness even when only the highest rung goes out (DESIGN 13).
    const sent = each === toOfficer || (owed.includes(each) && each.at === latest);
    const skipped = owed.includes(each)
      ? "saat sistem kembali bekerja"
      : "sebelum baris ini terlihat";
    draft.emit({
      type: "rung",
      round: run.round,
      step: run.step,
      rung: rungName(each.rung),
      how: sent ? "sent" : "skipped",
      reason: sent ? "" : `sudah terlewati ${skipped}`,
    });
    if (sent) tellRung(draft, run, each.rung, due);
  }
}

function isHigh({ fields }: Ticket): boolean {
  return fields.priority === "Tinggi";
}

function tellRung(draft: Draft, run: Run, { kind, to }: Rung, dueAt: Instant): void {
  const people = peopleOf(to, draft);
  const expiresAt = kind === "warning" ? dueAt : null;
  // A step taken up again after Dibatalkan is a run of its own, with promises of its own.
  const nth = draft.ticket.runs.filter(
    (each) => each.round === run.round && each.step === run.step,
  ).length;
  const promise = `step-${run.step}${nth > 1 ? `-${nth}` : ""}/${kind}`;
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
  const at = rungAt(calendar, rung, dueAt, isHigh(ticket));
  return at > now && Number.isFinite(at) ? at : null;
}
