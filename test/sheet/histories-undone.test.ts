import { expect, test } from "vitest";
import {
  FIRST,
  SECOND,
  THIRD,
  DINKES,
  DISHUB,
  TELEPHONE,
  withMails,
  copyOf,
  isFrozen,
  withMail,
} from "./support/histories.ts";
import { typed } from "./support/memory-sheet.ts";
import { openDesk } from "./support/office-model.ts";

test("numbers and times cleared in three rows come back to the same tickets", async () => {
  const desk = await withMails();
  for (const row of desk.sheet.log) Object.assign(row, { number: null, reportedAt: null });
  await desk.passes(3);
  expect(desk.numbers()).toEqual([FIRST, SECOND, THIRD]);
  expect(desk.restored).toEqual([]);
});

test("a number cleared while its text is retyped comes back by Kode", async () => {
  const desk = await withMails();
  Object.assign(desk.row(SECOND), { number: null, text: "Jaringan nirkabel putus nyambung" });
  await desk.passes(3);
  expect(desk.numbers()).toEqual([FIRST, SECOND, THIRD]);
  expect(desk.tickets.size).toBe(3);
  expect(desk.restored).toEqual([]);
});

test("a version from before the number was written gives the same number", async () => {
  const desk = openDesk();
  const row = desk.type(TELEPHONE);
  await desk.passes(4);
  Object.assign(row, { number: null, code: null, note: null });
  await desk.passes(3);
  expect(desk.numbers()).toEqual([FIRST]);
  expect(desk.tickets.size).toBe(1);
});

test.each(["the row that came back", "the restored row"])(
  "undo after a restore leaves two rows that are asked about, and deleting %s binds the other",
  async (deleted) => {
    const desk = await withMails();
    const row = desk.row(SECOND);
    desk.sheet.log.splice(desk.sheet.log.indexOf(row), 1);
    await desk.passes(4);
    expect(desk.restored).toEqual([SECOND]);
    const restored = desk.row(SECOND);
    desk.sheet.log.push(row);
    await desk.passes(2);
    expect(isFrozen(desk, SECOND)).toBe(true);
    for (const each of [row, restored]) expect(each["note"]).toContain("mengaku aduan");
    const gone = deleted === "the restored row" ? restored : row;
    desk.sheet.log.splice(desk.sheet.log.indexOf(gone), 1);
    await desk.passes(2);
    expect(isFrozen(desk, SECOND)).toBe(false);
    expect(desk.numbers().filter((number) => number === SECOND)).toHaveLength(1);
    expect(desk.restored).toEqual([SECOND]);
  },
);

test("the number of one twin put on the other makes no second ticket", async () => {
  const desk = openDesk();
  const one = desk.type(TELEPHONE);
  const other = desk.type(TELEPHONE);
  await desk.passes(4);
  expect(desk.numbers()).toEqual([FIRST, ""]);
  Object.assign(one, { number: null });
  Object.assign(other, { number: FIRST });
  await desk.passes(4);
  expect(desk.tickets.size).toBe(1);
  expect(desk.numbers().filter((number) => number !== "")).toEqual([FIRST]);
  expect(desk.notes().some((note) => note.includes("Salinan"))).toBe(true);
});

test("a claim's number on a similar row that was inserted above moves to its own row", async () => {
  const desk = openDesk();
  const row = desk.type(TELEPHONE);
  const similar = typed({ ...TELEPHONE, text: "Pintu server tidak dapat dibuka" });
  await desk.pass();
  desk.sheet.between = () => desk.sheet.log.unshift(similar);
  await desk.passes(7);
  expect(row["number"]).toBe(FIRST);
  expect(similar["number"]).toBe(SECOND);
  expect(desk.tickets.get(FIRST)?.fields.text).toBe(DISHUB.text);
});

test("an original deleted long after its copy went its own way is restored once", async () => {
  const desk = await withMail();
  const original = desk.row(FIRST);
  const copy = copyOf(original, { text: "Switch gosong", reporter: "Wahyu" });
  desk.sheet.log.push(copy);
  await desk.passes(8);
  expect(copy["number"]).toBe(SECOND);
  desk.sheet.log.splice(desk.sheet.log.indexOf(original), 1);
  await desk.passes(6);
  expect(desk.restored).toEqual([FIRST]);
  expect(desk.row(FIRST)["text"]).toBe(DINKES.text);
});

test("a half-typed row of which people say BARU no longer keeps a lost one from the log", async () => {
  const desk = openDesk();
  desk.type(TELEPHONE);
  await desk.passes(4);
  desk.sheet.log.splice(0);
  const begun = desk.type({ ...TELEPHONE, text: null });
  await desk.passes(3);
  expect(begun["note"]).toContain("apakah ini barisnya?");
  expect(desk.restored).toEqual([]);
  begun["number"] = "BARU";
  await desk.passes(4);
  expect(desk.restored).toEqual([FIRST]);
  expect(desk.row(FIRST)["text"]).toBe(DISHUB.text);
  expect(begun["number"]).toBe("BARU");
});

test("a row emptied of all but its hidden Kode is a deleted one: the complaint is restored", async () => {
  const desk = await withMails();
  const row = desk.row(SECOND);
  for (const key of Object.keys(row)) if (key !== "code") row[key] = null;
  await desk.passes(5);
  expect(desk.restored).toEqual([SECOND]);
  expect(desk.row(SECOND)["text"]).toBe(DISHUB.text);
  expect(desk.row(SECOND)).not.toBe(row);
  expect(row["code"]).toBe(null);
});

test("a number is given back to a row of which little is left, and stays there", async () => {
  const desk = openDesk();
  desk.mail({ reporter: DINKES.reporter, text: DINKES.text });
  await desk.passes(3);
  const row = desk.row(FIRST);
  Object.assign(row, { number: null, reportedAt: null, text: null });
  await desk.passes(4);
  expect(desk.numbers()).toEqual([FIRST]);
  expect(desk.view.present).toEqual([FIRST]);
});
