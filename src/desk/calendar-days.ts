import { type DayPiece, wallClock, type WallClock } from "./calendar-zone.ts";
import type { DayPlan } from "./calendar-rules.ts";
import { DAY, MINUTE, type Duration, type Instant } from "./time.ts";

/** A closed-open stretch of instants. */
export interface Span {
  from: Instant;
  to: Instant;
}

/** One local day, with what lies before it, so that a distance costs two look-ups. */
export interface Day {
  number: number;
  start: Instant;
  end: Instant;
  /** Working spans, in order. */
  spans: readonly Span[];
  working: Duration;
  /** Working time, and hours of working days, from the table's origin to this day's start. */
  workingBefore: Duration;
  openBefore: Duration;
  /** This day's whole length when it has a window, else 0. */
  open: Duration;
}

export interface DayTable {
  clock: WallClock;
  at(t: Instant): Day;
  day(number: number): Day;
  /** The first day by whose end the measure has reached `target`; undefined when none ever will. */
  reaching(measure: "working" | "open", target: Duration, near: Day): Day | undefined;
}

/** So many days are added to the table at once, and so long without work means never again. */
const BLOCK = 64;
const GIVE_UP_AFTER = 3 * 366;

/** Days are worked out once, in a row without gaps, when somebody first asks for them. */
export function dayTable(zone: string, planOf: (day: number) => DayPlan): DayTable {
  const clock = wallClock(zone);
  let days: Day[] = [];

  function day(number: number): Day {
    if (days.length === 0) days = [withoutPast(number)];
    while (number < days[0]!.number) growBackwards();
    while (number > days.at(-1)!.number) growForwards();
    return days[number - days[0]!.number]!;
  }

  function withoutPast(number: number): Day {
    return { ...dayAlone(clock, number, planOf(number)), workingBefore: 0, openBefore: 0 };
  }

  function growForwards(): void {
    for (let count = 0; count < BLOCK; count++) {
      const previous = days.at(-1)!;
      days.push({
        ...dayAlone(clock, previous.number + 1, planOf(previous.number + 1)),
        workingBefore: previous.workingBefore + previous.working,
        openBefore: previous.openBefore + previous.open,
      });
    }
  }

  function growBackwards(): void {
    const earlier: Day[] = [];
    let next = days[0]!;
    for (let count = 0; count < BLOCK; count++) {
      const alone = dayAlone(clock, next.number - 1, planOf(next.number - 1));
      next = {
        ...alone,
        workingBefore: next.workingBefore - alone.working,
        openBefore: next.openBefore - alone.open,
      };
      earlier.push(next);
    }
    days = earlier.toReversed().concat(days);
  }

  function reaching(measure: "working" | "open", target: Duration, near: Day): Day | undefined {
    const before = measure === "working" ? "workingBefore" : "openBefore";
    while (days[0]![before] >= target) {
      if (idle(days.slice(0, GIVE_UP_AFTER))) return undefined;
      growBackwards();
    }
    while (days.at(-1)![before] + days.at(-1)![measure] < target) {
      if (days.at(-1)!.number > near.number && idle(days.slice(-GIVE_UP_AFTER))) return undefined;
      growForwards();
    }
    // Most limits end on the day they begin on, or the next; then nothing is searched.
    let low = 0;
    let high = days.length - 1;
    const guess = near.number - days[0]!.number;
    if (days[guess]![before] >= target) {
      high = guess;
    } else {
      low = guess;
      high = Math.min(high, guess + 1);
      while (days[high]![before] + days[high]![measure] < target) {
        low = high;
        high = Math.min(days.length - 1, high + 2 * (high - guess));
      }
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle]![before] + days[middle]![measure] >= target) high = middle;
      else low = middle + 1;
    }
    return days[low];
  }

  return { clock, day, reaching, at: (t) => day(clock.dayOf(t)) };
}

function idle(days: readonly Day[]): boolean {
  return days.length === GIVE_UP_AFTER && days.every((each) => each.working === 0);
}

function dayAlone(
  clock: WallClock,
  number: number,
  plan: DayPlan,
): Omit<Day, "workingBefore" | "openBefore"> {
  const pieces = clock.pieces(number);
  const start = pieces[0]?.from ?? clock.pieces(number + 1)[0]!.from;
  const end = pieces.at(-1)?.to ?? start;
  const spans = pieces.flatMap((piece) => spansIn(piece, number, plan));
  const working = spans.reduce((sum, span) => sum + span.to - span.from, 0);
  return { number, start, end, spans, working, open: plan.windows.length > 0 ? end - start : 0 };
}

/** The instants at which the wall shows a time inside a window. */
function spansIn(piece: DayPiece, number: number, plan: DayPlan): Span[] {
  const midnight = number * DAY - piece.offset;
  return plan.windows
    .map((window) => ({
      from: Math.max(piece.from, midnight + window.from * MINUTE),
      to: Math.min(piece.to, midnight + window.to * MINUTE),
    }))
    .filter((span) => span.from < span.to);
}
