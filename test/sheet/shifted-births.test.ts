import { expect, test } from "vitest";

import { DINKES, DISHUB, FIRST, SECOND, TELEPHONE } from "./support/histories.ts";
import type { Row } from "./support/memory-sheet.ts";
import { type Desk, openDesk } from "./support/office-model.ts";

/* A row that was appended while columns moved: each value stands one column to the left. */

const SENTENCE = `Aduan ${FIRST} ditulis lagi di baris lain.`;

/** A birth that no reading has shown yet, its content beside its columns. */
async function withShifted(): Promise<{ desk: Desk; row: Row }> {
  const desk = openDesk();
  desk.mail(DINKES);
  await desk.pass();
  const row = desk.row(FIRST);
  const { unit, reporter, text } = row;
  Object.assign(row, { channel: unit, unit: reporter, reporter: text, text: null });
  return { desk, row };
}

test("the complaint is written again in the same pass, and its row keeps every cell of people's", async () => {
  const { desk, row } = await withShifted();
  row["officers"] = "Bagus Prasetyo";
  const before = { ...row };
  await desk.pass();
  expect(desk.sheet.log).toHaveLength(2);
  expect(row).toEqual({ ...before, number: null, code: null, note: row["note"] });
  expect(row["note"]).toContain(SENTENCE);
  await desk.passes(4);
  expect(desk.row(FIRST)).toMatchObject(DINKES);
  expect(desk.view.facts.map(({ number, facts }) => [number, facts.text])).toEqual([
    [FIRST, DINKES.text],
  ]);
  expect(desk.sheet.log).toHaveLength(2);
});

test("Riwayat says once why the complaint has a row of a later place", async () => {
  const { desk } = await withShifted();
  await desk.passes(5);
  expect(desk.view.historyIds.filter((id) => id.startsWith(`${FIRST}/kolom/`))).toHaveLength(1);
});

test.each(["lost", "applied"] as const)(
  "it is written again once although the answer of the first write was %s",
  async (failing) => {
    const { desk, row } = await withShifted();
    desk.sheet.failing = failing;
    await desk.passes(5);
    expect(desk.numbers()).toEqual(["", FIRST]);
    expect(row["note"]).toContain(SENTENCE);
  },
);

test("it is written again once although the pass was cut off after its writes", async () => {
  const { desk, row } = await withShifted();
  await desk.pass();
  // What had been committed before them.
  desk.memory = desk.view.memory;
  await desk.passes(5);
  expect(desk.numbers()).toEqual(["", FIRST]);
  expect(row["note"]).toContain(SENTENCE);
});

test("a row that came to its place meanwhile keeps what people typed, and gets its number back", async () => {
  const { desk, row } = await withShifted();
  const other = { ...TELEPHONE, reportedAt: "25/11/2026 08.15" };
  const typed = desk.type(other);
  desk.sheet.between = () => desk.sheet.log.unshift(...desk.sheet.log.splice(1, 1));
  await desk.passes(6);
  expect(typed).toMatchObject({ ...other, number: SECOND });
  expect(desk.numbers().toSorted()).toEqual(["", FIRST, SECOND]);
  expect(row["note"]).toContain(SENTENCE);
});

test("what people type in the row afterwards makes no complaint of it", async () => {
  const { desk, row } = await withShifted();
  await desk.passes(3);
  Object.assign(row, { channel: "Telepon", officers: "Bagus Prasetyo", remark: "Sudah ditelepon" });
  await desk.passes(5);
  expect([desk.tickets.size, row["number"]]).toEqual([1, null]);
  expect(row["note"]).toContain(SENTENCE);
});

test.each<[string, Row]>([
  ["another complaint typed over it", { ...TELEPHONE, reportedAt: "25/11/2026 08.15" }],
  ["BARU in it", { ...TELEPHONE, number: "BARU", text: DINKES.text }],
])("the row becomes a complaint by %s", async (_, typed) => {
  const { desk, row } = await withShifted();
  await desk.passes(3);
  Object.assign(row, typed);
  await desk.passes(6);
  expect(row["number"]).toBe(SECOND);
  expect(desk.numbers()).toEqual([SECOND, FIRST]);
});

