import type { Draft } from "./draft.ts";
import { isFinished } from "./finish.ts";
import { peopleOf, tell } from "./notices.ts";
import type { StaffMember } from "./office.ts";
import { isOnLeave, officersOf } from "./people.ts";
import { judge } from "./judge.ts";
import { endRun, isRunning, startRun } from "./runs.ts";
import type { Settled } from "./settle.ts";
import { currentRun, type Run, type StaffField } from "./ticket.ts";
import type { Instant } from "./time.ts";

/** When a change was made: in (seenFrom, seenAt]. */
export interface Seen {
  seenAt: Instant;
  seenFrom: Instant | null;
}

/** The latest of these fields' changes; undefined when none of them changed. */
export function lastSeen(
  settled: readonly Settled[],
  fields: readonly StaffField[],
): Seen | undefined {
  return settled
    .filter(({ field }) => fields.includes(field))
    .toSorted((a, b) => a.seenAt - b.seenAt)
    .at(-1);
}

/** What is wrong with the names in *Petugas*, for *Catatan Sistem*. */
export function checkOfficers(draft: Draft): void {
  const { office, calendar, now } = draft.world;
  const { known, unknown } = officersOf(draft.ticket.fields.officers, office);
  const today = calendar.localDate(now);
  const sentences = [
    ...unknown.map((name) => `Petugas "${name}" tidak ada di tab Petugas.`),
    ...known
      .filter((member) => member.email === "")
      .map(({ name }) => `Email petugas "${name}" belum diisi di tab Petugas.`),
    ...known
      .filter((member) => isOnLeave(member, today))
      .map(({ name }) => `Petugas "${name}" sedang cuti.`),
  ];
  draft.note(OFFICERS_NOTE, sentences.join(" "));
}

const OFFICERS_NOTE = "petugas";

/**
 * Names that *Petugas* did not know when they were typed count from when it does: the row itself
 * will not change again.
 */
export function recheckOfficers(draft: Draft): void {
  const before = draft.ticket.notes[OFFICERS_NOTE];
  if (before === undefined) return;
  checkOfficers(draft);
  if (draft.ticket.notes[OFFICERS_NOTE] === before) return;
  const seen = { seenAt: draft.world.now, seenFrom: null };
  identified(draft, seen);
  reassigned(draft);
}

/** Step 3 ends when *Prioritas*, *Tinjauan Lapangan* and *Petugas* are filled. */
export function identified(draft: Draft, seen: Seen): void {
  const { ticket, world } = draft;
  if (currentRun(ticket, 4) || currentRun(ticket, 5)) return;
  const { priority, visit, officers } = ticket.fields;
  const named = officersOf(officers, world.office).known;
  if (priority === "" || visit === "" || named.length === 0) return;
  // Solved on the phone before anybody filled the cells: no assignment letter (DESIGN 6).
  if (isFinished(ticket)) return;
  // Staff may be faster than the acknowledgement that ends step 2.
  const { startedAt } = startRun(draft, 3, ticket.openedAt);
  const at = Math.max(seen.seenAt, startedAt);
  endRun(draft, 3, { at, seenFrom: seen.seenFrom });
  const step = visit === "Perlu" ? 5 : 4;
  assign(draft, step, startRun(draft, step, at));
}

/** *Perlu* set later starts step 5 then; the remote repair's time stays on record. */
export function visitNeeded(draft: Draft, { seenAt, seenFrom }: Seen): void {
  const remote = currentRun(draft.ticket, 4);
  if (draft.ticket.fields.visit !== "Perlu" || !remote || remote.endedAt !== null) return;
  const at = Math.max(seenAt, remote.startedAt);
  const judged = judge(remote, { at, seenFrom });
  const outcome = judged === "on-time" ? "not-owed" : judged;
  endRun(draft, 4, { at, seenFrom, outcome, reason: "dilanjutkan dengan tinjauan lapangan" });
  assign(draft, 5, startRun(draft, 5, at));
}

function assign(draft: Draft, step: 4 | 5, { dueAt }: Run): void {
  const { fields, counters } = draft.ticket;
  const nth = counters.assignment + 1;
  const officers = officersOf(fields.officers, draft.world.office).known.map(({ name }) => name);
  const copied = draft.world.office.policy.headCopiedOnAssignment
    ? peopleOf("section-head", draft)
    : [];
  const to = [...peopleOf("officer", draft), ...copied];
  const facts = { kind: "assignment", step, dueAt, nth } as const;
  tell(draft, { promise: `assignment-${nth}`, to, facts });
  draft.emit({ type: "assigned", officers });
}

/**
 * Whoever is new hears of it, and whoever is let go, once somebody we know has taken over, and the
 * helpdesk when nobody of them is there; the deadline stays. A repair that nobody was sent to yet
 * is assigned instead.
 */
export function reassigned(draft: Draft): void {
  const { ticket, world } = draft;
  const step = isRunning(ticket, 5) ? 5 : 4;
  const run = currentRun(ticket, step);
  if (!run || run.endedAt !== null) return;
  const now = officersOf(ticket.fields.officers, world.office).known;
  if (now.length === 0) return;
  const isDone = isFinished(ticket);
  if (ticket.assigned.length === 0 && !isDone) return assign(draft, step, run);
  const names = now.map((member) => member.name);
  const before = ticket.assigned.flatMap((name) => officersOf(name, world.office).known);
  const left = before.filter((member) => !names.includes(member.name));
  const added = now.filter((member) => !ticket.assigned.includes(member.name));
  if (added.length === 0 && left.length === 0) return;
  // Who is named together with Selesai has done it: nobody is sent there any more.
  if (!isDone) tellReassigned(draft, { step, dueAt: run.dueAt }, { added, left, names });
  draft.emit({ type: "assigned", officers: names });
}

function tellReassigned(
  draft: Draft,
  repair: { step: 4 | 5; dueAt: Instant | null },
  { added, left, names }: { added: StaffMember[]; left: StaffMember[]; names: string[] },
): void {
  const { assigned, counters } = draft.ticket;
  const nth = counters.assignment + 1;
  const promise = `reassignment-${nth}`;
  const about = { kind: "reassignment", ...repair } as const;
  tell(draft, {
    promise: `${promise}/new`,
    to: asRecipients(added),
    facts: { ...about, side: "new", others: assigned },
  });
  tell(draft, {
    promise: `${promise}/old`,
    to: asRecipients(left),
    facts: { ...about, side: "old", others: names },
  });
  tell(draft, {
    promise: `assignment-${nth}`,
    to: peopleOf("officer", draft).filter(({ role }) => role === "helpdesk"),
    facts: { kind: "assignment", ...repair, nth },
  });
}

function asRecipients(members: readonly StaffMember[]) {
  return members.map(({ name, email }) => ({ role: "officer" as const, name, address: email }));
}
