import { blankFields } from "../../src/desk/blank-fields.ts";
import type { Complaint } from "../../src/desk/complaint.ts";
import type { TicketEvent } from "../../src/desk/event.ts";
import type { Letter } from "../../src/desk/letter.ts";
import type { StaffFields, Ticket } from "../../src/desk/ticket.ts";
import type { Instant } from "../../src/desk/time.ts";
import type { OtherMailLine } from "../../src/worker/sheet-port.ts";

/** The instant of an ISO text. */
export function at(text: string): Instant {
  return Temporal.Instant.from(text).epochMilliseconds;
}

export const MONDAY = at("2026-11-23T08:00+07:00");

/** A valid ticket opened on a Monday morning; a test states only what it is about. */
export function aTicket(overrides: Partial<Ticket> = {}): Ticket {
  return {
    number: "JKD-2026-0001",
    origin: "mail",
    complaint: aComplaint(),
    fields: someFields(),
    openedAt: MONDAY,
    phase: "open",
    phaseSince: MONDAY,
    round: 1,
    roundSince: MONDAY,
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
    seq: 0,
    ...overrides,
  };
}

export function aComplaint(): Complaint {
  return {
    channel: "Email",
    kind: "Aduan",
    reportedAt: MONDAY,
    unit: "Kecamatan Bae",
    reporter: "Sri Wahyuni",
    email: "sri@bae.example",
    phone: "",
    place: "Ruang pelayanan",
    subject: "Internet mati",
    text: "Sejak pagi internet di ruang pelayanan mati – mohon dicek.",
    attachments: [],
    category: "",
    suggestion: {
      category: "",
      categorySure: false,
      priority: "",
      request: false,
      reason: "",
    },
    notes: [],
  };
}

function someFields(): StaffFields {
  return {
    ...blankFields(),
    reportedAt: MONDAY,
    channel: "Email",
    unit: "Kecamatan Bae",
    reporter: "Sri Wahyuni",
    email: "sri@bae.example",
    place: "Ruang pelayanan",
    subject: "Internet mati",
    text: "Sejak pagi internet di ruang pelayanan mati.",
  };
}

export function anEvent(number: string, seq: number, when: Instant = MONDAY): TicketEvent {
  return {
    id: `${number}/${seq}`,
    number,
    at: when,
    by: "sistem",
    type: "noted",
    name: "uji",
    text: `catatan ke-${seq}`,
  };
}

export function aLetter(overrides: Partial<Letter> = {}): Letter {
  const key = overrides.key ?? "JKD-2026-0001/r1/acknowledgement/reporter";
  return {
    key,
    reasons: [key],
    kind: "reopened",
    to: { role: "reporter", name: "Sri Wahyuni", address: "sri@bae.example" },
    ticket: "JKD-2026-0001",
    facts: { kind: "reopened", to: "reporter", quote: "masih mati", dueAt: null },
    causedBySheet: false,
    plannedAt: MONDAY,
    expiresAt: null,
    state: "planned",
    detail: "",
    attempts: 0,
    nextAt: MONDAY,
    handedAt: null,
    sentAt: null,
    messageId: "<0a1b@kab.example>",
    rendered: null,
    serverMessageId: "",
    reachable: 0,
    mode: "ya",
    thread: [],
    ...overrides,
  };
}

export function anOtherMail(uid: number, when: Instant = MONDAY): OtherMailLine {
  return {
    mailRef: `INBOX/7/${uid}`,
    at: when,
    from: "kabar@iklan.example",
    subject: "Penawaran",
    class: "bulk",
    reason: "surat massal",
  };
}
