import { describe, expect, test } from "vitest";

import { makeCalendar } from "../../src/desk/calendar.ts";
import { digestDue, digestPlans } from "../../src/desk/digest-due.ts";
import type { DigestInput } from "../../src/desk/digest.ts";
import type { LetterPlan, Recipient } from "../../src/desk/letter.ts";
import type { StaffMember } from "../../src/desk/office.ts";
import type { Ticket } from "../../src/desk/ticket.ts";
import { aRun, aTicket, officeCalendar, policy, rulesWith, wib } from "./clock-builders.ts";
import { aMember, anOffice, HELPDESK_MAILBOX, SECTION_HEAD, STAFF } from "./support/office.ts";

const WEDNESDAY = "2026-11-25";
const NOW = wib("2026-11-25 08.10");
const calendar = officeCalendar();
const HELPDESK: Recipient = { role: "helpdesk", name: "Rina", address: "rina@diskominfo.example" };

function plans(staff: readonly StaffMember[], more: Partial<DigestInput> = {}, day = WEDNESDAY) {
  return digestPlans(day, {
    open: [],
    closedSince: [],
    recent: [],
    office: anOffice({ staff }),
    calendar,
    now: NOW,
    since: null,
    failedLetters: [],
    warnings: [],
    helpdesk: [HELPDESK],
    ...more,
  });
}

function lines(letters: readonly LetterPlan[]): string[] {
  return letters.map(
    ({ to, facts }) =>
      `${to.address}: ${facts.kind === "digest" ? facts.digest.audience : facts.kind}`,
  );
}

/** Late, so that the division head hears of it, and in the hands of everybody named. */
function lateFor(...names: string[]): Ticket {
  const at = wib("2026-11-24 09.00");
  const runs = [aRun(4, at, { dueAt: wib("2026-11-24 10.00") })];
  return aTicket(at, { runs, fields: { officers: names.join(", "), priority: "Sedang" } });
}

function due(now: string): string | undefined {
  return digestDue(wib(now), { calendar, digestAt: policy.digestAt, lastDay: "2026-11-24" });
}

test("a digest may be four hours late to the minute, and not a second longer", () => {
  expect(due("2026-11-25 11.45")).toBe(WEDNESDAY);
  expect(due("2026-11-25 11.45.01")).toBe(undefined);
});

