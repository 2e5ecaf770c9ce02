import { type Calendar, NEVER } from "./calendar.ts";
import { DECREED_DAYS_OFF } from "./decreed-days-off.ts";
import type { Policy, Rung, StepFiveCount } from "./policy.ts";
import type { TimedStep } from "./sop.ts";
import type { Hold } from "./ticket.ts";
import type { Duration, Instant } from "./time.ts";

type Limits = Pick<Policy, "limits" | "stepFiveCount">;

/** How a step's limit counts; every step but the fifth in working time. */
export function countOf(step: TimedStep, stepFive: StepFiveCount): StepFiveCount {
  return step === 5 ? stepFive : "jam kerja";
}

/**
 * When a run is due: its limit counted from the next opening after its start, without the time it
 * was held. Null while a hold that began before the deadline still lasts, and when the calendar
 * has no working time to come. Priority is no argument: it changes no limit (SOP).
 */
export function dueAt(
  calendar: Calendar,
  step: TimedStep,
  startedAt: Instant,
  { limits, stepFiveCount }: Limits,
  holds: readonly Hold[] = [],
): Instant | null {
  const count = countOf(step, stepFiveCount);
  const opens = calendar.nextOpening(startedAt);
  if (opens === NEVER) return null;
  // What a hold covers is added to the limit: the same axis, so the sum is exact.
  let due = addCounted(calendar, count, opens, limits[step]);
  let held: Duration = 0;
  let free = opens;
  for (const hold of holds.toSorted((a, b) => a.from - b.from)) {
    if (hold.from >= due) break;
    if (hold.to === null) return null;
    const from = Math.max(free, hold.from);
    if (hold.to <= from) continue;
    held += measureCounted(calendar, count, from, hold.to);
    free = hold.to;
    due = addCounted(calendar, count, opens, limits[step] + held);
  }
  return due === NEVER ? null : due;
}

/** An instant so much counted time later; `opens` must be inside working time. */
function addCounted(
  calendar: Calendar,
  count: StepFiveCount,
  opens: Instant,
  length: Duration,
): Instant {
  if (count === "hari kerja") return calendar.addWorkingDayHours(opens, length);
  if (count === "jam kerja") return calendar.addWorking(opens, length);
  return opens + length;
}

/** Counted time in [from, to), by the way the step counts. */
export function measureCounted(
  calendar: Calendar,
  count: StepFiveCount,
  from: Instant,
  to: Instant,
): Duration {
  if (count === "hari kerja") return calendar.measureWorkingDayHours(from, to);
  if (count === "jam kerja") return calendar.measureWorking(from, to);
  return to - from;
}

/**
 * When a rung of the ladder is reached. Its offset is working time from the deadline; outside
 * hours it waits for the next opening, unless the priority is *Tinggi*.
 */
export function rungAt(calendar: Calendar, rung: Rung, due: Instant, high: boolean): Instant {
  const offset = high ? rung.offsetHigh : rung.offset;
  if (offset < 0) return calendar.subtractWorking(due, -offset);
  const at = offset === 0 ? due : calendar.addWorking(due, offset);
  return high || at === NEVER ? at : calendar.nextOpening(at);
}

/**
 * 16 hexadecimal digits that change exactly when a deadline could: calendar, decreed list, limits
 * and ways of counting. Compute it once a pass.
 */
export function policyDigest(
  policy: Pick<Policy, "calendar" | "limits" | "stepFiveCount" | "thirdPartyStopsClock">,
): string {
  const { calendar, limits, stepFiveCount, thirdPartyStopsClock } = policy;
  const decreed = DECREED_DAYS_OFF.map((day) => day.date);
  const text = canonical({ calendar, limits, stepFiveCount, thirdPartyStopsClock, decreed });
  return hash(text, 0x811c9dc5) + hash(text, 0x01000193);
}

/** JSON with sorted keys, so that equal rules give equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`);
  return `{${parts.join(",")}}`;
}

/** FNV-1a, 32 bits. */
function hash(text: string, basis: number): string {
  let sum = basis;
  for (let index = 0; index < text.length; index++) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  return (sum >>> 0).toString(16).padStart(8, "0");
}
