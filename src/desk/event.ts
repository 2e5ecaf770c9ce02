import type { Complaint } from "./complaint.ts";
import type { TimedStep } from "./sop.ts";
import type {
  Hold,
  LastMessage,
  Run,
  RunOutcome,
  StaffField,
  StaffFields,
  Ticket,
} from "./ticket.ts";
import type { Instant } from "./time.ts";

/** Who caused an event, as far as known (`sistem`, `pelapor`, `petugas`, a name); *Riwayat* prints it. */
export type Actor = string;

interface Common {
  /** `JKD-2026-0042/17`: number and serial; *Riwayat* is append-only by it. */
  id: string;
  number: string;
  /** When it was recorded. */
  at: Instant;
  by: Actor;
}

export type EventBody =
  | {
      type: "opened";
      origin: Ticket["origin"];
      complaint: Complaint;
      fields: StaffFields;
      messageId: string;
      mailRef: string;
      participants: string[];
      /** Why the mail was taken for a complaint. */
      reason?: string;
    }
  | { type: "run-started"; run: Run }
  | {
      type: "run-ended";
      round: number;
      step: TimedStep;
      endedAt: Instant;
      seenFrom: Instant | null;
      outcome: RunOutcome;
      reason: string;
    }
  | {
      type: "due-changed";
      round: number;
      step: TimedStep;
      dueAt: Instant | null;
      limit: number;
      policy: string;
      reason: string;
      /** The run's holds, where *Menunggu Pihak Ketiga* began or ended to stop its clock. */
      holds?: Hold[];
      /** The run's start, where *Waktu Lapor* of a typed row was corrected. */
      startedAt?: Instant;
    }
  | { type: "held"; round: number; step: TimedStep; from: Instant }
  | { type: "released"; round: number; step: TimedStep; to: Instant }
  | {
      type: "changed";
      field: StaffField;
      old: string | number | null;
      value: string | number | null;
      /** The change was made in (seenFrom, seenAt]. */
      seenFrom: Instant | null;
      seenAt: Instant;
    }
  | {
      type: "message-joined";
      role: "reporter" | "staff" | "head" | "other";
      message: LastMessage;
      messageId: string;
      mailRef: string;
      participants: string[];
      toldOfficer: boolean;
      /** The officer hears of it once the pause between two such letters is over. */
      deferred?: boolean;
      /** Why the mail was taken for an answer. */
      reason?: string;
    }
  | { type: "reply-told" }
  | {
      type: "rung";
      round: number;
      step: TimedStep;
      rung: string;
      how: "sent" | "skipped";
      reason: string;
    }
  | { type: "assigned"; officers: string[] }
  | { type: "reopened"; round: number; since: Instant; quote: string }
  | { type: "closed"; closedAt: Instant }
  | { type: "cancelled"; cancelledAt: Instant; reason: string }
  | { type: "resumed" }
  /** An empty text removes the note. */
  | { type: "noted"; name: string; text: string }
  | { type: "letter"; kind: string; key: string; text: string; messageId: string };

export type TicketEvent = Common & EventBody;
