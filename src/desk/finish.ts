import type { Draft } from "./draft.ts";
import type { End } from "./judge.ts";
import { wasDoneBefore } from "./late-entry.ts";
import { peopleOf, reporterOf, tell } from "./notices.ts";
import { endRun, isRunning, startRun } from "./runs.ts";
import { currentRun, statusNow, type Stretch, type Ticket } from "./ticket.ts";
import type { Instant } from "./time.ts";

/**
 * Of an open ticket: *Selesai* counts once *Hasil Perbaikan* is filled; after a reopening it must be
 * set anew, or a later *Waktu Selesai* typed.
 */
export function isFinished(ticket: Ticket): boolean {
  if (ticket.fields.result.trim() === "" || currentRun(ticket, 6)) return false;
  if (statusNow(ticket) === "Selesai") return true;
  const { status, finishedAt } = ticket.fields;
  return status === "Selesai" && finishedAt !== null && finishedAt > ticket.roundSince;
}

/** SOP steps 4 or 5 end, step 6 begins: the reporter hears the result, the heads get the report. */
export function finish(draft: Draft): void {
  const end = endOfRepair(draft);
  const { at } = end;
  const repairs = [4, 5] as const;
  if (!repairs.some((step) => currentRun(draft.ticket, step))) {
    const { startedAt } = startRun(draft, 3, draft.ticket.openedAt);
    endRun(draft, 3, { ...end, reason: "selesai sebelum ditugaskan" });
    startRun(draft, draft.ticket.fields.visit === "Perlu" ? 5 : 4, startedAt);
  }
  for (const step of repairs) endRun(draft, step, end);
  startRun(draft, 6, at);
  for (const name of ["kata-petugas", "kata-pelapor"]) draft.note(name, "");
  if (wasDoneBefore(draft.ticket)) return reported(draft, draft.world.now, "dicatat susulan");
  sayResolved(draft, at);
  report(draft, at);
}

/** A valid *Waktu Selesai* lies between the step's start and now; else the observation counts. */
function endOfRepair(draft: Draft): End {
  const { ticket, world } = draft;
  const start = startOfStep(ticket);
  const stretch = firstSelesai(ticket);
  const at = Math.max(start, stretch?.from ?? world.now);
  const seen = { at, seenFrom: stretch?.seenFrom ?? null };
  const typed = ticket.fields.finishedAt;
  if (typed === null) {
    return wasDoneBefore(ticket) ? { ...seen, outcome: "unmeasured" } : seen;
  }
  if (typed >= start && typed <= world.now) {
    draft.note("waktu-selesai", "");
    return { at: typed, seenFrom: null };
  }
  const reason = typed > world.now ? "masih di masa depan" : "mendahului awal langkah ini";
  draft.note(
    "waktu-selesai",
    `Waktu Selesai ${reason}; yang dipakai waktu perubahan Status terlihat.`,
  );
  return seen;
}

/** Where the *Selesai* that stands now began: officers may have changed under it since. */
function firstSelesai({ stretches }: Ticket): Stretch | undefined {
  return stretches[stretches.findLastIndex((each) => each.status !== "Selesai") + 1];
}

/** What was solved on the phone may have been repaired before step 3 was filled, or typed at all. */
function startOfStep(ticket: Ticket): Instant {
  const run = currentRun(ticket, 5) ?? currentRun(ticket, 4) ?? currentRun(ticket, 3);
  return run?.startedAt ?? ticket.roundSince;
}

function sayResolved(draft: Draft, at: Instant, parent?: Ticket): void {
  const reopenUntil = reopenEnd(draft, draft.world.now);
  // A child's own cells are blank: its reporter reads what was done at the parent.
  const done = parent ? { cause: parent.fields.cause, result: parent.fields.result } : {};
  const facts = { kind: "resolution", finishedAt: at, reopenUntil, ...done } as const;
  tell(draft, { promise: "resolution", to: reporterOf(draft.ticket), facts });
}

/** Closing time of the nth working day after closing (DESIGN 8). */
export function reopenEnd({ world }: Pick<Draft, "world">, closedAt: Instant): Instant {
  const { calendar, office } = world;
  const day = calendar.addWorkingDays(
    calendar.localDate(closedAt),
    office.policy.reopenWorkingDays,
  );
  return calendar.closingOf(day) ?? closedAt;
}

function report(draft: Draft, at: Instant): void {
  const heads = peopleOf("section-head", draft);
  const facts = { kind: "report", finishedAt: at } as const;
  tell(draft, { promise: "report", to: [...heads, ...peopleOf("division-head", draft)], facts });
  if (heads.length > 0) return;
  draft.note("kepala-seksi", "Kepala Seksi belum diisi di tab Petugas; laporan tidak dikirim.");
  reported(draft, draft.world.now, "Kepala Seksi belum ditetapkan");
}

/** Step 6 ends and step 7 with it: the ticket is in the log and closed. */
export function reported(draft: Draft, at: Instant, reason: string): void {
  if (!isRunning(draft.ticket, 6)) return;
  endRun(draft, 6, reason === "" ? { at } : { at, outcome: "not-owed", reason });
  endRun(draft, 2, { at, outcome: "not-owed", reason: "ditutup sebelum tanda terima terkirim" });
  draft.emit({ type: "closed", closedAt: at });
}

/** A child closes with its parent's result, and its reporter hears of it (DESIGN 6). */
export function finishChild(draft: Draft, parent: Ticket, at: Instant): void {
  const reason = `mengikuti aduan induk ${parent.number}`;
  for (const step of [2, 3, 4, 5, 6] as const) {
    endRun(draft, step, { at, outcome: "not-owed", reason });
  }
  draft.emit({ type: "closed", closedAt: at });
  sayResolved(draft, at, parent);
}
