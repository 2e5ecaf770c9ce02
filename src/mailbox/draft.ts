import type { Address } from "../desk/message.ts";
import type { HeaderBlock } from "./headers.ts";
import type { Part } from "./mail-parts.ts";

/** What the rules of {@link file://./classify.ts} look at: a message before its verdict. */
export interface Draft {
  sent: boolean;
  headers: HeaderBlock;
  /** Content-Type of the whole message, lower-case, with its parameters. */
  rootType: string;
  rootParams: Readonly<Record<string, string>>;
  from: Address | null;
  replyTo: Address | null;
  authors: readonly Address[];
  inReplyTo: readonly string[];
  references: readonly string[];
  subject: string;
  text: string;
  /** `""` when the text only quotes. */
  newWords: string;
  parts: readonly Part[];
  /** Method of the calendar object that the mail is, `""` when it is none. */
  calendarMethod: string;
  ourAddresses: ReadonlySet<string>;
  /** Domain of our own Message-IDs, `""` when not known. */
  letterDomain: string;
  /** Prefix of our numbers, `""` when not known. */
  ticketPrefix: string;
  /** Only the headers could be read: never empty, never put aside for lack of text. */
  unread: boolean;
}
