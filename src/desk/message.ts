import type { Attachment } from "./complaint.ts";
import type { Instant } from "./time.ts";

/** Addresses are lower-case `local@domain`; names are as shown, one line, no controls. */
export interface Address {
  name: string;
  address: string;
}

export type MessageClass =
  | "complaint"
  | "reply"
  | "bounce"
  | "automatic"
  | "bulk"
  | "empty"
  | "other";

export interface Verdict {
  class: MessageClass;
  /** Name of the rule that decided, for tests and logs. */
  rule: string;
  /** In Indonesian, a few words, for *Riwayat* and *Surat Lain*. */
  reason: string;
  /** May an acknowledgement be sent? (RFC 3834, DESIGN 7 "Not answered") */
  answerable: boolean;
  /** Nothing but thanks. */
  thanks: boolean;
  /** Why no answer is owed, in a few words; absent: one is, or the class says it. */
  silence?: string;
  /** Reads like the receipt of another ticket system, which a person may have passed on. */
  receipt?: boolean;
}

/** What a delivery report says of one recipient of ours. */
export interface DeliveryFailure {
  /** `""` when the report does not name it. */
  address: string;
  /** Enhanced status `5.1.1`, or `""`. */
  status: string;
  action: "failed" | "delayed" | "delivered" | "unknown";
  /** One line of the server's own words. */
  diagnostic: string;
}

/** The writer of a forwarded mail, when the forwarder is staff. */
export interface ForwardedFrom {
  name: string;
  address: string;
  /** Certain: the original is attached, or the quoted address stands in *OPD-Desa*. */
  attachedOriginal: boolean;
  text: string;
}

/** A mail, read once, bounded, stripped of controls; what `mailbox/` makes and `desk/` decides on. */
export interface Message {
  folder: string;
  uidValidity: string;
  uid: number;
  /** True in the Sent folder: an answer that people wrote by hand, or a letter of ours. */
  sent: boolean;
  /** INTERNALDATE; never the `Date:` header. */
  receivedAt: Instant;
  /** The `Date:` header as written, `""` if none. */
  dateHeader: string;
  /** DESIGN 13: From, Sender, Reply-To in that order; null: none. */
  from: Address | null;
  /** Where an answer goes: a valid Reply-To that is not ours, else `from`. */
  replyTo: Address | null;
  /** Every address that takes part: From, Sender, Reply-To. */
  authors: Address[];
  to: Address[];
  cc: Address[];
  /** With its angle brackets, `""` if none. */
  messageId: string;
  inReplyTo: string[];
  references: string[];
  /** As written, one line. */
  subject: string;
  /** All readable text, bounded. */
  text: string;
  /** The new words of a reply, without quote and signature; never empty when `text` is not. */
  newText: string;
  /** What stands under the writer's own words; `""` when nothing does. */
  signature?: string;
  /** SHA-256 of the text, white space collapsed, hex. */
  bodyHash: string;
  attachments: Attachment[];
  /** `X-Aduan-Surat` values found in this message or in what it returns. */
  letterMarks: string[];
  forwarded: ForwardedFrom | null;
  failures: DeliveryFailure[];
  /** Message-IDs of the letter a report speaks of. */
  reportedIds: string[];
  /** Has `List-Id`: of a list copy and a direct copy the answerable one decides. */
  list: boolean;
  verdict: Verdict;
  /** Sentences in Indonesian: what could not be read. */
  problems: string[];
}
