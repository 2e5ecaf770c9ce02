import { expect, test } from "vitest";

import { DeskLife } from "./support/desk-life.ts";
import { aSubmission } from "./support/messages.ts";

function opened(unit: string, email = "nur@surel.example", place = "Aula") {
  const life = new DeskLife("2026-11-24 10.20");
  const number = life.form(aSubmission("R1", life.now, { unit, email, place })) ?? "";
  const facts = life.letters.find(({ kind }) => kind === "acknowledgement")?.facts;
  const asked = facts?.kind === "acknowledgement" ? facts.missing : [];
  return { life, number, ticket: life.ticket(number), asked };
}

test.each([
  ["as the directory spells it", "dinas kesehatan", "nur@surel.example", "Dinas Kesehatan"],
  ["as written, when the directory has no such unit", "SMP 9 Kudus", "", "SMP 9 Kudus"],
  ["by the address, when the answer names none", "Dinas", "umum@dinsos.example", "Dinas Sosial"],
])("a form's unit is kept %s", (_what, written, email, unit) => {
  expect(opened(written, email).ticket.fields.unit).toBe(unit);
});

test("by the place, when neither answer nor address names one", () => {
  const { ticket } = opened("Kantor", "nur@surel.example", "kantor kec. Mejobo lt. 2");
  expect(ticket.fields.unit).toBe("Kecamatan Mejobo");
});

test("'Dinas' alone is no unit: it is asked for, and staff see what was written", () => {
  const { ticket, asked } = opened("Dinas");
  expect(ticket.fields.unit).toBe("");
  expect(asked).toEqual(["unit"]);
  expect(Object.values(ticket.notes)).toContain(
    'OPD/Desa pada formulir hanya berisi "Dinas"; mohon dilengkapi.',
  );
});

test.each([
  ["", []],
  ["  ", []],
  [" Dinas ", ['OPD/Desa pada formulir hanya berisi "Dinas"; mohon dilengkapi.']],
])("of %j staff read %j, and it is asked for", (written, notes) => {
  const { ticket, asked } = opened(written);
  expect(Object.values(ticket.notes)).toEqual(notes);
  expect([ticket.fields.unit, asked]).toEqual(["", ["unit"]]);
});

test("an edit that leaves the unit as it was does not tell of it", () => {
  const { life, number } = opened("dinas kesehatan");
  life.now += 600_000;
  life.form(aSubmission("R1", life.now, { unit: "dinas kesehatan", place: "lantai 3" }));
  expect(life.ticket(number).lastMessage?.text).toBe("Isian formulir diubah. Lokasi: lantai 3");
});

test("who writes of a public place is not asked for an office", () => {
  const life = new DeskLife("2026-11-24 10.20");
  const publicPlace = { category: "WiFi", priority: "Rendah", publicPlace: true } as const;
  const suggestion = { ...publicPlace, categorySure: true, request: false, reason: "WiFi umum" };
  life.form(aSubmission("R1", life.now, { unit: "", place: "", suggestion }));
  expect(life.letters[0]?.facts).toMatchObject({ kind: "acknowledgement", missing: [] });
});
