import { expect, test } from "vitest";
import { type Desk, numberOf, openDesk } from "./support/office-model.ts";
import { typed } from "./support/memory-sheet.ts";

const FIRST = numberOf(1);

function withMails(count: number): Promise<Desk> {
  return filled(openDesk(), count);
}

async function filled(desk: Desk, count: number): Promise<Desk> {
  for (let nth = 1; nth <= count; nth++) {
    desk.mail({
      unit: `Desa ${nth}`,
      reporter: `Kepala Desa ${nth}`,
      text: `Jaringan kantor desa nomor ${nth} putus sejak kemarin sore`,
    });
  }
  await desk.passes(3);
  return desk;
}

function everyRowHasItsOwn(desk: Desk): boolean {
  return desk.sheet.log.every((row) => {
    const ticket = desk.tickets.get(String(row["number"]));
    return ticket?.fields.unit === row["unit"] && row["code"] === row["number"];
  });
}

test("a row typed piece by piece gets one number for its whole text, timed from first sight", async () => {
  const desk = openDesk();
  const row = desk.type({ channel: "Telepon" });
  await desk.pass();
  const seen = Date.UTC(2026, 10, 25, 2, 1);
  Object.assign(row, { unit: "Disdukcapil" });
  await desk.pass();
  Object.assign(row, { text: "Inter" });
  await desk.pass();
  Object.assign(row, { text: "Internet loket mati" });
  await desk.pass();
  Object.assign(row, { reporter: "Wahyu" });
  await desk.passes(4);
  const [ticket] = [...desk.tickets.values()];
  expect(desk.numbers()).toEqual([FIRST]);
  expect(ticket?.complaint).toMatchObject({ text: "Internet loket mati", reportedAt: seen });
  expect(row["reportedAt"]).toBe(null);
});

test("a half-typed row is left without a number and told what it lacks", async () => {
  const desk = openDesk();
  const row = desk.type({ channel: "Telepon", text: "Internet mati" });
  await desk.passes(5);
  expect(row["number"]).toBe(null);
  expect(row["note"]).toBe("Lengkapi OPD/Desa atau Pelapor agar aduan mendapat nomor.");
  row["text"] = null;
  await desk.passes(3);
  expect(row["note"]).toBe(
    "Lengkapi OPD/Desa atau Pelapor, dan Uraian Aduan agar aduan mendapat nomor.",
  );
});

test("staff who go on typing after the claim get no second number", async () => {
  const desk = openDesk();
  const row = desk.type({ channel: "Telepon", unit: "Dishub", text: "WiFi lambat" });
  await desk.passes(2);
  Object.assign(row, { reporter: "Slamet" });
  await desk.pass();
  Object.assign(row, { place: "Lantai 2", text: "WiFi lambat di lantai dua" });
  await desk.passes(4);
  expect(desk.numbers()).toEqual([FIRST]);
  expect(desk.tickets.size).toBe(1);
});

test("numbers and times deleted in five rows of sixty come back within three readings", async () => {
  const desk = await withMails(60);
  for (const row of desk.sheet.log.slice(41, 46)) {
    Object.assign(row, { number: null, reportedAt: null, timeState: null, due: null, note: null });
  }
  await desk.passes(3);
  expect(everyRowHasItsOwn(desk)).toBe(true);
  expect(desk.restored).toEqual([]);
});

test("a number dragged over the rows below is healed within three readings", async () => {
  const desk = await withMails(60);
  for (const row of desk.sheet.log.slice(42, 46)) row["number"] = numberOf(42);
  await desk.passes(3);
  expect(everyRowHasItsOwn(desk)).toBe(true);
});

test("numbers moved down by one row are healed within three readings", async () => {
  const desk = await withMails(60);
  const numbers = desk.numbers();
  for (const [index, row] of desk.sheet.log.entries()) {
    row["number"] = index === 0 ? null : (numbers[index - 1] ?? null);
  }
  await desk.passes(3);
  expect(everyRowHasItsOwn(desk)).toBe(true);
});

test("thirty old complaints pasted at once each get a number and brake nothing", async () => {
  const desk = await withMails(5);
  for (let nth = 0; nth < 30; nth++) {
    desk.type({
      channel: "Surat",
      reportedAt: 46_030 + nth * 9,
      unit: `Kecamatan ${nth}`,
      text: `Surat lama ke-${nth} tentang jaringan`,
      status: nth < 25 ? "Selesai" : null,
      result: nth < 25 ? "sudah normal" : null,
    });
  }
  await desk.passes(4);
  expect(desk.view.brake).toBe(null);
  expect(desk.tickets.size).toBe(35);
  expect(everyRowHasItsOwn(desk)).toBe(true);
});

test("half the log deleted is no forty events but one brake, and undo ends it", async () => {
  const desk = await withMails(40);
  const gone = desk.sheet.log.splice(0, 20);
  await desk.passes(3);
  expect(desk.view.brake).toContain("20 dari 40");
  expect(desk.view.restore).toEqual([]);
  expect(desk.restored).toEqual([]);
  desk.sheet.log.unshift(...gone);
  await desk.pass();
  expect(desk.view.brake).toBe(null);
  expect(desk.view.facts).toHaveLength(40);
});

test("one deleted row is restored once; deleted again, people are told once", async () => {
  const desk = await withMails(6);
  desk.sheet.log.splice(2, 1);
  await desk.passes(4);
  expect(desk.restored).toEqual([numberOf(3)]);
  desk.sheet.log.splice(desk.sheet.log.indexOf(desk.row(numberOf(3))), 1);
  await desk.passes(6);
  expect(desk.restored).toEqual([numberOf(3)]);
  expect(desk.told).toEqual([numberOf(3)]);
});

test("a birth whose answer was lost waits two readings before it is sent again", async () => {
  const desk = openDesk();
  desk.sheet.failing = "lost";
  desk.mail({ unit: "Desa Colo", text: "Internet balai desa mati" });
  const seen: number[] = [];
  for (let nth = 0; nth < 5; nth++) {
    await desk.pass();
    seen.push(desk.sheet.log.length);
  }
  expect(seen).toEqual([0, 0, 0, 1, 1]);
});

test("a time typed in the future or last year is said so, and the row still counts", async () => {
  const desk = openDesk();
  desk.type({ channel: "Telepon", unit: "Dishub", text: "WiFi lambat", reportedAt: 46_400 });
  await desk.passes(4);
  const [ticket] = [...desk.tickets.values()];
  expect(ticket?.complaint.notes).toEqual(["Waktu Lapor ada di masa depan; periksa tanggalnya."]);
});

test("a line with only a total below the log is no complaint", async () => {
  const desk = await withMails(2);
  desk.sheet.log.push(typed({ text: "total" }));
  await desk.passes(4);
  expect(desk.tickets.size).toBe(2);
});

test("an idle desk writes nothing, minute after minute", async () => {
  const desk = await withMails(3);
  const { writes } = desk.sheet;
  await desk.passes(10);
  expect(desk.sheet.writes).toBe(writes);
});
