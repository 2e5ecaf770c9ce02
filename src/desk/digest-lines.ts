import type { Calendar } from "./calendar.ts";
import { isLateEntry } from "./late-entry.ts";
import type { DigestLine } from "./letter.ts";
import type { Office } from "./office.ts";
import { namesOf } from "./people.ts";
import { openRuns, type Run, type Ticket } from "./ticket.ts";
import type { Instant } from "./time.ts";

/** Why a complaint stands in the digest; the first that fits. */
export type DigestState =
  | "late"
  | "unassigned"
  | "waiting-reporter"
  | "waiting-third-party"
  | "due-today"
  | "due-later";

interface Moment {
  office: Office;
  calendar: Calendar;
  now: Instant;
}

export function stateOf(ticket: Ticket, { calendar, now }: Moment): DigestState {
  const dueAt = nextDue(ticket)?.dueAt ?? null;
  if (dueAt !== null && now > dueAt) return "late";
  const { status, officers, parent } = ticket.fields;
  if (status === "Menunggu Info") return "waiting-reporter";
  if (status === "Menunggu Pihak Ketiga") return "waiting-third-party";
  if (namesOf(officers).length === 0 && parent === "") return "unassigned";
  if (dueAt === null) return "due-later";
  return calendar.localDate(dueAt) === calendar.localDate(now) ? "due-today" : "due-later";
}

export function lineOf(ticket: Ticket, moment: Moment): DigestLine {
  const run = nextDue(ticket);
  const { fields } = ticket;
  return {
    number: ticket.number,
    title: fields.category === "" ? titleOf(ticket) : fields.category,
    unit: fields.unit,
    priority: fields.priority,
    officers: namesOf(fields.officers).join(", "),
    step: run?.step ?? null,
    dueAt: run?.dueAt ?? null,
    note: noteOf(ticket, moment),
    ...(isLateEntry(ticket, moment.calendar) ? { enteredLater: true } : {}),
  };
}

/** *Tinggi* first, then the oldest deadline; without a deadline last. */
export function worstFirst(a: Ticket, b: Ticket): number {
  return (
    Number(isHigh(b)) - Number(isHigh(a)) ||
    compare(dueOf(a), dueOf(b)) ||
    (a.number < b.number ? -1 : 1)
  );
}

export function isHigh({ fields }: Ticket): boolean {
  return fields.priority === "Tinggi";
}

/** What a late complaint waits for, since it stands in no other list. */
function noteOf(ticket: Ticket, moment: Moment): string {
  if (stateOf(ticket, moment) !== "late") return "";
  const { status, officers } = ticket.fields;
  if (status === "Menunggu Pihak Ketiga" || status === "Menunggu Info") return status;
  return namesOf(officers).length === 0 ? "Belum ditugaskan" : "";
}

/** The running step whose deadline comes first. */
function nextDue(ticket: Ticket): Run | undefined {
  return openRuns(ticket)
    .filter(({ dueAt }) => dueAt !== null)
    .toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0];
}

function dueOf(ticket: Ticket): number {
  return nextDue(ticket)?.dueAt ?? Number.POSITIVE_INFINITY;
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function titleOf({ fields, complaint }: Ticket): string {
  return (fields.subject || complaint.subject || fields.text).slice(0, 80);
}
