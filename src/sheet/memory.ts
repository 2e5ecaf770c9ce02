import type { HistoryLine, SheetMemory } from "../worker/sheet-port.ts";
import type { Instant } from "../desk/time.ts";
import type { ColumnTags } from "./emptied.ts";
import type { Question } from "./identity.ts";
import type { Remnant } from "./remnant.ts";
import type { Taken } from "./taken.ts";
import type { Witness } from "./witness.ts";

export type PlainCells = Record<string, string | number | boolean>;

/** What is remembered of one ticket's row from reading to reading. */
export interface Entry {
  witness: Witness;
  confirmed: boolean;
  /** Readings in a row without it. */
  missing: number;
  /** Restored rows that a reading has shown, newest last. */
  restoredAt: Instant[];
  /** A reading has shown its row; until then it is to be born, not restored. */
  seen: boolean;
  /** A sent birth may still show up in this many readings. */
  waiting: number;
  restoring: boolean;
  lostTold: boolean;
  /** The operator accepted a reading in which it was missing or asked about. */
  meant: boolean;
  question: Question | null;
  disowned: Witness[];
  /** Prints of the staff cells, newest last: an older one that comes back is a step backwards. */
  prints: string[];
  /** Keys of the staff columns that had something in its row; an older memory does not tell. */
  filled?: string;
  /** Print of where the columns stood when its row was last to be appended. */
  columns?: string;
  /** Its row was seen without its number, and has not been seen with it since. */
  unnumbered?: boolean;
  /** Cells that a part sort would exchange. */
  email: string;
  result: string;
}

/** A typed row that was given a number and has not been opened yet. */
export interface Claim {
  witness: Witness;
  firstSeen: Instant;
  missing: number;
  /** Once a copy of, or near, another ticket. */
  twinOf: string;
  /** What staff typed, for setup after a lost tab: column key → cell. */
  cells: PlainCells;
}

/** A typed row that has no number yet. */
export interface Pending {
  witness: Witness;
  print: string;
  index: number;
  firstSeen: Instant;
  /** Unchanged since. */
  since: Instant;
  readings: number;
  /** The ticket of which the row was a copy, before it was typed into another complaint. */
  copyOf?: string;
}

export interface Memory {
  tickets: Record<string, Entry>;
  claims: Record<string, Claim>;
  pending: Pending[];
  /** Readings for which a row bore a number that is not its own, by number and content. */
  strays: Record<string, number>;
  /** Rows that were appended beside their columns and wait to be deleted, newest last. */
  shifted: readonly Remnant[];
  /** Numbers that the last reading's writes were to take from rows that do not own them. */
  taken: readonly Taken[];
  /** Tags of people's columns in the last good reading. */
  tags: ColumnTags;
  /** Unowned rows of the last good reading, for setup after a lost tab: column key → cell. */
  loose: PlainCells[];
  /** Lines of *Riwayat* of the sheet's own making, until a reading shows them. */
  lines: HistoryLine[];
  /** Since when the brake holds. */
  brakedAt: Instant | null;
}

export function emptyMemory(): Memory {
  return {
    tickets: {},
    claims: {},
    pending: [],
    strays: {},
    shifted: [],
    taken: [],
    tags: {},
    loose: [],
    lines: [],
    brakedAt: null,
  };
}

/** The journal's JSON as memory; null, or an older shape, begins afresh with what it has. */
export function memoryFrom(stored: SheetMemory | null): Memory {
  return { ...emptyMemory(), ...stored };
}

export function toStored(memory: Memory): SheetMemory {
  return { ...memory };
}

export function freshEntry(witness: Witness): Entry {
  return {
    witness,
    confirmed: false,
    missing: 0,
    restoredAt: [],
    seen: false,
    waiting: 0,
    restoring: false,
    lostTold: false,
    meant: false,
    question: null,
    disowned: [],
    prints: [],
    email: "",
    result: "",
  };
}
