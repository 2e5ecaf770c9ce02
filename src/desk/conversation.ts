import { certainUnit } from "./directory.ts";
import type { World } from "./draft.ts";
import { reopenEnd } from "./finish.ts";
import type { Message } from "./message.ts";
import type { Office } from "./office.ts";
import { numbersIn } from "./reference.ts";
import { addressIn } from "./people.ts";
import type { Ticket } from "./ticket.ts";

export type SenderRole = "reporter" | "staff" | "head" | "other";

export interface Belonging {
  /** The ticket that the message joins; absent: a new complaint. */
  ticket?: Ticket;
  /** A number that was named without being joined, for *Catatan Sistem*; absent: none. */
  mentioned?: string;
}

/**
 * Where a message belongs (DESIGN 8): it answers the thread, or names the number and its sender
 * takes part or is of the same unit. Otherwise it is a new complaint and learns nothing.
 */
export function belongsTo(
  message: Message,
  knownTicket: string | null,
  tickets: ReadonlyMap<string, Ticket>,
  world: World,
): Belonging {
  const threaded = tickets.get(knownTicket ?? "");
  if (threaded) return withinWindow(threaded, message, world);
  const named = numbersIn(`${message.subject}\n${message.newText}`, world.prefix).map(
    ({ year, serial }) => numberText(world.prefix, year, serial),
  );
  for (const number of named) {
    const ticket = tickets.get(number);
    if (!ticket || roleOf(message, ticket, world) === "other") continue;
    return withinWindow(ticket, message, world);
  }
  const mentioned = named[0] ?? knownTicket;
  return mentioned === null ? {} : { mentioned };
}

export function numberText(prefix: string, year: number, serial: number): string {
  return `${prefix}-${year}-${String(serial).padStart(4, "0")}`;
}

/** An answer later than the reopening window is a new complaint that mentions the old one. */
function withinWindow(ticket: Ticket, message: Message, world: World): Belonging {
  if (ticket.phase === "open") return { ticket };
  const until = reopenEnd({ world }, ticket.phaseSince);
  if (message.receivedAt <= until) return { ticket };
  if (message.verdict.thanks) return { ticket };
  return { mentioned: ticket.number };
}

/** Staff and heads by *Petugas*; the reporter's side by address, or by a unit that is certain. */
export function roleOf(message: Message, ticket: Ticket, { office }: World): SenderRole {
  const authors = message.authors.map((author) => author.address);
  // Staff report faults too: whoever a ticket's letters go to is its reporter.
  if (isReporter(ticket, authors)) return "reporter";
  const member = office.staff.find((each) => authors.includes(each.email.toLowerCase()));
  if (member) return member.role.startsWith("Kepala") ? "head" : "staff";
  if (authors.some((address) => ticket.participants.includes(address))) return "reporter";
  return authors.some((address) => isOfUnit(address, ticket.fields.unit, office))
    ? "reporter"
    : "other";
}

/** A free-mail domain, or one that stands for several units, proves no unit (DESIGN 8). */
function isOfUnit(address: string, unit: string, { units, policy }: Office): boolean {
  return certainUnit(address, units, policy.freeMailDomains)?.name === unit;
}

function isReporter({ fields }: Ticket, authors: readonly string[]): boolean {
  return authors.includes(addressIn(fields.email));
}
