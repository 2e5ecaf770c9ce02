import { describe, expect, test } from "vitest";

import type { StaffMember } from "../../src/desk/office.ts";
import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aMail } from "./support/messages.ts";
import { ADMIN, aMember, ASSIGNED, BUDI, STAFF, TONO } from "./support/office.ts";

/** In step 4 since 09.01, in the hands of whom the cell names. */
function inRepair(officers: string = ASSIGNED.officers, staff: readonly StaffMember[] = STAFF) {
  const life = new DeskLife("2026-11-24 09.00");
  life.office = { ...life.office, staff };
  const number = life.mail(aMail) ?? "";
  life.type(number, { ...ASSIGNED, officers });
  return { life: life.until("2026-11-24 09.10"), number };
}

function reassignments(life: DeskLife): string[] {
  return life.letters.flatMap(({ to, facts }) =>
    facts.kind === "reassignment"
      ? [`${facts.side} ${to.address} (${facts.others.join(", ")}) ${show(facts.dueAt)}`]
      : [],
  );
}

describe("step 3 ends", () => {
  test("with the last of its cells, whichever column that stands in", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.type(number, { officers: "Budi Santoso", visit: "Perlu" }).until("2026-11-24 09.01");
    life.type(number, { priority: "Rendah" }).until("2026-11-24 09.02");
    // All three settle in the reading after a short absence.
    life.down("2026-11-24 09.10").until("2026-11-24 09.11");
    expect(life.run(number, 3)).toMatchObject({
      endedAt: wib("2026-11-24 09.02"),
      seenFrom: wib("2026-11-24 09.01"),
    });
    expect(show(life.run(number, 5)?.startedAt ?? null)).toBe("2026-11-24 09.02");
  });

  test.each([
    ["Prioritas", { priority: "" }],
    ["Tinjauan Lapangan", { visit: "" }],
    ["Petugas", { officers: "" }],
  ] as const)("not while %s is blank", (_, blank) => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.type(number, { ...ASSIGNED, ...blank }).until("2026-11-24 09.10");
    expect(life.run(number, 3)?.endedAt).toBeNull();
    life.type(number, ASSIGNED).until("2026-11-24 09.20");
    expect(show(life.run(number, 3)?.endedAt ?? null)).toBe("2026-11-24 09.11");
  });

  test("once: cells filled anew later begin no second repair and assign nobody again", () => {
    const { life, number } = inRepair();
    life.type(number, { priority: "" }).until("2026-11-24 09.20");
    life.type(number, { priority: "Tinggi" }).until("2026-11-24 09.30");
    expect(life.ticket(number).runs.map(({ step }) => step)).toEqual([2, 3, 4]);
    expect(life.ticket(number).counters.assignment).toBe(1);
  });

  test("before the receipt is out when staff are faster than the mail server", () => {
    const life = new DeskLife("2026-11-24 09.00");
    life.mailer = () => false;
    const number = life.mail(aMail) ?? "";
    life.until("2026-11-24 09.05").type(number, ASSIGNED).until("2026-11-24 09.10");
    const runs = life
      .ticket(number)
      .runs.map(({ step, startedAt, endedAt }) => `${step} ${show(startedAt)} – ${show(endedAt)}`);
    expect(runs).toEqual([
      "2 2026-11-24 09.00 – null",
      "3 2026-11-24 09.00 – 2026-11-24 09.06",
      "4 2026-11-24 09.06 – null",
    ]);
  });
});

describe("Tinjauan Lapangan changed to Perlu", () => {
  test("within the hour leaves the remote repair not owed, with the reason", () => {
    const { life, number } = inRepair();
    life.type(number, { visit: "Perlu" }).until("2026-11-24 09.20");
    expect(life.run(number, 4)).toMatchObject({
      outcome: "not-owed",
      reason: "dilanjutkan dengan tinjauan lapangan",
      endedAt: wib("2026-11-24 09.11"),
      seenFrom: wib("2026-11-24 09.10"),
    });
    expect(life.letter("assignment-2/officer")).toMatchObject({
      to: { address: BUDI },
      facts: { step: 5, dueAt: wib("2026-11-25 09.11"), nth: 2 },
    });
  });

  test("after the hour is no way out of having been late", () => {
    const { life, number } = inRepair();
    life.until("2026-11-24 10.30").type(number, { visit: "Perlu" }).until("2026-11-24 10.40");
    expect(life.run(number, 4)?.outcome).toBe("late");
    expect(show(life.run(number, 5)?.startedAt ?? null)).toBe("2026-11-24 10.31");
  });
});

