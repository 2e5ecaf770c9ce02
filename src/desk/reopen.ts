import type { Draft } from "./draft.ts";
import { helpdesk } from "./people.ts";
import { peopleOf, reporterOf, tell } from "./notices.ts";
import { endRun, PARENT_NOTE, startRun } from "./runs.ts";
import { currentRun } from "./ticket.ts";
import type { Instant } from "./time.ts";

export interface NewRound {
  since: Instant;
  /** The reporter's words, `""` when staff reopened it. */
  quote: string;
  by: "pelapor" | "petugas";
}

/**
 * A new round, same number. A reporter's answer begins it at step 3; staff who set the status
 * back go on at the repair step it came from (DESIGN 6, 13).
 */
export function startRound(draft: Draft, { since, quote, by }: NewRound): void {
  const came = currentRun(draft.ticket, 5) ?? currentRun(draft.ticket, 4);
  const status = draft.ticket.fields.status;
  const reason = "dibuka kembali sebelum tanda terima terkirim";
  endRun(draft, 2, { at: draft.world.now, outcome: "not-owed", reason });
  draft.emit({ type: "reopened", round: draft.ticket.round + 1, since, quote }, by);
  if (by === "petugas") {
    // The status that staff chose stands; only the reporter's reopening asks for it anew.
    draft.emit(
      {
        type: "changed",
        field: "status",
        old: status,
        value: status,
        seenAt: since,
        seenFrom: null,
      },
      by,
    );
    startRun(draft, came?.step ?? 3, since);
    return;
  }
  const { parent } = draft.ticket.fields;
  if (parent !== "") draft.note(PARENT_NOTE, reopenedWords(parent));
  const { dueAt } = startRun(draft, 3, since);
  const { office, calendar, now, operator } = draft.world;
  const day = calendar.localDate(now);
  const staff = [
    ...peopleOf("officer", draft),
    ...helpdesk(office, day, operator),
    ...peopleOf("section-head", draft),
  ];
  tell(draft, {
    promise: "reopened",
    to: reporterOf(draft.ticket),
    facts: { kind: "reopened", to: "reporter", quote, dueAt },
  });
  tell(draft, {
    promise: "reopened/staff",
    to: staff,
    facts: { kind: "reopened", to: "staff", quote, dueAt },
  });
}

/** A child that its reporter has reopened is no longer answered by the parent's result. */
export function reopenedWords(parent: string): string {
  return `Dibuka kembali: batas waktunya berjalan sendiri; kosongkan Aduan Induk (${parent}).`;
}
