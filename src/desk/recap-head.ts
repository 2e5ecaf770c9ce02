import type { RecapRow } from "./recap-rows.ts";
import type { Duration } from "./time.ts";

/** One month's figures; the same for every month, so that they stand beside each other. */
export interface RecapHead {
  month: string;
  cameIn: number;
  requests: number;
  done: number;
  cancelled: number;
  open: number;
  openLate: number;
  onTime: number;
  late: number;
  /** Of `late`: those that waited for a third party. */
  lateThirdParty: number;
  /** Of `late` and `openLate`: those that were typed in long after their report (B065). */
  lateEntered: number;
  /** *Tidak terukur*: nobody could say whether the deadline was kept. */
  unmeasured: number;
  withoutClock: number;
  reopened: number;
  /** Working time, third parties apart; null without a repair of that kind. */
  remoteAverage: Duration | null;
  fieldAverage: Duration | null;
  thirdParty: Duration;
  waitingReporter: Duration;
  unassigned: Duration;
  /** The system's own: nobody's lateness. */
  downtime: Duration;
}

export function recapHead(month: string, rows: readonly RecapRow[]): RecapHead {
  const count = (is: (row: RecapRow) => boolean) => rows.filter(is).length;
  return {
    month,
    cameIn: rows.length,
    requests: count(({ request }) => request),
    done: count(({ phase }) => phase === "closed"),
    cancelled: count(({ phase }) => phase === "cancelled"),
    open: count(({ phase }) => phase === "open"),
    openLate: count(({ lateNow }) => lateNow),
    onTime: count(({ outcome }) => outcome === "on-time"),
    late: count(({ outcome }) => outcome === "late"),
    lateThirdParty: count(({ outcome, thirdParty }) => outcome === "late" && thirdParty > 0),
    lateEntered: count(
      ({ outcome, lateNow, enteredLater }) => enteredLater && (outcome === "late" || lateNow),
    ),
    unmeasured: count(({ outcome }) => outcome === "unmeasured"),
    withoutClock: count(({ outcome }) => outcome === "no-clock"),
    reopened: count(({ reopened }) => reopened > 0),
    remoteAverage: average(rows, 4),
    fieldAverage: average(rows, 5),
    thirdParty: total(rows, "thirdParty"),
    waitingReporter: total(rows, "waitingReporter"),
    unassigned: total(rows, "unassigned"),
    downtime: total(rows, "downtime"),
  };
}

function total(
  rows: readonly RecapRow[],
  part: "thirdParty" | "waitingReporter" | "unassigned" | "downtime",
): Duration {
  return rows.reduce((sum, row) => sum + row[part], 0);
}

function average(rows: readonly RecapRow[], step: 4 | 5): Duration | null {
  const took = rows.flatMap(({ repair }) => (repair?.step === step ? [repair.took] : []));
  if (took.length === 0) return null;
  return Math.round(took.reduce((sum, each) => sum + each, 0) / took.length);
}
