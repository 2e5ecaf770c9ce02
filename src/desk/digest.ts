import type { Calendar } from "./calendar.ts";
import { calendarWarnings } from "./calendar-care.ts";
import { dateOfDay, dayNumber } from "./calendar-zone.ts";
import { lineOf, type DigestState, stateOf, worstFirst } from "./digest-lines.ts";
import type { Digest } from "./letter.ts";
import type { Office } from "./office.ts";
import { officersOf, onDuty } from "./people.ts";
import type { Ticket } from "./ticket.ts";
import { DAY, type Instant } from "./time.ts";
import { dayWords } from "./words.ts";

/** Whose digest: an officer's holds what stands in his name. */
export type DigestAudience =
  | { kind: "section-head" | "division-head" | "helpdesk" }
  | { kind: "officer"; name: string };

export interface DigestInput {
  open: readonly Ticket[];
  /** Closed or cancelled since the last digest. */
  closedSince: readonly Ticket[];
  /** Everything that came in during the last 30 days, for units disturbed often. */
  recent: readonly Ticket[];
  office: Office;
  calendar: Calendar;
  now: Instant;
  /** The last digest that went out; null: none yet, a day back is taken. */
  since: Instant | null;
  failedLetters: readonly { number: string; text: string }[];
  /** Sentences: what the worker could not do. */
  warnings: readonly string[];
}

/** The day's figures for one reader. Each complaint stands in one list only, the worst that fits. */
export function digestFor(audience: DigestAudience, input: DigestInput): Digest {
  const own = (ticket: Ticket) => audience.kind !== "officer" || isOf(audience.name, ticket, input);
  const open = input.open.filter(own).toSorted(worstFirst);
  const closed = input.closedSince.filter(own).filter(({ phase }) => phase === "closed");
  const since = input.since ?? input.now - DAY;
  const opened = [...open, ...input.closedSince.filter(own)].filter(
    (each) => each.openedAt > since,
  );
  const inState = (state: DigestState) =>
    open
      .filter((ticket) => stateOf(ticket, input) === state)
      .map((ticket) => lineOf(ticket, input));
  const forOffice = audience.kind !== "officer";
  return {
    audience: audience.kind,
    asOf: input.now,
    newCount: opened.length,
    doneCount: closed.length,
    doneOnTime: closed.filter(isOnTime).length,
    openCount: open.length,
    late: inState("late"),
    dueToday: inState("due-today"),
    unassigned: inState("unassigned"),
    waitingReporter: inState("waiting-reporter"),
    waitingThirdParty: inState("waiting-third-party"),
    ...(forOffice ? {} : { dueLater: inState("due-later") }),
    onDuty: onDuty(input.office, input.calendar, input.now)
      .map(({ name }) => name)
      .join(", "),
    frequentUnits: forOffice ? frequentUnits(input.recent) : [],
    failedLetters: forOffice ? [...input.failedLetters] : [],
    warnings: forOffice ? [...input.warnings, ...gaps(input)] : [],
  };
}

function isOf(name: string, ticket: Ticket, { office }: DigestInput): boolean {
  const { known } = officersOf(ticket.fields.officers, office);
  return known.some((member) => member.name === name);
}

/** Every step that was timed kept its limit. */
function isOnTime({ runs }: Ticket): boolean {
  const outcomes = new Set(runs.map(({ outcome }) => outcome));
  return outcomes.has("on-time") && !outcomes.has("late") && !outcomes.has("unmeasured");
}

const OFTEN = 3;

function frequentUnits(recent: readonly Ticket[]): Digest["frequentUnits"] {
  const faults = recent.filter(({ fields }) => fields.kind === "Aduan" && fields.unit !== "");
  return Map.groupBy(faults, ({ fields }) => fields.unit)
    .entries()
    .map(([unit, tickets]) => ({ unit, count: tickets.length }))
    .filter(({ count }) => count >= OFTEN)
    .toArray()
    .toSorted((a, b) => b.count - a.count || (a.unit < b.unit ? -1 : 1));
}

const DAYS_AHEAD = 7;

/** An office that keeps no roster at all is not reminded of it every morning. */
function gaps({ office, calendar, now }: DigestInput): string[] {
  const calendarGaps = calendarWarnings(office.policy, calendar.localDate(now));
  if (office.duty.length === 0) return calendarGaps;
  const today = dayNumber(calendar.localDate(now));
  const empty = Array.from({ length: DAYS_AHEAD }, (_, ahead) => dateOfDay(today + ahead))
    .filter((date) => onDuty(office, calendar, calendar.startOfDay(date)).length === 0)
    .map(dayWords);
  if (empty.length === 0) return calendarGaps;
  return [...calendarGaps, `Jadwal Piket belum diisi untuk ${empty.join("; ")}.`];
}
