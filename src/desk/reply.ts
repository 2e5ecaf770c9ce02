import type { SenderRole } from "./conversation.ts";
import type { Draft } from "./draft.ts";
import type { Recipient } from "./letter.ts";
import type { Message } from "./message.ts";
import { reopenEnd } from "./finish.ts";
import { peopleOf, tell } from "./notices.ts";
import { assignees } from "./people.ts";
import { startRound } from "./reopen.ts";
import { releaseHold } from "./runs.ts";
import { onlySaysItWorks, saysItWorks } from "./thanks.ts";
import { MINUTE } from "./time.ts";

/** At most one letter about replies to a ticket in this time (DESIGN 8). */
const REPLY_PAUSE = 15 * MINUTE;

export interface Reply {
  who: string;
  /** Lower-case addresses of its authors. */
  authors: string[];
  text: string;
  thanks: boolean;
  at: number;
  messageId: string;
  /** The mail that its files came with; `""` without files. */
  mailRef: string;
  /** Why the mail was taken for an answer, for *Riwayat*. */
  reason?: string;
}

export function replyOf(message: Message, mailRef: string): Reply {
  return {
    who: message.from?.name || message.from?.address || "tanpa nama",
    authors: message.authors.map((author) => author.address),
    text: message.newText || message.text,
    thanks: message.verdict.thanks,
    at: message.receivedAt,
    messageId: message.messageId,
    mailRef: refToFiles(message, mailRef),
    reason: message.verdict.reason,
  };
}

/** Where the files of a mail are fetched from; `""` when it has none. */
export function refToFiles({ attachments }: Message, mailRef: string): string {
  return attachments.length > 0 ? mailRef : "";
}

/** A message that belongs to a ticket: every one fills *Pesan Terakhir* and goes to the officer. */
export function join(draft: Draft, reply: Reply, role: SenderRole): void {
  const { ticket, world } = draft;
  const officers = peopleOf("officer", draft).filter(
    ({ address }) => !reply.authors.includes(address),
  );
  const lately = ticket.replyToldAt !== null && world.now - ticket.replyToldAt < REPLY_PAUSE;
  const closed = ticket.phase !== "open";
  // What reopens the ticket is told by the letters of the new round.
  const isNews = role !== "staff" && !reply.thanks && !reopens(draft, reply, role);
  const isTold = isNews && !lately && officers.length > 0;
  draft.emit(
    {
      type: "message-joined",
      role,
      message: { who: reply.who, at: reply.at, text: reply.text.slice(0, 300) },
      messageId: reply.messageId,
      mailRef: reply.mailRef,
      participants: role === "reporter" ? reply.authors : [],
      toldOfficer: isTold,
      ...(isNews && lately ? { deferred: true } : {}),
      ...(reply.reason === undefined ? {} : { reason: reply.reason }),
    },
    role === "reporter" ? "pelapor" : reply.who,
  );
  if (isTold) tellOfficers(draft, officers, reply);
  if (role === "staff" && saysItWorks(reply.text) && !closed) askForCells(draft, reply);
  if (role === "reporter") fromReporter(draft, reply);
}

function tellOfficers(
  draft: Draft,
  to: readonly Recipient[],
  { who: from, at, text, mailRef }: Pick<Reply, "who" | "at" | "text" | "mailRef">,
): void {
  const facts = { kind: "reply-received", from, at, quote: text.slice(0, 300), mailRef } as const;
  tell(draft, { promise: `reply-${draft.ticket.counters.reply}`, to, facts });
}

/** What came within the pause after a letter about replies is told when the pause is over. */
export function tellDeferred(draft: Draft): void {
  const { untold, replyToldAt } = draft.ticket;
  if (!untold || draft.world.now - (replyToldAt ?? 0) < REPLY_PAUSE) return;
  draft.emit({ type: "reply-told" });
  tellOfficers(draft, peopleOf("officer", draft), untold);
}

/** Only the reporter's side reopens, by more than thanks, within the window (DESIGN 8). */
function reopens(draft: Draft, reply: Reply, role: SenderRole): boolean {
  const { phase, phaseSince } = draft.ticket;
  if (role !== "reporter" || phase !== "closed" || reply.thanks) return false;
  if (onlySaysItWorks(reply.text)) return false;
  return reply.at <= reopenEnd(draft, phaseSince);
}

/** "Sudah selesai" by mail changes no status: one answer a round asks for the cells (DESIGN 8). */
function askForCells(draft: Draft, { authors }: Reply): void {
  const { number, notes } = draft.ticket;
  if (notes["kata-petugas"] !== undefined) return;
  draft.note(
    "kata-petugas",
    "Petugas menulis lewat email bahwa aduan selesai; isi Status dan Hasil Perbaikan.",
  );
  const to = assignees(draft.ticket, draft.world.office).filter(({ address }) =>
    authors.includes(address.toLowerCase()),
  );
  const lines = [
    "Surat Saudara sudah dicatat, tetapi status aduan hanya berubah lewat log aduan.",
    "Mohon isi Hasil Perbaikan, lalu ubah Status menjadi Selesai.",
  ];
  const facts = { kind: "alarm", title: `Aduan ${number} belum tercatat selesai`, lines } as const;
  tell(draft, { promise: "ask-cells", to, facts });
}

function fromReporter(draft: Draft, reply: Reply): void {
  if (draft.ticket.phase === "open") {
    releaseHold(draft, Math.max(reply.at, draft.ticket.openedAt));
    if (saysItWorks(reply.text))
      draft.note("kata-pelapor", "Pelapor menulis bahwa layanan sudah normal.");
    return;
  }
  if (reopens(draft, reply, "reporter"))
    startRound(draft, { since: reply.at, quote: reply.text.slice(0, 300), by: "pelapor" });
}
