import { DECREED_DAYS_OFF } from "./decreed-days-off.ts";
import type { Period, Policy } from "./policy.ts";
import type { LocalDate } from "./time.ts";
import { dayWords } from "./words.ts";

/** More running deadlines than this moved by one change are worth a sentence. */
const MANY_DEADLINES = 10;

/**
 * Sentences about a calendar that will soon count wrongly; [] when it is in order. They change
 * only when the situation does, so that a letter can be keyed by them.
 */
export function calendarWarnings(policy: Pick<Policy, "calendar">, today: LocalDate): string[] {
  const { periods, week } = policy.calendar;
  return [
    ...missingYear(policy, today),
    ...periods.filter((period) => period.from > period.to).map(reversed),
    ...overlaps(periods),
    ...(week.every((windows) => windows.length === 0)
      ? ["Pengaturan tidak berisi jam kerja satu hari pun; batas waktu tidak dapat dihitung."]
      : []),
  ];
}

/** From 1 December the coming year must have days off; after New Year the running one. */
function missingYear({ calendar }: Pick<Policy, "calendar">, today: LocalDate): string[] {
  const year = Number(today.slice(0, 4));
  const needed = today.slice(5, 7) === "12" ? [year, year + 1] : [year];
  return needed
    .filter((each) => {
      const isOfYear = (day: { date: LocalDate }) => day.date.startsWith(`${each}-`);
      const isOff = calendar.days.some((rule) => rule.what === "libur" && isOfYear(rule));
      return !isOff && !DECREED_DAYS_OFF.some(isOfYear);
    })
    .map(
      (each) =>
        `Hari libur tahun ${each} belum ada; isilah tab Hari Libur sesuai SKB 3 Menteri tahun itu.`,
    );
}

function reversed({ name, from, to }: Period): string {
  return `Periode ${name} terbalik: mulai ${dayWords(from)}, berakhir ${dayWords(to)}.`;
}

function overlaps(periods: readonly Period[]): string[] {
  const sound = periods.filter((period) => period.from <= period.to);
  return sound.flatMap((one, index) =>
    sound
      .slice(index + 1)
      .filter((other) => one.from <= other.to && other.from <= one.to)
      .map(
        (other) =>
          `Periode ${one.name} dan ${other.name} tumpang tindih; yang berlaku ${one.name}.`,
      ),
  );
}

/** A sentence when one change of calendar or limits moves many running deadlines, else `""`. */
export function movedDeadlinesWarning(moved: number): string {
  if (moved <= MANY_DEADLINES) return "";
  return `Perubahan Hari Libur atau Pengaturan menggeser ${moved} batas waktu yang sedang berjalan.`;
}
