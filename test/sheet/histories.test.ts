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
import { openDesk } from "./support/office-model.ts";

test("a claim that lands on another row after a sort finds its own row again", async () => {
  const desk = await withMail();
  const row = desk.type({ channel: "Telepon", unit: "Dinas Perhubungan", text: "WiFi lamb" });
  await desk.pass();
  Object.assign(row, { text: DISHUB.text, reporter: "Slamet" });
  await desk.pass();
  desk.sheet.between = () => {
    row["text"] = `${DISHUB.text}, mohon segera`;
    desk.sheet.log.reverse();
  };
  await desk.passes(2);
  const seen = [];
  for (let nth = 0; nth < 3; nth++) {
    await desk.pass();
    seen.push(desk.numbers().join());
  }
  expect(new Set(seen).size).toBe(1);
  expect(row["number"]).toBe(SECOND);
  expect(desk.row(FIRST)["unit"]).toBe("Dinas Kesehatan");
});

test("a number pasted onto a new row goes back to its own", async () => {
  const desk = await withMail();
  const row = desk.type(TELEPHONE);
  const mail = desk.row(FIRST);
  row["number"] = FIRST;
  mail["number"] = null;
  await desk.passes(6);
  expect(mail["number"]).toBe(FIRST);
  expect(row["number"]).toBe(SECOND);
});

test("a copied row typed into another complaint becomes one of its own", async () => {
  const desk = await withMail();
  const original = desk.row(FIRST);
  const copy = copyOf(original, { text: "Printer jaringan tidak dikenali", reporter: "Budi" });
  desk.sheet.log.push(copy);
  await desk.passes(7);
  expect(original["number"]).toBe(FIRST);
  expect(copy["number"]).toBe(SECOND);
  expect(isFrozen(desk, FIRST)).toBe(false);
  expect(desk.tickets.get(SECOND)?.complaint.notes).toContain(`Diduga ganda dengan ${FIRST}.`);
});

test("a near copy freezes its ticket until the number is cleared on it", async () => {
  const desk = await withMail();
  const original = desk.row(FIRST);
  const copy = copyOf(original, { text: "Telepon IP di loket tidak berbunyi" });
  desk.sheet.log.push(copy);
  await desk.pass();
  expect(isFrozen(desk, FIRST)).toBe(true);
  await desk.pass();
  for (const row of [original, copy]) expect(row["note"]).toContain("mengaku aduan");
  copy["number"] = null;
  await desk.passes(6);
  expect(copy["number"]).toBe(SECOND);
  expect(original["number"]).toBe(FIRST);
  expect(isFrozen(desk, FIRST)).toBe(false);
});

test("a copy changed in three fields does not take the number that its original lost", async () => {
  const desk = await withMail();
  const original = desk.row(FIRST);
  const copy = copyOf(original, {
    text: "Kabel putus tertabrak truk",
    reporter: "Tono",
    unit: "PUPR",
  });
  desk.sheet.log.push(copy);
  original["number"] = null;
  await desk.passes(7);
  expect(original["number"]).toBe(FIRST);
  expect(copy["number"]).toBe(SECOND);
});

test("a new complaint of the same person is not bound to the deleted row", async () => {
  const desk = openDesk();
  const first = desk.type({ channel: "Telepon", ...DINKES });
  await desk.passes(4);
  expect(first["number"]).toBe(FIRST);
  desk.sheet.log.splice(0, 1);
  const next = desk.type({
    channel: "Telepon",
    ...DINKES,
    text: "Sekarang giliran WiFi poli gigi",
  });
  await desk.passes(4);
  expect(next["number"]).toBe(null);
  expect(next["note"]).toContain("tidak ditemukan");
  next["number"] = "BARU";
  await desk.passes(8);
  expect(next["number"]).toBe(SECOND);
  expect(desk.row(FIRST)["text"]).toBe(DINKES.text);
});

test("a number that staff invent gives way to the mail that was given it", async () => {
  const desk = openDesk();
  const row = desk.type({ ...TELEPHONE, number: FIRST });
  desk.mail(DINKES);
  await desk.passes(6);
  expect(desk.row(FIRST)["unit"]).toBe("Dinas Kesehatan");
  expect(row["number"]).toBe(SECOND);
});

test("a number that staff invent is never issued once it was seen", async () => {
  const desk = openDesk();
  const row = desk.type({ ...TELEPHONE, number: FIRST });
  await desk.pass();
  const number = desk.mail(DINKES);
  await desk.passes(3);
  expect(number).toBe(SECOND);
  expect(desk.row(SECOND)["unit"]).toBe("Dinas Kesehatan");
  expect(row["note"]).toContain("tidak dikenal");
});

