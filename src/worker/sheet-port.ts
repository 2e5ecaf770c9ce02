import type { Complaint } from "../desk/complaint.ts";
import type { Digest } from "../desk/letter.ts";
import type { SeenSerials } from "../desk/numbering.ts";
import type { RowFacts } from "../desk/observation.ts";
import type { Office } from "../desk/office.ts";
import type { Recap } from "../desk/recap.ts";
import type { StaffFields, Ticket } from "../desk/ticket.ts";
import type { Instant } from "../desk/time.ts";

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
  /** Columns and rows left out of the write. */
  refused: Refused[];
  memory: SheetMemory;
}

/** What could not be written, a sentence in Indonesian. */
export interface Refused {
  /** What is in the way, `log/kolom C–C`: the same from pass to pass, however much waits for it. */
  name: string;
  text: string;
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
  /** Lines of *Pengaturan* and *Hari Libur* that could not be taken as typed, with the reason. */
  readonly officeProblems: readonly string[];
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
