import { expect, test } from "vitest";

import { toSerial } from "../../src/sheet/serials.ts";
import { columnsOf, tabOf } from "../../src/sheet/columns.ts";
import { letter } from "../../src/sheet/protection.ts";
import { at } from "../journal/builders.ts";
import { change } from "../sheet/support/repair.ts";
import { columnOf } from "../sheet/support/sheet-office.ts";
import { ASSIGNED, columnAt, DONE, LOG, mailsFrom, put, withAssigned } from "./support/log-acts.ts";
import { kindsOf, openOfficeAtWork } from "./support/office-at-work.ts";

const ZONE = "Asia/Jakarta";

test.each([
  ["in_ID", "en_US"],
  ["en_US", "in_ID"],
])(
  "typed times are read day first in a file of %s, and what says no time counts as it was seen (B002)",
  async (language, other) => {
    const world = await openOfficeAtWork(at("2026-11-05T07:55+07:00"));
    const numbers = await world.complaints("RSUD", "Dinsos", "Dishub", "PUPR", "Disdag");
    await world.beats(3);
    for (const number of numbers) world.type(number, ASSIGNED);
    await world.beats(4);
    const started = world.ticket(numbers[0] ?? "").runs.find(({ step }) => step === 4)?.startedAt;
    expect(started).toBe(at("2026-11-05T08:00+07:00"));

    world.google.people.setLocale(language, "Sri");
    world.clock.now = at("2026-11-25T15:26+07:00");
    await world.beats(2);
    world.sent.length = 0;
    const typed = ["05/11/2026 09.00", "25-11-2026 15:10", "11/25/2026 15:10", "tadi siang"];
    const ten = toSerial(at("2026-11-25T15:10+07:00"), ZONE);
    await put(world, 1, "finishedAt", { numberValue: ten });
    for (const [nth, stringValue] of typed.entries()) {
      await put(world, nth + 2, "finishedAt", { stringValue });
    }
    for (const number of numbers) world.type(number, DONE);
    await world.beats(4);

    const ends = () =>
      numbers.map((number) => {
        const run = world.ticket(number).runs.find(({ step }) => step === 4);
        return [run?.endedAt, run?.outcome];
      });
    const seen = at("2026-11-25T15:29+07:00");
    const read = [
      [at("2026-11-25T15:10+07:00"), "late"],
      [at("2026-11-05T09:00+07:00"), "on-time"],
      [at("2026-11-25T15:10+07:00"), "late"],
      [seen, "late"],
      [seen, "late"],
    ];
    expect(ends()).toEqual(read);
    const shown = columnOf(world, "Waktu Selesai");
    expect(shown.slice(1)).toEqual(typed);
    const notes = columnOf(world, "Catatan Sistem");
    for (const note of notes.slice(0, 3)) expect(note).not.toContain("belum dapat dibaca");
    for (const [nth, text] of typed.slice(2).entries()) {
      expect(notes[nth + 3]).toContain(
        `Waktu Selesai "${text}" belum dapat dibaca; tulis seperti 24/11/2026 08.30.`,
      );
    }
    for (const number of numbers) {
      expect(world.ticket(number)).toMatchObject({
        phase: "closed",
        fields: { result: "ganti adaptor" },
      });
    }

    // Another language of the file is no change of anybody's.
    const sent = kindsOf(world);
    world.google.people.setLocale(other, "Sri");
    await world.beats(4);
    expect(ends()).toEqual(read);
    expect(columnOf(world, "Catatan Sistem")).toEqual(notes);
    expect(kindsOf(world)).toEqual(sent);
  },
);

