import { makeCalendar, type Calendar } from "../desk/calendar.ts";
import type { Office } from "../desk/office.ts";
import { stepTitle, type TimedStep } from "../desk/sop.ts";
import { currentRun, openRuns, type Run, type Ticket } from "../desk/ticket.ts";
import type { Instant } from "../desk/time.ts";
import { shortInstant } from "../desk/words.ts";
import { cut } from "./cells.ts";
import type { TimeState } from "./choices.ts";
import { nextAction } from "./next-action.ts";
import { toSerial } from "./serials.ts";

/** Cell values by column key; times are serials of the office's wall clock, `""` is blank. */
export type RowCells = Record<string, string | number>;

/** The cells of a ticket's row that are the worker's alone. */
export function workerCells(ticket: Ticket, office: Office, now: Instant): RowCells {
  const { zone } = office.policy.calendar;
  const run = runningRun(ticket);
  const stamp = (t: Instant | null | undefined): string | number =>
    t == null ? "" : toSerial(t, zone);
  const cells: RowCells = {
    number: ticket.number,
    timeState: timeState(ticket, run, office, now),
    due: stamp(run?.dueAt),
    note: noteOf(ticket),
    attachments: attachmentsOf(ticket),
    suggestion: suggestionOf(ticket),
    stage: stageOf(ticket, run),
    received: stamp(currentOrFirst(ticket, 2)?.endedAt ?? ticket.openedAt),
    identified: stamp(currentRun(ticket, 3)?.endedAt),
    repaired: stamp((currentRun(ticket, 5) ?? currentRun(ticket, 4))?.endedAt),
    reported: stamp(currentRun(ticket, 6)?.endedAt),
    closed: stamp(ticket.phase === "open" ? null : ticket.phaseSince),
    lastMessage: lastMessageOf(ticket, zone),
    lastLetter: lastLetterOf(ticket, zone),
    code: ticket.number,
  };
  for (const [key, value] of Object.entries(cells)) {
    if (typeof value === "string") cells[key] = cut(value);
  }
  return cells;
}

/** Every cell of a row at its birth, or when it is restored: staff cells as last accepted. */
export function birthCells(ticket: Ticket, office: Office, now: Instant): RowCells {
  const { zone } = office.policy.calendar;
  const { fields, origin, complaint } = ticket;
  const reportedAt = fields.reportedAt ?? (origin === "typed" ? null : complaint.reportedAt);
  const cells: RowCells = {
    ...workerCells(ticket, office, now),
    reportedAt: reportedAt === null ? "" : toSerial(reportedAt, zone),
    channel: fields.channel,
    kind: fields.kind,
    unit: fields.unit,
    reporter: fields.reporter,
    email: fields.email,
    phone: fields.phone,
    place: fields.place,
    subject: fields.subject,
    text: fields.text,
    category: fields.category,
    priority: fields.priority,
    suspectedCause: fields.suspectedCause,
    visit: fields.visit,
    officers: fields.officers,
    status: fields.status,
    cause: fields.cause,
    result: fields.result,
    finishedAt: fields.finishedAt === null ? "" : toSerial(fields.finishedAt, zone),
    cancelReason: fields.cancelReason,
    parent: fields.parent,
    remark: fields.remark,
  };
  for (const [key, value] of Object.entries(cells)) {
    if (typeof value === "string") cells[key] = cut(value);
  }
  return cells;
}

/** The run that *Batas Waktu* speaks of: the latest step with its clock on. */
function runningRun(ticket: Ticket): Run | undefined {
  return openRuns(ticket).toSorted((a, b) => b.step - a.step)[0];
}

function currentOrFirst(ticket: Ticket, step: TimedStep): Run | undefined {
  return currentRun(ticket, step) ?? ticket.runs.find((run) => run.step === step);
}

function timeState(ticket: Ticket, run: Run | undefined, office: Office, now: Instant): TimeState {
  if (ticket.phase !== "open") return "Selesai";
  if (!run) return lastOutcome(ticket) === "unmeasured" ? "Tidak terukur" : "Tanpa batas";
  if (run.step === 3 && run.holds.some((hold) => hold.to === null)) return "Menunggu pelapor";
  if (run.dueAt === null) return "Tanpa batas";
  if (now > run.dueAt) return "Terlambat";
  if (run.rungs.some(({ rung }) => rung.startsWith("warning/"))) return "Mendekati batas";
  return calendarOf(office).isOpen(now) ? "Tepat waktu" : "Di luar jam";
}

function lastOutcome(ticket: Ticket): Run["outcome"] | undefined {
  return ticket.runs.findLast((run) => run.endedAt !== null)?.outcome;
}

const calendars = new WeakMap<object, Calendar>();

/** One calendar for each set of rules: making one costs more than a pass. */
function calendarOf(office: Office): Calendar {
  const rules = office.policy.calendar;
  const known = calendars.get(rules);
  if (known) return known;
  const made = makeCalendar(rules);
  calendars.set(rules, made);
  return made;
}

/** The one next action first, then what else there is to say, each a sentence of its own line. */
function noteOf(ticket: Ticket): string {
  const said = [nextAction(ticket), ...Object.values(ticket.notes), ...ticket.complaint.notes];
  return [...new Set(said.filter((sentence) => sentence !== ""))].join("\n");
}

function attachmentsOf({ complaint: { attachments } }: Ticket): string {
  if (attachments.length === 0) return "";
  return `${attachments.length} berkas: ${attachments.map(({ name }) => name).join(", ")}`;
}

function suggestionOf({ complaint: { suggestion } }: Ticket): string {
  const { category, priority, request, reason } = suggestion;
  const said = [
    category,
    priority === "" ? "" : `prioritas ${priority}`,
    request ? "tampaknya permintaan" : "",
  ].filter((part) => part !== "");
  if (said.length === 0) return reason;
  return reason === "" ? said.join("; ") : `${said.join("; ")} (${reason})`;
}

function stageOf(ticket: Ticket, run: Run | undefined): string {
  const again = ticket.round > 1 ? ` (dibuka kembali ${ticket.round - 1})` : "";
  if (ticket.phase === "cancelled") return `Dibatalkan${again}`;
  if (ticket.phase === "closed") return `${stepTitle(7)}${again}`;
  const step = run?.step ?? ticket.runs.at(-1)?.step ?? 2;
  return `${stepTitle(step)}${again}`;
}

function lastMessageOf({ lastMessage }: Ticket, zone: string): string {
  if (!lastMessage) return "";
  return `${lastMessage.who}, ${shortInstant(lastMessage.at, zone)}: ${lastMessage.text}`;
}

function lastLetterOf({ lastLetter }: Ticket, zone: string): string {
  return lastLetter ? `${shortInstant(lastLetter.at, zone)}: ${lastLetter.text}` : "";
}
