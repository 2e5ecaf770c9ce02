import { expect, test } from "vitest";

import type { DutyLine, StaffMember } from "../../src/desk/office.ts";
import {
  addressIn,
  assignees,
  divisionHead,
  helpdesk,
  isAnyPresent,
  isOnLeave,
  isOwnAddress,
  namesOf,
  officersOf,
  onDuty,
  present,
  sectionHead,
} from "../../src/desk/people.ts";
import { aTicket, officeCalendar, wib } from "./clock-builders.ts";
import { aMember, anOffice, aPolicy, HELPDESK_MAILBOX, OPERATOR } from "./support/office.ts";

const DAY = "2026-11-24";
const NOON = wib("2026-11-24 12.00");

test.each([
  ["Budi Santoso", ["Budi Santoso"]],
  ["Budi, Tono", ["Budi", "Tono"]],
  ["Budi;Tono / Wawan & Rina\nHadi", ["Budi", "Tono", "Wawan", "Rina", "Hadi"]],
  ["Budi dan Tono DAN Wawan", ["Budi", "Tono", "Wawan"]],
  ["Wildan, Danang, Dandi", ["Wildan", "Danang", "Dandi"]],
  [" , Budi,, ", ["Budi"]],
  ["", []],
])("a cell Petugas of %j names %j", (cell, names) => {
  expect(namesOf(cell)).toEqual(names);
});

test.each([
  ["a title with a comma", "Dewi, S.Kom.", ["Dewi, S.Kom."], []],
  ["a title with a comma, and blanks", " Dewi,  S.Kom. ", ["Dewi, S.Kom."], []],
  ["words run together", "BudiSantoso", [], ["BudiSantoso"]],
  ["any letters and blanks", "  budi   SANTOSO ", ["Budi Santoso"], []],
  ["some known and some not", "Budi Santoso, Wawan", ["Budi Santoso"], ["Wawan"]],
  ["somebody who has left", "Joko", [], ["Joko"]],
  ["nobody", "", [], []],
])("officers of a cell with %s", (_, cell, known, unknown) => {
  const staff = [aMember("Budi Santoso"), aMember("Dewi, S.Kom."), aMember("Joko", GONE)];
  const officers = officersOf(cell, { staff });
  expect(officers.known.map(({ name }) => name)).toEqual(known);
  expect(officers.unknown).toEqual(unknown);
});

const GONE = { active: false };

test.each([
  ["no leave at all", null, null, false],
  ["a leave of this day alone", DAY, null, true],
  ["a leave of the day before alone", "2026-11-23", null, false],
  ["a leave that ends today", "2026-11-20", DAY, true],
  ["a leave that begins today", DAY, "2026-11-30", true],
  ["a leave that ended yesterday", "2026-11-20", "2026-11-23", false],
  ["a leave that begins tomorrow", "2026-11-25", "2026-11-30", false],
  ["an end without a beginning", null, "2026-11-30", false],
])("%s: on leave %s", (_, leaveFrom, leaveTo, expected) => {
  expect(isOnLeave(aMember("Budi", { leaveFrom, leaveTo }), DAY)).toBe(expected);
});

const AWAY = { leaveFrom: DAY, leaveTo: null };

test("of a role are present who is active, can be written to, and is not on leave", () => {
  const staff = [
    aMember("Ani", { role: "Admin" }),
    aMember("Bayu", { role: "Admin", ...AWAY }),
    aMember("Citra", { role: "Admin", ...GONE }),
    aMember("Dedi", { role: "Admin", email: "" }),
    aMember("Edi", { role: "Admin", email: ` ${HELPDESK_MAILBOX.toUpperCase()} ` }),
    aMember("Fitri", { role: "Petugas" }),
    aMember("Gita", { role: "Admin" }),
  ];
  const names = present("Admin", anOffice({ staff }), DAY).map(({ name }) => name);
  expect(names).toEqual(["Ani", "Gita"]);
});

test.each([
  [HELPDESK_MAILBOX, true],
  [` ${HELPDESK_MAILBOX.toUpperCase()} `, true],
  ["orang@diskominfo.example", false],
  ["", false],
])("the office's own address: %j %s", (address, expected) => {
  const ourAddresses = ["lama@diskominfo.example", "HelpDesk@Diskominfo.example"];
  expect(isOwnAddress(anOffice({ policy: aPolicy({ ourAddresses }) }), address)).toBe(expected);
});

test.each([
  ["nur@surel.example", "nur@surel.example"],
  ["Nur Hidayah <NUR.H@dinsos.kuduskab.example>", "nur.h@dinsos.kuduskab.example"],
  ["(nur@surel.example)", "nur@surel.example"],
  ['"nur@surel.example"', "nur@surel.example"],
  ["tidak punya; nur@surel.example; kades@surel.example", "nur@surel.example"],
  ["0812 0000 0001\nnur@surel.example", "nur@surel.example"],
  ["email:nur@surel.example", "email:nur@surel.example"],
  ["nur@surel", ""],
  ["@surel.example", ""],
  ["nur@@surel.example", ""],
  ["nur@surel.example@toko.example", ""],
  ["nur@surel.example@toko", ""],
  ["nur@.example", ""],
  ["nur@surel..example", ""],
  ["tidak ada", ""],
])("the address in %j is %j", (text, address) => {
  expect(addressIn(text)).toBe(address);
});

