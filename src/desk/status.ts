import type { Draft } from "./draft.ts";
import { peopleOf, tell } from "./notices.ts";
import { startRound } from "./reopen.ts";
import { endRun, holdStepThree, isRunning, redate, releaseHold, startRun } from "./runs.ts";
import { statusNow, type Ticket } from "./ticket.ts";
import type { Instant } from "./time.ts";

/** What a settled change of *Status* means before the other cells are looked at (DESIGN 6). */
export function statusChanged(draft: Draft, seenAt: Instant): void {
  const status = statusNow(draft.ticket);
  if (status === "Dibatalkan") return cancel(draft, seenAt);
  if (draft.ticket.phase === "cancelled") resume(draft, seenAt);
  else if (isDone(draft.ticket) && status !== "Selesai") backToWork(draft, seenAt);
  if (status === "Menunggu Info") {
    holdStepThree(draft, seenAt);
    askForFacts(draft);
  } else {
    releaseHold(draft, seenAt);
  }
  const before = draft.ticket.stretches.at(-2)?.status;
  if (status === "Menunggu Pihak Ketiga") redateRepair(draft, "menunggu pihak ketiga");
  else if (before === "Menunggu Pihak Ketiga") redateRepair(draft, "penantian berakhir");
}

/** Moves nothing unless the office lets *Menunggu Pihak Ketiga* stop the clock. */
function redateRepair(draft: Draft, reason: string): void {
  if (!draft.world.office.policy.thirdPartyStopsClock) return;
  for (const step of [4, 5] as const) {
    if (isRunning(draft.ticket, step)) redate(draft, step, reason);
  }
}

/** Closed, or finished with its report still on the way to the section head. */
function isDone(ticket: Ticket): boolean {
  return ticket.phase === "closed" || isRunning(ticket, 6);
}

/** Staff set a finished ticket back: a new round at the step it came from (DESIGN 13, B103). */
function backToWork(draft: Draft, seenAt: Instant): void {
  endRun(draft, 6, { at: seenAt, outcome: "cancelled", reason: "dikerjakan kembali" });
  startRound(draft, { since: seenAt, quote: "", by: "petugas" });
}

function cancel(draft: Draft, seenAt: Instant): void {
  if (draft.ticket.phase !== "open") return;
  const reason = draft.ticket.fields.cancelReason;
  for (const step of [2, 3, 4, 5, 6] as const) {
    endRun(draft, step, { at: seenAt, outcome: "cancelled", reason: "aduan dibatalkan" });
  }
  draft.emit({ type: "cancelled", cancelledAt: seenAt, reason }, "petugas");
  if (reason === "") {
    draft.note(REASON_NOTE, "Pelapor diberi tahu setelah Alasan Batal diisi.");
  } else {
    tellCancelled(draft);
  }
}

/** While it stands the reporter has not been told yet. */
const REASON_NOTE = "alasan-batal";

/** Nobody is told that his complaint was cancelled without being told why. */
export function cancelReasonGiven(draft: Draft): void {
  const { fields, notes } = draft.ticket;
  if (notes[REASON_NOTE] === undefined || fields.cancelReason === "") return;
  draft.note(REASON_NOTE, "");
  tellCancelled(draft);
}

function tellCancelled(draft: Draft): void {
  const { seq, fields } = draft.ticket;
  const facts = { kind: "cancelled", reason: fields.cancelReason } as const;
  tell(draft, { promise: `cancelled-${seq}`, to: peopleOf("reporter", draft), facts });
}

/** Back from *Dibatalkan* to another status: the round goes on with the step that was cancelled. */
function resume(draft: Draft, seenAt: Instant): void {
  draft.emit({ type: "resumed" }, "petugas");
  draft.note(REASON_NOTE, "");
  const step = draft.ticket.runs.at(-1)?.step ?? 3;
  if (step === 6) return startRound(draft, { since: seenAt, quote: "", by: "petugas" });
  // The receipt was promised when the ticket opened and is not owed again.
  startRun(draft, step === 2 ? 3 : step, seenAt);
}

/** Once a round, however often staff choose *Menunggu Info*. */
function askForFacts(draft: Draft): void {
  const { fields, stretches, roundSince } = draft.ticket;
  const asked = stretches
    .slice(0, -1)
    .some((each) => each.status === "Menunggu Info" && each.from >= roundSince);
  if (asked) return;
  const missing: ("unit" | "place" | "phone" | "since" | "extent")[] = [];
  if (fields.unit === "") missing.push("unit");
  if (fields.place === "") missing.push("place");
  if (fields.phone === "") missing.push("phone");
  missing.push("since", "extent");
  const facts = { kind: "facts-request", missing } as const;
  tell(draft, { promise: "facts-request", to: peopleOf("reporter", draft), facts });
}
