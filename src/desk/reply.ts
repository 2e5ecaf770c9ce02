import type { SenderRole } from "./conversation.ts";
import type { Draft } from "./draft.ts";
import type { Message } from "./message.ts";
import { peopleOf, tell } from "./notices.ts";
import { reopenEnd } from "./finish.ts";
import { startRound } from "./reopen.ts";
import { releaseHold } from "./runs.ts";
import { saysItWorks } from "./thanks.ts";
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
  mailRef: string;
  hasFiles: boolean;
}

export function replyOf(message: Message, mailRef: string): Reply {
  return {
    who: message.from?.name || message.from?.address || "tanpa nama",
    authors: message.authors.map((author) => author.address),
    text: message.newText || message.text,
    thanks: message.verdict.thanks,
    at: message.receivedAt,
    messageId: message.messageId,
    mailRef,
    hasFiles: message.attachments.length > 0,
  };
}

/** A message that belongs to a ticket: every one fills *Pesan Terakhir* and goes to the officer. */
export function join(draft: Draft, reply: Reply, role: SenderRole): void {
  const { ticket, world } = draft;
  const officers = peopleOf("officer", draft).filter(
    ({ address }) => !reply.authors.includes(address),
  );
  const lately = ticket.replyToldAt !== null && world.now - ticket.replyToldAt < REPLY_PAUSE;
  const closed = ticket.phase !== "open";
  const isTold = role !== "staff" && !reply.thanks && !lately && officers.length > 0 && !closed;
  const nth = ticket.counters.reply + 1;
  draft.emit(
    {
      type: "message-joined",
      role,
      message: { who: reply.who, at: reply.at, text: reply.text.slice(0, 300) },
      messageId: reply.messageId,
      mailRef: reply.hasFiles ? reply.mailRef : "",
      participants: role === "reporter" ? reply.authors : [],
      toldOfficer: isTold,
    },
    role === "reporter" ? "pelapor" : reply.who,
  );
  if (isTold) {
    const quote = reply.text.slice(0, 300);
    const { who: from, at, mailRef } = reply;
    const facts = { kind: "reply-received", from, at, quote, mailRef } as const;
    tell(draft, { promise: `reply-${nth}`, to: officers, facts });
  }
  if (role === "staff" && saysItWorks(reply.text) && !closed) {
    draft.note(
      "kata-petugas",
      "Petugas menulis lewat email bahwa aduan selesai; isi Status dan Hasil Perbaikan.",
    );
  }
  if (role === "reporter") fromReporter(draft, reply);
}

function fromReporter(draft: Draft, reply: Reply): void {
  if (draft.ticket.phase === "open") {
    releaseHold(draft, Math.max(reply.at, draft.ticket.openedAt));
    if (saysItWorks(reply.text))
      draft.note("kata-pelapor", "Pelapor menulis bahwa layanan sudah normal.");
    return;
  }
  // Only the reporter's side reopens, by more than thanks, within the window (DESIGN 8).
  if (draft.ticket.phase !== "closed" || reply.thanks) return;
  if (reply.at > reopenEnd(draft, draft.ticket.phaseSince)) return;
  startRound(draft, { since: reply.at, quote: reply.text.slice(0, 300), by: "pelapor" });
}
