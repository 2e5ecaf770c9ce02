import type { Draft, World } from "./draft.ts";
import type { TicketEvent } from "./event.ts";
import type { LetterPlan } from "./letter.ts";
import type { Numbering } from "./numbering.ts";
import type { Answered } from "./quota.ts";
import type { Settling } from "./settle.ts";
import type { Ticket } from "./ticket.ts";

/** Everything that decisions remember beside the tickets; plain JSON, stored with them. */
export interface DeskMemory extends Numbering {
  settling: Settling;
  answered: Answered[];
}

export const EMPTY_MEMORY: DeskMemory = { serials: {}, settling: {}, answered: [] };

/** A message that became no ticket: one line in *Surat Lain*, and why. */
export interface SetAside {
  mailRef: string;
  at: number;
  from: string;
  subject: string;
  class: string;
  reason: string;
}

/** More tickets finished or reassigned in one reading than people do by hand (DESIGN 5.3). */
export interface MassChange {
  changed: number;
  open: number;
}

export interface Decision {
  events: TicketEvent[];
  /** Every ticket that changed, as it now stands. */
  tickets: Ticket[];
  letters: LetterPlan[];
  memory: DeskMemory;
  setAside: SetAside[];
  /** Which ticket each mail reference or response id belongs to; null: none. */
  placed: { source: string; ticket: string | null }[];
  /** Its letters wait for `accept`; null: none. */
  mass: MassChange | null;
}

/** A decision in the making: tickets as they stand after the observations so far. */
export class Desk {
  readonly tickets: Map<string, Ticket>;
  readonly world: World;
  memory: DeskMemory;
  readonly events: TicketEvent[] = [];
  readonly letters: LetterPlan[] = [];
  mass: MassChange | null = null;
  readonly setAside: SetAside[] = [];
  readonly placed: { source: string; ticket: string | null }[] = [];
  readonly #changed = new Map<string, Ticket>();

  constructor(tickets: Iterable<Ticket>, memory: DeskMemory, world: World) {
    this.tickets = new Map([...tickets].map((ticket) => [ticket.number, ticket]));
    this.memory = memory;
    this.world = world;
  }

  /** Takes over what a draft decided. */
  keep({ ticket, events, letters }: Draft): void {
    this.events.push(...events);
    this.letters.push(...letters);
    if (events.length === 0) return;
    this.tickets.set(ticket.number, ticket);
    this.#changed.set(ticket.number, ticket);
  }

  /** Letters planned since there were so many wait for the operator's word. */
  holdLettersFrom(count: number): void {
    for (const letter of this.letters.splice(count)) {
      this.letters.push({ ...letter, awaits: "accept" });
    }
  }

  result(): Decision {
    const { events, letters, memory, setAside, placed, mass } = this;
    return {
      events,
      letters,
      memory,
      setAside,
      placed,
      mass,
      tickets: [...this.#changed.values()],
    };
  }
}
