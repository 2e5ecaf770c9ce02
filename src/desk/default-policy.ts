import type { Policy, Rung, Window } from "./policy.ts";
import { SOP_STEPS, type TimedStep } from "./sop.ts";
import { DAY, HOUR, MINUTE, type Duration } from "./time.ts";

/** Minutes from midnight of `"07.30"`. */
function clock(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

function windows(...spans: [string, string][]): Window[] {
  return spans.map(([from, to]) => ({ from: clock(from), to: clock(to) }));
}

const MONDAY_TO_THURSDAY = windows(["07.30", "12.00"], ["13.00", "16.00"]);
const FRIDAY = windows(["07.30", "11.30"], ["13.00", "16.30"]);
const RAMADAN_MONDAY_TO_THURSDAY = windows(["08.00", "12.00"], ["12.30", "15.00"]);
const RAMADAN_FRIDAY = windows(["08.00", "11.30"], ["12.30", "15.30"]);

const WEEK = [
  [],
  MONDAY_TO_THURSDAY,
  MONDAY_TO_THURSDAY,
  MONDAY_TO_THURSDAY,
  MONDAY_TO_THURSDAY,
  FRIDAY,
  [],
  [],
];

const RAMADAN_WEEK = [
  [],
  RAMADAN_MONDAY_TO_THURSDAY,
  RAMADAN_MONDAY_TO_THURSDAY,
  RAMADAN_MONDAY_TO_THURSDAY,
  RAMADAN_MONDAY_TO_THURSDAY,
  RAMADAN_FRIDAY,
  [],
  [],
];

/** One working day as a ladder offset: an ordinary day's 7.5 working hours. */
const WORKING_DAY: Duration = 7.5 * HOUR;

/** DOMAIN 1.7 as a table: who hears of a step when, in working time from its deadline. */
const LADDER: readonly Rung[] = [
  rung(3, "warning", "helpdesk", -10 * MINUTE),
  rung(3, "overdue", "helpdesk", 0),
  rung(3, "escalation", "section-head", 30 * MINUTE, 0),
  rung(4, "warning", "officer", -15 * MINUTE),
  rung(4, "overdue", "officer", 0),
  rung(4, "escalation", "section-head", HOUR, 0),
  rung(4, "escalation", "division-head", 4 * HOUR, 2 * HOUR),
  rung(5, "warning", "officer", -4 * HOUR),
  rung(5, "overdue", "officer", 0),
  rung(5, "escalation", "section-head", 4 * HOUR, 0),
  rung(5, "escalation", "division-head", WORKING_DAY, 4 * HOUR),
];

function rung(
  step: TimedStep,
  kind: Rung["kind"],
  to: Rung["to"],
  offset: Duration,
  offsetHigh: Duration = offset,
): Rung {
  return { step, kind, to, offset, offsetHigh };
}

function limit(step: TimedStep): Duration {
  return SOP_STEPS.find((each) => each.step === step)?.limit ?? DAY;
}

/** DOMAIN 1.4–1.7 and 2: what holds until the office writes something else in *Pengaturan*. */
export function defaultPolicy(zone: string): Policy {
  return {
    sendMode: "uji",
    calendar: {
      zone,
      week: WEEK,
      periods: [
        { name: "Ramadan 1447 H", from: "2026-02-19", to: "2026-03-20", hours: RAMADAN_WEEK },
        { name: "Ramadan 1448 H", from: "2027-02-08", to: "2027-03-09", hours: RAMADAN_WEEK },
      ],
      days: [],
    },
    limits: { 2: limit(2), 3: limit(3), 4: limit(4), 5: limit(5), 6: limit(6) },
    stepFiveCount: "hari kerja",
    thirdPartyStopsClock: false,
    ladder: LADDER,
    settling: { readings: 2, duration: 2 * MINUTE },
    digestAt: clock("07.45"),
    recapAt: clock("08.00"),
    reopenWorkingDays: 3,
    acknowledgementLimits: { known: 10, unknown: 2, domain: 6 },
    freeMailDomains: [
      "gmail.com",
      "googlemail.com",
      "yahoo.com",
      "yahoo.co.id",
      "ymail.com",
      "rocketmail.com",
      "outlook.com",
      "outlook.co.id",
      "hotmail.com",
      "live.com",
      "msn.com",
      "icloud.com",
      "me.com",
      "proton.me",
      "protonmail.com",
      "aol.com",
      "zoho.com",
      "mail.com",
      "gmx.com",
      "yandex.com",
    ],
    ourAddresses: [],
    dutyPhone: "",
    headCopiedOnAssignment: true,
    keepContactsMonths: 24,
  };
}
