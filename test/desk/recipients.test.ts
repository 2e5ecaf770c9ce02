import { describe, expect, test } from "vitest";

import { LETTER_KINDS } from "../../src/desk/letter.ts";
import { isCausedBySheet } from "../../src/desk/notices.ts";
import type { StaffMember } from "../../src/desk/office.ts";
import { wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aMail, REPORTER } from "./support/messages.ts";
import {
  ADMIN,
  aMember,
  anOffice,
  BUDI,
  DIVISION_HEAD,
  HELPDESK_MAILBOX,
  OPERATOR,
  SECTION_HEAD,
  STAFF,
  TONO,
} from "./support/office.ts";
import { ASSIGNED } from "./support/office.ts";

function assigned(staff: readonly StaffMember[], officers: string = ASSIGNED.officers) {
  const life = new DeskLife("2026-11-24 09.00", anOffice({ staff }));
  const number = life.mail(aMail) ?? "";
  life.type(number, { ...ASSIGNED, officers });
  return { life: life.until("2026-11-24 09.05"), number };
}

function staffWith(name: string, changes: Partial<StaffMember>): StaffMember[] {
  return STAFF.map((member) => (member.name === name ? { ...member, ...changes } : member));
}

function assignments(life: DeskLife): string[] {
  return life.letters
    .filter(({ kind }) => kind === "assignment")
    .map(({ key, to }) => `${key.split("/").at(-1)} ${to.address}`);
}

test("a letter is one promise to one person: what it stands on, who reads it, and since when", () => {
  const { life, number } = assigned(STAFF);
  expect(life.letter("assignment-1/officer")).toEqual({
    key: `${number}/r1/assignment-1/officer`,
    reasons: [`${number}/r1/assignment-1/officer`],
    kind: "assignment",
    to: { role: "officer", name: "Budi Santoso", address: BUDI },
    ticket: number,
    facts: { kind: "assignment", step: 4, dueAt: wib("2026-11-24 10.01"), nth: 1 },
    causedBySheet: true,
    plannedAt: wib("2026-11-24 09.03"),
    expiresAt: null,
  });
});

test("what a mail or the time of day causes goes out without a fresh reading of the Sheet", () => {
  expect(LETTER_KINDS.filter((kind) => !isCausedBySheet(kind))).toEqual([
    "acknowledgement",
    "reply-received",
    "reopened",
    "on-duty",
    "digest",
    "recap",
    "alarm",
  ]);
  const { life } = assigned(STAFF);
  expect(life.letter("acknowledgement/reporter").causedBySheet).toBe(false);
});

