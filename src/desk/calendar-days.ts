import { wallClock, type WallClock, type WallPiece } from "./calendar-zone.ts";
import type { DayPlan } from "./calendar-rules.ts";
import { MINUTE, DAY, type Duration, type Instant } from "./time.ts";

/** A closed-open stretch of instants. */
export interface Span {
  from: Instant;
  to: Instant;
}

/** What a limit can count: working time, or all hours of days that have working time. */
export type Measure = "working" | "open";

/** What of one day a measure counts. */
interface Tally {
  /** In order; each of one date. */
  spans: readonly WallPiece[];
  length: Duration;
  /** Counted from the table's origin to this day's start, so that a distance costs two look-ups. */
  before: Duration;
}

/**
 * One day as it is lived through: from the first instant of its date to the first of the next.
 * Days follow each other without gaps or overlaps, whatever clocks do; on a night when they go back
 * over midnight, the end of yesterday's date comes once more within today.
 */
export interface Day extends Record<Measure, Tally> {
  number: number;
  start: Instant;
  end: Instant;
  /** One on most days; none when the zone skipped the day. */
  pieces: readonly WallPiece[];
}

export interface DayTable {
  clock: WallClock;
  at(t: Instant): Day;
  day(number: number): Day;
  /** The first day by whose end the measure has reached `target`; undefined when none ever will. */
  reaching(measure: Measure, target: Duration, near: Day): Day | undefined;
}

/** So many days are added to the table at once, and so long without work means never again. */
const BLOCK = 64;
const GIVE_UP_AFTER = 3 * 366;

/** Days are worked out once, in a row without gaps, when somebody first asks for them. */
export function dayTable(zone: string, planOf: (day: number) => DayPlan): DayTable {
  const clock = wallClock(zone);
  let days: Day[] = [];

  function day(number: number): Day {
    if (days.length === 0) days = [dayAlone(clock, number, planOf)];
    while (number < days[0]!.number) growBackwards();
    while (number > days.at(-1)!.number) growForwards();
    return days[number - days[0]!.number]!;
  }

  function at(t: Instant): Day {
    const found = day(clock.dayOf(t));
    // The date on the wall may be yesterday's come back, while today has begun already.
    return t < found.end ? found : day(found.number + 1);
  }

  function growForwards(): void {
    for (let count = 0; count < BLOCK; count++) {
      const previous = days.at(-1)!;
      const next = dayAlone(clock, previous.number + 1, planOf);
      for (const measure of MEASURES) {
        next[measure].before = previous[measure].before + previous[measure].length;
      }
      days.push(next);
    }
  }

  function growBackwards(): void {
    const earlier: Day[] = [];
    let next = days[0]!;
    for (let count = 0; count < BLOCK; count++) {
      const previous = dayAlone(clock, next.number - 1, planOf);
      for (const measure of MEASURES) {
        previous[measure].before = next[measure].before - previous[measure].length;
      }
      earlier.push(previous);
      next = previous;
    }
    days = earlier.toReversed().concat(days);
  }

  function reaching(measure: Measure, target: Duration, near: Day): Day | undefined {
    while (days[0]![measure].before >= target) {
      if (idle(days.slice(0, GIVE_UP_AFTER))) return undefined;
      growBackwards();
    }
    while (countedBy(days.at(-1)!, measure) < target) {
      if (days.at(-1)!.number > near.number && idle(days.slice(-GIVE_UP_AFTER))) return undefined;
      growForwards();
    }
    // Most limits end on the day they begin on, or the next; then nothing is searched.
    let low = 0;
    let high = days.length - 1;
    const guess = near.number - days[0]!.number;
    if (days[guess]![measure].before >= target) {
      high = guess;
    } else {
      low = guess;
      high = Math.min(high, guess + 1);
      while (countedBy(days[high]!, measure) < target) {
        low = high;
        high = Math.min(days.length - 1, high + 2 * (high - guess));
      }
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if (countedBy(days[middle]!, measure) >= target) high = middle;
      else low = middle + 1;
    }
    return days[low];
  }

  return { clock, day, at, reaching };
}

const MEASURES: readonly Measure[] = ["working", "open"];

function idle(days: readonly Day[]): boolean {
  return days.length === GIVE_UP_AFTER && days.every(({ working }) => working.length === 0);
}

/** What the measure has counted by the end of the day. */
function countedBy(day: Day, measure: Measure): Duration {
  return day[measure].before + day[measure].length;
}

/** A day that knows nothing of those before it. */
function dayAlone(clock: WallClock, number: number, planOf: (day: number) => DayPlan): Day {
  const pieces = clock.pieces(number);
  const start = pieces[0]?.from ?? clock.startOf(number);
  return {
    number,
    start,
    end: pieces.at(-1)?.to ?? start,
    pieces,
    working: tally(pieces.flatMap((piece) => windowsIn(piece, planOf(piece.day)))),
    open: tally(pieces.filter((piece) => planOf(piece.day).windows.length > 0)),
  };
}

function tally(spans: readonly WallPiece[]): Tally {
  const length = spans.reduce((sum, span) => sum + span.to - span.from, 0);
  return { spans, length, before: 0 };
}

/** The instants at which the wall shows a time inside a window. */
function windowsIn(piece: WallPiece, { windows }: DayPlan): WallPiece[] {
  const midnight = piece.day * DAY - piece.offset;
  return windows
    .map((window) => ({
      ...piece,
      from: Math.max(piece.from, midnight + window.from * MINUTE),
      to: Math.min(piece.to, midnight + window.to * MINUTE),
    }))
    .filter((span) => span.from < span.to);
}