describe("Petugas changed while the repair runs", () => {
  test("to two names: the new one hears who else has it, the old one nothing", () => {
    const { life, number } = inRepair();
    life.type(number, { officers: "Budi Santoso, Tono Wibowo" }).until("2026-11-24 09.20");
    expect(reassignments(life)).toEqual([`new ${TONO} (Budi Santoso) 2026-11-24 10.01`]);
    expect(life.ticket(number).assigned).toEqual(["Budi Santoso", "Tono Wibowo"]);
  });

  test("from two names to one: only who is let go hears of it", () => {
    const { life, number } = inRepair("Budi Santoso, Tono Wibowo");
    life.type(number, { officers: "Tono Wibowo" }).until("2026-11-24 09.20");
    expect(reassignments(life)).toEqual([`old ${BUDI} (Tono Wibowo) 2026-11-24 10.01`]);
  });

  test("in order or spelling only: nothing is told and nothing counted", () => {
    const { life, number } = inRepair("Budi Santoso, Tono Wibowo");
    life.type(number, { officers: "tono wibowo dan BUDI SANTOSO" }).until("2026-11-24 09.20");
    expect(reassignments(life)).toEqual([]);
    expect(life.ticket(number).counters.assignment).toBe(1);
  });

  test("to nobody we know: the old officer keeps it until a known name stands there", () => {
    const { life, number } = inRepair();
    life.type(number, { officers: "Wawan" }).until("2026-11-24 09.20");
    expect(life.ticket(number).assigned).toEqual(["Budi Santoso"]);
    expect(reassignments(life)).toEqual([]);
    life.office = { ...life.office, staff: [...STAFF, aMember("Wawan")] };
    life.until("2026-11-24 09.25");
    expect(reassignments(life)).toEqual([
      "new wawan@diskominfo.example (Budi Santoso) 2026-11-24 10.01",
      `old ${BUDI} (Wawan) 2026-11-24 10.01`,
    ]);
  });

  test("in a field repair: its own deadline stands in both letters", () => {
    const { life, number } = inRepair();
    life.type(number, { visit: "Perlu" }).until("2026-11-24 09.20");
    life.type(number, { officers: "Tono Wibowo" }).until("2026-11-24 09.30");
    expect(reassignments(life)).toEqual([
      `new ${TONO} (Budi Santoso) 2026-11-25 09.11`,
      `old ${BUDI} (Tono Wibowo) 2026-11-25 09.11`,
    ]);
    expect(life.letter("reassignment-3/new/officer").facts).toMatchObject({ step: 5 });
  });

  test("of one who left the office, the new officer is told and nobody else", () => {
    const { life, number } = inRepair();
    const staff = STAFF.map((member) =>
      member.email === BUDI ? { ...member, active: false } : member,
    );
    life.office = { ...life.office, staff };
    life.type(number, { officers: "Tono Wibowo" }).until("2026-11-24 09.20");
    expect(reassignments(life)).toEqual([`new ${TONO} (Budi Santoso) 2026-11-24 10.01`]);
  });

  test("after the repair has ended tells nobody", () => {
    const { life, number } = inRepair();
    life.mailer = ({ kind }) => (kind === "report" ? false : { state: "sent" });
    life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.20");
    life.type(number, { officers: "Tono Wibowo" }).until("2026-11-24 09.30");
    expect(reassignments(life)).toEqual([]);
    expect(life.ticket(number).assigned).toEqual(["Budi Santoso"]);
  });

  test("together with Selesai: who did it is on record, and nobody is sent to a finished repair", () => {
    const { life, number } = inRepair();
    const cells = { officers: "Tono Wibowo", status: "Selesai", result: "Beres" } as const;
    life.type(number, cells).until("2026-11-24 09.20");
    expect(reassignments(life)).toEqual([]);
    expect(life.ticket(number)).toMatchObject({ phase: "closed", assigned: ["Tono Wibowo"] });
  });

  test.each([
    ["cancelled", { status: "Dibatalkan" }],
    ["closed", { status: "Selesai", result: "Beres" }],
  ] as const)("while it was %s: both hear of it when the work is taken up again", (_, cells) => {
    const { life, number } = inRepair();
    life.type(number, cells).until("2026-11-24 09.20");
    life.type(number, { officers: "Tono Wibowo" }).until("2026-11-24 09.30");
    expect(reassignments(life)).toEqual([]);
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.40");
    expect(reassignments(life)).toEqual([
      `new ${TONO} (Budi Santoso) 2026-11-24 10.31`,
      `old ${BUDI} (Tono Wibowo) 2026-11-24 10.31`,
    ]);
  });
});

test("a repair set back to work that nobody was ever sent to is assigned to the first name", () => {
  const life = new DeskLife("2026-11-24 09.00");
  const number = life.mail(aMail) ?? "";
  life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.10");
  life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.20");
  life.type(number, { officers: "Budi Santoso" }).until("2026-11-24 09.30");
  expect(life.run(number, 4)).toMatchObject({ round: 2, endedAt: null });
  expect(life.letter("r2/assignment-1/officer")).toMatchObject({
    to: { address: BUDI },
    facts: { step: 4, dueAt: wib("2026-11-24 10.11"), nth: 1 },
  });
  expect(reassignments(life)).toEqual([]);
});

test("everything that is wrong with the names stands in Catatan Sistem, and goes with its cause", () => {
  const staff = [
    ...STAFF,
    aMember("Dewi", { email: "" }),
    aMember("Eko", { leaveFrom: "2026-11-24", leaveTo: null }),
  ];
  const { life, number } = inRepair("Dewi, Wawan, Eko, Joko", staff);
  expect(life.ticket(number).notes["petugas"]).toBe(
    'Petugas "Wawan" tidak ada di tab Petugas. Petugas "Joko" tidak ada di tab Petugas. ' +
      'Email petugas "Dewi" belum diisi di tab Petugas. Petugas "Eko" sedang cuti.',
  );
  life.type(number, { officers: "Budi Santoso" }).until("2026-11-24 09.20");
  expect(life.ticket(number).notes["petugas"]).toBeUndefined();
  expect(life.letters.filter(({ to }) => to.address === ADMIN && to.role === "officer")).toEqual(
    [],
  );
});