describe("who gets a letter", () => {
  test("two officers with one mailbox get one letter", () => {
    const staff = staffWith("Tono Wibowo", { email: BUDI });
    const { life } = assigned(staff, "Budi Santoso, Tono Wibowo");
    expect(assignments(life)).toEqual([`officer ${BUDI}`, `section-head ${SECTION_HEAD}`]);
  });

  test("a head who repairs it himself gets no second letter as head", () => {
    const { life } = assigned(STAFF, "Hadi");
    expect(assignments(life)).toEqual([`officer ${SECTION_HEAD}`]);
  });

  test.each([
    ["without an address", ""],
    ["whose address is the helpdesk's own mailbox", HELPDESK_MAILBOX.toUpperCase()],
  ])("an officer %s leaves the letter to the helpdesk", (_, email) => {
    const { life } = assigned(staffWith("Budi Santoso", { email }));
    expect(assignments(life)).toEqual([`helpdesk ${ADMIN}`, `section-head ${SECTION_HEAD}`]);
  });

  test.each([
    ["without an address", { email: "" }, []],
    ["on leave", { leaveFrom: "2026-11-24" }, [`officer ${TONO}`]],
  ])("a repair passed on to an officer %s is told to the helpdesk too", (_, changes, letters) => {
    const { life, number } = assigned(staffWith("Tono Wibowo", changes));
    life.type(number, { officers: "Tono Wibowo" }).until("2026-11-24 09.10");
    const passed = life.letters.filter(({ plannedAt }) => plannedAt > wib("2026-11-24 09.05"));
    expect(passed.map(({ key, to }) => `${key.split("/").at(-1)} ${to.address}`)).toEqual([
      ...letters,
      `officer ${BUDI}`,
      `helpdesk ${ADMIN}`,
    ]);
    expect(life.letter("assignment-2/helpdesk").facts).toEqual({
      kind: "assignment",
      step: 4,
      dueAt: wib("2026-11-24 10.01"),
      nth: 2,
    });
    expect(life.ticket(number).notes["petugas"]).toContain('"Tono Wibowo"');
  });

  test("each admin gets the helpdesk's letter; without any admin the operator does", () => {
    const both = [...STAFF, aMember("Dewi", { role: "Admin" })];
    const without = STAFF.filter(({ role }) => role !== "Admin");
    const warned = [both, without].map((staff) => {
      const life = new DeskLife("2026-11-24 09.00", anOffice({ staff }));
      life.mail(aMail);
      life.until("2026-11-24 09.25");
      return life.letters
        .filter(({ kind }) => kind === "warning")
        .map(({ key, to }) => `${key.split("/").at(-1)} ${to.address}`);
    });
    expect(warned).toEqual([
      [`helpdesk ${ADMIN}`, "helpdesk-2 dewi@diskominfo.example"],
      [`helpdesk ${OPERATOR}`],
    ]);
  });

  test("a second admin keeps his own promise when the first shares a mailbox with another", () => {
    const more = [
      ...STAFF,
      aMember("Dewi", { role: "Admin", email: ADMIN }),
      aMember("Eko", { role: "Admin" }),
    ];
    const life = new DeskLife("2026-11-24 09.00", anOffice({ staff: more }));
    life.mail(aMail);
    life.until("2026-11-24 09.25");
    const keys = life.letters
      .filter(({ kind }) => kind === "warning")
      .map(({ key, to }) => `${key.split("/").at(-1)} ${to.address}`);
    expect(keys).toEqual([`helpdesk ${ADMIN}`, "helpdesk-3 eko@diskominfo.example"]);
  });

  test("a reporter whose address cannot be read gets none", () => {
    const { life, number } = assigned(STAFF);
    life.type(number, { email: "-", status: "Selesai", result: "Beres" });
    life.until("2026-11-24 09.10");
    expect(life.letters.filter(({ kind }) => kind === "resolution")).toEqual([]);
    expect(life.letters.every(({ to }) => to.address.includes("@"))).toBe(true);
  });

  test("the reporter is written to where staff corrected his address", () => {
    const { life, number } = assigned(STAFF);
    life.type(number, { email: "baru@opd.example", status: "Selesai", result: "Beres" });
    life.until("2026-11-24 09.10");
    expect(life.letter("resolution/reporter").to).toEqual({
      role: "reporter",
      name: life.ticket(number).fields.reporter,
      address: "baru@opd.example",
    });
    expect(life.letters.filter(({ to }) => to.address === REPORTER)).toHaveLength(1);
  });

  test("a head on leave is read by the next of his role, who keeps the office's promise", () => {
    const away = { leaveFrom: "2026-11-24", leaveTo: null };
    const staff = [
      ...staffWith("Sri", away),
      aMember("Wahyu", { role: "Kepala Bidang", email: "wahyu@diskominfo.example" }),
    ];
    const { life, number } = assigned(staff);
    life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.10");
    expect(life.letter("r1/report/division-head").to.address).toBe("wahyu@diskominfo.example");
    expect(life.letters.some(({ to }) => to.address === DIVISION_HEAD)).toBe(false);
  });
});

test("an office that copies no head on assignments writes to the officer alone", () => {
  const life = new DeskLife("2026-11-24 09.00");
  const policy = { ...life.office.policy, headCopiedOnAssignment: false };
  life.office = { ...life.office, policy };
  const number = life.mail(aMail) ?? "";
  life.type(number, { ...ASSIGNED, officers: "Tono Wibowo" }).until("2026-11-24 09.05");
  expect(assignments(life)).toEqual([`officer ${TONO}`]);
});
