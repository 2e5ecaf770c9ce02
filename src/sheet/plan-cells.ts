import type { SheetOutput } from "../worker/sheet-port.ts";
import { cut, shows } from "./cells.ts";
import { columnsOf } from "./columns.ts";
import type { LogRow } from "./log-rows.ts";
import { workerCells } from "./row.ts";
import type { Understanding } from "./understand.ts";

/** One cell to write: addressed by column key and by the row's place in this reading. */
export interface CellWrite {
  column: string;
  row: number;
  value: string | number;
}

const WORKER_KEYS = columnsOf("log")
  .filter(({ owner, key }) => owner === "worker" && key !== "number" && key !== "code")
  .map(({ key }) => key);

/**
 * The worker's cells of the log that do not show what they should (write A). During a brake only
 * *Catatan Sistem* is written, so that people read why nothing else happens.
 */
export function planCells(
  rows: readonly LogRow[],
  understood: Understanding,
  output: SheetOutput,
): CellWrite[] {
  const writes: CellWrite[] = [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const braked = understood.view.brake !== null;
  planTickets(writes, byId, understood, output);
  planNotes(writes, rows, understood, output);
  if (braked) return writes.filter((write) => write.column === "note");
  planNumbers(writes, byId, understood, output);
  return writes;
}

function planTickets(
  writes: CellWrite[],
  byId: ReadonlyMap<string, LogRow>,
  { identity, view }: Understanding,
  { tickets, office, now, problems }: SheetOutput,
): void {
  for (const ticket of tickets) {
    const binding = identity.bound.get(ticket.number);
    const row = binding && byId.get(binding.row.id);
    if (!row) continue;
    const cells = workerCells(ticket, office, now);
    const extra = [
      ...(problems[ticket.number] ?? []),
      ...(view.brake === null ? [] : [view.brake]),
    ];
    cells["note"] = cut([cells["note"], ...extra].filter((part) => part !== "").join("\n"));
    for (const key of WORKER_KEYS) put(writes, row, key, cells[key] ?? "");
  }
}

/** Questions and hints in rows that no ticket of this pass owns. */
function planNotes(
  writes: CellWrite[],
  rows: readonly LogRow[],
  { identity, rowNotes }: Understanding,
  { claims }: SheetOutput,
): void {
  const owned = new Set([...identity.bound.values()].map(({ row }) => row.id));
  const claimed = new Set(claims.map(({ row }) => row));
  for (const row of rows) {
    if (owned.has(row.id) || claimed.has(row.id)) continue;
    put(writes, row, "note", (rowNotes.get(row.id) ?? []).join("\n"));
  }
}

/** Each row gets its owner's number and Kode; what is not a row's own is taken away. */
function planNumbers(
  writes: CellWrite[],
  byId: ReadonlyMap<string, LogRow>,
  { identity, clear, giveBack, shifted }: Understanding,
  { claims }: SheetOutput,
): void {
  const owned = new Set<string>();
  for (const [number, { row }] of identity.bound) own(number, row.id);
  for (const { row, number } of claims) own(number, row);
  for (const { id, number } of giveBack) own(number, id);
  for (const row of clear) {
    put(writes, row, "number", "");
  }
  for (const { row } of shifted) {
    put(writes, row, "number", "");
    put(writes, row, "code", "");
  }
  for (const row of byId.values()) {
    // A Kode left behind by its ticket would speak for the wrong row one day.
    if (!owned.has(row.id) && identity.bound.has(row.code)) put(writes, row, "code", "");
  }

  function own(number: string, id: string): void {
    const row = byId.get(id);
    if (!row) return;
    owned.add(id);
    put(writes, row, "number", number);
    put(writes, row, "code", number);
  }
}

function put(writes: CellWrite[], row: LogRow, column: string, value: string | number): void {
  if (!shows(row.cells[column] ?? null, value)) writes.push({ column, row: row.index, value });
}
