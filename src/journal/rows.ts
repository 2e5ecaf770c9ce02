import type { TicketEvent } from "../desk/event.ts";
import type { Letter } from "../desk/letter.ts";
import type { Ticket } from "../desk/ticket.ts";
import type { OtherMailLine } from "../worker/ports.ts";
import type { Tables } from "./schema.ts";

export function ticketRow(ticket: Ticket): Tables["tickets"] {
  return {
    number: ticket.number,
    phase: ticket.phase,
    opened_at: ticket.openedAt,
    phase_since: ticket.phaseSince,
    data: JSON.stringify(ticket),
  };
}

/** The serial is the id's last part: `JKD-2026-0042/17`. */
export function eventRow(event: TicketEvent): Tables["events"] {
  const seq = Number(event.id.slice(event.id.lastIndexOf("/") + 1));
  return {
    id: event.id,
    number: event.number,
    seq: Number.isInteger(seq) ? seq : 0,
    at: event.at,
    shown: 0,
    data: JSON.stringify(event),
  };
}

export function letterRow(letter: Letter): Tables["letters"] {
  return {
    key: letter.key,
    ticket: letter.ticket,
    state: letter.state,
    planned_at: letter.plannedAt,
    next_at: letter.nextAt,
    data: JSON.stringify(letter),
  };
}

export function otherMailRow(line: OtherMailLine): Tables["other_mail"] {
  return { mail_ref: line.mailRef, at: line.at, shown: 0, data: JSON.stringify(line) };
}

// A `data` column holds what the functions above wrote, nothing else.

export function ticketOf(row: { data: string }): Ticket {
  return JSON.parse(row.data);
}

export function eventOf(row: { data: string }): TicketEvent {
  return JSON.parse(row.data);
}

export function letterOf(row: { data: string }): Letter {
  return JSON.parse(row.data);
}

export function otherMailOf(row: { data: string }): OtherMailLine {
  return JSON.parse(row.data);
}
