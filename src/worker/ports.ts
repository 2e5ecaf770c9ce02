import type { Complaint } from "../desk/complaint.ts";
import type { Downtime } from "../desk/custody.ts";
import type { Digest, Letter, RenderedLetter } from "../desk/letter.ts";
import type { Message } from "../desk/message.ts";
import type { SeenSerials } from "../desk/numbering.ts";
import type { FormSubmission, RowFacts } from "../desk/observation.ts";
import type { Office } from "../desk/office.ts";
import type { Recap } from "../desk/recap.ts";
import type { StaffFields, Ticket } from "../desk/ticket.ts";
import type { Instant } from "../desk/time.ts";

/** The worker's only look at the time: the machine's, or the sandbox's. */
export interface Clock {
  now(): Instant;
}

/** Numbers and codes only: never bodies, never addresses. */
export interface Log {
  debug(message: string, fields?: Record<string, unknown>): void;
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

/** Where reading stopped; plain JSON, kept in the journal as state `mail`. */
export interface MailCursor {
  inbox: FolderCursor | null;
  sent: FolderCursor | null;
  /** INTERNALDATE of the newest mail seen, for a UIDVALIDITY change. */
  lastReceivedAt: Instant | null;
  /** Mail older than this was there before the first run and is left alone. */
  notBefore?: Instant | null;
}

export interface FolderCursor {
  folder: string;
  uidValidity: string;
  /** Everything up to here was handed over. */
  uid: number;
  /** Looking back ends here: what lies below was there before the first run. */
  floor?: number;
}

export interface MailBatch {
  messages: Message[];
  /** Commit together with what the messages caused. */
  cursor: MailCursor;
}

export interface MailFile {
  name: string;
  type: string;
  content: Uint8Array;
  /** Shown inside the letter under this name, without brackets (RFC 2392). */
  cid?: string;
}

export interface MailFiles {
  files: MailFile[];
  /** Names of pictures and PDFs that were too big for the room that was left. */
  tooBig: string[];
}

/** One connection to the helpdesk's mailbox. Failures are `RemoteError`. */
export interface Mailbox {
  /**
   * New mail since the cursor, in batches, oldest first; looks again at the last 50 UIDs and asks
   * `known` which of the references `folder/uidvalidity/uid` it need not fetch.
   * A null cursor starts from now, or from `since`.
   */
  read(
    cursor: MailCursor | null,
    options: { since: Instant | null; known: (refs: string[]) => Promise<Set<string>> },
  ): AsyncIterable<MailBatch>;
  /** Pictures and PDFs of a mail, at most `maxBytes` in all; undefined when the mail is gone. */
  files(mailRef: string, maxBytes: number): Promise<MailFiles | undefined>;
  /** One mail again, for *Jadikan aduan*; undefined when it is gone. */
  message(mailRef: string): Promise<Message | undefined>;
  findSent(letter: { messageId: string; mark: string }): Promise<"found" | "absent" | "unknown">;
  appendSent(raw: Uint8Array, at: Instant): Promise<void>;
  /** Calls back when the server says that mail arrived (IDLE, or polling); returns how to stop. */
  watch(arrived: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface FormBatch {
  submissions: FormSubmission[];
  /** Text with microseconds. */
  cursor: string | null;
  /** Sentences in Indonesian: questions that could not be mapped. */
  problems: string[];
  /** Question ids learned by title, kept in the journal with the cursor. */
  questions: Record<string, string>;
}

export interface Forms {
  read(state: { cursor: string | null; questions: Record<string, string> }): Promise<FormBatch>;
}

/** One line of *Riwayat*. */
export interface HistoryLine {
  id: string;
  at: Instant;
  number: string;
  what: string;
  who: string;
  detail: string;
}

/** One line of *Surat Lain*. */
export interface OtherMailLine {
  /** `folder/uidvalidity/uid` */
  mailRef: string;
  at: Instant;
  from: string;
  subject: string;
  class: string;
  reason: string;
}

/** JSON kept in the journal between readings; only `sheet/` knows what is in it. */
export type SheetMemory = Record<string, unknown>;

export interface SheetView {
  /** A sentence in Indonesian when the reading is too strange to act on, else null. */
  brake: string | null;
  /** Bound rows, not frozen ones; [] when braked or unusable. */
  facts: RowFacts[];
  /** Typed rows that have stood long enough to be given a number. */
  candidates: { row: string; complaint: Complaint }[];
  /** Claims whose number and content a reading has shown: open the ticket. */
  confirmed: { number: string; complaint: Complaint; fields: StaffFields }[];
  /** Open tickets that no reading has shown and no write has sent: their rows are to be appended. */
  births: string[];
  /** Open tickets missing twice: their rows are to be born again. */
  restore: string[];
  /** Deleted a second time: the helpdesk is told once. */
  lost: string[];
  /** Tickets whose row was seen in this reading. */
  present: string[];
  /** Lines of *Surat Lain* whose *Jadikan aduan* is ticked. */
  promoted: string[];
  /** *Riwayat* ids among its last 200 rows. */
  historyIds: string[];
  otherMailRefs: string[];
  /** Serials visible anywhere in the log, so that they are never issued. */
  serials: SeenSerials;
  /** Sentences for the operator and *Pengaturan*. */
  warnings: string[];
  memory: SheetMemory;
}

export interface SheetOutput {
  now: Instant;
  office: Office;
  /** Every ticket whose worker cells should be right. */
  tickets: readonly Ticket[];
  /** Tickets whose row is to be appended. */
  births: readonly Ticket[];
  /** Numbers for candidate rows, in this reading's terms. */
  claims: readonly { row: string; number: string }[];
  history: readonly HistoryLine[];
  otherMail: readonly OtherMailLine[];
  /** *Catatan Sistem* of a row beyond what the ticket says. */
  problems: Record<string, string[]>;
  /** Sentences for *Pengaturan*: what the worker could not do. */
  remarks: readonly string[];
  /** Rewritten every 10 minutes with *Terakhir berjalan*; null: not now. */
  heartbeat: Heartbeat | null;
  /** The figures of *Dasbor*, every 15 minutes; null: not now. */
  dashboard: Dashboard | null;
  /** What the operator's recovery needs, for *Sistem*. */
  recovery: Record<string, string>;
}

/** The figures of today's digest and of the running month's recap. */
export interface Dashboard {
  digest: Digest;
  recap: Recap;
}

export interface Heartbeat {
  installation: string;
  host: string;
  at: Instant;
}

export interface PublishReport {
  /** Something was written, so that one more read may prove it. */
  written: boolean;
  numbersWritten: boolean;
  /** Sentences in Indonesian: columns and rows left out of the write. */
  refused: string[];
  memory: SheetMemory;
}

/** One read of the whole spreadsheet, with the writes that belong to it. */
export interface SheetReading {
  readonly at: Instant;
  /** Google's `Date` header. */
  readonly serverDate: Instant | null;
  /** False: no facts, no writes to the log, no letters from it. */
  readonly usable: boolean;
  readonly problems: readonly string[];
  /** Policy, staff, units and roster; wrong cells fall back to `lastGood`, then to defaults. */
  readonly office: Office | null;
  readonly owner: Heartbeat | null;
  /** This reading shows *Sistem*, so that `recovery` is written where it differs. */
  readonly showsRecovery: boolean;
  /** Pure. `previousAt`: the last good reading. */
  understand(
    memory: SheetMemory | null,
    context: {
      tickets: readonly Ticket[];
      now: Instant;
      previousAt: Instant | null;
      /** The operator said that this reading is meant, however strange it is. */
      accepted?: boolean;
    },
  ): SheetView;
  /** Memory with the claims in it; to be committed before `publish` writes their numbers. */
  claim(view: SheetView, claims: SheetOutput["claims"]): SheetMemory;
  /** At most two writes (DESIGN 5.2). Failures are `RemoteError`; after `uncertain` read again. */
  publish(view: SheetView, output: SheetOutput): Promise<PublishReport>;
  /** Takes lines of *Surat Lain* away that stand there as they were written; answers how many. */
  forgetMail(lines: readonly OtherMailLine[]): Promise<number>;
}

export interface LogBook {
  read(lastGood: Office | null): Promise<SheetReading>;
}

/** Turns a planned letter into fixed text; throws TemplateError with file and line. */
export interface Letters {
  /** `downtimes`: when the worker itself was away, so that nobody is called late for it. */
  render(
    letter: Letter,
    ticket: Ticket | null,
    office: Office,
    now: Instant,
    downtimes?: readonly Downtime[],
  ): RenderedLetter;
  /** Files that are made, not fetched: a recap's charts and workbook. [] for other kinds. */
  files(letter: Letter, zone: string): Promise<MailFile[]>;
}

export interface Mailer {
  /** Resolves after 250 to DATA. Throws `RemoteError`; `uncertain` = cut after the final dot. */
  hand(mail: OutgoingMail): Promise<{ serverMessageId: string; raw: Uint8Array }>;
  close(): Promise<void>;
}

export interface OutgoingMail {
  to: { name: string; address: string };
  rendered: RenderedLetter;
  messageId: string;
  /** `X-Aduan-Surat` */
  mark: string;
  files: readonly MailFile[];
  /** What belongs to the letter and does not go with it: names with the reason, in Indonesian. */
  missing: readonly string[];
}
