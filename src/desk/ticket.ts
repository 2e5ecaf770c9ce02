import type { Complaint, ComplaintKind, Category, Channel, Priority } from "./complaint.ts";
import type { TimedStep } from "./sop.ts";
import type { Duration, Instant } from "./time.ts";

/*
 * Words used throughout:
 *   complaint    one matter reported by one person (*aduan*)
 *   ticket       a complaint with a number, its clock and its history; one row in the log
 *   message      a mail or a form response; many may concern one ticket
 *   letter       a mail we send; known by its key
 *   round        1 when a ticket opens; one more each time it is reopened
 *   run          one SOP step of one round, with its start, holds, deadline and end
 *   rung         one warning, overdue or escalation notice of a run
 *   fact         what a staff cell says, as typed; it becomes a change once it has settled
 *   reading      one read of the whole spreadsheet
 */

export const STATUSES = [
  "Baru",
  "Dikerjakan",
  "Menunggu Info",
  "Menunggu Pihak Ketiga",
  "Selesai",
  "Dibatalkan",
] as const;
export type Status = (typeof STATUSES)[number];

export const VISITS = ["Perlu", "Tidak perlu"] as const;
export type Visit = (typeof VISITS)[number];

export const CANCEL_REASONS = ["Ganda", "Bukan aduan", "Dirujuk", "Data tidak lengkap"] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** What staff cells say of one ticket. Blank is `""`, no time is null. */
export interface StaffFields {
  kind: ComplaintKind;
  reportedAt: Instant | null;
  channel: Channel | "";
  unit: string;
  reporter: string;
  email: string;
  phone: string;
  place: string;
  subject: string;
  text: string;
  category: Category | "";
  priority: Priority | "";
  suspectedCause: string;
  visit: Visit | "";
  /** The cell *Petugas* as typed; `officersOf` reads names from it. */
  officers: string;
  /** A blank *Status* counts as Baru. */
  status: Status;
  cause: string;
  result: string;
  finishedAt: Instant | null;
  cancelReason: CancelReason | "";
  /** Number of the parent ticket, or `""`. */
  parent: string;
  remark: string;
}

export const STAFF_FIELDS = [
  "kind",
  "reportedAt",
  "channel",
  "unit",
  "reporter",
  "email",
  "phone",
  "place",
  "subject",
  "text",
  "category",
  "priority",
  "suspectedCause",
  "visit",
  "officers",
  "status",
  "cause",
  "result",
  "finishedAt",
  "cancelReason",
  "parent",
  "remark",
] as const satisfies readonly (keyof StaffFields)[];

export type StaffField = (typeof STAFF_FIELDS)[number];

export interface Hold {
  from: Instant;
  /** null: still held. */
  to: Instant | null;
}

export type RunOutcome = "on-time" | "late" | "unmeasured" | "not-owed" | "cancelled";

export interface RungMark {
  /** `warning/officer`, `overdue/officer`, `escalation/section-head`, … */
  rung: string;
  at: Instant;
  how: "sent" | "skipped";
}

/** One step of one round (SOP table). Ended runs never change. */
export interface Run {
  round: number;
  step: TimedStep;
  /** The cause's own instant; the clock counts from the next opening. */
  startedAt: Instant;
  holds: Hold[];
  limit: Duration;
  /** null: no clock (*Jenis* Permintaan, a child ticket). */
  dueAt: Instant | null;
  /** Digest of the policy the deadline was computed with. */
  policy: string;
  endedAt: Instant | null;
  /** The end was seen in (seenFrom, endedAt]; null when the end's instant is exact. */
  seenFrom: Instant | null;
  outcome: RunOutcome | null;
  /** In Indonesian: why it ended so, `""` when there is nothing to say. */
  reason: string;
  rungs: RungMark[];
}

/** A stretch during which *Status* and *Petugas* stood unchanged; the last one is open. */
export interface Stretch {
  from: Instant;
  status: Status;
  officers: string[];
  /** The change was made in (seenFrom, from]; absent or null: `from` is exact. */
  seenFrom?: Instant | null;
}

export interface LastMessage {
  who: string;
  at: Instant;
  /** First 300 characters. */
  text: string;
}

export interface LastLetter {
  at: Instant;
  /** In Indonesian: `Tanda terima terkirim`, or why it failed. */
  text: string;
}

export type TicketPhase = "open" | "closed" | "cancelled";

/** Plain JSON data; the truth. Changed only by `evolve`. */
export interface Ticket {
  /** `JKD-2026-0042` */
  number: string;
  origin: "mail" | "form" | "typed";
  /** The complaint as it was opened; later staff changes stand in `fields`. */
  complaint: Complaint;
  fields: StaffFields;
  /** *Diterima*: when the journal first held it. */
  openedAt: Instant;
  phase: TicketPhase;
  /** The phase's own instant: opened, closed or cancelled at. */
  phaseSince: Instant;
  round: number;
  roundSince: Instant;
  runs: Run[];
  stretches: Stretch[];
  /** Message-IDs of the thread, the reporter's first message first. */
  messageIds: string[];
  /** Mailbox keys `folder/uidvalidity/uid` of the thread's mails with attachments to pass on. */
  mailRefs: string[];
  /** Lower-case addresses that take part on the reporter's side. */
  participants: string[];
  lastMessage: LastMessage | null;
  lastLetter: LastLetter | null;
  /** Sticky sentences for *Catatan Sistem* by a name, so that one replaces itself. */
  notes: Record<string, string>;
  /** Counters behind letter keys: assignments, fact requests, replies told. */
  counters: { assignment: number; reply: number; update: number };
  /** When the officer was last told of a reply (at most one letter per 15 minutes). */
  replyToldAt: Instant | null;
  /** The last reply that the officer has not been told of yet; absent or null: none. */
  untold?: (LastMessage & { mailRef: string }) | null;
  /** Officers named by the last assignment letter, so that a change is a reassignment. */
  assigned: string[];
  /** Number of events so far; also the last event's serial. */
  seq: number;
}

/** The latest run of a step in the ticket's current round, ended or not. */
export function currentRun(ticket: Ticket, step: TimedStep): Run | undefined {
  return ticket.runs.findLast((run) => run.round === ticket.round && run.step === step);
}

/** The runs whose clock is on. */
export function openRuns(ticket: Ticket): Run[] {
  return ticket.runs.filter((run) => run.endedAt === null);
}

/** *Status* as the clock sees it: after a reopening the old *Selesai* no longer counts. */
export function statusNow(ticket: Ticket): Status {
  return ticket.stretches.at(-1)?.status ?? ticket.fields.status;
}
