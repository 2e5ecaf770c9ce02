import type { Period, WeekHours, Window } from "../desk/policy.ts";
import { textOf } from "./cells.ts";
import type { Setting } from "./settings.ts";
import { readClock, readDate } from "./typed-dates.ts";

const DAYS = ["", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

export function hoursSetting(weekday: number): Setting {
  return {
    name: `Jam Layanan ${DAYS[weekday]}`,
    explanation: "Jam layanan dengan istirahat di antaranya; tutup bila libur.",
    example: "07.30-12.00, 13.00-16.00",
    show: (policy) => windowsText(policy.calendar.week[weekday] ?? []),
    take(policy, cell) {
      const windows = readWindows(textOf(cell));
      if (!windows) return undefined;
      const week = policy.calendar.week.map((each, index) => (index === weekday ? windows : each));
      return { ...policy, calendar: { ...policy.calendar, week } };
    },
  };
}

export function windowsText(windows: readonly Window[]): string {
  if (windows.length === 0) return "tutup";
  return windows.map(({ from, to }) => `${clockText(from)}-${clockText(to)}`).join(", ");
}

export function clockText(minutes: number): string {
  const hours = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${hours}.${String(minutes % 60).padStart(2, "0")}`;
}

/** `07.30-12.00, 13.00-16.00`, or *tutup*; undefined when it is neither. */
export function readWindows(text: string): Window[] | undefined {
  const tidied = text.toLowerCase().trim();
  if (["tutup", "libur", "-"].includes(tidied)) return [];
  const windows: Window[] = [];
  for (const part of tidied.split(/\s*[,;]\s*/)) {
    const [from, to] = part.split(/\s*(?:-|–|s\.d\.|sampai)\s*/).map((each) => readClock(each));
    const last = windows.at(-1);
    if (from === undefined || to === undefined || from >= to) return undefined;
    if (last && from < last.to) return undefined;
    windows.push({ from, to });
  }
  return windows;
}

export function periodSetting(nth: number): Setting {
  return {
    name: `Masa Jam Khusus ${nth}`,
    explanation:
      "Misalnya Ramadan: nama; tanggal awal s.d. tanggal akhir; jam Senin-Kamis; jam Jumat. Kosong bila tidak ada.",
    example: "Ramadan; 8/2/2027 s.d. 9/3/2027; 08.00-12.00, 12.30-15.00; 08.00-11.30, 12.30-15.30",
    show: (policy) => periodText(policy.calendar.periods[nth - 1]),
    take(policy, cell) {
      const text = textOf(cell);
      const read = text === "" || text === "-" ? null : readPeriod(text);
      if (read === undefined) return undefined;
      if (read && read.from > read.to) return "terbalik: tanggal akhirnya mendahului tanggal awal";
      const before = policy.calendar.periods.slice(0, nth - 1);
      const other = read && before.find((each) => overlaps(each, read));
      if (other) return `tumpang tindih dengan ${other.name}`;
      const periods = [0, 1, 2].map((at) => policy.calendar.periods[at] ?? NO_PERIOD);
      periods[nth - 1] = read ?? NO_PERIOD;
      return { ...policy, calendar: { ...policy.calendar, periods } };
    },
  };
}

function overlaps(one: Period, other: Period): boolean {
  return one.from !== "" && one.from <= other.to && other.from <= one.to;
}

/** Keeps the other periods in their rows while one is empty. */
export const NO_PERIOD: Period = { name: "", from: "", to: "", hours: [] };

function periodText(period: Period | undefined): string {
  if (!period || period.from === "") return "-";
  const hours = [period.hours[1] ?? [], period.hours[5] ?? []].map(windowsText).join("; ");
  return `${period.name}; ${dateText(period.from)} s.d. ${dateText(period.to)}; ${hours}`;
}

function dateText(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day}/${month}/${year}`;
}

function readPeriod(text: string): Period | undefined {
  const [name = "", days = "", weekdays = "", friday = ""] = text.split(/\s*;\s*/);
  const [from, to] = days.split(/\s*(?:s\.d\.|sampai)\s*/).map((each) => readDate(each));
  const ordinary = readWindows(weekdays);
  const onFriday = readWindows(friday);
  if (!from || !to || !ordinary || !onFriday) return undefined;
  const hours: WeekHours = [[], ordinary, ordinary, ordinary, ordinary, onFriday, [], []];
  return { name, from, to, hours };
}
