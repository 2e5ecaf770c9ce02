import type { Calendar } from "./calendar.ts";
import type { Ticket } from "./ticket.ts";

/** Typed rows older than this were written down afterwards (DESIGN 13, B065). */
const WORKING_DAYS = 2;

const NOTE = "susulan";

/** Typed so long after its report that the ladder has nothing to say about the time before. */
export function isLateEntry(
  { origin, complaint, openedAt }: Pick<Ticket, "origin" | "complaint" | "openedAt">,
  calendar: Calendar,
): boolean {
  if (origin !== "typed") return false;
  const last = calendar.addWorkingDays(calendar.localDate(complaint.reportedAt), WORKING_DAYS);
  return last < calendar.localDate(openedAt);
}

/** The note that a row was finished long before it was typed: it is logged and nobody is written to. */
export const DONE_BEFORE = {
  name: NOTE,
  text: "Aduan lama yang sudah selesai: dicatat tanpa surat.",
} as const;

export function wasDoneBefore({ notes, round }: Ticket): boolean {
  return round === 1 && notes[NOTE] !== undefined;
}
