import type { Calendar, DatedSpan } from "./calendar.ts";
import { dayNumber, weekdayOf } from "./calendar-zone.ts";
import type { StepFiveCount } from "./policy.ts";
import type { Instant, LocalDate } from "./time.ts";

/** A stretch that a limit counts, or does not. */
export interface CountedPiece {
  from: Instant;
  to: Instant;
  counted: boolean;
  /** Why it does not count (`istirahat`, `salat Jumat`, `Sabtu`, a day off's name); else `""`. */
  why: string;
}

/** [from, to) cut into what counts and what does not, in order and without gaps. */
export function countedPieces(
  calendar: Calendar,
  count: StepFiveCount,
  from: Instant,
  to: Instant,
): CountedPiece[] {
  if (count === "jam dinding") return from < to ? [{ from, to, counted: true, why: "" }] : [];
  return calendar
    .localDays(from, to)
    .flatMap((day) =>
      count === "hari kerja" ? [wholeDay(calendar, day)] : piecesOfDay(calendar, day),
    );
}

function wholeDay(calendar: Calendar, { date, from, to }: DatedSpan): CountedPiece {
  return { from, to, counted: calendar.isWorkingDay(date), why: calendar.dayName(date) };
}

function piecesOfDay(calendar: Calendar, { date, from, to }: DatedSpan): CountedPiece[] {
  const off = calendar.dayName(date);
  if (off !== "") return [{ from, to, counted: false, why: off }];
  const pieces: CountedPiece[] = [];
  let free = from;
  for (const span of calendar.workingSpans(from, to)) {
    if (free < span.from) pieces.push(closed(calendar, date, free, span.from));
    pieces.push({ ...span, counted: true, why: "" });
    free = span.to;
  }
  if (free < to) pieces.push(closed(calendar, date, free, to));
  return pieces;
}

function closed(calendar: Calendar, date: LocalDate, from: Instant, to: Instant): CountedPiece {
  const opening = calendar.openingOf(date) ?? to;
  const closing = calendar.closingOf(date) ?? from;
  return { from, to, counted: false, why: reason() };

  function reason(): string {
    if (to <= opening) return "sebelum jam layanan";
    if (from >= closing) return "setelah jam layanan";
    const noon = calendar.atMinute(date, NOON);
    const isPrayer = weekdayOf(dayNumber(date)) === FRIDAY && from <= noon && noon <= to;
    return isPrayer ? "istirahat dan salat Jumat" : "istirahat";
  }
}

const FRIDAY = 5;
const NOON = 12 * 60;
