import type { Calendar } from "./calendar.ts";
import { dateOfDay, dayNumber, isWeekdayName } from "./calendar-zone.ts";
import type { Instant } from "./time.ts";
import { dayMonthWords } from "./words.ts";

/** So many stretches of days off a sentence can carry; of more it tells the number of days. */
const MOST_STRETCHES = 3;

/** `libur 24–25 Desember`, for the named days off between two instants; `""` when there are none. */
export function daysOffWords(calendar: Calendar, from: Instant, to: Instant): string {
  const stretches: { first: number; last: number }[] = [];
  let days = 0;
  const last = dayNumber(calendar.localDate(to));
  for (let day = dayNumber(calendar.localDate(from)); day <= last; day++) {
    const name = calendar.dayName(dateOfDay(day));
    if (name === "" || isWeekdayName(name)) continue;
    days += 1;
    const stretch = stretches.at(-1);
    if (stretch?.last === day - 1) stretch.last = day;
    else stretches.push({ first: day, last: day });
  }
  if (days === 0) return "";
  if (stretches.length > MOST_STRETCHES) return `${days} hari libur`;
  const words = stretches.map(({ first, last: end }) => stretchWords(first, end));
  return `libur ${words.join(", ")}`;
}

function stretchWords(first: number, last: number): string {
  const from = dayMonthWords(dateOfDay(first));
  const to = dayMonthWords(dateOfDay(last));
  if (from.text === to.text) return to.text;
  return from.month === to.month ? `${from.day}–${to.text}` : `${from.text}–${to.text}`;
}
