import type { RowFacts } from "./observation.ts";
import type { Policy } from "./policy.ts";
import { STAFF_FIELDS, type StaffField, type StaffFields, type Ticket } from "./ticket.ts";
import type { Instant } from "./time.ts";

export type FieldValue = StaffFields[StaffField];

/** A changed cell that has not stood long enough to count. */
export interface Unsettled {
  value: FieldValue;
  /** First reading that showed it, and the last good one before that. */
  seenAt: Instant;
  seenFrom: Instant | null;
  readings: number;
}

/** Per ticket number and field; plain JSON, kept beside the tickets. */
export type Settling = Record<string, Partial<Record<StaffField, Unsettled>>>;

export interface Settled {
  field: StaffField;
  old: FieldValue;
  value: FieldValue;
  seenAt: Instant;
  seenFrom: Instant | null;
}

export interface SettleResult {
  settled: Settled[];
  /** What is left to settle of this ticket; undefined: nothing. */
  rest: Settling[string] | undefined;
}

/**
 * A change of a staff cell counts after it has stood for so many readings and so long (DESIGN
 * 5.3): a wrong choice corrected in 20 seconds causes nothing.
 */
export function settle(
  ticket: Ticket,
  { facts }: RowFacts,
  before: Settling[string] | undefined,
  options: {
    readAt: Instant;
    previousAt: Instant | null;
    rule: Policy["settling"];
  },
): SettleResult {
  const { readAt, previousAt, rule } = options;
  const settled: Settled[] = [];
  const rest: NonNullable<Settling[string]> = {};
  for (const field of STAFF_FIELDS) {
    const value = facts[field];
    const old = ticket.fields[field];
    if (value === undefined || IGNORED[ticket.origin].has(field) || sameValue(value, old)) continue;
    const pending = before?.[field];
    const stands =
      pending !== undefined && sameValue(pending.value, value)
        ? { ...pending, readings: pending.readings + 1 }
        : { value, seenAt: readAt, seenFrom: previousAt, readings: 1 };
    const { seenAt, seenFrom, readings } = stands;
    if (readings >= rule.readings && readAt - seenAt >= rule.duration) {
      settled.push({ field, old, value, seenAt, seenFrom });
    } else {
      rest[field] = stands;
    }
  }
  return { settled, rest: Object.keys(rest).length > 0 ? rest : undefined };
}

/** Cells of a ticket that were seen changed and do not count yet. */
export function unsettledFields(settling: Settling, number: string): ReadonlySet<StaffField> {
  const waiting = settling[number];
  if (waiting === undefined) return NONE;
  return new Set(STAFF_FIELDS.filter((field) => waiting[field] !== undefined));
}

const NONE: ReadonlySet<StaffField> = new Set();

/** *Waktu Lapor* changed later is ignored for mail and form (DESIGN 13). */
const IGNORED: Record<Ticket["origin"], ReadonlySet<StaffField>> = {
  mail: new Set(["reportedAt"]),
  form: new Set(["reportedAt"]),
  typed: new Set(),
};

function sameValue(some: FieldValue, other: FieldValue): boolean {
  // Nearly always so, and this is asked of every cell of every row each minute.
  if (some === other) return true;
  if (typeof some !== "string" || typeof other !== "string") return false;
  return squeeze(some) === squeeze(other);
}

/** Line ends and blanks that a spreadsheet may change are no change. */
function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
