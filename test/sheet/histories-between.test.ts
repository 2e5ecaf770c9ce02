import { expect, test } from "vitest";
import {
  copyOf,
  DINKES,
  FIRST,
  isFrozen,
  SECOND,
  TELEPHONE,
  withMail,
  withMails,
} from "./support/histories.ts";
import { numberOf, openDesk } from "./support/office-model.ts";

/* What people do after the worker has read and before it writes. */

test("a deletion undone while its row is restored leaves two rows that are asked about", async () => {
  const desk = await withMails();
  const row = desk.row(SECOND);
  desk.sheet.log.splice(desk.sheet.log.indexOf(row), 1);
  await desk.pass();
  desk.sheet.between = () => desk.sheet.log.unshift(row);
  await desk.passes(3);
  expect(desk.restored).toEqual([SECOND]);
  expect(isFrozen(desk, SECOND)).toBe(true);
  row["unit"] = "Kelurahan Panjunan";
  await desk.passes(6);
  expect(desk.tickets.size).toBe(3);
  expect(desk.sheet.log.filter((each) => each["number"] === SECOND)).toHaveLength(2);
});

test("a new number that lands on one of two rows that are asked about is no answer", async () => {
  const desk = await withMails();
  const row = desk.row(SECOND);
  const copy = copyOf(row);
  desk.sheet.log.unshift(copy);
  const next = desk.type({ ...TELEPHONE, reporter: "Wiwik", text: "Telepon loket mati" });
  await desk.pass();
  expect(isFrozen(desk, SECOND)).toBe(true);
  desk.sheet.between = () => desk.sheet.log.push(...desk.sheet.log.splice(0, 1));
  await desk.passes(3);
  expect([row["number"], copy["number"], next["number"]]).toEqual([SECOND, SECOND, numberOf(4)]);
  expect(isFrozen(desk, SECOND)).toBe(true);
});

test("columns sorted apart while a cleared number is written again are seen", async () => {
  const desk = await withMail();
  const mail = desk.row(FIRST);
  const row = desk.type({ ...TELEPHONE, reportedAt: "25/11/2026 08.15" });
  await desk.pass();
  mail["number"] = null;
  desk.sheet.between = exchange;
  await desk.passes(5);
  expect(desk.view.brake).toContain("Ctrl+Z");
  expect(desk.tickets.size).toBe(1);
  exchange();
  await desk.passes(4);
  expect(mail["text"]).toBe(DINKES.text);
  expect([mail["number"], row["number"]]).toEqual([FIRST, SECOND]);
  expect(desk.restored).toEqual([]);

  function exchange(): void {
    for (const key of ["reporter", "text"]) {
      [mail[key], row[key]] = [row[key] ?? null, mail[key] ?? null];
    }
  }
});

test("a claim's number on a row where a call is only begun proves nothing", async () => {
  const desk = openDesk();
  const row = desk.type(TELEPHONE);
  await desk.pass();
  desk.sheet.between = () => Object.assign(row, { reporter: null, text: null });
  await desk.passes(2);
  expect(desk.tickets.size).toBe(0);
  expect(row["number"]).toBe(null);
});
