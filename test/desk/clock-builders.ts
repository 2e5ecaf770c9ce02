import { blankFields } from "../../src/desk/blank-fields.ts";
import { type Calendar, makeCalendar } from "../../src/desk/calendar.ts";
import { defaultPolicy } from "../../src/desk/default-policy.ts";
import type { CalendarRules, DayRule } from "../../src/desk/policy.ts";
import type { TimedStep } from "../../src/desk/sop.ts";
import type { Run, StaffFields, Ticket } from "../../src/desk/ticket.ts";
import { HOUR, MINUTE, type Duration, type Instant } from "../../src/desk/time.ts";

/** An instant from the office's wall clock: `2026-11-24 08.12` or `… 08.12.30`. */
export function wib(text: string): Instant {
  const iso = text.replace(" ", "T").replaceAll(".", ":");
  return Temporal.PlainDateTime.from(iso).toZonedDateTime("Asia/Jakarta").epochMilliseconds;
}

/** An instant back as its wall clock, so that a failure can be read. */
export function show(t: Instant | null): string {
  if (t === null || !Number.isFinite(t)) return String(t);
  const zoned = Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO("Asia/Jakarta");
  const time = zoned.toPlainTime().toString({ smallestUnit: "second" }).replace(/:00$/, "");
  return `${zoned.toPlainDate().toString()} ${time.replaceAll(":", ".")}`;
}

export const policy = defaultPolicy("Asia/Jakarta");

export function rulesWith(changes: Partial<CalendarRules>): CalendarRules {
  return { ...policy.calendar, ...changes };
}

export function officeCalendar(...days: DayRule[]): Calendar {
  return makeCalendar(rulesWith({ days }));
}

export const LIMITS: Record<TimedStep, Duration> = {
  2: 10 * MINUTE,
  3: 30 * MINUTE,
  4: HOUR,
  5: 24 * HOUR,
  6: HOUR,
};

export function aRun(step: TimedStep, startedAt: Instant, changes: Partial<Run> = {}): Run {
  return {
    round: 1,
    step,
    startedAt,
    holds: [],
    limit: LIMITS[step],
    dueAt: null,
    policy: "",
    endedAt: null,
    seenFrom: null,
    outcome: null,
    reason: "",
    rungs: [],
    ...changes,
  };
}

const FIELDS: StaffFields = {
  ...blankFields(),
  channel: "Email",
  unit: "Dinas Kesehatan",
  reporter: "Siti",
  email: "dinkes@opd.example",
  place: "Ruang arsip",
  subject: "Internet mati",
  text: "Internet mati sejak pagi.",
};

export function aTicket(
  reportedAt: Instant,
  changes: Partial<Omit<Ticket, "fields">> & { fields?: Partial<StaffFields> } = {},
): Ticket {
  const { fields, ...rest } = changes;
  return {
    number: "JKD-2026-0042",
    origin: "mail",
    complaint: {
      channel: "Email",
      kind: "Aduan",
      reportedAt,
      unit: FIELDS.unit,
      reporter: FIELDS.reporter,
      email: FIELDS.email,
      phone: "",
      place: FIELDS.place,
      subject: FIELDS.subject,
      text: FIELDS.text,
      attachments: [],
      category: "",
      suggestion: { category: "", categorySure: false, priority: "", request: false, reason: "" },
      notes: [],
    },
    fields: { ...FIELDS, ...fields },
    openedAt: reportedAt,
    phase: "open",
    phaseSince: reportedAt,
    round: 1,
    roundSince: reportedAt,
    runs: [],
    stretches: [{ from: reportedAt, status: "Baru", officers: [] }],
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
    ...rest,
  };
}
