import type { Recipient, RecipientRole } from "./letter.ts";
import type { Office, StaffMember, StaffRole } from "./office.ts";
import type { Calendar } from "./calendar.ts";
import type { Ticket } from "./ticket.ts";
import type { Instant, LocalDate } from "./time.ts";

/** Names of one *Petugas* cell: several choices are joined by commas, people write "dan". */
export function namesOf(cell: string): string[] {
  return cell
    .split(/[,;\n/&]|\bdan\b/i)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

export interface Officers {
  known: StaffMember[];
  /** Names that stand in no active line of *Petugas*. */
  unknown: string[];
}

export function officersOf(cell: string, { staff }: Pick<Office, "staff">): Officers {
  // A full name may itself hold a comma ("Budi, S.Kom."), so the whole cell is tried first.
  const whole = memberNamed(cell, staff);
  if (whole) return { known: [whole], unknown: [] };
  const known: StaffMember[] = [];
  const unknown: string[] = [];
  for (const name of namesOf(cell)) {
    const member = memberNamed(name, staff);
    if (member) known.push(member);
    else unknown.push(name);
  }
  return { known, unknown };
}

function memberNamed(name: string, staff: readonly StaffMember[]): StaffMember | undefined {
  const wanted = plain(name);
  return staff.find((member) => member.active && plain(member.name) === wanted);
}

function plain(name: string): string {
  return name.trim().replaceAll(/\s+/g, " ").toLowerCase();
}

export function isOnLeave(member: StaffMember, day: LocalDate): boolean {
  if (member.leaveFrom === null) return false;
  return member.leaveFrom <= day && day <= (member.leaveTo ?? member.leaveFrom);
}

/** Active people of a role who can be written to and are not on leave (DESIGN 7). */
export function present(role: StaffRole, office: Office, day: LocalDate): StaffMember[] {
  return holders(role, office).filter((member) => !isOnLeave(member, day));
}

function holders(role: StaffRole, office: Office): StaffMember[] {
  return office.staff.filter(
    ({ active, role: own, email }) =>
      active && own === role && email !== "" && !isOwnAddress(office, email),
  );
}

/** The first usable address of a cell or an answer that people typed (B025), `""` if there is none. */
export function addressIn(text: string): string {
  const parts = text.toLowerCase().split(/[\s,;<>()"]/);
  return parts.find((part) => /^[^@]+@[^@.]+(?:\.[^@.]+)+$/.test(part)) ?? "";
}

/** No letter ever goes to the office's own mailbox (DESIGN 7), whatever a cell says. */
export function isOwnAddress({ policy }: Office, address: string): boolean {
  const wanted = address.trim().toLowerCase();
  return policy.ourAddresses.some((own) => own.toLowerCase() === wanted);
}

/** The next of the role when one is on leave; when all are, the post still gets its letters. */
function head(role: StaffRole, office: Office, day: LocalDate): StaffMember[] {
  const here = present(role, office, day);
  return (here.length > 0 ? here : holders(role, office)).slice(0, 1);
}

/** "The helpdesk": the active Admins, else the operator (DESIGN 7). */
export function helpdesk(office: Office, day: LocalDate, operator: string): Recipient[] {
  const admins = present("Admin", office, day).map((member) => recipient("helpdesk", member));
  if (admins.length > 0) return admins;
  return [{ role: "helpdesk", name: "Admin Helpdesk TIK", address: operator }];
}

export function sectionHead(office: Office, day: LocalDate): Recipient[] {
  return head("Kepala Seksi", office, day).map((member) => recipient("section-head", member));
}

export function divisionHead(office: Office, day: LocalDate): Recipient[] {
  return head("Kepala Bidang", office, day).map((member) => recipient("division-head", member));
}

/** The officers named on a ticket who can be written to. */
export function assignees(ticket: Ticket, office: Office): Recipient[] {
  return reachable(ticket, office).map((member) => recipient("officer", member));
}

function reachable({ fields }: Ticket, office: Office): StaffMember[] {
  return officersOf(fields.officers, office).known.filter(
    ({ email }) => email !== "" && !isOwnAddress(office, email),
  );
}

/** Is one of the named officers who can be written to at work that day? */
export function isAnyPresent(ticket: Ticket, office: Office, day: LocalDate): boolean {
  return reachable(ticket, office).some((member) => !isOnLeave(member, day));
}

/** *Jadwal Piket* of a day: a date beats a weekday; the deputy when the officer is on leave. */
export function onDuty(office: Office, calendar: Calendar, t: Instant): Recipient[] {
  const day = calendar.localDate(t);
  const weekday = weekdayOf(day);
  const line =
    office.duty.find((each) => each.date === day) ??
    office.duty.find((each) => each.date === null && each.weekday === weekday);
  if (!line) return [];
  const members = [line.officer, line.deputy].flatMap((name) => officersOf(name, office).known);
  const available = members.find((member) => !isOnLeave(member, day) && member.email !== "");
  return available ? [recipient("on-duty", available)] : [];
}

function weekdayOf(day: LocalDate): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

function recipient(role: RecipientRole, { name, email }: StaffMember): Recipient {
  return { role, name, address: email };
}