describe("whom the digest reaches", () => {
  test("each by his role: heads, then officers and admins with complaints of their own", () => {
    const open = [lateFor("Rina", "Budi Santoso", "Hadi")];
    expect(lines(plans(STAFF, { open }))).toEqual([
      `${SECTION_HEAD}: section-head`,
      "kabid@diskominfo.example: division-head",
      "admin@diskominfo.example: officer",
      "budi@diskominfo.example: officer",
    ]);
  });

  test("without a section head the helpdesk, and with one not", () => {
    const others = STAFF.filter(({ role }) => role !== "Kepala Seksi");
    expect(lines(plans(others))).toEqual(["rina@diskominfo.example: helpdesk"]);
    expect(lines(plans(STAFF))).toEqual([`${SECTION_HEAD}: section-head`]);
  });

  test.each([
    ["with complaints of his own gets their list, like any officer", ["Wati"], true],
    ["without any is not written to", ["Budi Santoso"], false],
  ])("a second section head %s", (_, names, isReached) => {
    const staff = [...STAFF, aMember("Wati", { role: "Kepala Seksi" })];
    const told = lines(plans(staff, { open: [lateFor(...names)] }));
    expect(told.filter((line) => line.startsWith("wati@"))).toEqual(
      isReached ? ["wati@diskominfo.example: officer"] : [],
    );
    expect(told[0]).toBe(`${SECTION_HEAD}: section-head`);
  });

  test("one who stands in for the first reads the whole list, his own complaints in it, once", () => {
    const away = { leaveFrom: WEDNESDAY, leaveTo: WEDNESDAY };
    const staff = [
      aMember("Hadi", { role: "Kepala Seksi", ...away }),
      aMember("Wati", { role: "Kepala Seksi" }),
    ];
    expect(lines(plans(staff, { open: [lateFor("Wati")] }))).toEqual([
      "wati@diskominfo.example: section-head",
    ]);
  });

  test("a division head hears of his own complaints on a day that does not concern him otherwise", () => {
    const at = wib("2026-11-25 08.00");
    const runs = [aRun(4, at, { dueAt: wib("2026-11-25 09.00") })];
    const open = [aTicket(at, { runs, fields: { officers: "Endang", priority: "Sedang" } })];
    const staff = [
      aMember("Hadi", { role: "Kepala Seksi" }),
      aMember("Endang", { role: "Kepala Bidang" }),
    ];
    expect(lines(plans(staff, { open }))).toEqual([
      "hadi@diskominfo.example: section-head",
      "endang@diskominfo.example: officer",
    ]);
  });

  test("nobody at the office's own mailbox", () => {
    const staff = [
      aMember("Hadi", { role: "Kepala Seksi" }),
      aMember("Rina", { role: "Admin", email: HELPDESK_MAILBOX.toUpperCase() }),
    ];
    expect(lines(plans(staff, { open: [lateFor("Rina")] }))).toEqual([
      "hadi@diskominfo.example: section-head",
    ]);
  });

  test("nobody who is not active or has no address", () => {
    const staff = [
      aMember("Hadi", { role: "Kepala Seksi" }),
      aMember("Budi Santoso", { email: "" }),
      aMember("Tono Wibowo", { active: false }),
    ];
    const open = [lateFor("Budi Santoso", "Tono Wibowo")];
    expect(lines(plans(staff, { open }))).toEqual(["hadi@diskominfo.example: section-head"]);
  });

  test("a person once, by the role that says most", () => {
    const address = { email: "hadi@diskominfo.example" };
    const staff = [
      aMember("Hadi", { ...address, role: "Kepala Seksi" }),
      aMember("Hadi", { ...address, role: "Kepala Bidang" }),
      aMember("Hadi P.", { ...address, role: "Petugas" }),
    ];
    const open = [lateFor("Hadi P.")];
    expect(lines(plans(staff, { open }))).toEqual(["hadi@diskominfo.example: section-head"]);
  });

  test.each<[day: string, off: string[], reached: boolean, why: string]>([
    ["2026-11-30", [], true, "it is Monday"],
    ["2026-12-01", [], false, "Monday was a working day"],
    ["2026-12-01", ["2026-11-30"], true, "Monday was off"],
    ["2026-12-02", ["2026-11-30", "2026-12-01"], true, "Monday and Tuesday were off"],
    ["2026-11-30", ["2026-11-27"], true, "it is Monday, and Friday was off too"],
  ])("on the quiet %s with %j off the division head: %s, for %s", (day, off, reached) => {
    const days = off.map((date) => ({ date, name: "Libur", what: "libur" as const, windows: [] }));
    const letters = plans(STAFF, { calendar: officeCalendar(...days) }, day);
    expect(letters.some(({ to }) => to.role === "division-head")).toBe(reached);
  });
});

test("in an office that works on Sundays too the week begins on Monday", () => {
  const week = [[], ...Array.from({ length: 7 }, () => [{ from: 480, to: 960 }])];
  const daily = { calendar: makeCalendar(rulesWith({ week })) };
  expect(lines(plans(STAFF, daily, "2026-11-29"))).toEqual([`${SECTION_HEAD}: section-head`]);
  expect(lines(plans(STAFF, daily, "2026-11-30"))).toEqual([
    `${SECTION_HEAD}: section-head`,
    "kabid@diskominfo.example: division-head",
  ]);
});

test("a digest is a letter of its own, owed by no cell, and no use four hours after its time", () => {
  const [letter] = plans(STAFF);
  expect(letter).toMatchObject({
    key: `digest/${WEDNESDAY}/${SECTION_HEAD}`,
    reasons: [`digest/${WEDNESDAY}/${SECTION_HEAD}`],
    kind: "digest",
    ticket: null,
    facts: { kind: "digest", day: WEDNESDAY, digest: { audience: "section-head", asOf: NOW } },
    causedBySheet: false,
    plannedAt: NOW,
    expiresAt: wib("2026-11-25 11.45"),
  });
});
