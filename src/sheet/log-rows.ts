import type { SeenSerials } from "../desk/numbering.ts";
import { type Cell, cellOf, isBlank, isError, textOf } from "./cells.ts";
import { columnsOf } from "./columns.ts";
import { numberOf } from "./facts.ts";
import type { SeenRow } from "./identity.ts";
import type { GridRow, TabLayout } from "./layout.ts";
import type { PlainCells } from "./memory.ts";
import { normal, witnessOf } from "./witness.ts";

/** A row of the log with its cells by column key. */
export interface LogRow extends SeenRow {
  cells: Readonly<Record<string, Cell>>;
  /** Print of the cells that staff own. */
  print: string;
}

export interface LogContext {
  zone: string;
  prefix: string;
}

const COLUMNS = columnsOf("log");
/** What people may write in. */
export const STAFF_COLUMNS = COLUMNS.filter(({ owner }) => owner !== "worker");
export const STAFF_KEYS = STAFF_COLUMNS.map(({ key }) => key);
/** The worker's cells alone make no row; a default of a dropdown or checkbox does not either. */
const SIGNS = [...STAFF_KEYS.filter((key) => key !== "status" && key !== "kind"), "number", "code"];

/** The rows of the log that hold anything of ours or of people's. */
export function logRows(log: TabLayout, context: LogContext): LogRow[] {
  const rows: LogRow[] = [];
  for (const row of log.rows) {
    const read = logRow(log, row, context);
    if (read) rows.push(read);
  }
  return rows;
}

function logRow(log: TabLayout, row: GridRow, { zone, prefix }: LogContext): LogRow | undefined {
  const cells: Record<string, Cell> = {};
  for (const [key, { index }] of log.places) cells[key] = cellOf(row.cells[index]);
  if (SIGNS.every((key) => isBlank(cells[key] ?? null))) return undefined;
  const at = (key: string): Cell => cells[key] ?? null;
  const typed = textOf(at("number"));
  return {
    id: `r${row.index}`,
    index: row.index,
    cells,
    ...numberAndWord(typed, prefix),
    typed,
    code: textOf(at("code")),
    witness: witnessOf(
      {
        reportedAt: at("reportedAt"),
        channel: at("channel"),
        unit: at("unit"),
        reporter: at("reporter"),
        text: at("text"),
      },
      zone,
    ),
    print: printOfCells(cells),
  };
}

function numberAndWord(typed: string, prefix: string): Pick<SeenRow, "number" | "word"> {
  if (typed === "") return { number: "", word: "" };
  if (normal(typed) === "baru") return { number: "", word: "new" };
  const said = /^(.*\S)\s+ok\.?$/i.exec(typed);
  if (said) {
    const number = numberOf(said[1] ?? "", prefix);
    if (number !== undefined) return { number, word: "ok" };
  }
  return { number: numberOf(typed, prefix) ?? "", word: "" };
}

function printOfCells(cells: Readonly<Record<string, Cell>>): string {
  return hash(STAFF_KEYS.map((key) => plain(cells[key] ?? null)).join("\u001f"));
}

function plain(cell: Cell): string {
  if (isError(cell)) return cell.error;
  return typeof cell === "number" ? cell.toFixed(6) : textOf(cell);
}

/** FNV-1a, twice with different seeds: 64 bits are plenty to tell a few states of a row apart. */
export function hash(text: string): string {
  let a = 0x81_1c_9d_c5;
  let b = 0x12_34_56_7;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01_00_01_93);
    b = Math.imul(b ^ code, 0x01_00_01_93) ^ (b >>> 13);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

/** Serials in *No. Aduan* and *Kode*: known ones and those with their own Kode are the worker's. */
export function seenSerials(
  rows: readonly LogRow[],
  prefix: string,
  known: ReadonlySet<string>,
): SeenSerials {
  const own: Record<string, number> = {};
  const foreign: Record<string, number[]> = {};
  for (const row of rows) {
    for (const text of new Set([row.number, row.code])) {
      const number = numberOf(text, prefix) ?? "";
      const [, year, digits] = /(\d{4})-(\d+)$/.exec(number) ?? [];
      if (year === undefined) continue;
      const serial = Number(digits);
      const isOurs = known.has(number) || row.number === row.code;
      if (isOurs) own[year] = Math.max(own[year] ?? 0, serial);
      else (foreign[year] ??= []).push(serial);
    }
  }
  return { own, foreign };
}

/** What staff typed in a row, as plain values; errors are left out. */
export function staffCells(row: LogRow): PlainCells {
  const kept: PlainCells = {};
  for (const key of STAFF_KEYS) {
    const cell = row.cells[key] ?? null;
    if (cell !== null && !isError(cell)) kept[key] = cell;
  }
  return kept;
}
