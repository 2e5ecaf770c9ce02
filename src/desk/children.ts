import type { Draft } from "./draft.ts";
import { finishChild } from "./finish.ts";
import { reopenedWords } from "./reopen.ts";
import { PARENT_NOTE, redateAll } from "./runs.ts";
import { currentRun, type Ticket } from "./ticket.ts";

type Tickets = ReadonlyMap<string, Ticket>;

/** An open child closes with its parent's result (DESIGN 6). */
export function followParent(draft: Draft, tickets: Tickets): void {
  const child = draft.ticket;
  const parent = tickets.get(child.fields.parent);
  // One that was finished by itself is told and reported already.
  if (!parent || !answers(parent, child) || currentRun(child, 6)) return;
  draft.note("induk", `Mengikuti aduan induk ${parent.number}: ${parent.fields.result}`);
  finishChild(draft, parent, draft.world.now);
}

/** What a reporter has reopened since is no longer answered by the parent's result. */
function answers(parent: Ticket, child: Ticket): boolean {
  if (parent.phase !== "closed") return false;
  return child.round === 1 || parent.phaseSince >= child.roundSince;
}

/**
 * *Catatan Sistem* says when *Aduan Induk* names no ticket that the clock could follow, and the
 * child keeps a clock of its own until it does.
 */
export function checkParent(draft: Draft, tickets: Tickets): void {
  draft.note(PARENT_NOTE, parentQuestion(draft.ticket, tickets));
  redateAll(draft, "Aduan Induk diubah");
}

/** A parent may be opened, cancelled or closed long after a child has named it. */
export function recheckParent(draft: Draft, tickets: Tickets): void {
  if (draft.ticket.fields.parent !== "") checkParent(draft, tickets);
}

/** What is wrong with *Aduan Induk*, or `""`. */
function parentQuestion(child: Ticket, tickets: Tickets): string {
  const named = child.fields.parent;
  const parent = tickets.get(named);
  if (named === "") return "";
  if (named === child.number) return "Aduan Induk menunjuk aduan ini sendiri; kosongkan.";
  if (!parent) return `Aduan Induk ${named} tidak ditemukan; mohon diperiksa.`;
  if (parent.fields.parent !== "") {
    return `Aduan Induk ${named} sendiri punya induk; isi ${parent.fields.parent}.`;
  }
  if (parent.phase === "closed" && !answers(parent, child)) return reopenedWords(named);
  return parent.phase === "cancelled"
    ? `Aduan Induk ${named} sudah dibatalkan; batas waktu aduan ini berjalan sendiri.`
    : "";
}
