import type { EventBody, TicketEvent } from "./event.ts";
import type { Run, Stretch, Ticket } from "./ticket.ts";

/**
 * The ticket after an event. The only function that changes tickets; folding all events of a
 * number gives the stored ticket.
 */
export function evolve(ticket: Ticket | undefined, event: TicketEvent): Ticket {
  if (event.type === "opened") return opened(event);
  if (ticket === undefined) {
    throw new TypeError(`Cannot evolve "${event.number}": event "${event.type}" before "opened"`);
  }
  return { ...ticket, ...changes(ticket, event), seq: ticket.seq + 1 };
}

function opened(event: TicketEvent & { type: "opened" }): Ticket {
  return {
    number: event.number,
    origin: event.origin,
    complaint: event.complaint,
    fields: event.fields,
    openedAt: event.at,
    phase: "open",
    phaseSince: event.at,
    round: 1,
    roundSince: event.at,
    runs: [],
    stretches: [{ from: event.at, status: event.fields.status, officers: [] }],
    messageIds: event.messageId === "" ? [] : [event.messageId],
    mailRefs: event.mailRef === "" ? [] : [event.mailRef],
    participants: event.participants,
    lastMessage: null,
    lastLetter: null,
    notes: {},
    counters: { assignment: 0, reply: 0, update: 0 },
    replyToldAt: null,
    assigned: [],
    seq: 1,
  };
}

function changes(ticket: Ticket, event: TicketEvent): Partial<Ticket> {
  switch (event.type) {
    case "run-started":
      return { runs: [...ticket.runs, event.run] };
    case "run-ended": {
      const { endedAt, seenFrom, outcome, reason } = event;
      return { runs: onRun(ticket, event, () => ({ endedAt, seenFrom, outcome, reason })) };
    }
    case "due-changed": {
      const { dueAt, limit, policy, startedAt, holds } = event;
      const dated = { dueAt, limit, policy, ...(holds === undefined ? {} : { holds }) };
      if (startedAt === undefined) return { runs: onRun(ticket, event, () => dated) };
      return {
        runs: onRun(ticket, event, () => ({ ...dated, startedAt })),
        complaint: { ...ticket.complaint, reportedAt: startedAt },
      };
    }
    case "held":
      return {
        runs: onRun(ticket, event, (run) => ({
          holds: [...run.holds, { from: event.from, to: null }],
          dueAt: null,
        })),
      };
    case "released":
      return {
        runs: onRun(ticket, event, (run) => ({
          holds: run.holds.map((hold) => (hold.to === null ? { ...hold, to: event.to } : hold)),
        })),
      };
    case "rung": {
      const mark = { rung: event.rung, at: event.at, how: event.how };
      return { runs: onRun(ticket, event, (run) => ({ rungs: [...run.rungs, mark] })) };
    }
    case "changed":
      return changed(ticket, event);
    case "message-joined":
      return joined(ticket, event);
    case "reply-told":
      return { ...told(ticket, event.at), untold: null };
    case "assigned":
      return {
        assigned: event.officers,
        stretches: stretched(ticket, event.at, { officers: event.officers }),
        counters: { ...ticket.counters, assignment: ticket.counters.assignment + 1 },
      };
    case "reopened":
      return {
        phase: "open",
        phaseSince: event.at,
        round: event.round,
        roundSince: event.since,
        stretches: stretched(ticket, event.since, { status: "Baru" }),
      };
    case "closed":
      return { phase: "closed", phaseSince: event.closedAt };
    case "cancelled":
      return { phase: "cancelled", phaseSince: event.cancelledAt };
    case "resumed":
      return { phase: "open", phaseSince: event.at };
    case "noted":
      return { notes: noted(ticket, event.name, event.text) };
    case "letter":
      return {
        lastLetter: { at: event.at, text: event.text },
        messageIds: withNew(ticket.messageIds, event.messageId),
      };
    case "opened":
      throw new TypeError(`Cannot evolve "${ticket.number}": it is open already`);
    default:
      return unreachable(event);
  }
}

function changed(ticket: Ticket, event: TicketEvent & { type: "changed" }): Partial<Ticket> {
  const fields = { ...ticket.fields, [event.field]: event.value };
  if (event.field !== "status") return { fields };
  const change = { status: fields.status, seenFrom: event.seenFrom };
  return { fields, stretches: stretched(ticket, event.seenAt, change) };
}

function joined(ticket: Ticket, event: TicketEvent & { type: "message-joined" }): Partial<Ticket> {
  const later = event.deferred === true ? { ...event.message, mailRef: event.mailRef } : undefined;
  return {
    lastMessage: event.message,
    messageIds: withNew(ticket.messageIds, event.messageId),
    mailRefs: withNew(ticket.mailRefs, event.mailRef),
    participants: event.participants.reduce(withNew, ticket.participants),
    ...(later ? { untold: later } : {}),
    ...(event.toldOfficer ? { ...told(ticket, event.at), untold: null } : {}),
  };
}

function told({ counters }: Ticket, at: number): Pick<Ticket, "replyToldAt" | "counters"> {
  return { replyToldAt: at, counters: { ...counters, reply: counters.reply + 1 } };
}

/** Only the latest run of a step in a round is ever changed. */
function onRun(
  ticket: Ticket,
  { round, step }: { round: number; step: number },
  change: (run: Run) => Partial<Run>,
): Run[] {
  const index = ticket.runs.findLastIndex((run) => run.round === round && run.step === step);
  return ticket.runs.map((run, at) => (at === index ? { ...run, ...change(run) } : run));
}

function stretched(ticket: Ticket, from: number, change: Partial<Stretch>): Stretch[] {
  const last = ticket.stretches.at(-1);
  const next = { status: ticket.fields.status, officers: [], ...last, ...change };
  const start = Math.max(from, last?.from ?? from);
  return [...ticket.stretches, { ...next, from: start }];
}

function noted(ticket: Ticket, name: string, text: string): Record<string, string> {
  const { [name]: _old, ...others } = ticket.notes;
  return text === "" ? others : { ...others, [name]: text };
}

function withNew(list: string[], value: string): string[] {
  return value === "" || list.includes(value) ? list : [...list, value];
}

function unreachable(value: never): never {
  throw new TypeError(`Cannot evolve: received ${JSON.stringify(value satisfies EventBody)}`);
}
