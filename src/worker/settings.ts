import type { Instant } from "../desk/time.ts";
import type { Secret } from "../secret.ts";
import type { Clock, Forms, Letters, Log, Mailbox, Mailer } from "./ports.ts";
import type { LogBook } from "./sheet-port.ts";
import type { Journal } from "./journal-port.ts";

/** What the passes need of the configuration; `Config` fits as it is. */
export interface WorkerSettings {
  imap: { user: string; since: Instant | null };
  smtp: { address: string; sentCopy: "server" | "append" | "none" };
  ticketPrefix: string;
  zone: string;
  cron: string;
  operator: string;
  letterSecret: Secret;
  pingUrl: string | null;
}

/** The outside, as the passes see it. */
export interface WorkerPorts {
  clock: Clock;
  log: Log;
  journal: Journal;
  mailbox: Mailbox;
  mailer: Mailer;
  letters: Letters;
  book: LogBook;
  /** null: the office has no form. */
  forms: Forms | null;
  host: string;
  /** One JSON-safe random name for a new installation. */
  newInstallation: () => string;
}
