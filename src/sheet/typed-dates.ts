import { MINUTE, type Instant, type LocalDate } from "../desk/time.ts";
import { dateOfSerial, fromSerial, fromWall, isoDate, toWall, wallOf } from "./serials.ts";

/** What a date cell may hold once it is read. */
export type DateInput = number | string;

const MONTHS: readonly string[] = [
  "jan",
  "feb",
  "mar",
  "apr",
  "mei",
  "jun",
  "jul",
  "agu",
  "sep",
  "okt",
  "nov",
  "des",
];

/** Spellings besides the first three letters: English ones, and what Indonesians also write. */
const OTHER_MONTHS: Readonly<Record<string, number>> = {
  may: 5,
  aug: 8,
  agt: 8,
  ags: 8,
  oct: 10,
  dec: 12,
  nop: 11,
  peb: 2,
};

const CLOCK = "(?:(?:pukul|pkl|jam)\\.?\\s*)?(\\d{1,2})[.:](\\d{2})(?:[.:]\\d{2})?(?:\\s*wib)?";
const NUMERIC = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})(?:[ ,]+${CLOCK})?$`);
const ISO = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ t,]+${CLOCK})?$`);
const NAMED = new RegExp(
  `^(?:[a-z']+,?\\s+)?(\\d{1,2})[ -]([a-z]{3,10})\\.?[ -](\\d{4})(?:[ ,]+${CLOCK})?$`,
);
const CLOCK_ONLY = new RegExp(`^${CLOCK}$`);

interface Civil {
  /** Wall-clock milliseconds of the day's midnight; undefined: only a time was given. */
  midnight: number | undefined;
  minutes: number | undefined;
}

/**
 * The instant of a typed time: a serial, or Indonesian text with the day first (`24/11/2026 08.30`,
 * `24-11-2026 08:30`, `24 Nov 2026`, `8.30` of today). Undefined when it cannot be understood.
 */
export function readInstant(input: DateInput, zone: string, now: Instant): Instant | undefined {
  if (typeof input === "number") return instantOfNumber(input, zone, now);
  const read = readText(input);
  if (!read) return undefined;
  const midnight = read.midnight ?? startOfWallDay(now, zone);
  return fromWall(midnight + (read.minutes ?? 0) * MINUTE, zone);
}

/** The day of a typed date; a time of day in it is left out. */
export function readDate(input: DateInput): LocalDate | undefined {
  if (typeof input === "number") return isPlausibleDay(input) ? dateOfSerial(input) : undefined;
  const read = readText(input);
  return read?.midnight === undefined ? undefined : isoDate(read.midnight);
}

/** Minutes from midnight of `07.45`, `7:45`, a fraction of a day, or the number 7.45. */
export function readClock(input: DateInput): number | undefined {
  if (typeof input === "number") return minutesOfNumber(input);
  const match = CLOCK_ONLY.exec(tidy(input));
  return match ? minutesOf(match[1], match[2], true) : undefined;
}

/** Serials of 1982 to 2119; smaller numbers are a time of day, or a mistake. */
function isPlausibleDay(serial: number): boolean {
  return serial >= 30_000 && serial < 80_000;
}

function instantOfNumber(value: number, zone: string, now: Instant): Instant | undefined {
  if (isPlausibleDay(value)) return fromSerial(value, zone);
  const minutes = minutesOfNumber(value);
  if (minutes === undefined || value === 0) return undefined;
  return fromWall(startOfWallDay(now, zone) + minutes * MINUTE, zone);
}

/** A spreadsheet stores a typed 8.30 as a fraction of a day, or as the number 8.3. */
function minutesOfNumber(value: number): number | undefined {
  if (value >= 0 && value < 1) return Math.round(value * 24 * 60);
  const hours = Math.floor(value);
  const minutes = Math.round((value - hours) * 100);
  return hours >= 1 && hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

function startOfWallDay(now: Instant, zone: string): number {
  const day = 24 * 60 * MINUTE;
  return Math.floor(toWall(now, zone) / day) * day;
}

function tidy(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, " ");
}

function readText(text: string): Civil | undefined {
  const tidied = tidy(text);
  const only = CLOCK_ONLY.exec(tidied);
  if (only) {
    const minutes = minutesOf(only[1], only[2]);
    return minutes === undefined ? undefined : { midnight: undefined, minutes };
  }
  const numeric = NUMERIC.exec(tidied);
  if (numeric)
    return civil(fullYear(numeric[3]), Number(numeric[2]), numeric[1], numeric[4], numeric[5]);
  const iso = ISO.exec(tidied);
  if (iso) return civil(Number(iso[1]), Number(iso[2]), iso[3], iso[4], iso[5]);
  const named = NAMED.exec(tidied);
  if (named) return civil(Number(named[3]), monthOf(named[2] ?? ""), named[1], named[4], named[5]);
  return undefined;
}

function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

function monthOf(name: string): number {
  const short = name.slice(0, 3);
  return OTHER_MONTHS[short] ?? MONTHS.indexOf(short) + 1;
}

function civil(
  year: number,
  month: number,
  day: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
): Civil | undefined {
  const midnight = wallOf(year, month, Number(day), 0);
  if (midnight === undefined) return undefined;
  if (hours === undefined) return { midnight, minutes: undefined };
  const ofDay = minutesOf(hours, minutes);
  return ofDay === undefined ? undefined : { midnight, minutes: ofDay };
}

function minutesOf(
  hours: string | undefined,
  minutes: string | undefined,
  endOfDay = false,
): number | undefined {
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || total > 24 * 60 || (total === 24 * 60 && !endOfDay)) return undefined;
  return total;
}
