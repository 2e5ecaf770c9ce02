import type { Cell } from "./book.ts";
import { serialOf } from "./serial.ts";

/**
 * What a sheet makes of text typed into a cell, by the file's locale: a number, a tick, a date with
 * its format, a formula, or the text itself. A cell formatted as text keeps every text.
 */
export function typedCell(text: string, locale: string, before: Cell | undefined): Cell {
  const kept = keptParts(before);
  if (text === "") return kept;
  if (before?.format?.numberFormat?.type === "TEXT") return { ...kept, value: text };
  if (text.startsWith("'")) return { ...kept, value: text.slice(1) };
  if (text.startsWith("=")) return { ...kept, formula: text, value: "" };
  if (/^(true|false)$/i.test(text)) return { ...kept, value: text.toLowerCase() === "true" };
  const style = styleOf(locale);
  const date = dateIn(text, style);
  if (date)
    return {
      ...kept,
      value: date.serial,
      format: { ...kept.format, ...formatFor(kept, date.type) },
    };
  const number = numberIn(text, style);
  return { ...kept, value: number ?? text };
}

/** A cell without its content: format, dropdown and note stay when a value is typed over. */
export function keptParts(cell: Cell | undefined): Cell {
  const kept: Cell = {};
  if (cell?.format) kept.format = cell.format;
  if (cell?.validation) kept.validation = cell.validation;
  if (cell?.note !== undefined) kept.note = cell.note;
  return kept;
}

export interface LocaleStyle {
  decimal: "," | ".";
  dayFirst: boolean;
  /** Between hours and minutes; a colon is understood everywhere. */
  time: "." | ":";
}

export function styleOf(locale: string): LocaleStyle {
  return /^(?:id|in)(?:_|$)/.test(locale)
    ? { decimal: ",", dayFirst: true, time: "." }
    : { decimal: ".", dayFirst: !/^en_US|^en$/.test(locale), time: ":" };
}

type DateType = "DATE" | "DATE_TIME" | "TIME";

function dateIn(text: string, style: LocaleStyle): { serial: number; type: DateType } | undefined {
  const [, datePart = "", timePart] = /^(\S+|\d{1,2} \p{L}+ \d{4})(?: (\S+))?$/u.exec(text) ?? [];
  const time = timePart === undefined ? undefined : timeIn(timePart, style);
  if (timePart !== undefined && time === undefined) return undefined;
  const day = dayIn(datePart, style);
  if (day !== undefined) {
    return { serial: day + (time ?? 0), type: time === undefined ? "DATE" : "DATE_TIME" };
  }
  const alone =
    timePart === undefined && datePart.includes(":") ? timeIn(datePart, style) : undefined;
  return alone === undefined ? undefined : { serial: alone, type: "TIME" };
}

function dayIn(text: string, style: LocaleStyle): number | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return validDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(text);
  if (numbers) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), fullYear(numbers[3])];
    return style.dayFirst ? validDay(year, second, first) : validDay(year, first, second);
  }
  const named = /^(\d{1,2})[ -](\p{L}+)[ -](\d{4})$/u.exec(text);
  const month = named && MONTHS.findIndex((name) => named[2]?.toLowerCase().startsWith(name)) + 1;
  return month ? validDay(Number(named[3]), month, Number(named[1])) : undefined;
}

function timeIn(text: string, style: LocaleStyle): number | undefined {
  const match = /^(\d{1,2})([:.])(\d{2})(?:\2(\d{2}))?$/.exec(text);
  if (!match || (match[2] === "." && style.time !== ".")) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[3]), Number(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return (hour * 3600 + minute * 60 + second) / 86_400;
}

function validDay(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const valid = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return valid ? serialOf({ year, month, day }) : undefined;
}

function numberIn(text: string, { decimal }: LocaleStyle): number | undefined {
  const group = decimal === "," ? String.raw`\.` : ",";
  const point = decimal === "," ? "," : String.raw`\.`;
  const shape = new RegExp(`^[+-]?(?:\\d+|\\d{1,3}(?:${group}\\d{3})+)(?:${point}\\d+)?%?$`);
  if (!shape.test(text)) return undefined;
  const plain = text.replaceAll(new RegExp(group, "g"), "").replace(",", ".").replace("%", "");
  return Number(plain) / (text.endsWith("%") ? 100 : 1);
}

function formatFor(kept: Cell, type: DateType): Cell["format"] {
  const known = kept.format?.numberFormat?.type ?? "";
  return DATE_TYPES.has(known) ? {} : { numberFormat: { type } };
}

function fullYear(digits = ""): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

export const DATE_TYPES = new Set(["DATE", "TIME", "DATE_TIME"]);

const MONTHS = ["jan", "feb", "mar", "apr", "m", "jun", "jul", "a", "sep", "o", "nov", "d"];
