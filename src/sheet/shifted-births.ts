import type { Office } from "../desk/office.ts";
import type { Ticket } from "../desk/ticket.ts";
import type { Instant } from "../desk/time.ts";
import type { HistoryLine } from "../worker/sheet-port.ts";
import { isBlank, textOf } from "./cells.ts";
import type { LogRow } from "./log-rows.ts";
import type { Entry, Memory } from "./memory.ts";
import { isInPlace, isRemnant, printsOf, type Remnant, remnantOf } from "./remnant.ts";
import { birthCells } from "./row.ts";
import { MISSING_READINGS } from "./settle-rows.ts";
import { isShifted } from "./shifted.ts";

/** Whoever rearranges every new row, a script perhaps, is not written against for ever. */
const MOST_ROWS = 5;

/** Remembered for as long as people may bring a row back by Ctrl+Z; some 500 characters each. */
const MOST_REMNANTS = 200;

/** A row that the worker appended beside its columns. */
export interface ShiftedRow {
  row: LogRow;
  /** The complaint that is written again elsewhere. */
  number: string;
}

export interface WithoutShifted {
  /** Every other row. */
  rows: readonly LogRow[];
  shifted: readonly ShiftedRow[];
  /** What a reading that is acted on remembers of them. */
  remember: (memory: Memory) => Memory;
}

/**
 * The reading without the rows that were appended beside their columns (DESIGN 5.3). Their cells
 * are people's columns: none is written or cleared, not even where our own value still stands, for
 * between this reading and a write another row may have come to its place. The row loses number
 * and *Kode*, is no complaint's any more, says so, and waits to be deleted; the complaint is
 * appended again, which only ever fills an empty row. `columns`: print of where the columns stand.
 */
export function withoutShifted(
  memory: Memory,
  rows: readonly LogRow[],
  tickets: readonly Ticket[],
  { office, columns, now }: { office: Office; columns: string; now: Instant },
): WithoutShifted {
  const known = new Set([...Object.keys(memory.tickets), ...Object.keys(memory.claims)]);
  const old = memory.shifted.length === 0 ? [] : rows.flatMap((row) => remnantRow(row));
  const born = bornTickets(memory, tickets, old);
  const fresh = born.size === 0 ? [] : rows.flatMap((row) => freshRow(row));
  const shifted = [...old, ...fresh];
  const ids = new Set(shifted.map(({ row }) => row.id));
  return {
    shifted,
    rows: ids.size === 0 ? rows : rows.filter(({ id }) => !ids.has(id)),
    remember: (before) =>
      fresh.reduce((so, { number }) => {
        const ticket = born.get(number);
        return ticket ? bornAgain(so, remnantOf(number, birthCells(ticket, office, now)), now) : so;
      }, before),
  };

  function remnantRow(row: LogRow): ShiftedRow[] {
    if (row.typed !== "" || known.has(row.code)) return [];
    const prints = printsOf(row.cells);
    const remnant = memory.shifted.find((each) => isRemnant(each, prints));
    if (!remnant) return [];
    const { number } = remnant;
    return isSoughtAfter(number) && isInPlace(remnant, prints) ? [] : [{ row, number }];
  }

  /** The row written again may have lost number and *Kode*: its content alone speaks for it. */
  function isSoughtAfter(number: string): boolean {
    const isBorne = rows.some((row) => row.number === number || row.code === number);
    return !isBorne && memory.tickets[number]?.seen === true;
  }

  function freshRow(row: LogRow): ShiftedRow[] {
    const number = row.word === "" ? numberIn(row, born, known) : undefined;
    const ticket = number === undefined ? undefined : born.get(number);
    if (number === undefined || ticket === undefined) return [];
    const before = memory.tickets[number]?.columns;
    const haveColumnsMoved = before !== undefined && before !== columns;
    return isShifted(birthCells(ticket, office, now), row.cells, haveColumnsMoved)
      ? [{ row, number }]
      : [];
  }
}

/** Open, appended, and no reading has shown their row yet, not even to ask about it. */
function bornTickets(
  { tickets: entries }: Memory,
  tickets: readonly Ticket[],
  old: readonly ShiftedRow[],
): Map<string, Ticket> {
  const born = tickets.filter(({ number, phase }) => {
    const entry = entries[number];
    if (phase !== "open" || !entry || (entry.seen && !entry.restoring)) return false;
    return entry.question === null && old.filter((row) => row.number === number).length < MOST_ROWS;
  });
  return new Map(born.map((ticket) => [ticket.number, ticket]));
}

/** By its number or *Kode*, or by either in whatever column it landed; never another's row. */
function numberIn(
  row: LogRow,
  born: ReadonlyMap<string, Ticket>,
  known: ReadonlySet<string>,
): string | undefined {
  const own = [row.number, row.code].find((each) => known.has(each));
  if (own !== undefined) return born.has(own) ? own : undefined;
  for (const cell of Object.values(row.cells)) {
    if (typeof cell === "string" && !isBlank(cell) && born.has(textOf(cell))) return textOf(cell);
  }
  return undefined;
}

/** Its birth was seen, though not where it belongs: nothing is on its way any more. */
function bornAgain(memory: Memory, remnant: Remnant, now: Instant): Memory {
  const { number } = remnant;
  const entry = memory.tickets[number];
  if (!entry) return memory;
  const missing = entry.seen ? MISSING_READINGS : entry.missing;
  const others = memory.shifted.filter((each) => each.number !== number);
  const line = rewrittenLine(number, entry, now);
  const isSaid = memory.lines.some(({ id }) => id === line.id);
  return {
    ...memory,
    tickets: { ...memory.tickets, [number]: { ...entry, waiting: 0, missing } },
    shifted: [...others, remnant].slice(-MOST_REMNANTS),
    lines: isSaid ? memory.lines : [...memory.lines, line],
  };
}

function rewrittenLine(number: string, { columns = "" }: Entry, now: Instant): HistoryLine {
  return {
    id: `${number}/kolom/${columns}`,
    at: now,
    number,
    what: "Baris ditulis lagi",
    who: "sistem",
    detail: "Kolom dipindahkan saat baris ditulis, sehingga isinya bergeser dari kolomnya.",
  };
}

/** Remembered before they are appended: a pass may be cut off at any instruction. */
export function withColumns(
  entries: Readonly<Record<string, Entry>>,
  births: readonly string[],
  columns: string,
): Record<string, Entry> {
  const noted = { ...entries };
  for (const number of births) {
    const entry = noted[number];
    if (entry) noted[number] = { ...entry, columns };
  }
  return noted;
}
