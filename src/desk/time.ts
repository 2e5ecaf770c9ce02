/**
 * An instant: whole milliseconds since 1970-01-01T00:00Z. Plain numbers, so that tickets are plain
 * data, compare with `<` and cost nothing; zones matter only to calendars and to what people read.
 */
export type Instant = number;

/** A length of time in milliseconds. */
export type Duration = number;

/** A calendar day in the office's zone, `YYYY-MM-DD`. */
export type LocalDate = string;

export const SECOND: Duration = 1_000;
export const MINUTE: Duration = 60 * SECOND;
export const HOUR: Duration = 60 * MINUTE;
export const DAY: Duration = 24 * HOUR;
