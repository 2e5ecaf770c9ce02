import type { Office } from "../desk/office.ts";
import type { Ticket } from "../desk/ticket.ts";
import type { Instant } from "../desk/time.ts";
import type { SheetMemory, SheetView } from "../worker/sheet-port.ts";
import { rowFacts } from "./bound-facts.ts";
import { healing } from "./healed.ts";
import { lostSentence, questionSentence, shiftedSentence } from "./row-notes.ts";
import type { ColumnTags } from "./emptied.ts";
import type { Identity } from "./identity.ts";
import { identify } from "./identify.ts";
import { adoptOrphans, knownOf, takeAnswers, takeTickets, takeUnsure } from "./known.ts";
import { seenSerials, type LogRow } from "./log-rows.ts";
import { type Entry, type Memory, memoryFrom, toStored } from "./memory.ts";
import { withoutMisplaced } from "./misplaced.ts";
import { absences, afterBinding, afterFreezing, afterMissing, unownedRows } from "./settle-rows.ts";
import { type ShiftedRow, withColumns, withoutShifted } from "./shifted-births.ts";
import { takenFrom } from "./taken.ts";
import { typedRows, type TypedRows } from "./typed-rows.ts";
import { upheaval } from "./upheaval.ts";

export interface ReadingInput {
  rows: readonly LogRow[];
  zone: string;
  prefix: string;
  historyIds: readonly string[];
  promoted: readonly string[];
  otherMailRefs: readonly string[];
  /** Sentences that the layout itself gives. */
  warnings: readonly string[];
  office: Office;
  /** Print of where the columns stand. */
  columns: string;
  tags: ColumnTags;
  /** Births whose answer was lost: readings for which they may still show up. */
  unsure: ReadonlyMap<string, number>;
}

export interface Context {
  tickets: readonly Ticket[];
  now: Instant;
  accepted?: boolean;
}

/** A reading understood: what the worker hears of it, and what publishing needs. */
export interface Understanding {
  view: SheetView;
  identity: Identity;
  memory: Memory;
  /** Sentences for *Catatan Sistem* of rows, by row id; a row without an entry has none. */
  rowNotes: ReadonlyMap<string, string[]>;
  /** Rows whose foreign number is to be taken away. */
  clear: readonly LogRow[];
  /** Rows that were appended beside their columns: no complaint's, and to be deleted by people. */
  shifted: readonly ShiftedRow[];
  /** Rows whose own number a misplaced write of ours covered. */
  giveBack: readonly LogRow[];
  /** Claims that a typed row may become, with what would be remembered of each. */
  typed: TypedRows;
}

/** What a reading means (DESIGN 5.3). Pure. */
export function understand(
  reading: ReadingInput,
  stored: SheetMemory | null,
  { tickets, now, accepted = false }: Context,
): Understanding {
  const { zone } = reading;
  const taken = takeTickets(memoryFrom(stored), tickets, zone);
  const journaled = takeUnsure(taken, reading.unsure);
  const { shifted, remember, ...rest } = withoutShifted(journaled, reading.rows, tickets, {
    ...reading,
    now,
  });
  const { rows, giveBack } = withoutMisplaced(journaled, rest.rows);
  const input = { ...reading, rows };
  const orphans = stored === null ? journaled : adoptOrphans(journaled, rows, now);
  const before = takeAnswers(orphans, rows);
  const identity = identify(knownOf(before), rows);
  const strange = upheaval(before, identity, rows, tickets, reading.tags);
  if (strange !== null && !accepted) return braked(input, before, identity, strange, now, shifted);
  return {
    ...calm(input, remember(before), identity, { tickets, now, accepted }, shifted),
    giveBack,
  };
}

