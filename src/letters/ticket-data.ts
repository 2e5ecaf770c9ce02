import type { Ticket } from "../desk/ticket.ts";
import { longInstant } from "../desk/words.ts";
import { commonData, type CommonData, type Context } from "./context.ts";
import { listWords, oneLine, shorten } from "./values.ts";

/** What the templates of letters about one complaint may mention; `""` where nothing is known. */
export interface TicketData extends CommonData {
  number: string;
  /** `Internet mati, Kecamatan Dawe`: the tail of every subject. */
  topic: string;
  title: string;
  unit: string;
  place: string;
  reporter: string;
  phone: string;
  channel: string;
  request: boolean;
  reportedAt: string;
  summary: string;
  category: string;
  priority: string;
  suspectedCause: string;
  visit: string;
  officers: string;
  cause: string;
  result: string;
  remark: string;
}

export function ticketData(context: Context): TicketData {
  const ticket = ticketOf(context);
  const { fields, complaint } = ticket;
  return {
    ...commonData(context),
    number: ticket.number,
    topic: topicOf(ticket),
    title: titleOf(ticket),
    unit: shorten(fields.unit, 120),
    place: shorten(fields.place, 160),
    reporter: shorten(fields.reporter, 80),
    phone: shorten(fields.phone, 40),
    channel: fields.channel === "" ? complaint.channel : fields.channel,
    request: fields.kind === "Permintaan",
    reportedAt: longInstant(fields.reportedAt ?? complaint.reportedAt, context.calendar.zone),
    summary: shorten(fields.text, 300),
    category: fields.category,
    priority: fields.priority,
    suspectedCause: shorten(fields.suspectedCause, 200),
    visit: fields.visit,
    officers: officersOf(ticket),
    cause: shorten(fields.cause, 300),
    result: shorten(fields.result, 600),
    remark: shorten(fields.remark, 300),
  };
}

/** Throws RangeError: a letter about a complaint was planned without one. */
export function ticketOf({ ticket, letter }: Context): Ticket {
  if (ticket === null) throw new RangeError(`Cannot render "${letter.key}": it needs its ticket`);
  return ticket;
}

/** The short title of a complaint in letters and digests. */
export function titleOf({ fields, complaint }: Ticket): string {
  return shorten(oneLine(fields.subject) || complaint.subject || fields.text, 80);
}

/** Short enough to leave room for the rest of a subject. */
export function topicOf(ticket: Ticket): string {
  const what = ticket.fields.category === "" ? titleOf(ticket) : ticket.fields.category;
  return [shorten(what, 44), shorten(ticket.fields.unit, 44)]
    .filter((part) => part !== "")
    .join(", ");
}

function officersOf({ assigned, fields }: Ticket): string {
  return assigned.length > 0 ? listWords(assigned.map(oneLine)) : shorten(fields.officers, 120);
}
