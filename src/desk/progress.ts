import type { Draft } from "./draft.ts";
import { finish, isFinished } from "./finish.ts";
import { peopleOf, tell } from "./notices.ts";
import { officersOf } from "./people.ts";
import { startRound } from "./reopen.ts";
import { endRun, holdStepThree, judge, redateAll, releaseHold, startRun } from "./runs.ts";
import type { Settled } from "./settle.ts";
import { currentRun, statusNow, type StaffField } from "./ticket.ts";

/** What settled changes of one row mean for its ticket (DESIGN 6). */
export function applyChanges(draft: Draft, settled: readonly Settled[]): void {
  if (settled.length === 0) return;
  for (const { field, old, value, seenAt, seenFrom } of settled) {
    draft.emit({ type: "changed", field, old, value, seenAt, seenFrom }, "petugas");
  }
  const changed = new Set(settled.map((change) => change.field));
  const seenAt = Math.max(...settled.map((change) => change.seenAt));
  const seenFrom = settled.find((change) => change.seenAt === seenAt)?.seenFrom ?? null;

  if (changed.has("kind") || changed.has("parent")) {
    redateAll(draft, changed.has("kind") ? "Jenis diubah" : "Aduan Induk diubah");
  }
  if (changed.has("status")) statusChanged(draft, seenAt);
  if (draft.ticket.phase !== "open") return;
  checkOfficers(draft);
  identified(draft, changed, { seenAt, seenFrom });
  visitNeeded(draft, changed, seenAt);
  reassigned(draft, changed);
  if (isFinished(draft.ticket)) finish(draft);
}

function statusChanged(draft: Draft, seenAt: number): void {
  const status = statusNow(draft.ticket);
  if (status === "Dibatalkan") return cancel(draft, seenAt);
  if (draft.ticket.phase === "cancelled") return resume(draft, seenAt);
  if (draft.ticket.phase === "closed") {
    // Staff set a closed ticket back: a new round at the step it came from (DESIGN 13).
    if (status !== "Selesai") startRound(draft, { since: seenAt, quote: "", by: "petugas" });
    return;
  }
  if (status === "Menunggu Info") {
    holdStepThree(draft, seenAt);
    askForFacts(draft);
  } else {
    releaseHold(draft, seenAt);
  }
}

function cancel(draft: Draft, seenAt: number): void {
  if (draft.ticket.phase !== "open") return;
  const reason = draft.ticket.fields.cancelReason;
  for (const step of [2, 3, 4, 5, 6] as const) {
    endRun(draft, step, { at: seenAt, outcome: "cancelled", reason: "aduan dibatalkan" });
  }
  draft.emit({ type: "cancelled", cancelledAt: seenAt, reason }, "petugas");
  const facts = { kind: "cancelled", reason } as const;
  tell(draft, { promise: `cancelled-${draft.ticket.seq}`, to: peopleOf("reporter", draft), facts });
}

/** Back from *Dibatalkan* to another status: the round goes on with the step that was cancelled. */
function resume(draft: Draft, seenAt: number): void {
  draft.emit({ type: "resumed" }, "petugas");
  const last = draft.ticket.runs.findLast(
    (run) => run.round === draft.ticket.round && run.outcome === "cancelled",
  );
  startRun(draft, last?.step ?? 3, seenAt);
}

function askForFacts(draft: Draft): void {
  const { fields } = draft.ticket;
  const missing: ("unit" | "place" | "phone" | "since" | "extent")[] = [];
  if (fields.unit === "") missing.push("unit");
  if (fields.place === "") missing.push("place");
  if (fields.phone === "") missing.push("phone");
  missing.push("since", "extent");
  const facts = { kind: "facts-request", missing } as const;
  tell(draft, { promise: "facts-request", to: peopleOf("reporter", draft), facts });
}

function checkOfficers(draft: Draft): void {
  const { fields } = draft.ticket;
  const { known, unknown } = officersOf(fields.officers, draft.world.office);
  const silent = known.filter((member) => member.email === "").map((member) => member.name);
  const strangers = unknown.map((name) => `Petugas "${name}" tidak ada di tab Petugas.`);
  const unreachable = silent.map((name) => `Email petugas "${name}" belum diisi di tab Petugas.`);
  draft.note("petugas", [...strangers, ...unreachable].join(" "));
}

