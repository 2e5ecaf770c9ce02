import type { Instant, LocalDate } from "../desk/time.ts";

export interface OfficeDays {
  /** IANA name: what people type is in the office's zone. */
  zone: string;
  isWorkingDay(date: LocalDate): boolean;
}

/**
 * The instant that an answer to "Waktu lapor" names, when it is believable: not after the response,
 * and at most one working day before it (DESIGN 6). Null otherwise.
 */
export function reportedAtFrom(
  answer: string,
  submitted: Instant,
  days: OfficeDays,
): Instant | null {
  const local = localTime(answer.trim());
  if (!local) return null;
  const at = local.toZonedDateTime(days.zone).epochMilliseconds;
  if (at > submitted) return null;
  const today = Temporal.Instant.fromEpochMilliseconds(submitted).toZonedDateTimeISO(days.zone);
  return at >= oneWorkingDayBefore(today, days) ? at : null;
}

/** The same time on the last working day before. */
function oneWorkingDayBefore(moment: Temporal.ZonedDateTime, days: OfficeDays): Instant {
  let day = moment;
  for (let tries = 0; tries < LONGEST_HOLIDAY; tries += 1) {
    day = day.subtract({ days: 1 });
    if (days.isWorkingDay(day.toPlainDate().toString())) break;
  }
  return day.epochMilliseconds;
}

const LONGEST_HOLIDAY = 20;

/** `2026-11-24 08:30` of a date question, or `24/11/2026 08.30` as people type it. */
function localTime(text: string): Temporal.PlainDateTime | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2})[:.](\d{2})$/.exec(text);
  if (iso) return plain(iso[1], iso[2], iso[3], iso[4], iso[5]);
  const typed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})[ ,]+(?:pukul )?(\d{1,2})[:.](\d{2})$/i.exec(
    text,
  );
  return typed ? plain(typed[3], typed[2], typed[1], typed[4], typed[5]) : null;
}

function plain(...parts: (string | undefined)[]): Temporal.PlainDateTime | null {
  const [year, month, day, hour, minute] = parts.map(Number);
  try {
    return Temporal.PlainDateTime.from(
      { year: year ?? 0, month: month ?? 0, day: day ?? 0, hour: hour ?? 0, minute: minute ?? 0 },
      { overflow: "reject" },
    );
  } catch {
    return null;
  }
}
