import type { Calendar } from "./calendar.ts";
import { countedPieces } from "./counted.ts";
import { custody, type CustodyPiece, type Downtime } from "./custody.ts";
import { lateByOfficer } from "./lateness.ts";
import type { StepFiveCount } from "./policy.ts";
import type { Ticket } from "./ticket.ts";
import type { Duration, Instant } from "./time.ts";

/**
 * What a ticket's age is made of. `closedHours` is all time in which the office owed nothing: out
 * of hours, or while the ticket was closed or cancelled.
 */
export const PARTS = [
  "ours",
  "thirdParty",
  "waitingReporter",
  "closedHours",
  "unassigned",
  "downtime",
] as const;
export type Part = (typeof PARTS)[number];

export const PART_WORDS: Record<Part, string> = {
  ours: "penanganan petugas",
  thirdParty: "menunggu pihak ketiga",
  waitingReporter: "menunggu pelapor",
  closedHours: "di luar jam layanan",
  unassigned: "belum ditugaskan",
  downtime: "gangguan sistem aduan",
};

export interface SplitStretch {
  from: Instant;
  to: Instant;
  part: Part;
  /** In Indonesian: `istirahat`, `Hari Suci Nyepi …`, `menunggu penyedia internet`. */
  why: string;
}

/** The parts add up to `age` to the millisecond; the stretches follow each other without gaps. */
export interface Split extends Record<Part, Duration> {
  age: Duration;
  stretches: SplitStretch[];
  /** Counted time past the deadline of steps 4 and 5 while the ticket was in a person's hands. */
  lateByOfficer: Record<string, Duration>;
}

/** A ticket's age from its report until now, or until it was closed or cancelled. */
export function splitAge(
  ticket: Ticket,
  calendar: Calendar,
  downtimes: readonly Downtime[],
  until: Instant,
  stepFive: StepFiveCount = "hari kerja",
): Split {
  const end = endOfAge(ticket, until);
  const held = custody(ticket, downtimes, end);
  const stretches = joined(held.flatMap((piece) => overlay(calendar, piece)));
  const split: Split = {
    ours: 0,
    thirdParty: 0,
    waitingReporter: 0,
    closedHours: 0,
    unassigned: 0,
    downtime: 0,
    age: Math.max(0, end - ticket.complaint.reportedAt),
    stretches,
    lateByOfficer: lateByOfficer(ticket, calendar, held, stepFive, end),
  };
  for (const { part, from, to } of stretches) split[part] += to - from;
  return split;
}

/** An open ticket ages until now, any other until its phase began. */
export function endOfAge(ticket: Ticket, until: Instant): Instant {
  return ticket.phase === "open" ? until : Math.min(until, ticket.phaseSince);
}

function overlay(calendar: Calendar, piece: CustodyPiece): SplitStretch[] {
  const { from, to, holder, why } = piece;
  if (holder === "nobody") return [{ from, to, part: "closedHours", why }];
  return countedPieces(calendar, "jam kerja", from, to).map((each) => ({
    from: each.from,
    to: each.to,
    part: each.counted ? holder : "closedHours",
    why: each.counted ? why : each.why,
  }));
}

function joined(stretches: readonly SplitStretch[]): SplitStretch[] {
  const found: SplitStretch[] = [];
  for (const stretch of stretches) {
    const last = found.at(-1);
    if (last?.part === stretch.part && last.why === stretch.why) last.to = stretch.to;
    else found.push({ ...stretch });
  }
  return found;
}
