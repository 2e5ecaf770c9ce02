import type { Calendar } from "./calendar.ts";
import { recapHead, type RecapHead } from "./recap-head.ts";
import { countBy, type RecapLine } from "./recap-lines.ts";
import { type RecapOptions, type RecapRow, rowOf } from "./recap-rows.ts";
import { stepFigures, type StepFigures } from "./recap-steps.ts";
import type { Ticket } from "./ticket.ts";
import type { Instant } from "./time.ts";

/**
 * One month in figures: the complaints that came in during it, as they stand at `asOf`. Every
 * figure counts `rows`, so that they add up: came in = done + cancelled + open, and
 * done = on time + late + unmeasured + without clock.
 */
export interface Recap {
  /** `2026-11` */
  month: string;
  asOf: Instant;
  head: RecapHead;
  /** The months before, oldest first. */
  before: RecapHead[];
  steps: StepFigures[];
  categories: RecapLine[];
  units: RecapLine[];
  causes: RecapLine[];
  channels: RecapLine[];
  officers: RecapLine[];
  rows: RecapRow[];
}

export interface MonthsOptions extends RecapOptions {
  /** How many months before are shown; their tickets must be among those given. */
  monthsBefore?: number;
}

/** The recap of `month` (`2026-11`) from all tickets that were opened in it or in the months before. */
export function recapOf(month: string, tickets: readonly Ticket[], options: MonthsOptions): Recap {
  const { calendar, now, monthsBefore = 5 } = options;
  const byMonth = Map.groupBy(tickets, (ticket) => monthOf(cameInAt(ticket), calendar));
  const rowsOf = (each: string) =>
    (byMonth.get(each) ?? []).map((ticket) => rowOf(ticket, options));
  const rows = rowsOf(month).toSorted(
    (a, b) => a.cameInAt - b.cameInAt || (a.number < b.number ? -1 : 1),
  );
  const before = Array.from({ length: monthsBefore }, (_, nth) =>
    addMonths(month, nth - monthsBefore),
  );
  return {
    month,
    asOf: now,
    head: recapHead(month, rows),
    before: before.map((each) => recapHead(each, rowsOf(each))),
    steps: stepFigures(byMonth.get(month) ?? []),
    categories: countBy(rows, ({ category }) => category),
    units: countBy(rows, ({ unit }) => unit),
    causes: countBy(rows, ({ cause }) => cause),
    channels: countBy(rows, ({ channel }) => channel),
    officers: countBy(rows.flatMap(byOfficer), ({ officers }) => officers),
    rows,
  };
}

/** One complaint as each of its officers answers for it. */
function byOfficer(row: RecapRow): RecapRow[] {
  const named = Object.entries(row.officerOutcomes);
  if (named.length === 0) return [row];
  return named.map(([name, outcome]) => ({ ...row, officers: [name], outcome }));
}

/** When a complaint counts as having come in: as it was reported. */
export function cameInAt({ fields, complaint }: Ticket): Instant {
  return fields.reportedAt ?? complaint.reportedAt;
}

/** `2026-11` of an instant, in the office's zone. */
export function monthOf(at: Instant, calendar: Calendar): string {
  return calendar.localDate(at).slice(0, 7);
}

/** `addMonths("2026-11", -1)` is `2026-10`. */
export function addMonths(month: string, count: number): string {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  const year = String(Math.floor(total / 12)).padStart(4, "0");
  return `${year}-${String((((total % 12) + 12) % 12) + 1).padStart(2, "0")}`;
}
