import type { Identity } from "./identity.ts";
import type { LogRow } from "./log-rows.ts";
import type { Entry, Memory } from "./memory.ts";
import { contentsOf, isHalved, isMixture, isScattered } from "./mixture.ts";
import { unownedRows } from "./settle-rows.ts";
import { textOf } from "./cells.ts";
import { hasSeconds, normal, printOf } from "./witness.ts";

/** The cells by which a sort of some columns without the others shows itself (DESIGN 5.3). */
interface Marks {
  text: string;
  time: string;
  email: string;
  result: string;
}

const FIELDS = ["text", "time", "email", "result"] as const;

export function marksOfRow(row: LogRow): Marks {
  return {
    text: row.witness.text,
    time: row.witness.time,
    email: normal(textOf(row.cells["email"] ?? null)).slice(0, 200),
    result: normal(textOf(row.cells["result"] ?? null)).slice(0, 200),
  };
}

function marksOfEntry(entry: Entry): Marks {
  const { witness, email, result } = entry;
  return { text: witness.text, time: witness.time, email, result };
}

/** True when cells were exchanged between rows: nothing in such a reading can be believed. */
export function isMixed(memory: Memory, identity: Identity, rows: readonly LogRow[]): boolean {
  const { tickets: entries, claims } = memory;
  const contents = contentsOf(memory);
  // A claim's row has no memory yet but what was typed.
  for (const [number, { witness }] of Object.entries(claims)) {
    const bearers = rows.filter((row) => row.number === number);
    if (bearers.some((row) => isMixture(contents, { number, witness }, row, rows))) return true;
  }
  const unowned = unownedRows(identity, rows);
  if (isScattered(memory, contents, identity, unowned, rows)) return true;
  if (isHalved(memory, contents, identity, rows)) return true;
  const suspects = suspectRows(identity, rows);
  if (suspects.every(([number, row]) => !hasChanged(entries[number], row))) return false;
  if (isPermuted(suspects, entries)) return true;
  const before = countBefore(entries);
  const now = countNow(rows);
  const ownerless = countNow(unowned);
  return suspects.some(([number, row]) => {
    const entry = entries[number];
    if (!entry || !entry.confirmed || entry.meant) return false;
    return (
      isExchanged(entry, row, before, now, ownerless) ||
      isMixture(contents, { number, witness: entry.witness }, row, rows)
    );
  });
}

/** Each ticket with the row that bears its number, or that it is bound to. */
function suspectRows(identity: Identity, rows: readonly LogRow[]): [string, LogRow][] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found: [string, LogRow][] = [];
  for (const [number, { row }] of identity.bound) add(number, row.id);
  for (const [number, { question, rows: frozen }] of identity.frozen) {
    if (question === "isi lain" || question === "hilang") add(number, frozen[0]?.id ?? "");
  }
  return found;

  function add(number: string, id: string): void {
    const row = byId.get(id);
    if (row) found.push([number, row]);
  }
}

function hasChanged(entry: Entry | undefined, row: LogRow): boolean {
  if (!entry) return false;
  if (printOf(entry.witness) !== printOf(row.witness)) return true;
  const old = marksOfEntry(entry);
  const now = marksOfRow(row);
  return FIELDS.some((field) => old[field] !== now[field]);
}

/** Two complaints or more that say exactly what each other said in a column: nobody types that. */
function isPermuted(
  suspects: readonly [string, LogRow][],
  entries: Readonly<Record<string, Entry>>,
): boolean {
  return (["unit", "reporter"] as const).some((field) => {
    const changed = suspects.flatMap(([number, { witness }]) => {
      const entry = entries[number];
      if (!entry || !entry.confirmed || entry.meant) return [];
      const [was, is] = [entry.witness[field], witness[field]];
      return was === "" || is === "" || was === is ? [] : [{ was, is }];
    });
    const were = changed.map(({ was }) => was).toSorted();
    const are = changed.map(({ is }) => is).toSorted();
    return changed.length > 1 && were.every((value, nth) => value === are[nth]);
  });
}

type Counts = Record<(typeof FIELDS)[number], Map<string, number>>;

function countOf(marks: Iterable<Marks>): Counts {
  const counts: Counts = { text: new Map(), time: new Map(), email: new Map(), result: new Map() };
  for (const each of marks) {
    for (const field of FIELDS) {
      if (each[field] === "") continue;
      counts[field].set(each[field], (counts[field].get(each[field]) ?? 0) + 1);
    }
  }
  return counts;
}

function countBefore(entries: Readonly<Record<string, Entry>>): Counts {
  return countOf(Object.values(entries).map(marksOfEntry));
}

function countNow(rows: readonly LogRow[]): Counts {
  return countOf(rows.map(marksOfRow));
}

function isExchanged(
  entry: Entry,
  row: LogRow,
  before: Counts,
  now: Counts,
  ownerless: Counts,
): boolean {
  const old = marksOfEntry(entry);
  const current = marksOfRow(row);
  return FIELDS.some((field) => {
    const was = old[field];
    const is = current[field];
    if (was === "" || was === is) return false;
    const stillThere = (now[field].get(was) ?? 0) >= (before[field].get(was) ?? 0);
    if (!stillThere) return false;
    // A blank was moved here like any other cell, when what stood here went to nobody's row.
    if (is !== "" && (before[field].get(is) ?? 0) > 0) return true;
    const telling = field === "text" || (field === "time" && hasSeconds(was));
    return telling && (ownerless[field].get(was) ?? 0) > 0;
  });
}
