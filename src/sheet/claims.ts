import { blankFields } from "../desk/blank-fields.ts";
import type { Complaint } from "../desk/complaint.ts";
import type { StaffFields } from "../desk/ticket.ts";
import { DAY, MINUTE, type Instant } from "../desk/time.ts";
import { textOf } from "./cells.ts";
import { factsOf, type ReadingTime } from "./facts.ts";
import type { LogRow } from "./log-rows.ts";
import type { Pending } from "./memory.ts";
import { compare, nearness } from "./nearness.ts";
import { isEmptyWitness } from "./witness.ts";

/** How long a typed row must have stood unchanged before it is given a number. */
const STANDING = MINUTE;
const STANDING_READINGS = 2;

/** What is still missing before a typed row can become a complaint; `""` when nothing is. */
export function missingParts(row: LogRow): string {
  const has = (key: string) => textOf(row.cells[key] ?? null) !== "";
  const parts = [
    has("channel") ? "" : "Kanal",
    has("unit") || has("reporter") ? "" : "OPD/Desa atau Pelapor",
    has("text") ? "" : "Uraian Aduan",
  ].filter((part) => part !== "");
  const last = parts.pop();
  return parts.length === 0 ? (last ?? "") : `${parts.join(", ")}, dan ${last}`;
}

/**
 * Typed rows followed from reading to reading: since when each has been seen, and since when it
 * stands unchanged. A row that is still being typed is recognised by its print, else by its place
 * or its content.
 */
export function followTyped(
  rows: readonly LogRow[],
  before: readonly Pending[],
  now: Instant,
): Map<string, Pending> {
  const left = new Set(before);
  const found = new Map<string, Pending>();
  const matchers = [
    (old: Pending, row: LogRow) => old.print === row.print && old.index === row.index,
    (old: Pending, row: LogRow) => old.print === row.print,
    (old: Pending, row: LogRow) => old.index === row.index && mayHaveBecome(old, row),
    (old: Pending, row: LogRow) =>
      !isEmptyWitness(old.witness) &&
      mayHaveBecome(old, row) &&
      compare(old.witness, row.witness).agreeing >= 2,
  ];
  for (const matches of matchers) {
    for (const row of rows) {
      if (found.has(row.id)) continue;
      const old = [...left].find((each) => matches(each, row));
      if (!old) continue;
      left.delete(old);
      found.set(row.id, carriedOn(old, row, now));
    }
  }
  for (const row of rows) if (!found.has(row.id)) found.set(row.id, firstSight(row, now));
  return found;
}

function mayHaveBecome(old: Pending, row: LogRow): boolean {
  return compare(old.witness, row.witness).differing <= 1;
}

function firstSight(row: LogRow, now: Instant): Pending {
  const { witness, print, index } = row;
  return { witness, print, index, firstSeen: now, since: now, readings: 1 };
}

function carriedOn(old: Pending, row: LogRow, now: Instant): Pending {
  const { witness, print, index } = row;
  const copied = old.copyOf === undefined ? {} : { copyOf: old.copyOf };
  const base = { witness, print, index, firstSeen: old.firstSeen, ...copied };
  if (old.print !== row.print) return { ...base, since: now, readings: 1 };
  return { ...base, since: old.since, readings: old.readings + 1 };
}

export function hasStood(pending: Pending, now: Instant): boolean {
  return pending.readings >= STANDING_READINGS && now - pending.since >= STANDING;
}

/** A typed row as a complaint; undefined while *Kanal* cannot be read. */
export function typedComplaint(
  row: LogRow,
  firstSeen: Instant,
  time: ReadingTime,
): { complaint: Complaint; fields: StaffFields } | undefined {
  const { facts, problems } = factsOf((key) => row.cells[key] ?? null, time);
  const { channel } = facts;
  if (channel === undefined || channel === "") return undefined;
  const fields: StaffFields = { ...blankFields(), ...facts };
  const notes = [...problems, ...timeNotes(fields.reportedAt, time.now)];
  const complaint: Complaint = {
    channel,
    kind: fields.kind,
    reportedAt: fields.reportedAt ?? firstSeen,
    unit: fields.unit,
    reporter: fields.reporter,
    email: fields.email,
    phone: fields.phone,
    place: fields.place,
    subject: fields.subject === "" ? fields.text.slice(0, 80) : fields.subject,
    text: fields.text,
    attachments: [],
    category: fields.category,
    suggestion: {
      category: "",
      categorySure: false,
      priority: "",
      request: false,
      reason: "",
    },
    notes,
  };
  return { complaint, fields };
}

/** Sentences about a *Waktu Lapor* that can hardly be meant. */
export function timeNotes(reportedAt: Instant | null, now: Instant): string[] {
  if (reportedAt === null) return [];
  if (reportedAt > now + 5 * MINUTE) return ["Waktu Lapor ada di masa depan; periksa tanggalnya."];
  if (reportedAt < now - 330 * DAY)
    return ["Waktu Lapor lebih dari sebelas bulan lalu; periksa tahunnya."];
  return [];
}

/** The first of several rows that say the same. */
export function twinsOf(rows: readonly LogRow[]): Map<string, LogRow> {
  const twins = new Map<string, LogRow>();
  const seen: LogRow[] = [];
  for (const row of rows) {
    const first = seen.find((each) => nearness(each.witness, row.witness) === "equal");
    if (first) twins.set(row.id, first);
    else seen.push(row);
  }
  return twins;
}
