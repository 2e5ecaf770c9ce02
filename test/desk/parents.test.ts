import { describe, expect, test } from "vitest";

import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aComplaint, aMail } from "./support/messages.ts";
import { ADMIN } from "./support/office.ts";

const MEJOBO = "kec.mejobo@kuduskab.example";

/** Two complaints of 09.00; the second names a parent. */
function child(parentCell: (parent: string) => string) {
  const life = new DeskLife("2026-11-24 09.00");
  const parent = life.mail(aMail) ?? "";
  const number = life.mail((uid, now) => aMail(uid, now, { from: MEJOBO })) ?? "";
  life.type(number, { parent: parentCell(parent) });
  return { life, parent, number };
}

function overdue(life: DeskLife, number: string): string[] {
  return life.sent(number).filter((line) => line.includes(" overdue "));
}

function note(life: DeskLife, number: string): string {
  return life.ticket(number).notes["aduan-induk"] ?? "";
}

describe("Aduan Induk that nobody can follow", () => {
  test("is unknown: the child keeps its clock, and its helpdesk hears of it", () => {
    const { life, number } = child(() => "JKD-2026-0777");
    life.until("2026-11-24 09.35");
    expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-24 09.30");
    expect(overdue(life, number)).toEqual([`2026-11-24 09.31 overdue → ${ADMIN}`]);
    expect(note(life, number)).toContain("JKD-2026-0777 tidak ditemukan");
  });

  test("was cancelled: from then on the child has a clock of its own", () => {
    const { life, parent, number } = child((each) => each);
    life.until("2026-11-24 09.20");
    expect(life.run(number, 3)?.dueAt).toBeNull();
    life.type(parent, { status: "Dibatalkan" }).until("2026-11-24 09.30");
    expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-24 09.30");
    expect(note(life, number)).toContain("sudah dibatalkan");
    life.type(parent, { status: "Baru" }).until("2026-11-24 09.40");
    expect(life.run(number, 3)?.dueAt).toBeNull();
    expect(note(life, number)).toBe("");
  });

  test("is opened only later: then the child follows it", () => {
    const { life, number } = child(() => "JKD-2026-0003");
    life.until("2026-11-24 09.10");
    expect(life.run(number, 3)?.dueAt).not.toBeNull();
    life.mail((uid, now) => aMail(uid, now, { from: "dinsos@dinsos.example" }));
    life.until("2026-11-24 09.12");
    expect(life.run(number, 3)?.dueAt).toBeNull();
    expect(note(life, number)).toBe("");
  });

  test("is a child itself: the sentence names the one to fill in, and the clock goes on", () => {
    const { life, parent, number } = child((each) => each);
    life.until("2026-11-24 09.05");
    const third = life.mail((uid, now) => aMail(uid, now, { from: "x@dinsos.example" })) ?? "";
    life.type(parent, { parent: third }).until("2026-11-24 09.12");
    expect(note(life, number)).toBe(`Aduan Induk ${parent} sendiri punya induk; isi ${third}.`);
    expect(life.run(number, 3)?.dueAt).toBe(wib("2026-11-24 09.30"));
    life.type(number, { parent: "" }).until("2026-11-24 09.20");
    expect(note(life, number)).toBe("");
  });
});

test("a child that its reporter has reopened has a clock, and is told once what to do", () => {
  const { life, parent, number } = child((each) => each);
  life.until("2026-11-24 09.05");
  life.type(parent, { status: "Selesai", result: "FO disambung" }).until("2026-11-24 09.15");
  expect(life.ticket(number).phase).toBe("closed");
  const inReplyTo = [life.ticket(number).messageIds[0] ?? ""];
  life.mail((uid, now) => aMail(uid, now, { from: MEJOBO, inReplyTo, text: "Masih mati." }));
  life.until("2026-11-24 09.20");
  expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-24 09.45");
  const notes = life.events.filter(
    (event) => event.number === number && event.type === "noted" && event.name === "aduan-induk",
  );
  expect(notes).toHaveLength(1);
  expect(note(life, number)).toBe(
    `Dibuka kembali: batas waktunya berjalan sendiri; kosongkan Aduan Induk (${parent}).`,
  );
});

test("a child follows its parent to the end: closed with the result, and Catatan Sistem says so", () => {
  const { life, parent, number } = child((each) => each);
  life.until("2026-11-24 09.05");
  life.type(parent, { status: "Selesai", result: "FO disambung" }).until("2026-11-24 09.15");
  expect(note(life, number)).toBe("");
  expect(life.ticket(number)).toMatchObject({
    phase: "closed",
    notes: { induk: `Mengikuti aduan induk ${parent}: FO disambung` },
  });
  expect(life.run(number, 3)).toMatchObject({
    outcome: "not-owed",
    reason: `mengikuti aduan induk ${parent}`,
  });
});

