import type { Cell, ErrorValue, Value } from "./book.ts";
import { fieldsOf } from "./serial.ts";
import { DATE_TYPES, styleOf } from "./typed.ts";

/** The text that people see in a cell; undefined for an empty one. */
export function shownText(cell: Cell, locale: string): string | undefined {
  const { value, format } = cell;
  if (value === undefined) return undefined;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "object") return errorText(value);
  const type = format?.numberFormat?.type ?? "";
  if (DATE_TYPES.has(type)) {
    return patterned(value, format?.numberFormat?.pattern ?? datePattern(type, locale));
  }
  if (type === "PERCENT") return `${number(value * 100, locale)}%`;
  return number(value, locale);
}

export function isError(value: Value | undefined): value is ErrorValue {
  return typeof value === "object";
}

export function errorText({ error }: ErrorValue): string {
  return ERROR_TEXTS[error.type] ?? "#ERROR!";
}

function number(value: number, locale: string): string {
  const text = String(Number(value.toPrecision(15)));
  return styleOf(locale).decimal === "," ? text.replace(".", ",") : text;
}

function datePattern(type: string, locale: string): string {
  const { dayFirst, time } = styleOf(locale);
  const day = dayFirst ? "dd/mm/yyyy" : "m/d/yyyy";
  const clock = time === "." ? "hh.mm.ss" : "h:mm:ss";
  if (type === "DATE") return day;
  return type === "TIME" ? clock : `${day} ${clock}`;
}

/** Date patterns as far as logs use them; an `m` beside hours or seconds means minutes. */
function patterned(serial: number, pattern: string): string {
  const { year, month, day, hour, minute, second } = fieldsOf(serial);
  let afterHour = false;
  return pattern.replaceAll(/y+|m+|d+|h+|s+|"[^"]*"/gi, (token, at: number) => {
    const letter = token[0]?.toLowerCase();
    const minutes = afterHour || /^m+\W*s/i.test(pattern.slice(at));
    afterHour = letter === "h";
    if (letter === '"') return token.slice(1, -1);
    if (letter === "y") return token.length > 2 ? String(year) : String(year).slice(-2);
    if (letter === "m" && !minutes) return monthText(month, token.length);
    const value = letter === "m" ? minute : letter === "d" ? day : letter === "h" ? hour : second;
    return String(value).padStart(Math.min(token.length, 2), "0");
  });
}

function monthText(month: number, length: number): string {
  const name = MONTH_NAMES[month - 1] ?? "";
  if (length >= 4) return name;
  return length === 3 ? name.slice(0, 3) : String(month).padStart(length, "0");
}

const MONTH_NAMES = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
];

const ERROR_TEXTS: Readonly<Record<string, string>> = {
  DIVIDE_BY_ZERO: "#DIV/0!",
  VALUE: "#VALUE!",
  REF: "#REF!",
  NAME: "#NAME?",
  NUM: "#NUM!",
  N_A: "#N/A",
};
