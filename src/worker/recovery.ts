import type { DeskMemory } from "../desk/desk.ts";
import type { Letter, LetterState } from "../desk/letter.ts";
import type { Office } from "../desk/office.ts";
import type { Ticket } from "../desk/ticket.ts";
import type { Keeper } from "./keeper.ts";

/*
 * What *Sistem* holds, so that `recover` can rebuild a lost journal from the log and from it
 * (DESIGN 11, "Lost disk"). Everything about people stands in the log already; here they are named
 * by their line in *Petugas*, and a reporter by his ticket.
 */

/** Line `JKD-2026-0042`, as JSON. */
export interface TicketRecovery {
  origin: Ticket["origin"];
  openedAt: number;
  round: number;
  roundSince: number;
  /** Serial of its last event: a new one must not repeat an id of *Riwayat*. */
  seq: number;
  counters: Ticket["counters"];
  runs: Ticket["runs"];
  /** Readable lines of *Petugas*, counted from 1. */
  assigned: number[];
  /** Keys under which its mails and form answers are known. */
  sources: string[];
  /** Letters that need not be sent again: key, state, and who got it. */
  letters: [key: string, state: LetterState, to: string][];
}

/** Sources that are nobody's address: where a message stood, which thread it belongs to. */
const SOURCES = ["uid:", "mid:", "form:"];

const OVER: ReadonlySet<LetterState> = new Set([
  "sent",
  "unsure",
  "presumed",
  "failed",
  "bounced",
  "expired",
  "tested",
  "suppressed",
  "grouped",
]);

/** Responses of a form within the overlap of its cursor. */
const RESPONSES = 50;

/** Every line that *Sistem* should hold now, by name. */
export async function recoveryOf(keeper: Keeper): Promise<Record<string, string>> {
  const lines: Record<string, string> = await cursorLines(keeper);
  for (const ticket of keeper.tickets.values()) {
    if (ticket.phase === "open") {
      lines[ticket.number] = JSON.stringify(await ticketRecovery(keeper, ticket));
    }
  }
  return lines;
}

async function cursorLines({ ports: { journal } }: Keeper): Promise<Record<string, string>> {
  const mail = (await journal.state<unknown>("mail")) ?? null;
  const form = await journal.state<{ seen?: Record<string, string> }>("form");
  const desk = await journal.state<DeskMemory>("desk");
  const seen = Object.entries(form?.seen ?? {}).slice(-RESPONSES);
  return {
    mail: JSON.stringify(mail),
    form: JSON.stringify(form ? { ...form, seen: Object.fromEntries(seen) } : null),
    serials: JSON.stringify(desk?.serials ?? {}),
  };
}

async function ticketRecovery(
  { ports: { journal }, office }: Keeper,
  ticket: Ticket,
): Promise<TicketRecovery> {
  const { number, origin, openedAt, round, roundSince, seq, counters, runs, assigned } = ticket;
  const sources = await journal.sourcesOf(number);
  const letters = await journal.lettersOf(number);
  return {
    origin,
    openedAt,
    round,
    roundSince,
    seq,
    counters,
    runs,
    assigned: assigned.map((name) => staffLine(office, (member) => member.name === name)),
    sources: sources.filter((key) => SOURCES.some((kind) => key.startsWith(kind))),
    letters: letters
      .filter(({ state }) => OVER.has(state))
      .map((letter) => [letter.key, letter.state, recipientOf(letter, office)]),
  };
}

function recipientOf({ to }: Letter, office: Office): string {
  if (to.role === "reporter") return "reporter";
  const line = staffLine(office, ({ email }) => email.toLowerCase() === to.address.toLowerCase());
  return line > 0 ? `${to.role}/${line}` : to.role;
}

/** 0: nobody there. */
function staffLine(office: Office, is: (member: Office["staff"][number]) => boolean): number {
  return office.staff.findIndex(is) + 1;
}
