import type { Desk } from "./desk.ts";
import { Draft } from "./draft.ts";
import { finishChild } from "./finish.ts";
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

/** Catatan Sistem says when *Aduan Induk* names no ticket that the clock could follow. */
export function checkParent(desk: Desk, draft: Draft): void {
  const { number, fields } = draft.ticket;
  const parent = desk.tickets.get(fields.parent);
  draft.note("aduan-induk", sentence());

  function sentence(): string {
    if (fields.parent === "") return "";
    if (fields.parent === number) return "Aduan Induk menunjuk aduan ini sendiri; kosongkan.";
    if (!parent) return `Aduan Induk ${fields.parent} tidak ditemukan; mohon diperiksa.`;
    if (parent.fields.parent !== "") {
      return `Aduan Induk ${parent.number} sendiri punya induk; isi ${parent.fields.parent}.`;
    }
    return parent.phase === "cancelled" ? `Aduan Induk ${parent.number} sudah dibatalkan.` : "";
  }
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
