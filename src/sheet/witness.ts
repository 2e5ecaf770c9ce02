import type { Cell } from "./cells.ts";
import { isError, textOf } from "./cells.ts";
import { toSerial } from "./serials.ts";
import type { Instant } from "../desk/time.ts";
import { readInstant } from "./typed-dates.ts";

/**
 * What a row's content says about whose it is, as it was last accepted (DESIGN 5.3): normalised
 * text, `""` for blank. `time` is *Waktu Lapor* in whole seconds of the office's wall clock.
 */
export interface Witness {
  time: string;
  channel: string;
  unit: string;
  reporter: string;
  text: string;
}

export const WITNESS_FIELDS = ["time", "channel", "unit", "reporter", "text"] as const;

/** Enough of a text to tell two complaints apart. */
const LONGEST_TEXT = 1000;

export function witnessOf(
  cells: { reportedAt: Cell; channel: Cell; unit: Cell; reporter: Cell; text: Cell },
  zone: string,
): Witness {
  return {
    time: timeMark(cells.reportedAt, zone),
    channel: normal(textOf(cells.channel)),
    unit: normal(textOf(cells.unit)),
    reporter: normal(textOf(cells.reporter)),
    text: normal(textOf(cells.text)).slice(0, LONGEST_TEXT),
  };
}

export function normal(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, " ");
}

function timeMark(cell: Cell, zone: string): string {
  if (cell === null || isError(cell) || typeof cell === "boolean") return "";
  if (typeof cell === "number") return secondsMark(cell);
  const text = cell.trim();
  if (text === "") return "";
  const read = readInstant(text, zone, FIXED_DAY);
  // A time without a day means another day tomorrow; as text it stays the same.
  return read === undefined || !/\d{4}/.test(text) ? normal(text) : instantMark(read, zone);
}

/** Any instant will do: only texts with a day in them are turned into a mark. */
const FIXED_DAY: Instant = 0;

export function instantMark(t: Instant, zone: string): string {
  return secondsMark(toSerial(t, zone));
}

function secondsMark(serial: number): string {
  return String(Math.round(serial * 86_400));
}

/** A time with seconds is the worker's own: no two complaints share it by chance. */
export function hasSeconds(mark: string): boolean {
  return /^\d{9,}$/.test(mark) && Number(mark) % 60 !== 0;
}

export function isEmptyWitness(witness: Witness): boolean {
  return WITNESS_FIELDS.every((field) => witness[field] === "");
}

/** One text for a witness, to count and to look up equal contents. */
export function printOf(witness: Witness): string {
  return WITNESS_FIELDS.map((field) => witness[field]).join("\u001f");
}
