import { blankFields } from "../../../src/desk/blank-fields.ts";
import { defaultPolicy } from "../../../src/desk/default-policy.ts";
import type { Complaint } from "../../../src/desk/complaint.ts";
import { type Numbering, withNext, withSeen } from "../../../src/desk/numbering.ts";
import type { Office } from "../../../src/desk/office.ts";
import type { StaffFields, Ticket } from "../../../src/desk/ticket.ts";
import { MINUTE, type Instant } from "../../../src/desk/time.ts";
import { logBook } from "../../../src/sheet/google-sheets.ts";
import type { LogBook, SheetMemory, SheetView } from "../../../src/worker/sheet-port.ts";
import { type MemorySheet, memorySheet, type Row, typed } from "./memory-sheet.ts";

export const ZONE = "Asia/Jakarta";
/** Wednesday 25 November 2026, 09.00 WIB. */
export const MORNING: Instant = Date.UTC(2026, 10, 25, 2, 0, 0);

export const OFFICE: Office = {
  policy: defaultPolicy(ZONE),
  staff: [],
  units: [],
  duty: [],
  spreadsheetUrl: "",
  filterViews: {},
};

/** A worker reduced to its sheet pass, with the journal in memory. */
export interface Worker {
  tickets: Map<string, Ticket>;
  memory: SheetMemory | null;
  /** What the last reading meant. */
  view: SheetView;
  /** Numbers whose rows were born again. */
  restored: string[];
  told: string[];
  /** What the last publishing had to leave out. */
  refused: readonly string[];
  /** A mail arrives: the ticket stands in the journal with the next number. */
  mail(fields: Partial<StaffFields>): string;
  /** `accepted`: the operator has accepted what this reading shows. */
  pass(accepted?: boolean): Promise<SheetView>;
  passes(count: number): Promise<void>;
}

/** The worker over a spreadsheet in memory. */
export interface Desk extends Worker {
  sheet: MemorySheet;
  type(cells: Row): Row;
  /** *No. Aduan* of each row, top down. */
  numbers(): string[];
  row(number: string): Row;
  notes(): string[];
}

export function openDesk(sheet = memorySheet()): Desk {
  const clock = { now: MORNING };
  const options = { spreadsheetId: "office", zone: ZONE, prefix: "JKD", now: () => clock.now };
  return Object.assign(workerOver(logBook(sheet.calls, options), clock), {
    sheet,
    type(cells: Row) {
      const row = typed(cells);
      sheet.log.push(row);
      return row;
    },
    numbers: () => sheet.log.map((row) => String(row["number"] ?? "")),
    row(number: string) {
      const found = sheet.log.filter((row) => row["number"] === number);
      if (found.length !== 1 || !found[0]) throw new Error(`${found.length} rows bear ${number}`);
      return found[0];
    },
    notes: () => sheet.log.map((row) => String(row["note"] ?? "")),
  });
}

export function workerOver(book: LogBook, clock: { now: Instant }): Worker {
  let numbering: Numbering = { serials: {} };
  const nextNumber = () => {
    const { memory, serial } = withNext(numbering, "2026");
    numbering = memory;
    return numberOf(serial);
  };

  const desk: Worker = {
    tickets: new Map(),
    memory: null,
    view: EMPTY_VIEW,
    restored: [],
    told: [],
    refused: [],
    mail(fields) {
      const number = nextNumber();
      desk.tickets.set(number, ticketOf(number, "mail", fields, clock.now - 17_000));
      return number;
    },
    async pass(accepted = false) {
      clock.now += MINUTE;
      const { now } = clock;
      const reading = await book.read(null);
      const tickets = [...desk.tickets.values()];
      const view = reading.understand(desk.memory, { tickets, now, previousAt: null, accepted });
      desk.view = view;
      desk.told.push(...view.lost);
      desk.memory = jsonCopy(view.memory);
      for (const { number, complaint, fields } of view.confirmed) {
        if (desk.tickets.has(number)) continue;
        desk.tickets.set(number, { ...ticketOf(number, "typed", fields, now), complaint });
      }
      numbering = withSeen(numbering, view.serials);
      const claims = view.candidates.map(({ row }) => ({ row, number: nextNumber() }));
      desk.memory = jsonCopy(reading.claim(view, claims));
      desk.restored.push(...view.restore);
      const births = [...view.births, ...view.restore].flatMap((number) => {
        const ticket = desk.tickets.get(number);
        return ticket ? [ticket] : [];
      });
      const report = await reading
        .publish(view, {
          now,
          office: OFFICE,
          tickets: [...desk.tickets.values()],
          births,
          claims,
          history: [],
          otherMail: [],
          problems: {},
          remarks: [],
          heartbeat: null,
          dashboard: null,
          recovery: {},
        })
        .catch(() => null);
      if (report) desk.memory = jsonCopy(report.memory);
      desk.refused = report?.refused.map(({ text }) => text) ?? [];
      return view;
    },
    async passes(count) {
      for (let nth = 0; nth < count; nth++) await desk.pass();
    },
  };
  return desk;
}

export function numberOf(serial: number): string {
  return `JKD-2026-${String(serial).padStart(4, "0")}`;
}

/** What the journal does to memory: only plain JSON survives. */
function jsonCopy(memory: SheetMemory): SheetMemory {
  const copy: SheetMemory = JSON.parse(JSON.stringify(memory));
  return copy;
}

const BLANK: StaffFields = { ...blankFields(), channel: "Email" };

export function ticketOf(
  number: string,
  origin: Ticket["origin"],
  given: Partial<StaffFields>,
  at: Instant,
): Ticket {
  const reportedAt = origin === "typed" ? (given.reportedAt ?? null) : at;
  const fields = { ...BLANK, reportedAt, ...given };
  const complaint: Complaint = {
    channel: fields.channel === "" ? "Email" : fields.channel,
    kind: fields.kind,
    reportedAt: fields.reportedAt ?? at,
    unit: fields.unit,
    reporter: fields.reporter,
    email: fields.email,
    phone: fields.phone,
    place: fields.place,
    subject: fields.subject,
    text: fields.text,
    attachments: [],
    category: "",
    suggestion: { category: "", categorySure: false, priority: "", request: false, reason: "" },
    notes: [],
  };
  return {
    number,
    origin,
    complaint,
    fields,
    openedAt: at,
    phase: "open",
    phaseSince: at,
    round: 1,
    roundSince: at,
    runs: [],
    stretches: [],
    messageIds: [],
    mailRefs: [],
    participants: [],
    lastMessage: null,
    lastLetter: null,
    notes: {},
    counters: { assignment: 0, reply: 0, update: 0 },
    replyToldAt: null,
    assigned: [],
    seq: 1,
  };
}

const EMPTY_VIEW: SheetView = {
  brake: null,
  facts: [],
  candidates: [],
  confirmed: [],
  births: [],
  restore: [],
  lost: [],
  present: [],
  promoted: [],
  historyIds: [],
  otherMailRefs: [],
  serials: { own: {}, foreign: {} },
  warnings: [],
  memory: {},
};