function calm(
  input: ReadingInput,
  before: Memory,
  identity: Identity,
  { tickets, now, accepted = false }: Context,
  shifted: readonly ShiftedRow[],
): Omit<Understanding, "giveBack"> {
  const { rows, zone, prefix, historyIds } = input;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const entries = { ...before.tickets };
  for (const [number, entry] of Object.entries(entries)) {
    const binding = identity.bound.get(number);
    const seen = binding && byId.get(binding.row.id);
    const frozen = identity.frozen.get(number);
    if (binding && seen) entries[number] = afterBinding(entry, number, binding, now, seen);
    else if (frozen) entries[number] = meant(afterFreezing(entry, number, frozen), accepted);
    else entries[number] = meant(afterMissing(entry), accepted);
  }
  const healed = healing(entries, identity, byId, now);
  Object.assign(entries, healed.tickets);
  const unowned = unownedRows(identity, rows);
  const typed = typedRows({ ...before, tickets: entries }, identity, byId, unowned, {
    now,
    zone,
    prefix,
  });
  const open = new Set(tickets.filter((each) => each.phase === "open").map((each) => each.number));
  const absent = absences({ ...before, tickets: entries }, open, typed.unclaimed, now);
  const clear = [...typed.clear, ...misnumbered(identity, byId)];
  const births = unborn(before, identity, open);
  const memory: Memory = {
    ...before,
    ...typed.memory,
    tickets: withColumns(
      { ...entries, ...absent.tickets },
      [...births, ...absent.restore],
      input.columns,
    ),
    lines: [...before.lines, ...typed.lines, ...healed.lines].filter(
      (line) => !historyIds.includes(line.id),
    ),
    taken: takenFrom([...clear, ...shifted.map(({ row }) => row)]),
    tags: input.tags,
    brakedAt: null,
  };
  const facts = rowFacts(identity, byId, before, tickets, { now, zone, prefix });
  return {
    identity,
    memory,
    typed,
    clear,
    shifted,
    rowNotes: notesOf(identity, typed.notes, absent.waiting, shifted),
    view: {
      ...plainView(input, memory),
      facts,
      candidates: typed.candidates.map(({ row, complaint }) => ({ row: row.id, complaint })),
      confirmed: typed.confirmed,
      restore: absent.restore,
      births,
      lost: absent.lost,
      present: [...identity.bound.keys(), ...identity.frozen.keys()],
    },
  };
}

/** What the operator accepted brakes no later reading, until the ticket has a row again. */
function meant(entry: Entry, accepted: boolean): Entry {
  return accepted ? { ...entry, meant: true } : entry;
}

/** Tickets whose row was never seen, and cannot still be on its way. */
function unborn(before: Memory, identity: Identity, open: ReadonlySet<string>): string[] {
  return Object.entries(before.tickets)
    .filter(([number, entry]) => open.has(number) && !entry.seen && entry.waiting === 0)
    .map(([number]) => number)
    .filter((number) => !identity.bound.has(number) && !identity.frozen.has(number));
}

/** Rows that are asked about, and bear the number of a ticket that stands elsewhere. */
function misnumbered(identity: Identity, byId: ReadonlyMap<string, LogRow>): LogRow[] {
  return [...identity.frozen.values()]
    .flatMap(({ rows }) => rows)
    .filter((row) => row.word === "" && identity.bound.has(row.number))
    .flatMap((row) => byId.get(row.id) ?? []);
}

/** Nothing is believed and nothing forgotten; only the notes are written. */
function braked(
  input: ReadingInput,
  before: Memory,
  identity: Identity,
  reason: string,
  now: Instant,
  shifted: readonly ShiftedRow[],
): Understanding {
  const memory = { ...before, brakedAt: before.brakedAt ?? now };
  const view = { ...plainView(input, memory), brake: reason, present: [...identity.bound.keys()] };
  const typed: TypedRows = {
    candidates: [],
    confirmed: [],
    notes: new Map(),
    clear: [],
    unclaimed: [],
    lines: [],
    memory: { claims: before.claims, pending: before.pending, strays: before.strays, loose: [] },
  };
  const rowNotes = notesOf(identity, new Map(), new Map(), shifted);
  return { view, identity, memory, typed, clear: [], shifted, giveBack: [], rowNotes };
}

function plainView(input: ReadingInput, memory: Memory): SheetView {
  return {
    brake: null,
    facts: [],
    candidates: [],
    confirmed: [],
    restore: [],
    births: [],
    lost: [],
    present: [],
    promoted: [...input.promoted],
    historyIds: [...input.historyIds],
    otherMailRefs: [...input.otherMailRefs],
    serials: seenSerials(input.rows, input.prefix, new Set(knownOf(memory).map((k) => k.number))),
    warnings: [...input.warnings],
    memory: toStored(memory),
  };
}

function notesOf(
  identity: Identity,
  typed: ReadonlyMap<string, string[]>,
  waiting: ReadonlyMap<string, string[]>,
  shifted: readonly ShiftedRow[],
): Map<string, string[]> {
  const notes = new Map(typed);
  for (const [number, frozen] of identity.frozen) {
    for (const { id } of frozen.rows) say(id, questionSentence(number, frozen));
  }
  for (const [id, numbers] of waiting) {
    for (const number of numbers) say(id, lostSentence(number));
  }
  for (const { row, number } of shifted) say(row.id, shiftedSentence(number));
  return notes;

  function say(id: string, sentence: string): void {
    notes.set(id, [...(notes.get(id) ?? []), sentence]);
  }
}
