/**
 * The working year 2027 as an array of minutes, made without any code of the calendar: weekdays by
 * counting, the decreed days written out, hours as on the office's door. Minute 0 is midnight of
 * 1 January 2027 in Jakarta, a Friday.
 */
export const YEAR_START = Date.UTC(2026, 11, 31, 17);

export const DAYS = 390;
const FRIDAY_FIRST = 5;

/** Decreed days off on weekdays (SKB 1205/2026), `month-day`. */
const OFF = new Set(
  "1-1 1-5 2-5 3-8 3-9 3-10 3-11 3-12 3-15 3-25 3-26 5-6 5-17 5-18 5-19 5-20 6-1 8-17 12-24".split(
    " ",
  ),
);

export interface Minutes {
  /** 1 where the office works. */
  open: Uint8Array;
  /** 1 all day long on a working day. */
  workday: Uint8Array;
}

export function minutesOfYear(): Minutes {
  const open = new Uint8Array(DAYS * 1440);
  const workday = new Uint8Array(DAYS * 1440);
  for (let day = 0; day < DAYS; day++) {
    const date = new Date(Date.UTC(2027, 0, 1 + day));
    const weekday = (FRIDAY_FIRST + day) % 7;
    const isOff = date.getUTCFullYear() === 2027 && OFF.has(monthDay(date));
    if (weekday === 6 || weekday === 0 || isOff) continue;
    workday.fill(1, day * 1440, (day + 1) * 1440);
    for (const [from, to] of hoursOn(date, weekday))
      open.fill(1, day * 1440 + from, day * 1440 + to);
  }
  return { open, workday };
}

function hoursOn(date: Date, weekday: number): [from: number, to: number][] {
  const isFriday = weekday === 5;
  const day = date.getTime();
  const isRamadan = Date.UTC(2027, 1, 8) <= day && day <= Date.UTC(2027, 2, 9);
  if (isRamadan)
    return isFriday ? spans("8.00-11.30 12.30-15.30") : spans("8.00-12.00 12.30-15.00");
  return isFriday ? spans("7.30-11.30 13.00-16.30") : spans("7.30-12.00 13.00-16.00");
}

function spans(text: string): [from: number, to: number][] {
  return text.split(" ").map((span) => {
    const [from = 0, to = 0] = span.split("-").map((clock) => {
      const [hours = 0, minutes = 0] = clock.split(".").map(Number);
      return hours * 60 + minutes;
    });
    return [from, to];
  });
}

function monthDay(date: Date): string {
  return `${date.getUTCMonth() + 1}-${date.getUTCDate()}`;
}
