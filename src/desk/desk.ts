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
  readonly #changed = new Set<string>();

  constructor(tickets: Iterable<Ticket>, memory: DeskMemory, world: World) {
    this.tickets = new Map([...tickets].map((ticket) => [ticket.number, ticket]));
    this.memory = memory;
    this.world = world;
  }

  /** Takes over what a draft decided. */
  keep(draft: Draft): void {
    if (draft.events.length === 0 && draft.letters.length === 0) return;
    this.tickets.set(draft.ticket.number, draft.ticket);
    if (draft.events.length > 0) this.#changed.add(draft.ticket.number);
    this.events.push(...draft.events);
    this.letters.push(...draft.letters);
  }

  /** Letters planned since there were so many wait for the operator's word. */
  holdLettersFrom(count: number): void {
    for (let at = count; at < this.letters.length; at++) {
      const letter = this.letters[at];
      if (letter) this.letters[at] = { ...letter, awaits: "accept" };
    }
  }

  result(): Decision {
    const { events, letters, memory, setAside, placed, mass } = this;
    const tickets = [...this.#changed].map((number) => this.tickets.get(number));
    return {
      events,
      letters,
      memory,
      setAside,
      placed,
      mass,
      tickets: tickets.filter((ticket) => ticket !== undefined),
    };
  }
}
