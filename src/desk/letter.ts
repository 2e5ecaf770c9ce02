import type { Recap } from "./recap.ts";
import type { SendMode } from "./policy.ts";
import type { TimedStep } from "./sop.ts";
import type { Instant, LocalDate } from "./time.ts";

export const LETTER_KINDS = [
  "acknowledgement",
  "facts-request",
  "assignment",
  "reassignment",
  "reply-received",
  "warning",
  "overdue",
  "escalation",
  "deadline-moved",
  "resolution",
  "report",
  "reopened",
  "cancelled",
  "on-duty",
  "digest",
  "recap",
  "alarm",
  "grouped",
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export type RecipientRole =
  | "reporter"
  | "officer"
  | "section-head"
  | "division-head"
  | "helpdesk"
  | "on-duty"
  | "operator";

export interface Recipient {
  role: RecipientRole;
  name: string;
  address: string;
}

/** What a letter says beyond the ticket itself; fixed when it is planned. */
export type LetterFacts =
  | {
      kind: "acknowledgement";
      outOfHours: boolean;
      /** When handling starts, for a complaint outside hours. */
      opensAt: Instant;
      /** Worst case for step 3. */
      step3DueAt: Instant | null;
      missing: ("unit" | "place")[];
      /** The parent ticket's number, when the fault is known already. */
      parent: string | null;
      dutyPhone: string;
    }
  | { kind: "facts-request"; missing: ("unit" | "place" | "phone" | "since" | "extent")[] }
  | { kind: "assignment"; step: 4 | 5; dueAt: Instant | null; nth: number }
  | {
      kind: "reassignment";
      side: "new" | "old";
      others: string[];
      step: 4 | 5;
      dueAt: Instant | null;
    }
  | { kind: "reply-received"; from: string; at: Instant; quote: string; mailRef: string }
  | { kind: "warning"; step: TimedStep; dueAt: Instant }
  | { kind: "overdue"; step: TimedStep; dueAt: Instant; headToldAt: Instant | null }
  | {
      kind: "escalation";
      level: "section-head" | "division-head";
      step: TimedStep;
      dueAt: Instant;
      sectionToldAt: Instant | null;
    }
  /**
   * *Hari Libur* or *Pengaturan* changed while the repair ran. `before` is null when there was none:
   * *Menunggu Pihak Ketiga* held the clock, and does not any more.
   */
  | { kind: "deadline-moved"; step: 4 | 5; dueAt: Instant; before: Instant | null }
  | {
      kind: "resolution";
      finishedAt: Instant;
      reopenUntil: Instant;
      /** What was done at the parent ticket, for a child whose own cells are blank. */
      cause?: string;
      result?: string;
    }
  | { kind: "report"; finishedAt: Instant }
  | { kind: "reopened"; to: "reporter" | "staff"; quote: string; dueAt: Instant | null }
  | { kind: "cancelled"; reason: string }
  | { kind: "on-duty"; opensAt: Instant }
  | { kind: "digest"; day: LocalDate; digest: Digest }
  | { kind: "recap"; month: string; recap: Recap }
  | { kind: "alarm"; title: string; lines: string[] }
  /** Several letters of one kind to one person in one pass (DESIGN 7 "Key"). */
  | {
      kind: "grouped";
      of: LetterKind;
      /** `title`: the complaint and its unit, as they stood when it was planned. */
      items: { number: string; title?: string; facts: LetterFacts }[];
    };

export interface DigestLine {
  number: string;
  title: string;
  unit: string;
  priority: string;
  officers: string;
  step: TimedStep | null;
  dueAt: Instant | null;
  note: string;
  /** Typed in long after it was reported: its lateness is counted apart (B065). */
  enteredLater?: true;
}

/** The daily digest's figures, worst first; `desk/digest.ts` makes it. */
export interface Digest {
  audience: "section-head" | "division-head" | "officer" | "helpdesk";
  asOf: Instant;
  newCount: number;
  doneCount: number;
  doneOnTime: number;
  late: DigestLine[];
  dueToday: DigestLine[];
  unassigned: DigestLine[];
  waitingReporter: DigestLine[];
  waitingThirdParty: DigestLine[];
  /** An officer's own list goes on with what is due after today. */
  dueLater?: DigestLine[];
  onDuty: string;
  frequentUnits: { unit: string; count: number }[];
  failedLetters: { number: string; text: string }[];
  /** Sentences: calendar gaps, what the worker could not do. */
  warnings: string[];
  openCount: number;
}

/** A decision to write to somebody, once per key. */
export interface LetterPlan {
  /** The promise: `JKD-2026-0042/r2/step-4/overdue/officer`. */
  key: string;
  /** The reasons that this letter settles, its own key among them. */
  reasons: string[];
  kind: LetterKind;
  to: Recipient;
  /** null for digests, recaps and alarms. */
  ticket: string | null;
  facts: LetterFacts;
  /** A cell of the Sheet caused it: goes only on a reading younger than 10 minutes. */
  causedBySheet: boolean;
  plannedAt: Instant;
  /** Not handed over after this; null: the kind's own rule, counting reachable time only. */
  expiresAt: Instant | null;
  /** Stays in `held` until the operator runs that command (DESIGN 5.3, Brake). */
  awaits?: "accept";
}

export type LetterState =
  | "planned"
  | "held"
  | "handing"
  | "sent"
  | "unsure"
  | "presumed"
  | "failed"
  | "bounced"
  | "withdrawn"
  | "expired"
  | "tested"
  | "suppressed"
  | "grouped";

export interface Letter extends LetterPlan {
  state: LetterState;
  /** Why it is in this state, in Indonesian. */
  detail: string;
  attempts: number;
  /** Not tried before this instant. */
  nextAt: Instant;
  handedAt: Instant | null;
  sentAt: Instant | null;
  /** With brackets; fixed by key and LETTER_SECRET. */
  messageId: string;
  /** Subject, bodies, Date and boundaries as first rendered (MIME without attachments); null before. */
  rendered: RenderedLetter | null;
  /** Id that the server told in its 250, when it replaces ours. */
  serverMessageId: string;
  /** Milliseconds during which the mail server could be reached since it was planned. */
  reachable: number;
  /** How often its hand-over ended ambiguously; the second time it is presumed sent. */
  unsureTimes?: number;
  /** *Kirim Surat* when it was planned; a later change of the setting sends nothing planned before. */
  mode: SendMode;
  /** Message-IDs of earlier letters of this ticket to the same address, oldest first. */
  thread?: readonly string[];
}

export interface RenderedLetter {
  subject: string;
  text: string;
  html: string;
  /** The `Date:` header's instant. */
  date: Instant;
  inReplyTo: string;
  references: string[];
  autoSubmitted: "auto-replied" | "auto-generated";
  /** Mailbox references whose pictures and PDFs go with it, fetched when sent. */
  attachFrom: string[];
  /** Begins the line that names files which could not be attached. */
  attachmentNote: string;
  boundarySeed: string;
}
