import { Remembered } from "./remembered.ts";
import { DAY, HOUR, MINUTE, type Duration, type Instant, type LocalDate } from "./time.ts";

/** `Selasa, 24 November 2026 pukul 08.32 WIB` */
export function longInstant(t: Instant, zone: string): string {
  const { weekday } = parts(t, zone);
  return `${weekday}, ${instant(t, zone)}`;
}

/** `24 November 2026 pukul 08.32 WIB` */
export function instant(t: Instant, zone: string): string {
  const { day, month, year } = parts(t, zone);
  return `${day} ${month} ${year} pukul ${clockTime(t, zone)}`;
}

/** `24/11/2026 08.32` */
export function shortInstant(t: Instant, zone: string): string {
  const { day, year, hour, minute } = parts(t, zone);
  const month = format("numeric month", zone, { month: "2-digit" }).format(t);
  return `${day.padStart(2, "0")}/${month}/${year} ${hour}.${minute}`;
}

/** `08.32 WIB` */
export function clockTime(t: Instant, zone: string): string {
  const { hour, minute, timeZoneName } = parts(t, zone);
  return `${hour}.${minute} ${timeZoneName}`;
}

/** `Rabu, 25 November 2026` */
export function dayWords(date: LocalDate): string {
  const { weekday, day, month, year } = parts(noon(date), "UTC");
  return `${weekday}, ${day} ${month} ${year}`;
}

/** `November 2026`, from `2026-11`. */
export function monthWords(month: string): string {
  const named = parts(noon(`${month}-01`), "UTC");
  return `${named.month} ${named.year}`;
}

/** `25 Desember`, and its two words. */
export function dayMonthWords(date: LocalDate): { text: string; day: string; month: string } {
  const { day, month } = parts(noon(date), "UTC");
  return { text: `${day} ${month}`, day, month };
}

/** `2 jam 10 menit`, `1 hari 3 jam`: days of 24 hours, whole minutes, rounded down. */
export function durationWords(length: Duration): string {
  if (length < MINUTE) return "kurang dari 1 menit";
  const days = Math.floor(length / DAY);
  const hours = Math.floor((length % DAY) / HOUR);
  const minutes = Math.floor((length % HOUR) / MINUTE);
  return [
    days > 0 ? `${days} hari` : "",
    hours > 0 ? `${hours} jam` : "",
    minutes > 0 ? `${minutes} menit` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

interface Parts {
  weekday: string;
  day: string;
  month: string;
  year: string;
  hour: string;
  minute: string;
  timeZoneName: string;
}

function parts(t: Instant, zone: string): Parts {
  return recent.of(`${zone} ${t}`, () => {
    const made = { ...NOTHING };
    for (const { type, value } of format("all", zone, ALL).formatToParts(t)) {
      if (isPart(type)) made[type] = value;
    }
    return made;
  });
}

/** One letter names the same instant in several places, and the next letter often does too. */
const recent = new Remembered<string, Parts>(500);

const NOTHING: Parts = {
  weekday: "",
  day: "",
  month: "",
  year: "",
  hour: "",
  minute: "",
  timeZoneName: "",
};

function isPart(type: string): type is keyof Parts {
  return Object.hasOwn(NOTHING, type);
}

const ALL: Intl.DateTimeFormatOptions = {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
};

/** Making a formatter costs a hundred times what using one does. */
const formatters = new Remembered<string, Intl.DateTimeFormat>(50);

function format(
  name: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return formatters.of(
    `${name} ${zone}`,
    () => new Intl.DateTimeFormat("id-ID", { ...options, timeZone: zone }),
  );
}

function noon(date: LocalDate): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: "UTC", plainTime: "12:00" })
    .epochMilliseconds;
}
