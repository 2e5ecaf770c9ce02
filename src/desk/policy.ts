import type { TimedStep } from "./sop.ts";
import type { Duration, LocalDate } from "./time.ts";

/** Minutes from local midnight, closed-open; `to` may be 1440 (24.00). */
export interface Window {
  from: number;
  to: number;
}

/** Windows per ISO weekday, index 1 (Monday) to 7 (Sunday); sorted, not overlapping; index 0 unused. */
export type WeekHours = readonly (readonly Window[])[];

/** Other weekly hours between two days, both included (Ramadan). */
export interface Period {
  name: string;
  from: LocalDate;
  to: LocalDate;
  hours: WeekHours;
}

/** One line of *Hari Libur*, or of the decreed list. The office's line beats the decreed one. */
export interface DayRule {
  date: LocalDate;
  name: string;
  what: "libur" | "dicoret" | "jam khusus";
  /** Only for `jam khusus`: replaces whatever the day would have been. */
  windows: readonly Window[];
}

/** Everything a calendar is made of. */
export interface CalendarRules {
  /** IANA zone, `Asia/Jakarta`. */
  zone: string;
  week: WeekHours;
  periods: readonly Period[];
  /** The office's lines of *Hari Libur*; the decreed days come from `decreed-days-off.ts`. */
  days: readonly DayRule[];
}

export type StepFiveCount = "hari kerja" | "jam dinding" | "jam kerja";

/** Who hears of a rung. */
export type RungAudience = "officer" | "helpdesk" | "section-head" | "division-head";

/** One rung of DOMAIN 1.7's ladder. Offsets are working time from the deadline; negative = before. */
export interface Rung {
  step: TimedStep;
  kind: "warning" | "overdue" | "escalation";
  to: RungAudience;
  offset: Duration;
  /** Offset for *Tinggi*; equal to `offset` when the priority changes nothing. */
  offsetHigh: Duration;
}

export type SendMode = "ya" | "uji" | "tidak";

/** The office's rules as *Pengaturan* and *Hari Libur* give them, with the defaults of DOMAIN. */
export interface Policy {
  sendMode: SendMode;
  calendar: CalendarRules;
  /** Limit of each timed step; steps 2, 3, 4, 6 in working time, step 5 by `stepFiveCount`. */
  limits: Record<TimedStep, Duration>;
  stepFiveCount: StepFiveCount;
  thirdPartyStopsClock: boolean;
  ladder: readonly Rung[];
  settling: { readings: number; duration: Duration };
  /** Minutes from local midnight, on working days. */
  digestAt: number;
  /** Minutes from local midnight, on the first working day of a month. */
  recapAt: number;
  /** Reopening lasts until closing time of this many working days after closing. */
  reopenWorkingDays: number;
  /** Acknowledgements an hour. */
  acknowledgementLimits: { known: number; unknown: number; domain: number };
  freeMailDomains: readonly string[];
  /** *Alamat Kita*: addresses that are the office's own; no letter ever goes there. */
  ourAddresses: readonly string[];
  dutyPhone: string;
  headCopiedOnAssignment: boolean;
  keepContactsMonths: number;
}
