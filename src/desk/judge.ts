import type { Downtime } from "./custody.ts";
import type { Run, RunOutcome } from "./ticket.ts";
import { MINUTE, type Instant } from "./time.ts";

/** An observation gap longer than this leaves a deadline inside it unmeasured (DESIGN 6). */
export const LONGEST_GAP = 5 * MINUTE;

export interface End {
  at: Instant;
  /** Beginning of the interval in which it was seen; null: `at` is exact. */
  seenFrom?: Instant | null;
  outcome?: RunOutcome;
  reason?: string;
}

/**
 * Late means now > due. What was seen in an interval is late only if the interval began after the
 * deadline; a deadline inside a long gap cannot be judged (DESIGN 6).
 */
export function judge(run: Pick<Run, "dueAt">, { at, seenFrom }: End): RunOutcome {
  if (run.dueAt === null || at <= run.dueAt) return "on-time";
  if (seenFrom === undefined || seenFrom === null || seenFrom > run.dueAt) return "late";
  return at - seenFrom > LONGEST_GAP ? "unmeasured" : "on-time";
}

/**
 * Whether a deadline passed while nobody could see or be seen (B044). What also began in that gap
 * could not be done before it was over, unless a *Waktu Selesai* says so. Of what began before, the
 * next reading proves that it was not done; but a gap as long as all of step 3 leaves no part of it
 * to judge by. Step 2 is no matter of the Sheet.
 */
export function cameDueUnseen(
  { step, startedAt, dueAt, limit }: Pick<Run, "step" | "startedAt" | "dueAt" | "limit">,
  { at, seenFrom }: Pick<End, "at" | "seenFrom">,
  gaps: readonly Downtime[],
): boolean {
  if (dueAt === null || step === 2) return false;
  const isExact = seenFrom === undefined || seenFrom === null;
  return gaps.some(({ from, to }) => {
    if (dueAt < from || dueAt >= to) return false;
    if (from < startedAt) return at >= to;
    return step === 3 && !isExact && to - from >= limit;
  });
}
