import { makeCalendar } from "../../../src/desk/calendar.ts";
import { policyDigest } from "../../../src/desk/deadline.ts";
import { defaultPolicy } from "../../../src/desk/default-policy.ts";
import type { World } from "../../../src/desk/draft.ts";
import type { DutyLine, Office, StaffMember, Unit } from "../../../src/desk/office.ts";
import type { Policy } from "../../../src/desk/policy.ts";
import type { Instant } from "../../../src/desk/time.ts";

export const ADMIN = "admin@diskominfo.example";
export const BUDI = "budi@diskominfo.example";
export const TONO = "tono@diskominfo.example";
export const SECTION_HEAD = "kasi@diskominfo.example";
export const DIVISION_HEAD = "kabid@diskominfo.example";
export const OPERATOR = "operator@diskominfo.example";
export const HELPDESK_MAILBOX = "helpdesk@diskominfo.example";

/** Cells that end step 3 and give the repair, by telephone, to Budi. */
export const ASSIGNED = {
  priority: "Sedang",
  visit: "Tidak perlu",
  officers: "Budi Santoso",
} as const;

export function aMember(name: string, changes: Partial<StaffMember> = {}): StaffMember {
  return {
    name,
    email: `${name.toLowerCase().split(" ")[0] ?? ""}@diskominfo.example`,
    role: "Petugas",
    active: true,
    leaveFrom: null,
    leaveTo: null,
    ...changes,
  };
}

export const STAFF: readonly StaffMember[] = [
  aMember("Rina", { role: "Admin", email: ADMIN }),
  aMember("Budi Santoso"),
  aMember("Tono Wibowo"),
  aMember("Hadi", { role: "Kepala Seksi", email: SECTION_HEAD }),
  aMember("Sri", { role: "Kepala Bidang", email: DIVISION_HEAD }),
];

export function aUnit(name: string, ...addresses: string[]): Unit {
  return { name, shortName: "", kind: "OPD", subDistrict: "", addresses };
}

export const UNITS: readonly Unit[] = [
  aUnit("Dinas Kesehatan", "dinkes@kuduskab.example"),
  aUnit("Kecamatan Mejobo", "kec.mejobo@kuduskab.example"),
  aUnit("Dinas Sosial", "dinsos.example"),
];

export const DUTY: readonly DutyLine[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  date: null,
  weekday,
  officer: "Tono Wibowo",
  deputy: "Budi Santoso",
}));

export function aPolicy(changes: Partial<Policy> = {}): Policy {
  return {
    ...defaultPolicy("Asia/Jakarta"),
    sendMode: "ya",
    ourAddresses: [HELPDESK_MAILBOX],
    ...changes,
  };
}

export function anOffice(changes: Partial<Office> = {}): Office {
  return {
    policy: aPolicy(),
    staff: STAFF,
    units: UNITS,
    duty: DUTY,
    spreadsheetUrl: "https://sheets.example/log",
    filterViews: {},
    ...changes,
  };
}

/** A calendar is made once for its rules, as the worker does once a pass. */
const made = new WeakMap<Policy, Pick<World, "calendar" | "policy">>();

export function clockOf(policy: Policy): Pick<World, "calendar" | "policy"> {
  const known = made.get(policy);
  if (known) return known;
  const clock = { calendar: makeCalendar(policy.calendar), policy: policyDigest(policy) };
  made.set(policy, clock);
  return clock;
}

export function worldAt(now: Instant, office: Office): World {
  return {
    office,
    ...clockOf(office.policy),
    prefix: "JKD",
    operator: OPERATOR,
    now,
    downtimes: [],
    gaps: [],
  };
}
