import { expect, test } from "vitest";

import { reading, repair, withTicket } from "./support/repair.ts";
import { columnOf } from "./support/sheet-office.ts";

/* A column of people's that somebody deleted: what each sentence asks for brings the cells back. */

const UNITS = ["Dinas Sosial", "Dinas Pertanian", "Dinas Perdagangan", "Bappeda"];

async function withPriorities() {
  const { office, desk } = await withTicket();
  for (const unit of UNITS) desk.mail({ unit, reporter: "Warga", text: `Gangguan di ${unit}` });
  await desk.passes(3);
  const { people } = office.google;
  for (let row = 1; row <= 1 + UNITS.length; row++) {
    people.setCell({ tab: "Log Aduan", row, column: "Prioritas" }, "Tinggi", "Budi");
  }
  await desk.passes(2);
  people.deleteColumn("Log Aduan", "Prioritas", "Sri");
  return { office, desk, people };
}

test("Ctrl+Z brings it back with everything in it", async () => {
  const { office, desk, people } = await withPriorities();
  const { problems } = await reading(office);
  expect(problems.join()).toContain("Kembalikan dengan Ctrl+Z");
  expect(problems.join()).toContain("jalankan setup: kolom dibuat lagi, tetapi kosong");
  people.undo("Sri");
  await desk.pass();
  expect(desk.view.brake).toBe(null);
  expect(desk.view.facts.every(({ facts }) => facts.priority === "Tinggi")).toBe(true);
});

test("made anew by setup it is blank, and nothing is believed until Ctrl+Z brings the old one back", async () => {
  const { office, desk, people } = await withPriorities();
  expect((await repair(office)).changes).toEqual([
    'Kolom "Prioritas" di lembar "Log Aduan" dibuat.',
  ]);
  await desk.pass();
  expect(desk.view.brake).toBe(
    'Kolom "Prioritas" menjadi kosong di 5 aduan terbuka sekaligus. Kembalikan dengan Ctrl+Z atau riwayat versi, atau jalankan perintah accept bila memang dikehendaki.',
  );
  expect(desk.view.facts).toEqual([]);
  people.undo("Sri");
  await desk.pass();
  expect(desk.view.brake).toBe(null);
  expect(desk.view.facts.every(({ facts }) => facts.priority === "Tinggi")).toBe(true);
  expect(columnOf(office, "Prioritas")).toEqual(Array.from({ length: 5 }, () => "Tinggi"));
});

test("made anew by setup it brakes although only one row had something in it", async () => {
  const { office, desk } = await withTicket();
  const { people } = office.google;
  people.setCell({ tab: "Log Aduan", row: 1, column: "Petugas" }, "Budi", "Budi");
  await desk.passes(2);
  people.deleteColumn("Log Aduan", "Petugas", "Sri");
  await repair(office);
  await desk.pass();
  expect(desk.view.brake).toContain('Kolom "Petugas" menjadi kosong di 1 aduan terbuka sekaligus.');
  await desk.pass(true);
  expect(desk.view.facts.map(({ facts }) => facts.officers)).toEqual([""]);
  await desk.pass();
  expect(desk.view.brake).toBe(null);
});

test("a column of the worker's own that somebody deleted is setup's to make and the worker's to fill", async () => {
  const { office, desk, people } = await withPriorities();
  people.undo("Sri");
  await desk.pass();
  people.deleteColumn("Log Aduan", "Batas Waktu", "Sri");
  expect((await reading(office)).problems).toEqual([
    'Kolom "Batas Waktu" di lembar "Log Aduan" tidak ditemukan. Jalankan setup.',
  ]);
});
