import { createHash } from "node:crypto";

import type { MessageEnvelopeObject } from "imapflow";

import type { Address, Message } from "../desk/message.ts";
import { NO_SENDER } from "./unseen-text.ts";

/** Where a mail lies, and when it came. */
export interface Place {
  folder: string;
  uidValidity: string;
  uid: number;
  sent: boolean;
  receivedAt: number;
}

/** A mail of which nothing but the server's own summary could be read: still a complaint. */
export function unreadableMessage(
  place: Place,
  envelope: MessageEnvelopeObject | undefined,
): Message {
  const from = address(envelope?.from?.[0]) ?? address(envelope?.sender?.[0]);
  const note = `Isi surel ini tidak dapat dibaca; lihat di kotak surat, folder ${place.folder}, tiba ${utc(place.receivedAt)}.`;
  return {
    ...place,
    dateHeader: "",
    from,
    replyTo: from,
    authors: from ? [from] : [],
    to: addresses(envelope?.to),
    cc: addresses(envelope?.cc),
    messageId: line(envelope?.messageId),
    inReplyTo: [line(envelope?.inReplyTo)].filter(Boolean),
    references: [],
    subject: line(envelope?.subject),
    text: note,
    newText: note,
    // Two of these are never copies of each other.
    bodyHash: createHash("sha256").update(JSON.stringify(place)).digest("hex"),
    attachments: [],
    letterMarks: [],
    forwarded: null,
    failures: [],
    reportedIds: [],
    list: false,
    verdict: {
      class: "complaint",
      rule: "unreadable",
      reason: "surel tidak dapat dibaca",
      answerable: from !== null,
      thanks: false,
    },
    problems: from ? [note] : [note, NO_SENDER],
  };
}

function addresses(list: MessageEnvelopeObject["to"]): Address[] {
  return (list ?? []).map(address).filter((found) => found !== null);
}

function address(raw: { name?: string | undefined; address?: string | undefined } | undefined) {
  const text = line(raw?.address).toLowerCase();
  return /^[^\s@<>]+@[^\s@<>]+$/.test(text) ? { name: line(raw?.name), address: text } : null;
}

/** One line without controls, as everything from outside. */
function line(value: string | undefined): string {
  return (value ?? "")
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 1_000);
}

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
