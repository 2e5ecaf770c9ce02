import { parseA1 } from "./a1.ts";
import type { Book, Row, Tab, Value } from "./book.ts";
import { cellAt, changeRow, clip } from "./grid.ts";
import { isError } from "./shown.ts";
import { styleOf } from "./typed.ts";

/**
 * Works out every formula of the book anew. The sandbox knows sums, counts, IF and plain arithmetic;
 * what it does not know comes out as `#NAME?`, what it cannot read as `#ERROR!`.
 */
export function recalculate(book: Book): Book {
  for (const tab of book.tabs) {
    for (const [row, line] of tab.rows.entries()) {
      if (PLAIN.has(line)) continue;
      if (line.cells.every((cell) => cell?.formula === undefined)) PLAIN.add(line);
      for (const [column, cell] of line.cells.entries()) {
        if (cell?.formula === undefined) continue;
        const value = resultOf(book, tab, cell.formula);
        if (isEqual(value, cell.value)) continue;
        changeRow(tab, row, (changed) => {
          changed[column] = { ...cell, value };
        });
      }
    }
  }
  return book;
}

/** Rows without a formula, found out once: they never change. */
const PLAIN = new WeakSet<Row>();

function resultOf(book: Book, tab: Tab, formula: string): Value {
  const style = styleOf(book.locale);
  const reader = { text: formula.slice(1), at: 0, book, tab, comma: style.decimal !== "," };
  try {
    const value = compared(reader);
    skipBlanks(reader);
    if (reader.at < reader.text.length) throw new FormulaError("ERROR");
    return value.flat()[0] ?? "";
  } catch (error) {
    const type = error instanceof FormulaError ? error.type : "REF";
    return { error: { type, message: "Terjadi kesalahan pada rumus." } };
  }
}

class FormulaError extends Error {
  override name = "FormulaError" as const;
  readonly type: string;

  constructor(type: string) {
    super(type);
    this.type = type;
  }
}

interface Reader {
  text: string;
  at: number;
  book: Book;
  tab: Tab;
  /** Commas part arguments; where they are decimal marks only semicolons do. */
  comma: boolean;
}

/** Everything is a list: a range has many values, all else one. */
type Values = Value[];

function compared(reader: Reader): Values {
  const left = sum(reader);
  const sign = take(reader, /<>|[<>=]/y);
  if (sign === null) return left;
  const right = sum(reader);
  if (sign === "=" || sign === "<>") return [(textOf(left) === textOf(right)) === (sign === "=")];
  return [sign === ">" ? numberOf(left) > numberOf(right) : numberOf(left) < numberOf(right)];
}

function sum(reader: Reader): Values {
  let left = product(reader);
  for (let sign = take(reader, /[+&-]/y); sign !== null; sign = take(reader, /[+&-]/y)) {
    const right = product(reader);
    if (sign === "&") left = [textOf(left) + textOf(right)];
    else left = [numberOf(left) + (sign === "+" ? 1 : -1) * numberOf(right)];
  }
  return left;
}

function product(reader: Reader): Values {
  let left = single(reader);
  for (let sign = take(reader, /[*/]/y); sign !== null; sign = take(reader, /[*/]/y)) {
    const right = numberOf(single(reader));
    if (sign === "/" && right === 0) throw new FormulaError("DIVIDE_BY_ZERO");
    left = [sign === "*" ? numberOf(left) * right : numberOf(left) / right];
  }
  return left;
}

function single(reader: Reader): Values {
  if (take(reader, /-/y) !== null) return [-numberOf(single(reader))];
  if (take(reader, /\(/y) !== null) return closed(reader, compared(reader));
  const text = take(reader, /"(?:[^"]|"")*"/y);
  if (text !== null) return [text.slice(1, -1).replaceAll('""', '"')];
  const name = take(reader, /[A-Z]{2,}(?=\()/iy);
  if (name !== null) return called(reader, name.toUpperCase());
  const reference = take(
    reader,
    /(?:(?:'(?:[^']|'')*'|\w+)!)?\$?[A-Z]{1,3}\$?\d*(?::\$?[A-Z]{0,3}\$?\d*)?/iy,
  );
  if (reference !== null) return valuesAt(reader, reference);
  if (take(reader, /#REF!/y) !== null) throw new FormulaError("REF");
  const number = take(reader, /\d+(?:[.,]\d+)?/y);
  if (number === null) throw new FormulaError("ERROR");
  return [Number(number.replace(",", "."))];
}

function called(reader: Reader, name: string): Values {
  take(reader, /\(/y);
  if (name === "NA") {
    closed(reader, []);
    throw new FormulaError("N_A");
  }
  const given: Values[] = [compared(reader)];
  const separator = reader.comma ? /[;,]/y : /;/y;
  while (take(reader, separator) !== null) given.push(compared(reader));
  closed(reader, []);
  const [first = [], second = []] = given;
  const numbers = given.flat().filter((value) => typeof value === "number");
  switch (name) {
    case "SUM":
      return [numbers.reduce((total, value) => total + value, 0)];
    case "COUNT":
      return [numbers.length];
    case "COUNTA":
      return [given.flat().filter((value) => value !== "").length];
    case "IF":
      return (first[0] === true ? second : given[2]) ?? [false];
    case "LEN":
      return [textOf(first).length];
    case "COUNTIF":
      return [
        first.filter((value) => textOf([value]).toLowerCase() === textOf(second).toLowerCase())
          .length,
      ];
    default:
      throw new FormulaError("NAME");
  }
}

function valuesAt({ book, tab }: Reader, reference: string): Values {
  const own = reference.includes("!")
    ? reference
    : `'${tab.title.replaceAll("'", "''")}'!${reference}`;
  const found = parseA1(book, own);
  const { top, bottom, left, right } = clip(found.tab, found.box);
  const values: Values = [];
  for (let row = top; row < bottom; row += 1) {
    if ((found.tab.rows[row]?.cells.length ?? 0) === 0) continue;
    for (let column = left; column < right; column += 1) {
      const value = cellAt(found.tab, row, column)?.value;
      if (value !== undefined) values.push(value);
    }
  }
  return values;
}

function closed(reader: Reader, values: Values): Values {
  if (take(reader, /\)/y) === null) throw new FormulaError("ERROR");
  return values;
}

function take(reader: Reader, pattern: RegExp): string | null {
  skipBlanks(reader);
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (!found) return null;
  reader.at = pattern.lastIndex;
  return found[0];
}

function skipBlanks(reader: Reader): void {
  while (reader.text[reader.at] === " ") reader.at += 1;
}

function numberOf(values: Values): number {
  const value = values[0] ?? 0;
  if (typeof value === "number") return value;
  if (isError(value)) throw new FormulaError(value.error.type);
  const number = typeof value === "boolean" ? Number(value) : Number(value.replace(",", "."));
  if (Number.isNaN(number)) throw new FormulaError("VALUE");
  return number;
}

function textOf(values: Values): string {
  const value = values[0] ?? "";
  if (isError(value)) throw new FormulaError(value.error.type);
  return String(value);
}

function isEqual(one: Value, other: Value | undefined): boolean {
  if (!isError(one) || !isError(other)) return one === other;
  return one.error.type === other.error.type;
}