test("an overtyped row is asked about; the number cleared makes it a new complaint", async () => {
  const desk = await withMail();
  const row = desk.row(FIRST);
  Object.assign(row, { ...TELEPHONE, reportedAt: 46_351.5 });
  await desk.passes(2);
  expect(row["note"]).toContain("bukan lagi aduan");
  row["number"] = null;
  await desk.passes(8);
  expect(row["number"]).toBe(SECOND);
  expect(desk.row(FIRST)["unit"]).toBe("Dinas Kesehatan");
  expect(desk.restored).toEqual([FIRST]);
});

test("the same person's next complaint of the same minute does not take an overtyped row's number", async () => {
  const desk = openDesk();
  const call = { ...TELEPHONE, reportedAt: "25/11/2026 08.15" };
  const row = desk.type(call);
  await desk.passes(4);
  const next = desk.type({ ...call, text: null });
  Object.assign(row, DINKES);
  await desk.passes(3);
  expect([row["number"], next["number"]]).toEqual([FIRST, null]);
  for (const each of [row, next]) expect(each["note"]).toContain("apakah ini barisnya?");
});

test("an overtyped row with OK behind its number is a correction", async () => {
  const desk = await withMail();
  const row = desk.row(FIRST);
  Object.assign(row, { ...TELEPHONE, reportedAt: 46_351.5 });
  await desk.passes(2);
  row["number"] = `${FIRST} OK`;
  await desk.passes(3);
  expect(desk.numbers()).toEqual([FIRST]);
  expect(desk.view.facts.map(({ facts }) => facts.unit)).toEqual(["Dinas Perhubungan"]);
});

test("columns sorted without the others brake the whole reading until they are put back", async () => {
  const desk = await withMails();
  const before = desk.sheet.log.map((row) => ({ ...row }));
  const remembered = desk.memory?.["tickets"];
  const keys = ["reporter", "email", "phone", "place", "subject", "text"];
  const [a, b] = [desk.row(FIRST), desk.row(SECOND)];
  for (const key of keys) [a[key], b[key]] = [b[key] ?? null, a[key] ?? null];
  await desk.passes(3);
  expect(desk.view.brake).toContain("Ctrl+Z");
  expect(desk.view.facts).toEqual([]);
  expect(desk.memory?.["tickets"]).toEqual(remembered);
  for (const [index, row] of before.entries()) {
    for (const key of keys) desk.sheet.log[index]![key] = row[key] ?? null;
  }
  await desk.passes(2);
  expect(desk.view.brake).toBe(null);
  expect(desk.view.facts.map((each) => each.number)).toEqual([FIRST, SECOND, THIRD]);
  expect(desk.restored).toEqual([]);
});

test("columns sorted apart are seen although the other row had no time and no unit", async () => {
  const desk = openDesk();
  const row = desk.type({ ...TELEPHONE, reportedAt: "25/11/2026 08.15" });
  await desk.passes(4);
  const walkIn = { reporter: "Anik", text: "Modem tersambar petir" };
  const begun = desk.type({ channel: "Telepon", ...walkIn });
  await desk.pass();
  Object.assign(row, walkIn);
  Object.assign(begun, { reporter: DISHUB.reporter, text: DISHUB.text });
  await desk.passes(3);
  expect(desk.view.brake).toContain("Ctrl+Z");
  expect([row["number"], begun["number"]]).toEqual([FIRST, null]);
});

test("numbers rotated among rows are healed within two readings", async () => {
  const desk = await withMails();
  const [a, b, c] = desk.sheet.log;
  [a!["number"], b!["number"], c!["number"]] = [SECOND, THIRD, FIRST];
  await desk.passes(2);
  expect(desk.numbers()).toEqual([FIRST, SECOND, THIRD]);
  await desk.pass();
  expect(desk.view.facts).toHaveLength(3);
});

test("one number filled over all rows is healed within two readings", async () => {
  const desk = await withMails();
  for (const row of desk.sheet.log) row["number"] = SECOND;
  await desk.passes(2);
  expect(desk.numbers()).toEqual([FIRST, SECOND, THIRD]);
  await desk.pass();
  expect(desk.view.facts).toHaveLength(3);
});

test("a claim that was not written stays with its row while the text grows", async () => {
  const desk = openDesk();
  const row = desk.type(TELEPHONE);
  await desk.pass();
  desk.sheet.failing = "lost";
  await desk.pass();
  row["text"] = `${DISHUB.text}. Sudah dicoba nyalakan ulang`;
  await desk.passes(4);
  expect(desk.numbers()).toEqual([FIRST]);
  expect([...desk.tickets.keys()]).toEqual([FIRST]);
});
