import { custody } from "./custody.ts";
import type { TicketEvent } from "./event.ts";
import { explainRun, type ExplainedRun } from "./explain-run.ts";
import type { Ground } from "./explain-rungs.ts";
import { lateSentence } from "./lateness.ts";
import type { Letter, LetterState, Recipient } from "./letter.ts";
import { stepTitle } from "./sop.ts";
import { splitAge, type Split } from "./split.ts";
import type { Ticket, TicketPhase } from "./ticket.ts";
import type { Instant } from "./time.ts";
import { instant } from "./words.ts";

/** Where a ticket's time went and what was written about it. Plain data, as `--json` prints it. */
export interface Explanation {
  number: string;
  subject: string;
  unit: string;
  phase: TicketPhase;
  asOf: Instant;
  /** The overdue letter's sentence, or `""`. */
  late: string;
  runs: ExplainedRun[];
  split: Split;
  /** In the order they were sent or would have been. */
  letters: ExplainedLetter[];
  /** Deadlines that moved, with the reason. */
  remarks: { at: Instant; text: string }[];
}

/** What `explain` needs of a letter; a `Letter` is one. */
export type LetterOnRecord = Pick<
  Letter,
  "key" | "kind" | "state" | "plannedAt" | "sentAt" | "detail"
> & { to: Pick<Recipient, "role"> };

export interface ExplainedLetter {
  key: string;
  kind: string;
  role: string;
  state: LetterState;
  plannedAt: Instant;
  sentAt: Instant | null;
  detail: string;
}

/** Everything that can be said of a ticket's time, from what the journal holds. */
export function explain(
  ticket: Ticket,
  record: { events: readonly TicketEvent[]; letters: readonly LetterOnRecord[] },
  ground: Ground,
): Explanation {
  const { calendar, downtimes, policy, now } = ground;
  const { stepFiveCount } = policy;
  const held = custody(ticket, downtimes, now);
  return {
    number: ticket.number,
    subject: ticket.fields.subject,
    unit: ticket.fields.unit,
    phase: ticket.phase,
    asOf: now,
    late: lateSentence(ticket, calendar, downtimes, now, stepFiveCount),
    runs: ticket.runs.map((run) =>
      explainRun(ticket, run, held, { ...ground, events: record.events }),
    ),
    split: splitAge(ticket, calendar, downtimes, now, stepFiveCount),
    letters: record.letters
      .map(({ key, kind, to, state, plannedAt, sentAt, detail }) => ({
        key,
        kind,
        role: to.role,
        state,
        plannedAt,
        sentAt,
        detail,
      }))
      .toSorted((a, b) => (a.sentAt ?? a.plannedAt) - (b.sentAt ?? b.plannedAt)),
    remarks: record.events.flatMap((event) => remarkOf(event, calendar.zone)),
  };
}

function remarkOf(event: TicketEvent, zone: string): Explanation["remarks"] {
  if (event.type !== "due-changed") return [];
  const due = event.dueAt === null ? "tidak ada untuk sementara" : instant(event.dueAt, zone);
  return [{ at: event.at, text: `${stepTitle(event.step)}: batas kini ${due}; ${event.reason}` }];
}
