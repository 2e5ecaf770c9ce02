import type { Calendar } from "./calendar.ts";
import { countedPieces, type CountedPiece } from "./counted.ts";
import type { CustodyPiece } from "./custody.ts";
import { countOf, measureCounted } from "./deadline.ts";
import { explainRungs, type ExplainedRung, type RunGround } from "./explain-rungs.ts";
import { lateness } from "./lateness.ts";
import { stepTitle, type TimedStep } from "./sop.ts";
import type { Run, RunOutcome, Ticket } from "./ticket.ts";
import type { Duration, Instant } from "./time.ts";

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
  /** What the lateness consists of; adds up to it. */
  causes: { why: string; length: Duration }[];
  /** `why` of what counts: in whose hands the ticket lay. */
  pieces: CountedPiece[];
  rungs: ExplainedRung[];
}

/** One step of one round, from its start to its end or to now. */
export function explainRun(
  ticket: Ticket,
  run: Run,
  held: readonly CustodyPiece[],
  ground: RunGround,
): ExplainedRun {
  const { calendar, policy, now } = ground;
  const count = countOf(run.step, policy.stepFiveCount);
  const end = run.endedAt ?? now;
  const opens = calendar.nextOpening(run.startedAt);
  const pieces = countedPieces(calendar, count, run.startedAt, end)
    .flatMap((piece) => withoutOvernightStart(piece, opens))
    .flatMap((piece) => cutByHolds(piece, run, end))
    .flatMap((piece) => cutByHands(piece, held));
  const isLate = run.outcome === null || run.outcome === "late";
  const { late, causes } = isLate
    ? lateness(run, calendar, held, policy.stepFiveCount, end)
    : { late: 0, causes: [] };
  return {
    round: run.round,
    step: run.step,
    title: runTitle(run),
    startedAt: run.startedAt,
    opensAt: opens,
    limit: run.limit,
    dueAt: run.dueAt,
    endedAt: run.endedAt,
    seenFrom: run.seenFrom,
    outcome: run.outcome,
    reason: run.reason,
    used: countedTime(pieces, calendar, count),
    late,
    causes,
    pieces,
    rungs: explainRungs(ticket, run, ground),
  };
}

function countedTime(
  pieces: readonly CountedPiece[],
  calendar: Calendar,
  count: ReturnType<typeof countOf>,
): Duration {
  return pieces
    .filter((piece) => piece.counted)
    .reduce((sum, { from, to }) => sum + measureCounted(calendar, count, from, to), 0);
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

function cutByHolds(piece: CountedPiece, { step, holds }: Run, end: Instant): CountedPiece[] {
  if (!piece.counted) return [piece];
  const why = step === 3 ? "menunggu pelapor" : "menunggu pihak ketiga";
  const cut: CountedPiece[] = [];
  let start = piece.from;
  for (const hold of holds.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(start, hold.from);
    const to = Math.min(piece.to, hold.to ?? end);
    if (from >= to) continue;
    if (start < from) cut.push({ ...piece, from: start, to: from });
    cut.push({ from, to, counted: false, why });
    start = to;
  }
  if (start < piece.to) cut.push({ ...piece, from: start });
  return cut;
}

/** What counts is told apart by who had the ticket: the office, a third party, the system. */
function cutByHands(piece: CountedPiece, held: readonly CustodyPiece[]): CountedPiece[] {
  if (!piece.counted) return [piece];
  return held.flatMap(({ from, to, why }) => {
    const cut = { from: Math.max(piece.from, from), to: Math.min(piece.to, to) };
    return cut.from < cut.to ? [{ ...piece, ...cut, why }] : [];
  });
}
