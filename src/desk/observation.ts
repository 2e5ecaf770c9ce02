import type { Complaint } from "./complaint.ts";
import type { Message } from "./message.ts";
import type { StaffFields } from "./ticket.ts";
import type { Instant } from "./time.ts";

/** A form response, mapped to a complaint; an edit comes again under the same id. */
export interface FormSubmission {
  responseId: string;
  /** RFC 3339 with up to nine decimals, as Google wrote it. */
  createTime: string;
  lastSubmittedTime: string;
  receivedAt: Instant;
  complaint: Complaint;
}

/** What staff cells of one bound row say; a field that could not be read is absent. */
export interface RowFacts {
  number: string;
  facts: Partial<StaffFields>;
  /** Sentences in Indonesian for *Catatan Sistem*, one a cell. */
  problems: string[];
}

/** Everything that `decide` may learn about the outside, in the order it was seen. */
export type Observation =
  | { type: "mail"; message: Message; mailRef: string; knownTicket: string | null }
  /** *Jadikan aduan* was ticked for a message that was put aside. */
  | { type: "promoted-mail"; message: Message; mailRef: string }
  | { type: "form"; submission: FormSubmission; knownTicket: string | null }
  /** A claimed row was read with its number and content: the ticket opens. */
  | { type: "typed"; number: string; complaint: Complaint; fields: StaffFields }
  /** A reading's facts; `previousAt` is the last good reading before it. */
  | {
      type: "facts";
      rows: RowFacts[];
      readAt: Instant;
      previousAt: Instant | null;
      /** The operator said that this reading is meant: a mass change in it holds no letters. */
      accepted?: boolean;
    }
  /** A letter reached a final state: ends step 2 or 6, fills *Surat Terakhir*. */
  | {
      type: "letter";
      number: string;
      kind: string;
      key: string;
      toRole: string;
      state: string;
      detail: string;
      at: Instant;
      messageId: string;
    }
  /** Nothing new but the time. */
  | { type: "tick" };