test("a formula in a staff cell counts by what it shows; one that fails leaves what counted before (B073)", async () => {
  const { world, first } = await withAssigned("RSUD");
  const result = `${letter(columnAt("result"))}2`;
  const formulas = {
    status: `=IF(LEN(${result})>0;"Selesai";"Dikerjakan")`,
    officers: "=NA()",
    priority: "=#REF!",
  };
  for (const [key, formulaValue] of Object.entries(formulas)) {
    await put(world, 1, key, { formulaValue });
  }
  const passing = async (from: number, to: number) => {
    for (let minute = from; minute < to; minute++) {
      const formulaValue = `=46351,38+${minute}/1440`;
      await put(world, 1, "finishedAt", { formulaValue });
      await world.beats(1);
    }
  };
  await passing(0, 5);
  expect(world.ticket(first)).toMatchObject({
    phase: "open",
    fields: { status: "Dikerjakan", officers: "Budi", priority: "Sedang" },
  });
  expect(kindsOf(world)).toEqual({});
  const note = world.row(first)["Catatan Sistem"];
  expect(note).toContain(
    "Sel Petugas berisi galat rumus (#N/A); nilai terakhir yang dapat dibaca tetap berlaku.",
  );
  expect(note).toContain(
    "Sel Prioritas berisi galat rumus (#REF!); nilai terakhir yang dapat dibaca tetap berlaku.",
  );

  world.type(first, { "Hasil Perbaikan": "ganti adaptor" });
  await passing(5, 10);
  const repaired = world.row(first)["Diperbaiki"];
  const kept = world.ticket(first);
  expect(kept.phase).toBe("closed");
  expect(repaired).not.toBe("");
  expect(kindsOf(world)).toEqual({ resolution: 1, report: 2 });

  await passing(10, 18);
  expect(world.row(first)["Diperbaiki"]).toBe(repaired);
  expect(world.ticket(first).runs).toEqual(kept.runs);
  expect(kindsOf(world)).toEqual({ resolution: 1, report: 2 });
  const { spreadsheetId } = world.options;
  const { data } = await world.client.sheets.spreadsheets.get({
    spreadsheetId,
    ranges: ["'Log Aduan'!2:2"],
    fields: "sheets(data(rowData(values(userEnteredValue))))",
  });
  const cells = data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values ?? [];
  for (const [key, formulaValue] of Object.entries(formulas)) {
    expect(cells[columnAt(key)]?.userEnteredValue).toEqual({ formulaValue });
  }
});

test("a stray word, a nameless column, a doubled header and a total disturb nothing (B088)", async () => {
  const { world, first } = await withAssigned("RSUD");
  const { people } = world.google;
  const width = columnsOf("log").length;
  people.insertColumn(LOG, width, "", "Sri");
  people.insertColumn(LOG, width + 1, "", "Sri");
  people.setCell({ tab: LOG, row: 4, column: width + 1 }, "cek", "Sri");
  people.insertColumn(LOG, "Email Pelapor", "", "Sri");
  const nameless = columnAt("email");
  people.setCell({ tab: LOG, row: 1, column: nameless }, "lihat map biru", "Sri");
  people.insertColumn(LOG, "Kategori", "Status", "Sri");
  const copied = columnAt("category") + 1;
  people.setCell({ tab: LOG, row: 1, column: copied }, "Dibatalkan", "Sri");
  people.setCell({ tab: LOG, row: 2, column: "Uraian Aduan" }, "total", "Sri");
  await world.beats(4);
  world.type(first, { Keterangan: "menunggu suku cadang" });
  const [next = ""] = await world.complaints("Dinsos");
  await world.beats(4);
  expect(world.ticket(first)).toMatchObject({
    phase: "open",
    fields: { remark: "menunggu suku cadang", status: "Baru" },
  });
  expect(columnOf(world, "No. Aduan").filter((text) => text !== "")).toEqual([first, next]);
  expect(world.row(next)["Kode"]).toBe(next);
  const own = [1, 2, 3, 4, 5, 6].map((row) => [
    people.shown({ tab: LOG, row, column: nameless }),
    people.shown({ tab: LOG, row, column: copied }),
    people.shown({ tab: LOG, row, column: width + 3 }),
  ]);
  expect(own.flat().filter((text) => text !== "")).toEqual(["lihat map biru", "Dibatalkan", "cek"]);
  expect(people.shown({ tab: LOG, row: 2, column: "Uraian Aduan" })).toBe("total");
  expect(people.shown({ tab: LOG, row: 2, column: "Catatan Sistem" })).toBe(
    "Lengkapi Kanal, dan OPD/Desa atau Pelapor agar aduan mendapat nomor.",
  );
  await world.beats(30);
  expect(kindsOf(world)["alarm"] ?? 0).toBeLessThanOrEqual(1);
});

