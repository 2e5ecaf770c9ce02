import { type Cell, shows, textOf } from "./cells.ts";
import { columnsOf } from "./columns.ts";
import type { RowCells } from "./row.ts";
import { normal } from "./witness.ts";

const WORKERS = new Set(
  columnsOf("log")
    .filter(({ owner }) => owner === "worker")
    .map(({ key }) => key),
);

/** So many values beside their columns no person moves by hand in a row that has just appeared. */
const TOO_MANY_BY_HAND = 3;

interface Move {
  from: string;
  to: string;
}

/**
 * Whether what the worker appended stands beside its columns: an append goes by place, so that a
 * column moved, inserted or deleted between a reading and the append shifts what lies between.
 * `written`: what the append meant, by column key; `shown`: the same row as a reading shows it.
 *
 * A value stands beside its column when its own cell says something else and another cell says it
 * that should not. Most of the row must be ours, wherever it stands: the number alone is quoted in
 * other rows too. People exchange two cells of theirs by hand, so that this much counts only when
 * columns have moved since the append was planned; into a column of the worker's, or out of one,
 * nobody moves anything. What only the worker's own columns exchanged is put right by every write.
 * What the clock has changed since the append (*Batas Waktu*, *Tahap SOP*) is found nowhere.
 */
export function isShifted(
  written: RowCells,
  shown: Readonly<Record<string, Cell>>,
  haveColumnsMoved: boolean,
): boolean {
  const filled = Object.keys(written).filter((key) => written[key] !== "");
  const away = filled.filter((key) => !says(shown[key], written[key]));
  const moves = away.flatMap((from) => moveOf(from, written, shown));
  const ours = filled.length - away.length + moves.length;
  if (ours * 2 <= filled.length) return false;
  const harmful = moves.filter(({ from, to }) => !WORKERS.has(from) || !WORKERS.has(to));
  if (haveColumnsMoved) return harmful.length > 0;
  const isByMachine = harmful.some(({ from, to }) => WORKERS.has(from) || WORKERS.has(to));
  return isByMachine || harmful.length >= TOO_MANY_BY_HAND;
}

function moveOf(from: string, written: RowCells, shown: Readonly<Record<string, Cell>>): Move | [] {
  const value = written[from];
  const to = Object.keys(shown).find(
    (key) =>
      key !== from &&
      says(shown[key], value) &&
      !says(shown[key], written[key]) &&
      // *Diterima* may be the second of *Waktu Lapor* by itself.
      !(from === "reportedAt" && key === "received"),
  );
  return to === undefined ? [] : { from, to };
}

function says(cell: Cell | undefined, value: string | number | undefined): boolean {
  if (cell === undefined || value === undefined || value === "") return false;
  if (typeof value === "number") return shows(cell, value);
  return normal(textOf(cell)) === normal(value);
}
