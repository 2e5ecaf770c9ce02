import type { Policy } from "./policy.ts";
import type { LocalDate } from "./time.ts";

export const ROLES = ["Admin", "Petugas", "Kepala Seksi", "Kepala Bidang"] as const;
export type StaffRole = (typeof ROLES)[number];

/** One line of *Petugas*. */
export interface StaffMember {
  name: string;
  email: string;
  role: StaffRole;
  active: boolean;
  leaveFrom: LocalDate | null;
  leaveTo: LocalDate | null;
}

/** One line of *OPD-Desa*. */
export interface Unit {
  name: string;
  shortName: string;
  kind: string;
  subDistrict: string;
  /** Lower-case addresses, `domain` or `*.domain`. */
  addresses: readonly string[];
}

/** One line of *Jadwal Piket*: a date beats a weekday (ISO, 1 = Monday). */
export interface DutyLine {
  date: LocalDate | null;
  weekday: number | null;
  officer: string;
  deputy: string;
}

/** What the office's own tabs say, as of the last good reading; kept in the journal. */
export interface Office {
  policy: Policy;
  staff: readonly StaffMember[];
  units: readonly Unit[];
  duty: readonly DutyLine[];
  /** Google's own link to the spreadsheet, with filter-view links by title. */
  spreadsheetUrl: string;
  filterViews: Record<string, string>;
}
