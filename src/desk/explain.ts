import type { Calendar } from "./calendar.ts";
import { countedPieces, type CountedPiece } from "./counted.ts";
import { custody, type CustodyPiece, type Downtime } from "./custody.ts";
import { countOf, measureCounted } from "./deadline.ts";
import type { TicketEvent } from "./event.ts";
import { lateness, lateSentence } from "./lateness.ts";
import type { Letter, LetterState, Recipient } from "./letter.ts";
import type { StepFiveCount } from "./policy.ts";
import { stepTitle, type TimedStep } from "./sop.ts";
import { splitAge, type Split } from "./split.ts";
import type { Hold, Run, RunOutcome, Ticket, TicketPhase } from "./ticket.ts";
import type { Duration, Instant } from "./time.ts";

/** Where a run's time went: what counted, what did not, and why. Plain data, as `--json` prints it. */
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
  letters: ExplainedLetter[];
  /** Rungs that were passed over, and deadlines that moved, with the reason. */
  remarks: { at: Instant; text: string }[];
}

export interface ExplainedRun {
  round: number;
  step: TimedStep;
  /** `Langkah 3 – Identifikasi (dibuka kembali 1)` */
  title: string;
  startedAt: Instant;
  /** Where counting begins. */
  opensAt: Instant;
  limit: Duration;
  dueAt: Instant | null;
  endedAt: Instant | null;
  seenFrom: Instant | null;
  outcome: RunOutcome | null;
  reason: string;
  /** Counted time so far. */
  used: Duration;
  late: Duration;
  pieces: CountedPiece[];
}

/** What `explain` needs of a letter; a `Letter` is one. */
export type LetterOnRecord = Pick<Letter, "key" | "kind" | "state" | "sentAt" | "detail"> & {
  to: Pick<Recipient, "role">;
};

export interface ExplainedLetter {
  key: string;
  kind: string;
  role: string;
  state: LetterState;
  at: Instant | null;
  detail: string;
}

/** Everything that can be said of a ticket's time, from what the journal holds. */
export function explain(
  ticket: Ticket,
  events: readonly TicketEvent[],
  letters: readonly LetterOnRecord[],
  calendar: Calendar,
  downtimes: readonly Downtime[],
  now: Instant,
  stepFive: StepFiveCount = "hari kerja",
): Explanation {
  const held = custody(ticket, downtimes, now);
  return {
    number: ticket.number,
    subject: ticket.fields.subject,
    unit: ticket.fields.unit,
    phase: ticket.phase,
    asOf: now,
    late: lateSentence(ticket, calendar, downtimes, now, stepFive),
    runs: ticket.runs.map((run) => explainRun(run, calendar, held, stepFive, now)),
    split: splitAge(ticket, calendar, downtimes, now, stepFive),
    letters: letters.map(({ key, kind, to, state, sentAt, detail }) => ({
      key,
      kind,
      role: to.role,
      state,
      at: sentAt,
      detail,
    })),
    remarks: events.flatMap(remarkOf),
  };
}

function explainRun(
  run: Run,
  calendar: Calendar,
  held: readonly CustodyPiece[],
  stepFive: StepFiveCount,
  now: Instant,
): ExplainedRun {
  const count = countOf(run.step, stepFive);
  const end = run.endedAt ?? now;
  const pieces = countedPieces(calendar, count, run.startedAt, end)
    .flatMap((piece) => withoutOvernightStart(piece, calendar.nextOpening(run.startedAt)))
    .flatMap((piece) => cutByHolds(piece, run.holds, end));
  return {
    round: run.round,
    step: run.step,
    title: runTitle(run),
    startedAt: run.startedAt,
    opensAt: calendar.nextOpening(run.startedAt),
    limit: run.limit,
    dueAt: run.dueAt,
    endedAt: run.endedAt,
    seenFrom: run.seenFrom,
    outcome: run.outcome,
    reason: run.reason,
    used: pieces
      .filter((piece) => piece.counted)
      .reduce((sum, piece) => sum + measureCounted(calendar, count, piece.from, piece.to), 0),
    late:
      run.outcome === null || run.outcome === "late"
        ? lateness(run, calendar, held, stepFive, end).late
        : 0,
    pieces,
  };
}

function runTitle(run: Run): string {
  const again = run.round > 1 ? ` (dibuka kembali ${run.round - 1})` : "";
  return `${stepTitle(run.step)}${again}`;
}

/** Whatever counts on a working day, a run begins to count at an opening. */
function withoutOvernightStart(piece: CountedPiece, opens: Instant): CountedPiece[] {
  if (!piece.counted || opens <= piece.from) return [piece];
  const cut = Math.min(opens, piece.to);
  const before = { from: piece.from, to: cut, counted: false, why: "sebelum jam layanan" };
  return cut < piece.to ? [before, { ...piece, from: cut }] : [before];
}

function cutByHolds(piece: CountedPiece, holds: readonly Hold[], end: Instant): CountedPiece[] {
  if (!piece.counted) return [piece];
  const cut: CountedPiece[] = [];
  let start = piece.from;
  for (const hold of holds.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(start, hold.from);
    const to = Math.min(piece.to, hold.to ?? end);
    if (from >= to) continue;
    if (start < from) cut.push({ ...piece, from: start, to: from });
    cut.push({ from, to, counted: false, why: "batas waktu ditahan" });
    start = to;
  }
  if (start < piece.to) cut.push({ ...piece, from: start });
  return cut;
}

function remarkOf(event: TicketEvent): Explanation["remarks"] {
  if (event.type === "rung" && event.how === "skipped") {
    const text = `${stepTitle(event.step)}: ${event.rung} tidak dikirim, ${event.reason}`;
    return [{ at: event.at, text }];
  }
  if (event.type === "due-changed") {
    return [{ at: event.at, text: `${stepTitle(event.step)}: batas berubah, ${event.reason}` }];
  }
  return [];
}
