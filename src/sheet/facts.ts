import { CATEGORIES, CHANNELS, KINDS, PRIORITIES } from "../desk/complaint.ts";
import { CANCEL_REASONS, STATUSES, type StaffFields, VISITS } from "../desk/ticket.ts";
import type { Instant } from "../desk/time.ts";
import { type Cell, cut, isBlank, isError, textOf } from "./cells.ts";
import { normal } from "./witness.ts";
import { readInstant } from "./typed-dates.ts";

export interface Facts {
  facts: Partial<StaffFields>;
  /** One sentence in Indonesian a cell that could not be read. */
  problems: string[];
}

const TEXTS = [
  ["unit", "OPD/Desa"],
  ["reporter", "Pelapor"],
  ["email", "Email Pelapor"],
  ["place", "Lokasi"],
  ["subject", "Perihal"],
  ["text", "Uraian Aduan"],
  ["suspectedCause", "Dugaan Penyebab"],
  ["officers", "Petugas"],
  ["cause", "Penyebab"],
  ["result", "Hasil Perbaikan"],
  ["remark", "Keterangan"],
] as const;

const CHOICES = [
  ["channel", "Kanal", CHANNELS, ""],
  ["kind", "Jenis", KINDS, "Aduan"],
  ["category", "Kategori", CATEGORIES, ""],
  ["priority", "Prioritas", PRIORITIES, ""],
  ["visit", "Tinjauan Lapangan", VISITS, ""],
  ["status", "Status", STATUSES, "Baru"],
  ["cancelReason", "Alasan Batal", CANCEL_REASONS, ""],
] as const;

const TIMES = [
  ["reportedAt", "Waktu Lapor"],
  ["finishedAt", "Waktu Selesai"],
] as const;

export interface ReadingTime {
  zone: string;
  now: Instant;
  /** `JKD`, for *Aduan Induk*. */
  prefix: string;
}

/** What the staff cells of a row say; a cell that cannot be read leaves its field out. */
export function factsOf(cell: (key: string) => Cell, time: ReadingTime): Facts {
  const found: Facts = { facts: {}, problems: [] };
  for (const [key, header] of TEXTS) {
    const value = cell(key);
    if (isError(value)) found.problems.push(errorSentence(header, value.error));
    else found.facts[key] = cut(textOf(value));
  }
  readPhone(found, cell("phone"));
  for (const [key, header, choices, blank] of CHOICES) {
    const value = cell(key);
    const read = choiceOf(value, choices, blank);
    if (read === undefined) found.problems.push(choiceSentence(header, value, choices));
    else Object.assign(found.facts, { [key]: read });
  }
  for (const [key, header] of TIMES) {
    const value = cell(key);
    const read = timeOf(value, time);
    if (read === undefined) found.problems.push(timeSentence(header, value));
    else found.facts[key] = read;
  }
  readParent(found, cell("parent"), time.prefix);
  return found;
}

function errorSentence(header: string, shown: string): string {
  return `Sel ${header} berisi galat rumus (${shown}); nilai terakhir yang dapat dibaca tetap berlaku.`;
}

function choiceOf(value: Cell, choices: readonly string[], blank: string): string | undefined {
  if (isBlank(value)) return blank;
  if (isError(value)) return undefined;
  const wanted = normal(textOf(value));
  return choices.find((choice) => choice.toLowerCase() === wanted);
}

function choiceSentence(header: string, value: Cell, choices: readonly string[]): string {
  if (isError(value)) return errorSentence(header, value.error);
  return `${header} "${textOf(value).slice(0, 60)}" tidak dikenal; pilih ${listed(choices)}.`;
}

function listed(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(", ")} atau ${choices.at(-1)}`;
}

/** null: blank. */
function timeOf(value: Cell, { zone, now }: ReadingTime): Instant | null | undefined {
  if (isBlank(value)) return null;
  if (isError(value) || typeof value === "boolean") return undefined;
  return readInstant(value ?? "", zone, now);
}

function timeSentence(header: string, value: Cell): string {
  if (isError(value)) return errorSentence(header, value.error);
  return `${header} "${textOf(value).slice(0, 40)}" belum dapat dibaca; tulis seperti 24/11/2026 08.30.`;
}

function readPhone(found: Facts, value: Cell): void {
  if (isError(value)) found.problems.push(errorSentence("No. HP", value.error));
  else found.facts.phone = phoneOf(value);
}

/** A number in a plain cell has lost its zero: 8123456 was 08123456, 628… was +628…. */
export function phoneOf(value: Cell): string {
  const text = textOf(value);
  if (typeof value !== "number") return text;
  return text.startsWith("62") || text.startsWith("0") ? text : `0${text}`;
}

function readParent(found: Facts, value: Cell, prefix: string): void {
  const text = textOf(value);
  const number = text === "" ? "" : numberOf(text, prefix);
  if (isError(value)) found.problems.push(errorSentence("Aduan Induk", value.error));
  else if (number === undefined) {
    found.problems.push(
      `Aduan Induk "${text.slice(0, 40)}" bukan nomor aduan; tulis seperti ${prefix}-2026-0042.`,
    );
  } else found.facts.parent = number;
}

/** A number however it was typed (`jkd 2026 42`), as the office writes it; undefined if it is none. */
export function numberOf(text: string, prefix: string): string | undefined {
  const match = /^([a-z]+)[\s./-]*(\d{4})[\s./-]+(\d{1,7})$/i.exec(text.trim());
  if (!match || match[1]?.toUpperCase() !== prefix.toUpperCase()) return undefined;
  return `${prefix}-${match[2]}-${String(Number(match[3])).padStart(4, "0")}`;
}
