import type { Calendar } from "./calendar.ts";
import { custody, type CustodyPiece, type Downtime } from "./custody.ts";
import { daysOffWords } from "./days-off-words.ts";
import { countOf, measureCounted } from "./deadline.ts";
import type { StepFiveCount } from "./policy.ts";
import type { Run, Ticket } from "./ticket.ts";
import { MINUTE, type Duration, type Instant } from "./time.ts";
import { durationWords } from "./words.ts";

/** How late a run is and, in the same time, why; the causes add up to it. */
export interface Lateness {
  late: Duration;
  causes: { why: string; length: Duration }[];
}

/**
 * The overdue letter's and the row's one sentence, of the run that is late: an open one before an
 * ended one, the latest step before an earlier; `""` when none is.
 * `Terlambat 2 jam 10 menit: 1 jam 40 menit menunggu penyedia internet, …`
 */
export function lateSentence(
  ticket: Ticket,
  calendar: Calendar,
  downtimes: readonly Downtime[],
  now: Instant,
  stepFive: StepFiveCount = "hari kerja",
): string {
  const run = lateRun(ticket, now);
  if (run === undefined) return "";
  const end = run.endedAt ?? now;
  const { late, causes } = lateness(run, calendar, custody(ticket, downtimes, end), stepFive, end);
  const minutes = wholeMinutes(late, causes);
  const [only, ...others] = minutes;
  // One cause alone is as long as the lateness: the same figure twice tells nothing.
  const parts =
    only !== undefined && others.length === 0
      ? `seluruhnya ${only.why}`
      : minutes.map(({ why, length }) => `${durationWords(length)} ${why}`).join(", ");
  const off =
    countOf(run.step, stepFive) === "jam dinding" ? "" : daysOffWords(calendar, run.startedAt, end);
  const because = parts === "" ? "" : `: ${parts}`;
  return `Terlambat ${durationWords(late)}${because}${off === "" ? "" : `; ${off} tidak dihitung`}`;
}

/** A cell that told every minute would be written every minute. */
const ROW_EVERY = 10 * MINUTE;

/**
 * The same sentence for *Catatan Sistem*, as of the last full ten minutes past a deadline that
 * still runs; nothing is said of steps that have ended.
 */
export function rowLateSentence(
  ticket: Ticket,
  calendar: Calendar,
  downtimes: readonly Downtime[],
  now: Instant,
  stepFive: StepFiveCount = "hari kerja",
): string {
  const run = lateRun(ticket, now);
  if (ticket.phase !== "open" || run?.endedAt !== null || run.dueAt === null) return "";
  const full = run.dueAt + Math.floor((now - run.dueAt) / ROW_EVERY) * ROW_EVERY;
  return lateSentence(ticket, calendar, downtimes, full, stepFive);
}

/** Late means after the deadline; an ended run is late when it was found to be. */
function lateRun(ticket: Ticket, now: Instant): Run | undefined {
  const ofRound = ticket.runs
    .filter((run) => run.round === ticket.round)
    .toSorted((a, b) => b.step - a.step);
  return (
    ofRound.find((run) => run.endedAt === null && run.dueAt !== null && now > run.dueAt) ??
    ofRound.find((run) => run.outcome === "late")
  );
}

/**
 * What made a run late. Its limit is used up first by what was in our own hands, from the start,
 * and only then by waits; what is left over of each is the lateness.
 */
export function lateness(
  run: Run,
  calendar: Calendar,
  held: readonly CustodyPiece[],
  stepFive: StepFiveCount,
  end: Instant,
): Lateness {
  if (run.dueAt === null || end <= run.dueAt) return { late: 0, causes: [] };
  const count = countOf(run.step, stepFive);
  const measure = (from: Instant, to: Instant) => measureCounted(calendar, count, from, to);
  const late = measure(run.dueAt, end);
  const opens = calendar.nextOpening(run.startedAt);
  const used = held.flatMap((piece) =>
    withoutHolds(run, Math.max(opens, piece.from), Math.min(end, piece.to)).map(({ from, to }) => ({
      why: piece.why,
      isOurs: piece.holder === "ours" || piece.holder === "unassigned",
      length: measure(from, to),
    })),
  );

  let allowance = Math.max(0, used.reduce((sum, each) => sum + each.length, 0) - late);
  for (const isOurs of [true, false]) {
    for (const each of used.filter((one) => one.isOurs === isOurs)) {
      const covered = Math.min(allowance, each.length);
      each.length -= covered;
      allowance -= covered;
    }
  }
  const lengths = new Map<string, Duration>();
  for (const { why, length } of used) {
    if (length > 0) lengths.set(why, (lengths.get(why) ?? 0) + length);
  }
  const causes = [...lengths].map(([why, length]) => ({ why, length }));
  return { late, causes: causes.toSorted((a, b) => b.length - a.length) };
}

/** [from, to) without the time the run was held. */
function withoutHolds(run: Run, from: Instant, to: Instant): { from: Instant; to: Instant }[] {
  const free: { from: Instant; to: Instant }[] = [];
  let start = from;
  for (const hold of run.holds.toSorted((a, b) => a.from - b.from)) {
    if (start < Math.min(hold.from, to)) free.push({ from: start, to: Math.min(hold.from, to) });
    start = Math.max(start, hold.to ?? to);
  }
  if (start < to) free.push({ from: start, to });
  return free;
}

/** Lengths in whole minutes that still add up to the whole's minutes. */
export function wholeMinutes(
  whole: Duration,
  causes: readonly { why: string; length: Duration }[],
): { why: string; length: Duration }[] {
  const rounded = causes.map(({ why, length }) => ({
    why,
    length: length - (length % MINUTE),
    rest: length % MINUTE,
  }));
  let missing = whole - (whole % MINUTE) - rounded.reduce((sum, each) => sum + each.length, 0);
  for (const each of rounded.toSorted((a, b) => b.rest - a.rest)) {
    if (missing <= 0) break;
    each.length += MINUTE;
    missing -= MINUTE;
  }
  return rounded.filter((each) => each.length > 0);
}

/**
 * Counted time past the deadlines of steps 4 and 5, for each officer only while the ticket was in
 * his hands: who takes over a late ticket does not inherit the lateness.
 */
export function lateByOfficer(
  ticket: Ticket,
  calendar: Calendar,
  held: readonly CustodyPiece[],
  stepFive: StepFiveCount,
  end: Instant,
): Record<string, Duration> {
  const late = new Map<string, Duration>();
  for (const run of ticket.runs) {
    if (run.step < 4 || run.step > 5 || run.dueAt === null) continue;
    if (run.outcome !== null && run.outcome !== "late") continue;
    for (const piece of held) {
      if (piece.holder !== "ours") continue;
      const from = Math.max(run.dueAt, piece.from);
      const to = Math.min(run.endedAt ?? end, piece.to);
      if (from >= to) continue;
      const length = measureCounted(calendar, countOf(run.step, stepFive), from, to);
      for (const name of piece.officers) late.set(name, (late.get(name) ?? 0) + length);
    }
  }
  return Object.fromEntries([...late].filter(([, length]) => length > 0));
}
