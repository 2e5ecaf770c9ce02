import type { Calendar } from "./calendar.ts";
import type { Downtime } from "./custody.ts";
import type { Actor, EventBody, TicketEvent } from "./event.ts";
import { evolve } from "./evolve.ts";
import type { LetterPlan } from "./letter.ts";
import type { Office } from "./office.ts";
import type { Ticket } from "./ticket.ts";
import type { Instant } from "./time.ts";

/** What every decision needs beside the ticket; fixed for one call of `decide`. */
export interface World {
  office: Office;
  calendar: Calendar;
  /** Digest of the policy that deadlines are computed with. */
  policy: string;
  prefix: string;
  /** OPERATOR_EMAIL: the helpdesk when *Petugas* names no Admin. */
  operator: string;
  now: Instant;
  downtimes: readonly Downtime[];
  /** Observation gaps: when the Sheet could be neither read nor written, for whatever reason. */
  gaps: readonly Downtime[];
}

/** A ticket being decided on: each event is applied at once, so that the next rule sees it. */
export class Draft {
  ticket: Ticket;
  readonly events: TicketEvent[] = [];
  readonly letters: LetterPlan[] = [];
  readonly world: World;

  constructor(ticket: Ticket, world: World) {
    this.ticket = ticket;
    this.world = world;
  }

  /** Opens a ticket: the one event that needs none before it. */
  static open(number: string, body: EventBody & { type: "opened" }, world: World): Draft {
    const event = { id: `${number}/1`, number, at: world.now, by: "sistem", ...body };
    const draft = new Draft(evolve(undefined, event), world);
    draft.events.push(event);
    return draft;
  }

  emit(body: EventBody, by: Actor = "sistem"): void {
    const { number, seq } = this.ticket;
    const event = { id: `${number}/${seq + 1}`, number, at: this.world.now, by, ...body };
    this.ticket = evolve(this.ticket, event);
    this.events.push(event);
  }

  /** A sticky sentence in *Catatan Sistem*; nothing happens when it stands there already. */
  note(name: string, text: string): void {
    if ((this.ticket.notes[name] ?? "") !== text) this.emit({ type: "noted", name, text });
  }

  plan(letter: LetterPlan): void {
    this.letters.push(letter);
  }
}
