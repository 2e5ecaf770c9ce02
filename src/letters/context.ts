import { makeCalendar, type Calendar } from "../desk/calendar.ts";
import type { Downtime } from "../desk/custody.ts";
import { countOf, measureCounted } from "../desk/deadline.ts";
import { lateSentence } from "../desk/lateness.ts";
import type { Letter, LetterFacts, LetterKind, Recipient } from "../desk/letter.ts";
import type { Office } from "../desk/office.ts";
import type { CalendarRules } from "../desk/policy.ts";
import { stepTitle, type TimedStep } from "../desk/sop.ts";
import type { Ticket } from "../desk/ticket.ts";
import type { Duration, Instant } from "../desk/time.ts";
import { clockTime, durationWords, longInstant } from "../desk/words.ts";
import { shorten } from "./values.ts";

/** What a data function may look at: plain values, and the office's calendar made of them. */
export interface Context {
  letter: Letter;
  ticket: Ticket | null;
  office: Office;
  now: Instant;
  calendar: Calendar;
  downtimes: readonly Downtime[];
}

export type FactsOf<K extends LetterKind> = Extract<LetterFacts, { kind: K }>;

/** Whom a letter speaks to; the templates choose salutation and footer by it. */
export interface AddresseeData {
  name: string;
  reporter: boolean;
  officer: boolean;
  sectionHead: boolean;
  divisionHead: boolean;
  helpdesk: boolean;
  onDuty: boolean;
  operator: boolean;
}

/** What every template may mention. */
export interface CommonData {
  to: AddresseeData;
  /** `""` for letters about no single complaint. */
  number: string;
  sheetUrl: string;
}

export function contextOf(
  letter: Letter,
  ticket: Ticket | null,
  office: Office,
  now: Instant,
): Context {
  const calendar = calendarOf(office.policy.calendar);
  return { letter, ticket, office, now, calendar, downtimes: [] };
}

export function commonData({ letter, office }: Context): CommonData {
  return {
    to: addressee(letter.to),
    number: letter.ticket ?? "",
    sheetUrl: linkFor(letter, office),
  };
}

/** `Selasa, 24 November 2026 pukul 08.32 WIB`; `""` where there is no time, or never one. */
export function timeWords(at: Instant | null, { calendar }: Context): string {
  return at === null || !Number.isFinite(at) ? "" : longInstant(at, calendar.zone);
}

/** A deadline in a list: today's are read by the clock. */
export function dueWords(dueAt: Instant | null, context: Context): string {
  const { calendar, now } = context;
  if (dueAt === null || !Number.isFinite(dueAt)) return "";
  const isToday = calendar.localDate(dueAt) === calendar.localDate(now);
  return isToday ? `pukul ${clockTime(dueAt, calendar.zone)}` : timeWords(dueAt, context);
}

/** How long past a deadline, in the time that the step itself is counted in; `""` before it. */
export function lateWords(step: TimedStep, dueAt: Instant, context: Context): string {
  const { now } = context;
  const late = countedBetween(step, dueAt, now, context);
  if (now <= dueAt) return "";
  return late <= 0 ? "sejak jam layanan terakhir" : durationWords(late);
}

/** What made the complaint late, from the one split that all figures speak from; else `""`. */
export function lateExplanation({ ticket, calendar, downtimes, office, now }: Context): string {
  if (ticket === null) return "";
  return lateSentence(ticket, calendar, downtimes, now, office.policy.stepFiveCount);
}

/** What is left until a deadline; `""` after it. */
export function leftWords(step: TimedStep, dueAt: Instant, context: Context): string {
  if (context.now >= dueAt) return "";
  return durationWords(countedBetween(step, context.now, dueAt, context));
}

export function stepWords(step: TimedStep): string {
  return stepTitle(step).replace("–", "-");
}

/** In the time that the step itself is counted in. */
function countedBetween(
  step: TimedStep,
  from: Instant,
  to: Instant,
  { calendar, office }: Context,
): Duration {
  return measureCounted(calendar, countOf(step, office.policy.stepFiveCount), from, to);
}

const LONGEST_NAME = 100;

function addressee({ role, name }: Recipient): AddresseeData {
  return {
    name: shorten(name, LONGEST_NAME),
    reporter: role === "reporter",
    officer: role === "officer",
    sectionHead: role === "section-head",
    divisionHead: role === "division-head",
    helpdesk: role === "helpdesk",
    onDuty: role === "on-duty",
    operator: role === "operator",
  };
}

/** Never the spreadsheet's address for people outside the office. */
function linkFor({ kind, to }: Letter, office: Office): string {
  if (to.role === "reporter") return "";
  const view = kind === "overdue" || kind === "escalation" ? "Terlambat" : "Terbuka";
  return office.filterViews[to.name] ?? office.filterViews[view] ?? office.spreadsheetUrl;
}

/** Making a calendar costs more than a letter; the office's rules change seldom. */
const calendars = new WeakMap<CalendarRules, Calendar>();

function calendarOf(rules: CalendarRules): Calendar {
  const known = calendars.get(rules);
  if (known !== undefined) return known;
  const made = makeCalendar(rules);
  calendars.set(rules, made);
  return made;
}