/** Step 3 ends when *Prioritas*, *Tinjauan Lapangan* and *Petugas* are filled. */
function identified(
  draft: Draft,
  changed: ReadonlySet<StaffField>,
  seen: { seenAt: number; seenFrom: number | null },
): void {
  const { ticket, world } = draft;
  const step3 = currentRun(ticket, 3);
  if (step3 && step3.endedAt !== null) return;
  const { priority, visit, officers } = ticket.fields;
  const named = officersOf(officers, world.office).known;
  if (priority === "" || visit === "" || named.length === 0) return;
  const touched = (["priority", "visit", "officers", "status"] as const).some((f) =>
    changed.has(f),
  );
  if (ticket.round > 1 && !touched) return;
  // Solved on the phone before anybody filled the cells: no assignment letter (DESIGN 6).
  if (isFinished(ticket)) return;
  if (!step3) startRun(draft, 3, ticket.openedAt);
  const startedAt = currentRun(draft.ticket, 3)?.startedAt ?? seen.seenAt;
  const at = Math.max(seen.seenAt, startedAt);
  endRun(draft, 3, { at, seenFrom: seen.seenFrom });
  startRun(draft, visit === "Perlu" ? 5 : 4, at);
  assign(draft);
}

function assign(draft: Draft): void {
  const { fields, counters } = draft.ticket;
  const step = fields.visit === "Perlu" ? 5 : 4;
  const dueAt = currentRun(draft.ticket, step)?.dueAt ?? null;
  const nth = counters.assignment + 1;
  const officers = officersOf(fields.officers, draft.world.office).known.map(({ name }) => name);
  const copied = draft.world.office.policy.headCopiedOnAssignment
    ? peopleOf("section-head", draft)
    : [];
  const to = [...peopleOf("officer", draft), ...copied];
  tell(draft, {
    promise: `assignment-${nth}`,
    to,
    facts: { kind: "assignment", step, dueAt, nth },
  });
  draft.emit({ type: "assigned", officers });
}

/** *Perlu* set later starts step 5 then; the remote repair's time stays on record. */
function visitNeeded(draft: Draft, changed: ReadonlySet<StaffField>, seenAt: number): void {
  const remote = currentRun(draft.ticket, 4);
  const isNew = changed.has("visit") && draft.ticket.fields.visit === "Perlu";
  if (!isNew || !remote || remote.endedAt !== null || currentRun(draft.ticket, 5)) return;
  const outcome = judge(remote, { at: seenAt }) === "late" ? "late" : "not-owed";
  endRun(draft, 4, { at: seenAt, outcome, reason: "dilanjutkan dengan tinjauan lapangan" });
  startRun(draft, 5, seenAt);
  assign(draft);
}

function reassigned(draft: Draft, changed: ReadonlySet<StaffField>): void {
  const { ticket, world } = draft;
  if (!changed.has("officers") || ticket.assigned.length === 0) return;
  const step = currentRun(ticket, 5)?.endedAt === null ? 5 : 4;
  const run = currentRun(ticket, step);
  if (!run || run.endedAt !== null) return;
  const now = officersOf(ticket.fields.officers, world.office).known;
  const names = now.map((member) => member.name);
  const before = officersOf(ticket.assigned.join(", "), world.office).known;
  const left = before.filter((member) => !names.includes(member.name));
  const added = now.filter((member) => !ticket.assigned.includes(member.name));
  if (added.length === 0 && left.length === 0) return;
  const nth = ticket.counters.assignment + 1;
  const { dueAt } = run;
  const asRecipients = (members: typeof now) =>
    members.map(({ name, email }) => ({ role: "officer" as const, name, address: email }));
  const newOnes = {
    kind: "reassignment",
    side: "new",
    others: ticket.assigned,
    step,
    dueAt,
  } as const;
  const oldOnes = { kind: "reassignment", side: "old", others: names, step, dueAt } as const;
  tell(draft, { promise: `reassignment-${nth}/new`, to: asRecipients(added), facts: newOnes });
  tell(draft, { promise: `reassignment-${nth}/old`, to: asRecipients(left), facts: oldOnes });
  if (names.length > 0) draft.emit({ type: "assigned", officers: names });
}
