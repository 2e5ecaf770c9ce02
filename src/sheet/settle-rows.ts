import { DAY, type Instant } from "../desk/time.ts";
import { textOf } from "./cells.ts";
import { filledIn } from "./emptied.ts";
import type { Binding, Frozen, Identity } from "./identity.ts";
import { mayBe } from "./identity-table.ts";
import { merge } from "./known.ts";
import type { LogRow } from "./log-rows.ts";
import type { Claim, Entry, Memory } from "./memory.ts";
import { compare, isNear, judge } from "./nearness.ts";
import { normal } from "./witness.ts";

/** Earlier states of a row that are remembered. */
const PRINTS = 6;

/** A ticket's entry after a reading that bound it to a row. */
export function afterBinding(
  entry: Entry,
  number: string,
  { row, by, edited }: Binding,
  now: Instant,
  seen: LogRow,
): Entry {
  const witness = by === "word" ? row.witness : merge(entry.witness, row.witness);
  const shown = row.number === number && row.word === "" && !edited;
  const last = entry.prints.at(-1);
  return {
    ...entry,
    witness,
    confirmed: entry.confirmed || shown,
    missing: 0,
    waiting: 0,
    seen: true,
    restoring: false,
    restoredAt: entry.restoring ? [...entry.restoredAt, now].slice(-3) : entry.restoredAt,
    question: null,
    meant: false,
    prints: last === seen.print ? entry.prints : [...entry.prints, seen.print].slice(-PRINTS),
    filled: filledIn(seen),
    email: normal(textOf(seen.cells["email"] ?? null)).slice(0, 200),
    result: normal(textOf(seen.cells["result"] ?? null)).slice(0, 200),
  };
}

export function afterFreezing(entry: Entry, number: string, { question, rows }: Frozen): Entry {
  const now = rows.filter((row) => row.number === number).map((row) => row.witness);
  const numbered = now.length > 0 ? now : (entry.question?.numbered ?? []);
  return { ...entry, missing: 0, waiting: 0, question: { kind: question, numbered } };
}

/** Not in this reading: one reading less to wait for a birth, or one more without the row. */
export function afterMissing(entry: Entry): Entry {
  if (entry.waiting > 0) return { ...entry, waiting: entry.waiting - 1 };
  if (!entry.seen) return entry;
  // More readings than these change nothing, and would rewrite the memory at every beat.
  return entry.missing >= MISSING_READINGS ? entry : { ...entry, missing: entry.missing + 1 };
}

export const MISSING_READINGS = 2;

export function isMissing(entry: Entry): boolean {
  return entry.missing >= MISSING_READINGS;
}

/** A step backwards: the row shows a state it had before the last one. */
export function hasGoneBack(entry: Entry, row: LogRow): boolean {
  return entry.prints.at(-1) !== row.print && entry.prints.includes(row.print);
}

export interface Absence {
  restore: string[];
  /** What is not restored because of a row that may be its own: row id → numbers to ask about. */
  waiting: Map<string, string[]>;
  lost: string[];
  tickets: Record<string, Entry>;
}

/** Which missing tickets are born again, and which were deleted a second time. */
export function absences(
  memory: Memory,
  open: ReadonlySet<string>,
  unowned: readonly LogRow[],
  now: Instant,
): Absence {
  const found: Absence = { restore: [], waiting: new Map(), lost: [], tickets: {} };
  for (const [number, entry] of Object.entries(memory.tickets)) {
    if (!open.has(number) || !isMissing(entry)) continue;
    const lately = entry.restoredAt.some((at) => now - at < DAY);
    if (entry.restoredAt.length > 0 && !entry.lostTold) {
      found.lost.push(number);
      found.tickets[number] = { ...entry, lostTold: true };
    }
    if (lately) continue;
    const near = unowned.filter(
      (row) =>
        mayBe({ number, disowned: entry.disowned }, row) &&
        !isKnownAs(memory, row) &&
        mayBeItsRow(entry, row),
    );
    if (near.length === 0) found.restore.push(number);
    for (const { id } of near) found.waiting.set(id, [...(found.waiting.get(id) ?? []), number]);
  }
  return found;
}

/** Number and *Kode* of one ticket: people are asked about that one, and it was never another's. */
function isKnownAs({ tickets }: Memory, { number, code }: LogRow): boolean {
  return number !== "" && number === code && tickets[number] !== undefined;
}

/** Two common words, as of a row that somebody has begun to type, keep no complaint from the log. */
function mayBeItsRow({ witness }: Entry, row: LogRow): boolean {
  const found = compare(witness, row.witness);
  return isNear(judge(found)) && (found.textAgrees || found.agreeing >= 3);
}

/** A claim after a reading that showed it, or not. */
export function claimAfter(claim: Claim, binding: Binding | undefined): Claim {
  if (!binding) return { ...claim, missing: claim.missing + 1 };
  return { ...claim, missing: 0, witness: merge(claim.witness, binding.row.witness) };
}

/** Whether the reading proves a claim: number and content on one row. */
export function isProven(number: string, binding: Binding | undefined): boolean {
  if (!binding || binding.edited) return false;
  return binding.row.number === number && binding.row.word === "";
}

/** Rows that no ticket and no claim owns, frozen ones among them. */
export function unownedRows(identity: Identity, rows: readonly LogRow[]): LogRow[] {
  const owned = new Set([...identity.bound.values()].map(({ row }) => row.id));
  return rows.filter((row) => !owned.has(row.id));
}

export function frozenRows(identity: Identity): Set<string> {
  return new Set([...identity.frozen.values()].flatMap(({ rows }) => rows.map((row) => row.id)));
}