test("a row that people put right is a copy, to be deleted", async () => {
  const { desk, row } = await withShifted();
  await desk.passes(3);
  Object.assign(row, { channel: "Email", ...DINKES });
  await desk.passes(5);
  expect(row["note"]).toContain(FIRST);
  expect(row["note"]).toContain("hapus baris ini");
  expect([desk.tickets.size, row["number"]]).toEqual([1, null]);
});

test("the row written again is the complaint's although people cleared its number and Kode", async () => {
  const { desk } = await withShifted();
  await desk.passes(3);
  const own = desk.row(FIRST);
  Object.assign(own, { number: null, code: null });
  await desk.passes(4);
  expect(own["number"]).toBe(FIRST);
  expect(desk.sheet.log).toHaveLength(2);
});

test("it is restored although its row is deleted, and what was shifted stands in other columns only", async () => {
  const desk = openDesk();
  desk.mail(DINKES);
  await desk.pass();
  const row = desk.row(FIRST);
  Object.assign(row, { status: null, suggestion: "Baru" });
  await desk.passes(3);
  desk.sheet.log.splice(desk.sheet.log.indexOf(desk.row(FIRST)), 1);
  await desk.passes(5);
  expect(desk.numbers()).toEqual(["", FIRST]);
  expect(desk.row(FIRST)["status"]).toBe("Baru");
  expect(row["note"]).toContain(SENTENCE);
});

test("the row is gone once it is deleted, and says so again when that is undone", async () => {
  const { desk, row } = await withShifted();
  await desk.passes(3);
  desk.sheet.log.splice(desk.sheet.log.indexOf(row), 1);
  await desk.passes(3);
  expect(desk.numbers()).toEqual([FIRST]);
  desk.sheet.log.unshift(row);
  await desk.passes(4);
  expect([desk.tickets.size, row["number"]]).toEqual([1, null]);
  expect(row["note"]).toContain(SENTENCE);
});

test("a restored row beside its columns is written again too", async () => {
  const desk = openDesk();
  desk.mail(DINKES);
  await desk.passes(3);
  desk.sheet.log.splice(0, 1);
  await desk.passes(2);
  const row = desk.row(FIRST);
  const { unit, reporter, text } = row;
  Object.assign(row, { channel: unit, unit: reporter, reporter: text, text: null });
  await desk.passes(3);
  expect(desk.numbers()).toEqual(["", FIRST]);
  expect(desk.told).toEqual([]);
  expect(desk.row(FIRST)).toMatchObject(DINKES);
});

test("unit and reporter that people exchange at once are a correction", async () => {
  const desk = openDesk();
  desk.mail(DINKES);
  await desk.pass();
  const row = desk.row(FIRST);
  Object.assign(row, { unit: DINKES.reporter, reporter: DINKES.unit });
  await desk.passes(3);
  expect(desk.numbers()).toEqual([FIRST]);
  expect(desk.view.facts.map(({ facts }) => facts.reporter)).toEqual([DINKES.unit]);
});

test("the next complaint of the same reporter is none of its remains", async () => {
  const { desk } = await withShifted();
  await desk.passes(3);
  const next = desk.type({ ...TELEPHONE, unit: DINKES.unit, reporter: DINKES.reporter });
  await desk.passes(4);
  expect(next["number"]).toBe(SECOND);
  expect(next["text"]).toBe(DISHUB.text);
});

test("a new row that something rearranges each time is not appended for ever", async () => {
  const { desk } = await withShifted();
  for (let nth = 0; nth < 8; nth++) {
    await desk.pass();
    for (const row of desk.sheet.log.filter((each) => each["number"] === FIRST)) {
      const { unit, reporter, text } = row;
      if (text === null) continue;
      Object.assign(row, { channel: unit, unit: reporter, reporter: text, text: null });
    }
  }
  expect(desk.sheet.log).toHaveLength(6);
});
