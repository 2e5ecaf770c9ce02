import type { Downtime } from "../desk/custody.ts";
import type { Letter, RenderedLetter } from "../desk/letter.ts";
import type { Message } from "../desk/message.ts";
import type { FormSubmission } from "../desk/observation.ts";
import type { Office } from "../desk/office.ts";
import type { Ticket } from "../desk/ticket.ts";
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
  /** Connects and logs in, with nothing to hand over. Throws `RemoteError` when nobody lets it in. */
  greet(): Promise<void>;
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