function heads(...staff: StaffMember[]): string[] {
  const office = anOffice({ staff });
  return [...sectionHead(office, DAY), ...divisionHead(office, DAY)].map(
    ({ role, name, address }) => `${role} ${name} ${address}`,
  );
}

const HADI = aMember("Hadi", { role: "Kepala Seksi" });
const SRI = aMember("Sri", { role: "Kepala Bidang" });

test.each([
  [
    "each post has its head",
    [SRI, HADI],
    ["section-head Hadi hadi@diskominfo.example", "division-head Sri sri@diskominfo.example"],
  ],
  [
    "the next of the role when the first is on leave",
    [{ ...HADI, ...AWAY }, aMember("Plt", { role: "Kepala Seksi" })],
    ["section-head Plt plt@diskominfo.example"],
  ],
  [
    "the first of them when all are",
    [{ ...HADI, ...AWAY }, aMember("Plt", { role: "Kepala Seksi", ...AWAY })],
    ["section-head Hadi hadi@diskominfo.example"],
  ],
  [
    "one letter a post, though two hold it",
    [SRI, aMember("Tri", { role: "Kepala Bidang" })],
    ["division-head Sri sri@diskominfo.example"],
  ],
  ["a post that nobody holds has none", [aMember("Budi")], []],
])("%s", (_, staff, expected) => {
  expect(heads(...staff)).toEqual(expected);
});

test("the helpdesk is every Admin at work, and the operator where there is none", () => {
  const admin = aMember("Ani", { role: "Admin" });
  const two = anOffice({ staff: [admin, aMember("Bayu", { role: "Admin" })] });
  expect(helpdesk(two, DAY, OPERATOR).map(({ role, name }) => `${role} ${name}`)).toEqual([
    "helpdesk Ani",
    "helpdesk Bayu",
  ]);
  const none = anOffice({ staff: [{ ...admin, ...AWAY }] });
  expect(helpdesk(none, DAY, OPERATOR)).toEqual([
    { role: "helpdesk", name: "Admin Helpdesk TIK", address: OPERATOR },
  ]);
});

const ticket = aTicket(NOON, { fields: { officers: "Budi, Wawan" } });

test.each([
  ["both at work", {}, {}, ["Budi", "Wawan"], true],
  ["one on leave, who is written to all the same", AWAY, {}, ["Budi", "Wawan"], true],
  ["both on leave", AWAY, AWAY, ["Budi", "Wawan"], false],
  ["the one at work has no address", AWAY, { email: "" }, ["Budi"], false],
])("named officers, %s", (_, budi, wawan, written, isPresent) => {
  const office = anOffice({ staff: [aMember("Budi", budi), aMember("Wawan", wawan)] });
  expect(assignees(ticket, office)).toEqual(
    written.map((name) => ({
      role: "officer",
      name,
      address: `${name.toLowerCase()}@diskominfo.example`,
    })),
  );
  expect(isAnyPresent(ticket, office, DAY)).toBe(isPresent);
});

const TUESDAY = 2;

function line(officer: string, deputy = "", changes: Partial<DutyLine> = {}): DutyLine {
  return { date: null, weekday: TUESDAY, officer, deputy, ...changes };
}

test.each([
  ["the officer of the weekday", [line("Budi", "Wawan")], {}, ["Budi"]],
  ["a date before the weekday", [line("Budi"), line("Wawan", "", { date: DAY })], {}, ["Wawan"]],
  [
    "not a line of another date, though its weekday is the same",
    [line("Wawan", "", { date: "2026-11-17" }), line("Budi")],
    {},
    ["Budi"],
  ],
  ["nobody on another weekday", [line("Budi", "", { weekday: 3 })], {}, []],
  ["the deputy of an officer on leave", [line("Budi", "Wawan")], AWAY, ["Wawan"]],
  ["the deputy of one without an address", [line("Budi", "Wawan")], { email: "" }, ["Wawan"]],
  ["nobody when the only one is on leave", [line("Budi")], AWAY, []],
  ["nobody whom Petugas does not know", [line("Pak RT")], {}, []],
])("on duty is %s", (_, duty, budi, expected) => {
  const office = anOffice({ staff: [aMember("Budi", budi), aMember("Wawan")], duty });
  const people = onDuty(office, officeCalendar(), NOON);
  expect(people.map(({ name }) => name)).toEqual(expected);
  expect(people.every(({ role }) => role === "on-duty")).toBe(true);
});
