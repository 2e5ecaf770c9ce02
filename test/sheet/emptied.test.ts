import { expect, test } from "vitest";

import { withMails } from "./support/histories.ts";
import type { Desk } from "./support/office-model.ts";

/* A column that people filled and that is blank in the next reading is nobody's forty decisions. */

const UNITS = ["Dinas Sosial", "Dinas Pertanian", "Dinas Perdagangan", "Bappeda"];

/** Seven tickets of mails; in all of them but the last, an officer and a remark. */
async function withOfficers(): Promise<Desk> {
  const desk = await withMails();
  for (const [nth, unit] of UNITS.entries()) {
    desk.mail({ unit, reporter: `Warga ${nth}`, text: `Gangguan ${nth} di ${unit}` });
  }
  await desk.passes(3);
  for (const row of desk.sheet.log.slice(0, -1)) {
    Object.assign(row, { officers: "Bagus Prasetyo", remark: "Sudah ditelepon" });
  }
  await desk.passes(2);
  expect(desk.view.brake).toBe(null);
  return desk;
}

test("a column that was cleared brakes the reading until its cells are back", async () => {
  const desk = await withOfficers();
  for (const row of desk.sheet.log) row["officers"] = null;
  await desk.passes(3);
  expect(desk.view.brake).toContain('Kolom "Petugas" menjadi kosong di 6 aduan');
  expect(desk.view.facts).toEqual([]);
  expect(desk.notes().every((note) => note.includes('Kolom "Petugas"'))).toBe(true);
  for (const row of desk.sheet.log.slice(0, -1)) row["officers"] = "Bagus Prasetyo";
  await desk.pass();
  expect(desk.view.brake).toBe(null);
  expect(desk.view.facts).toHaveLength(7);
});

test("some cells of a column may be cleared while others keep theirs", async () => {
  const desk = await withOfficers();
  for (const row of desk.sheet.log.slice(0, 5)) row["remark"] = null;
  await desk.pass();
  expect(desk.view.brake).toBe(null);
  expect(desk.view.facts.map(({ facts }) => facts.remark)).toEqual([
    ...Array.from({ length: 5 }, () => ""),
    "Sudah ditelepon",
    "",
  ]);
});

test("a column that the operator accepts as cleared brakes no later reading", async () => {
  const desk = await withOfficers();
  for (const row of desk.sheet.log) row["officers"] = null;
  await desk.pass();
  await desk.pass(true);
  expect(desk.view.brake).toBe(null);
  await desk.passes(2);
  expect(desk.view.brake).toBe(null);
  expect(desk.view.facts.map(({ facts }) => facts.officers)).toEqual(desk.sheet.log.map(() => ""));
});

test("a column taken back together with its Status is what people meant", async () => {
  const desk = await withOfficers();
  for (const row of desk.sheet.log) Object.assign(row, { officers: null, status: "Dikerjakan" });
  await desk.pass();
  expect(desk.view.brake).toBe(null);
});

test("a column of four rows taken back by Ctrl+Z is what people meant", async () => {
  const desk = await withOfficers();
  const four = desk.sheet.log.slice(0, 4);
  for (const row of four) row["visit"] = "Perlu";
  await desk.pass();
  for (const row of four) row["visit"] = null;
  await desk.pass();
  expect(desk.view.brake).toBe(null);
});
