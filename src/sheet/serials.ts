import { wallClock, type WallClock } from "../desk/calendar-zone.ts";
import { DAY, MINUTE, SECOND, type Instant, type LocalDate } from "../desk/time.ts";

/** Days from the spreadsheet's day zero, 1899-12-30, to 1970-01-01 (GOOGLE 1.3). */
const EPOCH_SERIAL = 25_569;

const clocks = new Map<string, WallClock>();

function clockOf(zone: string): WallClock {
  const known = clocks.get(zone);
  if (known) return known;
  const made = wallClock(zone);
  clocks.set(zone, made);
  return made;
}

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
function offsetAt(t: Instant, zone: string): number {
  return clockOf(zone).offsetAt(t);
}

/** A spreadsheet serial (days of the office's wall clock) of an instant, to the second. */
export function toSerial(t: Instant, zone: string): number {
  const wall = t + offsetAt(t, zone);
  return Math.round(wall / SECOND) / (DAY / SECOND) + EPOCH_SERIAL;
}

/** The instant of a serial, rounded to the second: a double carries noise below it. */
export function fromSerial(serial: number, zone: string): Instant {
  const wall = Math.round((serial - EPOCH_SERIAL) * (DAY / SECOND)) * SECOND;
  return fromWall(wall, zone);
}

/** Wall-clock milliseconds since 1970 as an instant; a wall time that a zone skips moves forward. */
export function fromWall(wall: number, zone: string): Instant {
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}

/** Wall-clock milliseconds since 1970 of an instant. */
export function toWall(t: Instant, zone: string): number {
  return t + offsetAt(t, zone);
}

/** `YYYY-MM-DD` of a serial's day. */
export function dateOfSerial(serial: number): LocalDate {
  const day = Math.floor(serial - EPOCH_SERIAL);
  return isoDate(day * DAY);
}

/** `YYYY-MM-DD` of wall-clock milliseconds. */
export function isoDate(wall: number): LocalDate {
  const { year, month, day } = civil(Math.floor(wall / DAY));
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
}

/** Wall-clock milliseconds of a civil date and time, or undefined for a day that does not exist. */
export function wallOf(
  year: number,
  month: number,
  day: number,
  minutes: number,
): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const days = dayNumber(year, month, day);
  const back = civil(days);
  if (back.month !== month || back.day !== day) return undefined;
  return days * DAY + minutes * MINUTE;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

const DAYS_IN_ERA = 146_097;

/** Days since 1970-01-01 of a Gregorian date, counted in eras of 400 years that begin in March. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - 719_468;
}

function civil(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1 };
}
