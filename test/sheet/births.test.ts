import { expect, test } from "vitest";

import { DINKES, DISHUB, FIRST, isFrozen, SECOND } from "./support/histories.ts";
import type { Row } from "./support/memory-sheet.ts";
import { type Desk, openDesk } from "./support/office-model.ts";

/* People work on a row that has just appeared before any reading has shown it. */

async function withBirth(): Promise<{ desk: Desk; row: Row }> {
  const desk = openDesk();
  desk.mail(DINKES);
  await desk.pass();
  return { desk, row: desk.row(FIRST) };
}

test.each<[string, Row]>([
  ["unit and reporter", { unit: "Puskesmas Jepang", reporter: "Siti" }],
  ["unit, reporter and Kanal", { unit: "Puskesmas Jepang", reporter: "Siti", channel: "Telepon" }],
])("a row whose %s were corrected at once is still its complaint's", async (_, corrected) => {
  const { desk, row } = await withBirth();
  Object.assign(row, corrected);
  await desk.passes(4);
  expect(row["number"]).toBe(FIRST);
  expect(desk.numbers()).toEqual([FIRST]);
});

test("a row overtyped at once is asked about, and its number cleared makes two complaints", async () => {
  const { desk, row } = await withBirth();
  Object.assign(row, DISHUB);
  await desk.passes(3);
  expect(isFrozen(desk, FIRST)).toBe(true);
  expect(row["note"]).toContain(`Isi baris ini bukan lagi aduan ${FIRST}.`);
  expect(desk.tickets.size).toBe(1);
  row["number"] = null;
  await desk.passes(6);
  expect(row["number"]).toBe(SECOND);
  expect(desk.row(FIRST)["text"]).toBe(DINKES.text);
});

test("a row that lost its number while two cells were corrected at once is asked about", async () => {
  const { desk, row } = await withBirth();
  Object.assign(row, { number: null, unit: "Puskesmas Jepang", reporter: "Siti" });
  await desk.passes(3);
  expect(row["note"]).toContain(`Baris aduan ${FIRST} tidak ditemukan; apakah ini barisnya?`);
  expect(desk.sheet.log).toHaveLength(1);
  row["number"] = `${FIRST} OK`;
  await desk.passes(3);
  expect(desk.numbers()).toEqual([FIRST]);
  expect(desk.view.facts.map(({ facts }) => facts.unit)).toEqual(["Puskesmas Jepang"]);
});
