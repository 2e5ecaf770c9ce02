import type { Complaint } from "./complaint.ts";
import type { Ticket } from "./ticket.ts";
import { HOUR, MINUTE } from "./time.ts";

/**
 * The open ticket that may be about the same: one unit within 4 hours, or one sender within 30
 * minutes. Only ever a hint for staff (DESIGN 8).
 */
export function similarTo(
  tickets: ReadonlyMap<string, Ticket>,
  complaint: Complaint,
): string | undefined {
  let latest: string | undefined;
  // Without a copy: after an outage thousands are open, and thousands are asked about.
  for (const one of tickets.values()) {
    if (one.phase === "open" && isSimilar(one, complaint)) latest = one.number;
  }
  return latest;
}

function isSimilar({ fields, complaint: known }: Ticket, complaint: Complaint): boolean {
  const apart = Math.abs(complaint.reportedAt - known.reportedAt);
  const sameUnit = complaint.unit !== "" && fields.unit === complaint.unit;
  const sameSender = complaint.email !== "" && fields.email === complaint.email;
  return (sameUnit && apart <= 4 * HOUR) || (sameSender && apart <= 30 * MINUTE);
}
