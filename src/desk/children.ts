import type { Desk } from "./desk.ts";
import { Draft } from "./draft.ts";
import { finishChild } from "./finish.ts";
import { reopenedWords } from "./reopen.ts";
import { PARENT_NOTE, redateAll } from "./runs.ts";
import { currentRun, type Ticket } from "./ticket.ts";

/** A parent that has just been finished closes its children with its result (DESIGN 6). */
export function closeChildren(desk: Desk, parent: Ticket, before: Ticket): void {
  const isNew = currentRun(parent, 6) !== undefined && !isDone(before, parent.round);
  if (!isNew) return;
  for (const child of desk.tickets.values()) {
    if (!isOpenChild(child, parent)) continue;
    const draft = new Draft(child, desk.world);
    close(draft, parent);
    desk.keep(draft);
  }
}

/** A child named only after its parent was closed; true when it was closed with it. */
export function followParent(desk: Desk, draft: Draft): boolean {
  const parent = desk.tickets.get(draft.ticket.fields.parent);
  // One that its own reporter has reopened since is no longer answered by the parent's result.
  if (parent?.phase !== "closed" || draft.ticket.round > 1) return false;
  if (!isOpenChild(draft.ticket, parent)) return false;
  close(draft, parent);
  return true;
}

/**
 * *Catatan Sistem* says when *Aduan Induk* names no ticket that the clock could follow, and the
 * child keeps a clock of its own until it does.
 */
export function checkParent(draft: Draft, tickets: ReadonlyMap<string, Ticket>): void {
  const { number, fields, round } = draft.ticket;
  const parent = tickets.get(fields.parent);
  draft.note(PARENT_NOTE, sentence());
  redateAll(draft, "Aduan Induk diubah");

  function sentence(): string {
    if (fields.parent === "") return "";
    if (fields.parent === number) return "Aduan Induk menunjuk aduan ini sendiri; kosongkan.";
    if (!parent) return `Aduan Induk ${fields.parent} tidak ditemukan; mohon diperiksa.`;
    if (parent.fields.parent !== "") {
      return `Aduan Induk ${parent.number} sendiri punya induk; isi ${parent.fields.parent}.`;
    }
    if (parent.phase === "closed" && round > 1) return reopenedWords(parent.number);
    return parent.phase === "cancelled"
      ? `Aduan Induk ${parent.number} sudah dibatalkan; batas waktu aduan ini berjalan sendiri.`
      : "";
  }
}

/** A parent may be opened, cancelled or closed long after a child has named it. */
export function recheckParent(draft: Draft, tickets: ReadonlyMap<string, Ticket>): void {
  const { parent, kind } = draft.ticket.fields;
  if (parent !== "" && kind !== "Permintaan") checkParent(draft, tickets);
}

function isDone(ticket: Ticket, round: number): boolean {
  return ticket.runs.some((run) => run.step === 6 && run.round === round);
}

function isOpenChild(child: Ticket, parent: Ticket): boolean {
  const { phase, fields, number } = child;
  if (phase !== "open" || fields.parent !== parent.number || number === parent.number) return false;
  // One that was finished by itself is told and reported already.
  return currentRun(child, 6) === undefined;
}

function close(draft: Draft, parent: Ticket): void {
  draft.note("induk", `Mengikuti aduan induk ${parent.number}: ${parent.fields.result}`);
  finishChild(draft, parent, draft.world.now);
}
