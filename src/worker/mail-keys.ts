import type { Message } from "../desk/message.ts";

export function mailRefOf({
  folder,
  uidValidity,
  uid,
}: Pick<Message, "folder" | "uidValidity" | "uid">): string {
  return `${folder}/${uidValidity}/${uid}`;
}

/** Servers and mail programs write an id in other letters now and then (B104). */
export function threadKey(messageId: string): string {
  return `mid:${messageId.toLowerCase()}`;
}

/** Keys under which a mail is known, and those that would make it a copy of a known one. */
export interface MailKeys {
  own: string[];
  copies: string[];
  /** Where the thread is looked up, nearest first. */
  thread: string[];
}

/**
 * A mail is a copy of a known one if From and Message-ID are the same and the body is too, or the
 * Date is and one of the two came through a list; without Message-ID: From, Date and body
 * (DESIGN 8).
 */
export function mailKeys(message: Message): MailKeys {
  const { from, messageId, bodyHash, dateHeader, list } = message;
  const sender = from?.address ?? "";
  const body =
    messageId === ""
      ? `copy:${sender}|${dateHeader}|${bodyHash}`
      : `copy:${sender}|${messageId}|${bodyHash}`;
  const dated = (isList: boolean) => `dated:${sender}|${messageId}|${dateHeader}|${isList}`;
  const own = [`uid:${mailRefOf(message)}`, body];
  const copies = [body];
  if (messageId !== "") {
    own.push(threadKey(messageId));
    if (dateHeader !== "") {
      own.push(dated(list));
      copies.push(dated(true));
      if (list) copies.push(dated(false));
    }
  }
  const thread = [...message.inReplyTo, ...message.references.toReversed(), ...message.reportedIds];
  return { own, copies, thread: thread.map(threadKey) };
}