test("of several children all are closed, and no other complaint with them", () => {
  const { life, parent, number } = child((each) => each);
  const second = life.mail((uid, now) => aMail(uid, now, { from: "y@dinsos.example" })) ?? "";
  const other = life.mail((uid, now) => aMail(uid, now, { from: "z@dinsos.example" })) ?? "";
  life.type(second, { parent }).until("2026-11-24 09.05");
  life.type(parent, { status: "Selesai", result: "FO disambung" }).until("2026-11-24 09.15");
  const phases = [number, second, other].map((each) => life.ticket(each).phase);
  expect(phases).toEqual(["closed", "closed", "open"]);
});

test("a child reopened by its reporter closes with the parent's next result, not with the old one", () => {
  const { life, parent, number } = child((each) => each);
  life.until("2026-11-24 09.05");
  life.type(parent, { status: "Selesai", result: "FO disambung" }).until("2026-11-24 09.15");
  const inReplyTo = [life.ticket(number).messageIds[0] ?? ""];
  life.mail((uid, now) => aMail(uid, now, { from: MEJOBO, inReplyTo, text: "Masih mati." }));
  life.until("2026-11-24 09.30");
  expect(life.ticket(number)).toMatchObject({ phase: "open", round: 2 });
  life.type(parent, { status: "Dikerjakan" }).until("2026-11-24 09.40");
  expect(life.run(number, 3)?.dueAt).toBeNull();
  life.type(parent, { status: "Selesai", result: "FO diganti" }).until("2026-11-24 09.50");
  expect(life.ticket(number)).toMatchObject({ phase: "closed", round: 2 });
});

test("the same fault reported after the parent was closed is closed with its result too", () => {
  const { life, parent } = child(() => "");
  life.type(parent, { status: "Selesai", result: "FO disambung" }).until("2026-11-24 09.10");
  const late = life.mail((uid, now) => aMail(uid, now, { from: "x@dinsos.example" })) ?? "";
  life.type(late, { parent }).until("2026-11-24 09.20");
  expect(life.ticket(late)).toMatchObject({ phase: "closed", round: 1 });
});

test("a child closed with its parent stays closed when staff set its own Status to Selesai", () => {
  const { life, parent, number } = child((each) => each);
  life.until("2026-11-24 09.05");
  life.type(parent, { status: "Selesai", result: "FO disambung" }).until("2026-11-24 09.15");
  life.type(number, { status: "Selesai" }).until("2026-11-24 09.25");
  expect(life.ticket(number)).toMatchObject({ phase: "closed", round: 1 });
});

test("a child whose own report is on the way keeps its own result", () => {
  const { life, parent, number } = child(() => "");
  life.mailer = ({ key }) => (key.startsWith(`${number}/r1/report`) ? false : { state: "sent" });
  life.type(number, { status: "Selesai", result: "Sudah beres sendiri" });
  life.type(parent, { status: "Selesai", result: "FO disambung" }).until("2026-11-24 09.05");
  life.type(number, { parent }).until("2026-11-24 09.15");
  expect(life.ticket(parent).phase).toBe("closed");
  expect(life.ticket(number).phase).toBe("open");
  expect(life.repeated).toEqual([]);
});

describe("a row typed with its Aduan Induk", () => {
  const NUMBER = "JKD-2026-0002";

  function typedBeside(phase: "open" | "cancelled", named: (parent: string) => string) {
    const life = new DeskLife("2026-11-24 09.00");
    const parent = life.mail(aMail) ?? "";
    if (phase === "cancelled") life.type(parent, { status: "Dibatalkan" });
    life.until("2026-11-24 09.10");
    const complaint = aComplaint(life.now, { email: MEJOBO });
    life.typed(NUMBER, complaint, { parent: named(parent) });
    const letter = life.letters.find(({ key }) => key === `${NUMBER}/r1/acknowledgement/reporter`);
    return { parent, facts: letter?.facts };
  }

  test("is acknowledged as a fault that is being handled already", () => {
    const { parent, facts } = typedBeside("open", (each) => each);
    expect(facts).toMatchObject({ kind: "acknowledgement", parent });
  });

  test.each([
    ["that was cancelled", "cancelled", (each: string) => each],
    ["that nobody knows", "open", () => "JKD-2026-0777"],
  ] as const)("%s is acknowledged as one of its own", (_what, phase, named) => {
    expect(typedBeside(phase, named).facts).toMatchObject({ parent: null });
  });
});
