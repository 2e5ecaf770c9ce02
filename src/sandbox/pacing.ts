import { DAY, HOUR, MINUTE, type Instant } from "../desk/time.ts";

/** The office is in western Indonesia (UTC+7 all year), so plain arithmetic does. */
const OFFSET = 7 * HOUR;
const OPENS = 7.5 * HOUR;
const CLOSES = 16.5 * HOUR;

/** The next instant at which the moved clock lets the worker run: whole minutes in working hours, else whole five. */
export function nextBeat(now: Instant): Instant {
  const step = isPacedTight(now) ? MINUTE : 5 * MINUTE;
  return Math.floor(now / step) * step + step;
}

/** Monday to Friday 07.30 to 16.30, breaks included: when rungs can be a minute apart. */
export function isPacedTight(now: Instant): boolean {
  const { weekday, time } = local(now);
  return weekday >= 1 && weekday <= 5 && time >= OPENS && time < CLOSES;
}

/** The next 07.30 of a Monday to Friday after `now`; days off are the worker's business. */
export function nextOpening(now: Instant): Instant {
  const midnight = Math.floor((now + OFFSET) / DAY) * DAY - OFFSET;
  const today = midnight + OPENS;
  let opening = today > now ? today : today + DAY;
  while (isWeekend(opening)) opening += DAY;
  return opening;
}

function isWeekend(instant: Instant): boolean {
  const { weekday } = local(instant);
  return weekday === 0 || weekday === 6;
}

/** Weekday (0 = Sunday) and milliseconds since local midnight; 1970-01-01 was a Thursday. */
function local(instant: Instant): { weekday: number; time: number } {
  const days = Math.floor((instant + OFFSET) / DAY);
  return { weekday: (days + 4) % 7, time: instant + OFFSET - days * DAY };
}
