import type { Calendar } from "../desk/calendar.ts";
import type { Letter, LetterKind } from "../desk/letter.ts";
import type { Ticket } from "../desk/ticket.ts";
import type { Instant } from "../desk/time.ts";

/**
 * What is read in the morning as well as at night: no step ends with it, and nobody who just wrote
 * waits for it. Receipts, results and reports go at once; rungs have hours of their own.
 */
const FOR_THE_DAY: ReadonlySet<LetterKind> = new Set([
  "facts-request",
  "assignment",
  "reassignment",
  "reply-received",
  "cancelled",
  "deadline-moved",
]);

/** The numbers of the complaints that a letter speaks of. */
export function aboutOf({ ticket, facts }: Letter): string[] {
  if (facts.kind === "grouped") return facts.items.map(({ number }) => number);
  return ticket === null ? [] : [ticket];
}

/**
 * When a letter may go that has to keep quiet now, between closing and opening (DESIGN 7);
 * undefined: at once. *Tinggi*, set or suggested, never waits.
 */
export function quietUntil(
  letter: Letter,
  tickets: readonly Ticket[],
  calendar: Calendar,
  now: Instant,
): Instant | undefined {
  const { facts, kind } = letter;
  if (!FOR_THE_DAY.has(facts.kind === "grouped" ? facts.of : kind)) return undefined;
  if (tickets.some(isHigh) || isDaytime(calendar, now)) return undefined;
  const opens = calendar.nextOpening(now);
  return Number.isFinite(opens) ? opens : undefined;
}

function isHigh({ fields, complaint }: Ticket): boolean {
  const { priority } = fields;
  return priority === "Tinggi" || (priority === "" && complaint.suggestion.priority === "Tinggi");
}

/** From opening to closing, breaks included. */
function isDaytime(calendar: Calendar, now: Instant): boolean {
  const day = calendar.localDate(now);
  const opening = calendar.openingOf(day);
  const closing = calendar.closingOf(day);
  return opening !== null && closing !== null && opening <= now && now < closing;
}
