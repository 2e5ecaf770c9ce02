import type { TicketEvent } from "../desk/event.ts";
import type { Letter, LetterState } from "../desk/letter.ts";
import type { Ticket } from "../desk/ticket.ts";
import type { Instant } from "../desk/time.ts";
import type { OtherMailLine } from "./sheet-port.ts";

/** A key under which a source is known: `uid:…`, `copy:…`, `mid:…`, `form:…`, `other:…`. */
export interface SourceKey {
  key: string;
  ticket: string | null;
  at: Instant;
}

/** Everything one `record` writes, in one transaction. */
export interface Batch {
  events?: readonly TicketEvent[];
  tickets?: readonly Ticket[];
  sources?: readonly SourceKey[];
  /** Inserted when the key is new; a key that exists already is left as it is. */
  newLetters?: readonly Letter[];
  /** Changed letters, by key. */
  letters?: readonly Letter[];
  otherMail?: readonly OtherMailLine[];
  /** Named JSON values: cursors, memory, office, serials. */
  state?: Readonly<Record<string, unknown>>;
  /** Events that *Riwayat* has shown. */
  historySeen?: readonly string[];
  otherMailSeen?: readonly string[];
}

/** Raised when another worker holds a newer token; the process must end. */
export interface Lease {
  readonly token: number;
}

/** The local journal (DESIGN 12): asynchronous and small, so that another store can take its place. */
export interface Journal {
  /** A token that rises at each start; commits with an older one are refused. */
  lease(): Promise<Lease>;
  load(): Promise<Ticket[]>;
  ticket(number: string): Promise<Ticket | undefined>;
  events(number: string): Promise<TicketEvent[]>;
  findSources(keys: readonly string[]): Promise<Map<string, SourceKey>>;
  /** Keys of the sources that became, or joined, a ticket; oldest first. */
  sourcesOf(number: string): Promise<string[]>;
  closedBetween(from: Instant, to: Instant): Promise<Ticket[]>;
  openedBetween(from: Instant, to: Instant): Promise<Ticket[]>;
  state<T>(name: string): Promise<T | undefined>;
  /**
   * All of a batch or nothing of it; resolves once it would survive a power cut. Throws
   * `LeaseLostError` on an older token, `NotDurableError` when the disk would not keep it: then what
   * the journal holds is known only after a restart.
   */
  commit(batch: Batch, lease: Lease): Promise<void>;
  /**
   * What a command run beside the worker asks of it: read by the worker as state `ask/NAME`, never
   * written by it, so that neither can take the other's word away. Needs no lease.
   */
  ask(name: string, value: unknown): Promise<void>;
  /** Letters in `planned` whose `nextAt` has come, oldest first. */
  lettersDue(now: Instant, limit: number): Promise<Letter[]>;
  lettersIn(states: readonly LetterState[]): Promise<Letter[]>;
  letter(key: string): Promise<Letter | undefined>;
  lettersOf(number: string): Promise<Letter[]>;
  /** Events that no reading of *Riwayat* has shown yet, oldest first. */
  historyDue(limit: number): Promise<TicketEvent[]>;
  otherMailDue(limit: number): Promise<OtherMailLine[]>;
  /** Lines by their mail references, those that are known. */
  otherMail(refs: readonly string[]): Promise<OtherMailLine[]>;
  close(): Promise<void>;
}