test("renamed tabs go on; a deleted Riwayat or log stops the sheet, not the receipts, and setup sends nothing twice (B092)", async () => {
  const world = await openOfficeAtWork();
  const { people } = world.google;
  const units = Array.from({ length: 40 }, (_, nth) => `Desa ${nth}`);
  const numbers = await world.complaints(...units);
  await world.beats(3);
  for (const number of numbers.slice(0, 10)) world.type(number, { ...ASSIGNED, Status: "Baru" });
  for (const number of numbers) world.type(number, { Keterangan: `catatan ${number}` });
  await world.beats(4);

  const renamed = "Log Aduan 2026 (baru)";
  people.renameTab(LOG, renamed, "Sri");
  people.renameTab("Pengaturan", "Atur'an", "Sri");
  const moved = { sheetId: tabOf("log").sheetId, index: 4 };
  await change(world, { updateSheetProperties: { properties: moved, fields: "index" } });
  people.duplicateTab(renamed, "Sri");
  people.setCell({ tab: renamed, row: 1, column: "Keterangan" }, "sudah ditelepon", "Sri");
  await world.beats(4);
  expect(world.ticket(numbers[0] ?? "").fields.remark).toBe("sudah ditelepon");
  const copy = columnOf(world, "Keterangan", `Salinan dari ${renamed}`);
  expect(copy[0]).toBe(`catatan ${numbers[0]}`);
  world.sent.length = 0;

  people.deleteTab("Riwayat", "Sri");
  people.setCell({ tab: renamed, row: 12, column: "Petugas" }, "Tono", "Sri");
  await mailsFrom(world, "opd1", "opd2", "opd3");
  const before = columnOf(world, "No. Aduan", renamed);
  await world.beats(4);
  expect(columnOf(world, "No. Aduan", renamed)).toEqual(before);
  expect(world.ticket(numbers[11] ?? "").fields.officers).toBe("");
  expect(kindsOf(world)).toEqual({ acknowledgement: 3, alarm: 1 });
  const warnings = () => columnOf(world, "Masalah", "Atur'an").filter((text) => text !== "");
  expect(warnings()).toEqual(['Lembar "Riwayat" tidak ada. Jalankan setup untuk membuatnya lagi.']);

  people.deleteTab(renamed, "Sri");
  await mailsFrom(world, "opd4", "opd5");
  await world.beats(4);
  expect(kindsOf(world)).toEqual({ acknowledgement: 5, alarm: 1 });
  expect(warnings().join("\n")).toContain('Lembar "Log Aduan" tidak ada.');

  await world.setup();
  await world.beats(5);
  const late = [41, 42, 43, 44, 45].map((serial) => `JKD-2026-00${serial}`);
  expect(columnOf(world, "No. Aduan").toSorted()).toEqual([...numbers, ...late]);
  expect(columnOf(world, "Kode").toSorted()).toEqual([...numbers, ...late]);
  for (const [nth, number] of numbers.entries()) {
    const row = world.row(number);
    expect(row["Keterangan"]).toBe(nth === 0 ? "sudah ditelepon" : `catatan ${number}`);
    expect(row["Petugas"]).toBe(nth < 10 ? "Budi" : "");
  }
  const events = await Promise.all(
    [...numbers, ...late].map((number) => world.journal.events(number)),
  );
  expect(columnOf(world, "Kode", "Riwayat").toSorted()).toEqual(
    events.flatMap((each) => each.map(({ id }) => id)).toSorted(),
  );
  const titles = world.google.snapshot().tabs.map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(["Atur'an", `Salinan dari ${renamed}`, LOG]));
  const letters = kindsOf(world);
  expect(letters["acknowledgement"]).toBe(5);
  expect(letters["alarm"]).toBe(1);
  expect(letters["assignment"]).toBe(undefined);
});
