import { expect, test } from "vitest";

import {
  copyOf,
  DINKES,
  DISHUB,
  FIRST,
  isFrozen,
  PUPR,
  SECOND,
  TELEPHONE,
  THIRD,
  withMails,
} from "./support/histories.ts";
import type { Row } from "./support/memory-sheet.ts";
import { type Desk, numberOf, openDesk } from "./support/office-model.ts";

/* What counts as people's answer about a row that is asked about, and what does not. */

const CASH = {
  channel: "Langsung",
  unit: "Desa Jepang",
  reporter: "Anik",
  text: "Modem tersambar petir",
};

async function withQuestion(): Promise<{ desk: Desk; row: Row }> {
  const desk = await withMails();
  const row = desk.row(FIRST);
  Object.assign(row, { ...CASH, reportedAt: 46_351.5 });
  await desk.passes(2);
  expect(row["note"]).toContain("bukan lagi aduan");
  return { desk, row };
}

test.each([
  ["dragged over its own", { number: SECOND }],
  ["dragged over it and its Kode", { number: SECOND, code: SECOND }],
  ["pasted where the Kode is gone too", { number: THIRD, code: null }],
  ["beside the Kode of yet another", { number: SECOND, code: THIRD }],
])("another complaint's number %s is no answer", async (_, cells) => {
  const { desk, row } = await withQuestion();
  Object.assign(row, cells);
  await desk.passes(4);
  expect(desk.numbers()).toEqual([FIRST, SECOND, THIRD]);
  expect(row["note"]).toContain("bukan lagi aduan");
  expect(isFrozen(desk, FIRST)).toBe(true);
  expect(desk.restored).toEqual([]);
});

test("a number that the worker gives back, and that lands on a row asked about, is no answer", async () => {
  const { desk, row } = await withQuestion();
  desk.row(SECOND)["number"] = null;
  desk.sheet.between = () => {
    const [a, b, c] = desk.sheet.log;
    desk.sheet.log.splice(0, 3, b!, a!, c!);
  };
  await desk.passes(4);
  expect(row["number"]).toBe(FIRST);
  expect(desk.row(SECOND)["text"]).toBe(DISHUB.text);
  expect(row["note"]).toContain("bukan lagi aduan");
  expect(desk.restored).toEqual([]);
});

test("two writes that land on one row that is asked about, one after the other, are no answer", async () => {
  const { desk, row } = await withQuestion();
  const turn = () => desk.sheet.log.unshift(desk.sheet.log.pop()!);
  desk.type({ ...TELEPHONE, text: "Telepon loket mati", reporter: "Wiwik" });
  desk.type({
    ...TELEPHONE,
    text: "Printer jaringan hilang",
    reporter: "Yanti",
    unit: "Dinas Sosial",
  });
  await desk.pass();
  for (let nth = 0; nth < 3; nth++) {
    desk.sheet.between = turn;
    await desk.pass();
  }
  await desk.passes(5);
  expect(row["number"]).toBe(FIRST);
  expect(row["note"]).toContain("bukan lagi aduan");
  expect(desk.restored).toEqual([]);
  expect(desk.numbers().toSorted()).toHaveLength(5);
});

test("a word that is neither the number nor BARU is no answer", async () => {
  const { desk, row } = await withQuestion();
  row["number"] = "ya";
  await desk.passes(4);
  expect(isFrozen(desk, FIRST)).toBe(true);
  expect(row["note"]).toContain(`Ketik "${FIRST} OK"`);
  expect(desk.restored).toEqual([]);
});

test.each([
  ["its own", `${SECOND} OK`, SECOND],
  ["the lost one", `${FIRST} OK`, FIRST],
  ["a new one", "BARU", numberOf(4)],
])(
  "a row asked about that keeps a lost complaint from the log says so, until it is %s",
  async (_, answer, number) => {
    const desk = await withMails();
    const row = desk.row(SECOND);
    const { unit, reporter } = DINKES;
    Object.assign(row, {
      unit,
      reporter,
      text: "Alat presensi mati",
      reportedAt: null,
      code: null,
    });
    await desk.passes(2);
    desk.sheet.log.splice(desk.sheet.log.indexOf(desk.row(FIRST)), 1);
    await desk.passes(6);
    expect(desk.restored).toEqual([]);
    expect(row["note"]).toContain(`Isi baris ini bukan lagi aduan ${SECOND}.`);
    expect(row["note"]).toContain(`Baris aduan ${FIRST} tidak ditemukan; apakah ini barisnya?`);
    row["number"] = answer;
    await desk.passes(8);
    expect(row["number"]).toBe(number);
    const others = [FIRST, SECOND, THIRD].filter((each) => each !== number);
    expect(desk.numbers().toSorted()).toEqual([...others, number].toSorted());
    expect(row["note"]).not.toContain("?");
  },
);

test("a half-typed row that keeps a lost complaint from the log says so", async () => {
  const desk = openDesk();
  desk.type(TELEPHONE);
  await desk.passes(4);
  desk.sheet.log.splice(0);
  const begun = desk.type({ ...DISHUB, reporter: "Budi" });
  await desk.passes(5);
  expect(desk.restored).toEqual([]);
  expect(begun["note"]).toContain(`Baris aduan ${FIRST} tidak ditemukan; apakah ini barisnya?`);
  begun["number"] = "BARU";
  await desk.passes(4);
  expect(desk.restored).toEqual([FIRST]);
});

/** A copy of the second complaint, typed into another one: it loses the number in its second reading. */
async function withCopiedNumber(desk: Desk): Promise<Row> {
  const typed = { ...TELEPHONE, ...PUPR, reporter: "Yanti", text: "Modem hilang" };
  const copy = copyOf(desk.row(SECOND), typed);
  desk.sheet.log.push(copy);
  await desk.pass();
  return copy;
}

test("a number that the worker takes away elsewhere, and that it takes from a row asked about, is no answer", async () => {
  const { desk, row } = await withQuestion();
  const copy = await withCopiedNumber(desk);
  desk.sheet.between = () => {
    const at = desk.sheet.log.indexOf(row);
    desk.sheet.log[desk.sheet.log.indexOf(copy)] = row;
    desk.sheet.log[at] = copy;
  };
  await desk.passes(1);
  expect([row["number"], copy["number"]]).toEqual([null, SECOND]);
  await desk.passes(5);
  expect(row["number"]).toBe(FIRST);
  expect(row["note"]).toContain("bukan lagi aduan");
  expect(desk.restored).toEqual([]);
});

test("a number that people clear while the worker takes another one where it should is an answer", async () => {
  const { desk, row } = await withQuestion();
  await withCopiedNumber(desk);
  desk.sheet.between = () => {
    row["number"] = null;
  };
  await desk.passes(6);
  expect(desk.row(FIRST)["text"]).toBe(DINKES.text);
  expect(desk.restored).toEqual([FIRST]);
  expect(row["number"]).not.toBe(FIRST);
});
