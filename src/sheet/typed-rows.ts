import type { Complaint } from "../desk/complaint.ts";
import type { StaffFields } from "../desk/ticket.ts";
import type { HistoryLine } from "../worker/sheet-port.ts";
import { followTyped, hasStood, missingParts, twinsOf, typedComplaint } from "./claims.ts";
import { isBlank } from "./cells.ts";
import type { ReadingTime } from "./facts.ts";
import type { Identity, Stray } from "./identity.ts";
import { knownOf } from "./known.ts";
import { hash, type LogRow, staffCells } from "./log-rows.ts";
import type { Claim, Memory, PlainCells } from "./memory.ts";
import { compare, isNear, judge, nearness } from "./nearness.ts";
import {
  copySentence,
  incompleteSentence,
  suspectedTwin,
  TWIN_SENTENCE,
  unknownNumberSentence,
} from "./row-notes.ts";
import { claimAfter, frozenRows, isProven } from "./settle-rows.ts";
import { printOf } from "./witness.ts";

export interface Candidate {
  row: LogRow;
  complaint: Complaint;
  claim: Claim;
}

export interface TypedRows {
  candidates: Candidate[];
  confirmed: { number: string; complaint: Complaint; fields: StaffFields }[];
  notes: Map<string, string[]>;
  clear: LogRow[];
  /** Unowned rows that will not be claimed now: what is near one of them is not restored. */
  unclaimed: LogRow[];
  lines: HistoryLine[];
  memory: Pick<Memory, "claims" | "pending" | "strays" | "loose">;
}

const STRAY_READINGS = 2;
const LOOSE_ROWS = 200;

/** Rows without an owner: claimed, asked about, or left alone. */
export function typedRows(
  memory: Memory,
  identity: Identity,
  rows: ReadonlyMap<string, LogRow>,
  unowned: readonly LogRow[],
  time: ReadingTime,
): TypedRows {
  const frozen = frozenRows(identity);
  const found: TypedRows = {
    candidates: [],
    confirmed: [],
    notes: new Map(),
    clear: [],
    unclaimed: unowned.filter((row) => frozen.has(row.id)),
    lines: [],
    memory: { claims: {}, pending: [], strays: {}, loose: looseOf(unowned) },
  };
  followClaims(found, memory, identity, rows, time);
  const strays = new Map(identity.strays.map((stray) => [stray.row.id, stray]));
  const free: LogRow[] = [];
  for (const row of unowned) {
    if (frozen.has(row.id)) continue;
    const stray = strays.get(row.id);
    if (stray) handleStray(found, memory, stray, row, time);
    else if (row.number !== "") note(found, row, unknownNumberSentence(row.typed));
    else free.push(row);
  }
  claimFree(found, memory, free, time);
  return found;
}

function followClaims(
  found: TypedRows,
  memory: Memory,
  identity: Identity,
  rows: ReadonlyMap<string, LogRow>,
  time: ReadingTime,
): void {
  for (const [number, claim] of Object.entries(memory.claims)) {
    const binding = identity.bound.get(number);
    const next = claimAfter(claim, binding);
    if (next.missing >= 2) {
      found.lines.push(droppedLine(number, time));
      continue;
    }
    found.memory.claims[number] = next;
    const row = binding && rows.get(binding.row.id);
    const read =
      row &&
      isProven(number, binding) &&
      typedComplaint(asClaimed(row, claim), claim.firstSeen, time);
    if (!read) continue;
    const { complaint, fields } = read;
    const notes = claim.twinOf === "" ? [] : [suspectedTwin(claim.twinOf)];
    found.confirmed.push({
      number,
      complaint: { ...complaint, notes: [...complaint.notes, ...notes] },
      fields,
    });
  }
}

/** What staff cleared since the claim was part of the complaint; the ticket hears of the clearing. */
function asClaimed(row: LogRow, { cells }: Claim): LogRow {
  const filled = { ...row.cells };
  for (const key of CONTENT) {
    const typed = cells[key];
    if (typed !== undefined && isBlank(filled[key] ?? null)) filled[key] = typed;
  }
  return { ...row, cells: filled };
}

const CONTENT = ["channel", "unit", "reporter", "email", "phone", "place", "subject", "text"];

function droppedLine(number: string, { now }: ReadingTime): HistoryLine {
  return {
    id: `${number}/batal-nomor`,
    at: now,
    number,
    what: "Nomor dilepas",
    who: "sistem",
    detail: "Baris yang diketik hilang sebelum aduannya dibuka.",
  };
}

/** A number that is not the row's own goes once the row is another complaint and has stood. */
function handleStray(
  found: TypedRows,
  memory: Memory,
  stray: Stray,
  row: LogRow,
  { now }: ReadingTime,
): void {
  if (stray.ours) {
    found.clear.push(row);
    return;
  }
  if (stray.near) {
    note(found, row, copySentence(stray.number));
    found.unclaimed.push(row);
    return;
  }
  const key = hash(`${stray.number}/${printOf(row.witness)}`);
  const stood = (memory.strays[key] ?? 0) + 1;
  if (stood < STRAY_READINGS) {
    found.memory.strays[key] = stood;
    return;
  }
  found.clear.push(row);
  const { witness, print, index } = row;
  const copyOf = stray.number;
  found.memory.pending.push({
    witness,
    print,
    index,
    copyOf,
    firstSeen: now,
    since: now,
    readings: 0,
  });
}

function claimFree(
  found: TypedRows,
  memory: Memory,
  free: readonly LogRow[],
  time: ReadingTime,
): void {
  const followed = followTyped(free, memory.pending, time.now);
  const known = knownOf({ ...memory, claims: found.memory.claims });
  const twins = twinsOf(free.filter((row) => row.word !== "new"));
  for (const row of free) {
    const pending = followed.get(row.id);
    if (!pending) continue;
    found.memory.pending.push(pending);
    const twin = known.find((each) => nearness(each.witness, row.witness) === "equal");
    const missing = missingParts(row);
    if (missing !== "") {
      if (pending.readings > 1) note(found, row, incompleteSentence(missing));
      found.unclaimed.push(row);
    } else if (row.word !== "new" && (twin || twins.has(row.id))) {
      note(found, row, twin ? copySentence(twin.number) : TWIN_SENTENCE);
      found.unclaimed.push(row);
    } else if (hasStood(pending, time.now) && !isAlmostOneOf(found.candidates, row)) {
      const read = typedComplaint(row, pending.firstSeen, time);
      const near = known.find((each) => isNear(nearness(each.witness, row.witness)));
      const { witness } = row;
      const claim = {
        witness,
        firstSeen: pending.firstSeen,
        missing: 0,
        twinOf: near?.number ?? pending.copyOf ?? "",
        cells: staffCells(row),
      };
      if (read) found.candidates.push({ row, complaint: read.complaint, claim });
      else note(found, row, "Kanal belum dapat dibaca; pilih salah satu dari daftar.");
    }
  }
}

/** The same words beside another unit: numbered one reading later, with the first one's number. */
function isAlmostOneOf(candidates: readonly Candidate[], row: LogRow): boolean {
  return candidates.some(({ row: { witness } }) => {
    const alike = compare(witness, row.witness);
    return alike.textAgrees && isNear(judge(alike));
  });
}

function note(found: TypedRows, row: LogRow, sentence: string): void {
  found.notes.set(row.id, [...(found.notes.get(row.id) ?? []), sentence]);
}

function looseOf(rows: readonly LogRow[]): PlainCells[] {
  return rows.slice(0, LOOSE_ROWS).map(staffCells);
}
