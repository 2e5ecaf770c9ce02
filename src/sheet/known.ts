import type { Ticket } from "../desk/ticket.ts";
import type { Instant } from "../desk/time.ts";
import type { Known } from "./identity.ts";
import { type LogRow, staffCells } from "./log-rows.ts";
import { freshEntry, type Memory } from "./memory.ts";
import { nearness } from "./nearness.ts";
import { instantMark, normal, printOf, type Witness } from "./witness.ts";

/** The content that a ticket's row has when the worker writes it. */
export function witnessOfTicket(ticket: Ticket, zone: string): Witness {
  const { fields, origin, complaint } = ticket;
  const time = fields.reportedAt ?? (origin === "typed" ? null : complaint.reportedAt);
  return {
    time: time === null ? "" : instantMark(time, zone),
    channel: normal(fields.channel),
    unit: normal(fields.unit),
    reporter: normal(fields.reporter),
    text: normal(fields.text).slice(0, 1000),
  };
}

/** Brings the memory up to the journal: new tickets, and claims that have become tickets. */
export function takeTickets(memory: Memory, tickets: readonly Ticket[], zone: string): Memory {
  const entries = { ...memory.tickets };
  const claims = { ...memory.claims };
  for (const ticket of tickets) {
    if (entries[ticket.number]) continue;
    const claim = claims[ticket.number];
    // A claim opens by its proof: a reading showed number and content on one row.
    entries[ticket.number] = claim
      ? { ...freshEntry(claim.witness), seen: true, confirmed: true }
      : freshEntry(witnessOfTicket(ticket, zone));
  }
  for (const { number } of tickets) delete claims[number];
  return { ...memory, tickets: entries, claims };
}

/** Births whose answer was lost may still show up. */
export function takeUnsure(memory: Memory, unsure: ReadonlyMap<string, number>): Memory {
  if (unsure.size === 0) return memory;
  const tickets = { ...memory.tickets };
  for (const [number, waiting] of unsure) {
    const entry = tickets[number];
    if (entry) tickets[number] = { ...entry, waiting };
  }
  return { ...memory, tickets };
}

/** Every ticket and claim that rows may belong to, tickets first. */
export function knownOf(memory: Memory): Known[] {
  const known: Known[] = Object.entries(memory.tickets).map(([number, entry]) => ({
    number,
    witness: entry.witness,
    confirmed: entry.confirmed,
    born: !entry.seen || entry.restoring,
    isClaim: false,
    question: entry.question,
    disowned: entry.disowned,
  }));
  for (const [number, claim] of Object.entries(memory.claims)) {
    known.push({
      number,
      witness: claim.witness,
      confirmed: false,
      born: false,
      isClaim: true,
      question: null,
      disowned: [],
    });
  }
  return known;
}

/**
 * The number cleared, or BARU or another number's OK typed, on a row that was asked about: that
 * content is not t's. Any other word there leaves the question open.
 */
export function takeAnswers(memory: Memory, rows: readonly LogRow[]): Memory {
  const asked = Object.entries(memory.tickets).filter(([, entry]) => entry.question !== null);
  if (asked.length === 0) return memory;
  const tickets = { ...memory.tickets };
  const byPrint = new Map<string, LogRow[]>();
  for (const row of rows) {
    const print = printOf(row.witness);
    byPrint.set(print, [...(byPrint.get(print) ?? []), row]);
  }
  for (const [number, entry] of asked) {
    const refused = (entry.question?.numbered ?? []).filter((content) => {
      const here = byPrint.get(printOf(content)) ?? [];
      const isAnswered = here.length > 0 && here.every((row) => isRefusal(row, number));
      return isAnswered && nearness(entry.witness, content) !== "equal";
    });
    if (refused.length === 0) continue;
    const question = { kind: entry.question?.kind ?? "isi lain", numbered: [] };
    tickets[number] = { ...entry, disowned: [...entry.disowned, ...refused].slice(-8), question };
  }
  return { ...memory, tickets };
}

function isRefusal(row: LogRow, number: string): boolean {
  return row.typed === "" || (row.word !== "" && row.number !== number);
}

/** A number with its own Kode that nobody knows is a claim whose record was lost on the way. */
export function adoptOrphans(memory: Memory, rows: readonly LogRow[], now: Instant): Memory {
  const claims = { ...memory.claims };
  for (const row of rows) {
    const { number, code, word } = row;
    if (number === "" || number !== code || word !== "") continue;
    if (memory.tickets[number] || claims[number]) continue;
    claims[number] = {
      witness: row.witness,
      firstSeen: now,
      missing: 0,
      twinOf: "",
      cells: staffCells(row),
    };
  }
  return { ...memory, claims };
}

/** Content as last accepted: what a person cleared still speaks for the row. */
export function merge(old: Witness, now: Witness): Witness {
  return {
    time: now.time || old.time,
    channel: now.channel || old.channel,
    unit: now.unit || old.unit,
    reporter: now.reporter || old.reporter,
    text: now.text || old.text,
  };
}
