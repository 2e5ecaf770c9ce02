import type { Letter } from "../desk/letter.ts";
import type { Ticket } from "../desk/ticket.ts";
import type { Keeper } from "./keeper.ts";

export interface Thread {
  /** Ids of our earlier letters about the ticket to the same person, oldest first. */
  thread: string[];
  /** Ids of those to others: nobody is referred to a message that he never saw (B098). */
  foreign: ReadonlySet<string>;
}

/** So that the reader of each person shows one thread. */
export async function threadOf(keeper: Keeper, { ticket, to, kind }: Letter): Promise<Thread> {
  // The acknowledgement is the first letter of a thread.
  if (ticket === null || kind === "acknowledgement") return { thread: [], foreign: new Set() };
  const letters = await keeper.ports.journal.lettersOf(ticket);
  const isHis = (each: Letter) => each.to.address === to.address;
  const his = letters.filter((each) => isHis(each) && each.sentAt !== null);
  const others = letters.filter((each) => !isHis(each));
  return {
    thread: his
      .toSorted((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0))
      .map((each) => each.serverMessageId || each.messageId),
    foreign: new Set(others.flatMap((each) => [each.messageId, each.serverMessageId])),
  };
}

/** The ticket as the recipient knows its messages. */
export function withoutIds(ticket: Ticket, ids: ReadonlySet<string>): Ticket {
  const messageIds = ticket.messageIds.filter((id) => !ids.has(id));
  return messageIds.length === ticket.messageIds.length ? ticket : { ...ticket, messageIds };
}
