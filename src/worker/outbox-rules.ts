import type { Letter, LetterFacts, LetterKind } from "../desk/letter.ts";
import { currentRun, type Ticket } from "../desk/ticket.ts";
import { HOUR, MINUTE, type Duration, type Instant } from "../desk/time.ts";

/** Waits after the nth failed attempt; the last one repeats until the letter expires (DESIGN 7). */
const WAITS: readonly Duration[] = [1, 2, 5, 15, 30, 60].map((minutes) => minutes * MINUTE);

/** Between two tries at the mail server. */
export const LONGEST_WAIT: Duration = 60 * MINUTE;

export function nextTry(attempts: number, now: Instant): Instant {
  return now + (WAITS[Math.min(attempts, WAITS.length) - 1] ?? MINUTE);
}

/** A letter caused by the Sheet goes out on a reading no older than this. */
const FRESH_READING: Duration = 10 * MINUTE;

export function isReadingFresh(readAt: Instant | null, now: Instant): boolean {
  return readAt !== null && now - readAt <= FRESH_READING;
}

const LIFETIME: Duration = 24 * HOUR;

/** Counts only time in which the mail server could be reached, but for a deadline of its own. */
export function isExpired(letter: Letter, now: Instant): boolean {
  if (letter.expiresAt !== null && now > letter.expiresAt) return true;
  return letter.reachable > LIFETIME;
}

/** Kinds that after an ambiguous cut-off are presumed sent; the others go once more (DESIGN 7). */
const PRESUMED: ReadonlySet<Letter["kind"]> = new Set([
  "warning",
  "overdue",
  "escalation",
  "digest",
  "recap",
]);

export function isPresumedWhenUnsure(kind: Letter["kind"]): boolean {
  return PRESUMED.has(kind);
}

/** Why a planned letter has lost its cause, in Indonesian; undefined: it still holds. */
export function lostCause(letter: Letter, ticket: Ticket | undefined): string | undefined {
  const { facts } = letter;
  if (!ticket) return undefined;
  if (isAboutDeadline(facts)) {
    const run = currentRun(ticket, facts.step);
    const stands = run !== undefined && run.endedAt === null && run.dueAt === facts.dueAt;
    return stands && ticket.phase === "open"
      ? undefined
      : "langkah ini sudah berakhir atau batasnya berubah";
  }
  if (facts.kind === "assignment" || (facts.kind === "reassignment" && facts.side === "new")) {
    const isHead = letter.to.role !== "officer";
    const stillTheirs =
      isHead || ticket.assigned.length === 0 || ticket.assigned.includes(letter.to.name);
    const open = ticket.phase === "open" && stillTheirs;
    return open ? undefined : "penugasan ini sudah tidak berlaku";
  }
  if (facts.kind === "reassignment") {
    return ticket.assigned.includes(letter.to.name) ? "petugas ini bertugas kembali" : undefined;
  }
  if (facts.kind === "resolution" || facts.kind === "report") {
    return isDone(ticket) ? undefined : "aduan dikerjakan kembali";
  }
  if (facts.kind === "facts-request") {
    return ticket.phase === "open" ? undefined : "aduan sudah tidak terbuka";
  }
  if (facts.kind === "cancelled") {
    return ticket.phase === "cancelled" ? undefined : "aduan tidak jadi dibatalkan";
  }
  return undefined;
}

/** What such a letter says holds only while this very deadline runs. */
export function isAboutDeadline(facts: LetterFacts): facts is LetterFacts & { dueAt: Instant } & {
  kind: "warning" | "overdue" | "escalation" | "deadline-moved";
} {
  return DEADLINE_KINDS.has(facts.kind);
}

const DEADLINE_KINDS: ReadonlySet<LetterKind> = new Set([
  "warning",
  "overdue",
  "escalation",
  "deadline-moved",
]);

/** Closed, or repaired with its report still on the way. */
function isDone(ticket: Ticket): boolean {
  const report = currentRun(ticket, 6);
  return ticket.phase === "closed" || (report !== undefined && report.endedAt === null);
}
