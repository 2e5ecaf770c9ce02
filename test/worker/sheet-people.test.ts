import { expect, test } from "vitest";

import { columnsOf, tabOf } from "../../src/sheet/columns.ts";
import { SECOND } from "../../src/desk/time.ts";
import { at } from "../journal/builders.ts";
import { columnOf } from "../sheet/support/sheet-office.ts";
import { change } from "../sheet/support/repair.ts";
import { kindsOf, openOfficeAtWork, type OfficeAtWork } from "./support/office-at-work.ts";

const LOG = "Log Aduan";
const ASSIGNED = { Prioritas: "Sedang", "Tinjauan Lapangan": "Tidak perlu", Petugas: "Budi" };

async function withAssigned(...units: string[]) {
  const world = await openOfficeAtWork();
  const numbers = await world.complaints(...units);
  await world.beats(3);
  for (const number of numbers) world.type(number, ASSIGNED);
  await world.beats(4);
  world.sent.length = 0;
  return { world, numbers, first: numbers[0] ?? "" };
}

/** A formula as pasting puts it into a cell, whatever the cell's format. */
async function putFormula(world: OfficeAtWork, key: string, formulaValue: string) {
  await change(world, {
    updateCells: {
      start: {
        sheetId: tabOf("log").sheetId,
        rowIndex: 1,
        columnIndex: columnsOf("log").findIndex((column) => column.key === key),
      },
      fields: "userEnteredValue",
      rows: [{ values: [{ userEnteredValue: { formulaValue } }] }],
    },
  });
}

function shrunk(key: "log" | "history", rowCount: number) {
  const properties = { sheetId: tabOf(key).sheetId, gridProperties: { rowCount } };
  return { updateSheetProperties: { properties, fields: "gridProperties.rowCount" } };
}

test("a wrong Selesai put right at once, a relapse and a thank-you cause no letter that contradicts another", async () => {
  const { world, first } = await withAssigned("RSUD");
  // Without a result, and corrected within the minute that changes take to settle.
  world.type(first, { Status: "Selesai" });
  await world.beats(1);
  world.type(first, { Status: "Dikerjakan" });
  await world.beats(5);
  expect(kindsOf(world)).toEqual({});

  world.type(first, { Status: "Selesai", "Hasil Perbaikan": "restart ONT" });
  await world.beats(4);
  expect(kindsOf(world)).toEqual({ resolution: 1, report: 2 });
  const firstEnd = world.ticket(first).runs.find(({ step }) => step === 4)?.endedAt;

  world.type(first, { Status: "Dikerjakan" });
  await world.beats(4);
  expect(kindsOf(world)).toEqual({ resolution: 1, report: 2 });
  expect(world.ticket(first)).toMatchObject({ phase: "open", round: 2 });
  expect(world.row(first)["Tahap SOP"]).toContain("(dibuka kembali 1)");

  world.type(first, { Status: "Selesai", "Hasil Perbaikan": "ganti adaptor" });
  await world.beats(4);
  expect(kindsOf(world)).toEqual({ resolution: 2, report: 4 });
  const ends = world.ticket(first).runs.filter(({ step }) => step === 4);
  expect(ends.map(({ endedAt }) => endedAt)).toEqual([firstEnd, expect.any(Number)]);
  expect(world.ticket(first)).toMatchObject({ phase: "closed", round: 2 });
});

test("a formula in a staff cell counts by what it shows, a time that never stands still by its status", async () => {
  const { world, first } = await withAssigned("RSUD");
  await putFormula(world, "status", '="Seles"&"ai"');
  await putFormula(world, "cause", "=VLOOKUP(A1)");
  world.type(first, { "Hasil Perbaikan": "ganti adaptor" });
  for (let minute = 0; minute < 5; minute++) {
    await putFormula(world, "finishedAt", `=46351,4+${minute}/1440`);
    await world.beats(1);
  }
  const repaired = world.row(first)["Diperbaiki"];
  expect(world.ticket(first)).toMatchObject({ phase: "closed", fields: { cause: "" } });
  expect(kindsOf(world)).toEqual({ resolution: 1, report: 2 });
  for (let minute = 5; minute < 12; minute++) {
    await putFormula(world, "finishedAt", `=46351,4+${minute}/1440`);
    await world.beats(1);
  }
  expect(world.row(first)["Diperbaiki"]).toBe(repaired);
  expect(kindsOf(world)).toEqual({ resolution: 1, report: 2 });
  expect(world.row(first)["Catatan Sistem"]).toContain("Sel Penyebab berisi galat rumus");
  const { people } = world.google;
  expect(people.authorOf({ tab: LOG, row: 1, column: "Penyebab" })).toBe("api");
  expect(people.shown({ tab: LOG, row: 1, column: "Status" })).toBe("Selesai");
});

test("rows arrive and count under a filter, which stays as people set it", async () => {
  const { world, numbers } = await withAssigned("RSUD", "Disdukcapil");
  const { people } = world.google;
  people.filter(LOG, "Status", ["Selesai"], "Sri");
  const tab = () => world.google.store.book().tabs.find(({ title }) => title === LOG);
  const filter = structuredClone(tab()?.filter);
  const added = await world.complaints("Dinsos", "Dishub", "PUPR");
  await world.beats(4);
  for (const number of [...numbers, ...added]) expect(world.row(number)["Kode"]).toBe(number);
  expect(tab()?.filter).toEqual(filter);
  expect(kindsOf(world)).toEqual({ acknowledgement: 3 });
  await world.beats(25);
  // Step 3 of the new ones is near its end, hidden or not.
  expect(world.row(added[0] ?? "")["Status Waktu"]).not.toBe("Tepat waktu");
  people.clearFilter(LOG, "Sri");
  await world.beats(2);
  expect(columnOf(world, "No. Aduan")).toEqual([...numbers, ...added]);
});

test("old paper complaints pasted in get numbers, and nobody hears of their months gone by", async () => {
  const world = await openOfficeAtWork();
  const { people } = world.google;
  world.sent.length = 0;
  for (let nth = 0; nth < 30; nth++) {
    const cells = {
      "Waktu Lapor": `${1 + (nth % 28)}/${1 + (nth % 10)}/2026 09.00`,
      Kanal: "Surat",
      "OPD/Desa": `Kecamatan ${nth}`,
      "Uraian Aduan": `Surat lama ke-${nth} tentang jaringan`,
      ...(nth < 25 ? { Status: "Selesai", "Hasil Perbaikan": "sudah normal" } : {}),
    };
    for (const [column, value] of Object.entries(cells)) {
      people.setCell({ tab: LOG, row: nth + 1, column }, value, "Sri");
    }
  }
  await world.beats(8);
  expect(columnOf(world, "No. Aduan")).toHaveLength(30);
  expect(new Set(columnOf(world, "No. Aduan")).size).toBe(30);
  expect(world.ticket("JKD-2026-0001").fields.reportedAt).toBe(at("2026-01-01T09:00+07:00"));
  expect(await world.journal.state("brake")).toBe(null);
  await world.beats(60);
  for (const { rendered } of world.sent) {
    expect(rendered.subject).not.toMatch(/^(?:acknowledgement|assignment|resolution|report)/);
  }
  // Five are open: at most a list to each of the people who are told of step 3.
  expect(world.sent.length).toBeLessThanOrEqual(5);
});

test("a deleted Riwayat or log stops the sheet, not the receipts; setup brings both back and nothing is sent twice", async () => {
  const { world, numbers } = await withAssigned("RSUD", "Disdukcapil", "Dinsos");
  const { people } = world.google;
  people.renameTab(LOG, "Log Aduan 2026 (baru)", "Sri");
  people.renameTab("Pengaturan", "Atur'an", "Sri");
  people.duplicateTab("Log Aduan 2026 (baru)", "Sri");
  await world.beats(2);
  people.deleteTab("Riwayat", "Sri");
  people.deleteTab("Log Aduan 2026 (baru)", "Sri");
  const [late = ""] = await world.complaints("Dishub");
  await world.beats(3);
  expect(kindsOf(world)).toEqual({ acknowledgement: 1, alarm: 1 });
  const warning = columnOf(world, "Masalah", "Atur'an").join("\n");
  expect(warning).toContain('Lembar "Log Aduan" tidak ada.');
  expect(warning).toContain('Lembar "Riwayat" tidak ada.');
  await world.setup();
  await world.beats(4);
  for (const number of [...numbers, late]) {
    expect(world.row(number)["Kode"]).toBe(number);
  }
  for (const number of numbers) expect(world.row(number)["Petugas"]).toBe("Budi");
  expect(columnOf(world, "No. Aduan", "Riwayat").length).toBeGreaterThan(10);
  expect(new Set(columnOf(world, "Kode", "Riwayat")).size).toBe(
    columnOf(world, "Kode", "Riwayat").length,
  );
  expect(kindsOf(world)).toEqual({ acknowledgement: 1, alarm: 1 });
});

test("every value stands under its own header, whatever stands beside, between and far below", async () => {
  const { world } = await withAssigned("RSUD");
  const { people } = world.google;
  people.insertColumn(LOG, 0, "", "Sri");
  people.insertColumn(LOG, "Pelapor", "Bantu", "Sri");
  people.setCell({ tab: LOG, row: 1, column: "Bantu" }, "=SUM(1;2)", "Sri");
  people.insertRows(LOG, 2, 2, "Sri");
  people.setCell({ tab: LOG, row: 190, column: "Tahap SOP" }, "catatan jauh", "Sri");
  await world.complaints("Dinsos", "Dishub", "PUPR");
  await world.beats(4);
  const units = columnOf(world, "OPD/Desa");
  expect(units.filter((text) => text !== "")).toEqual(["RSUD", "Dinsos", "Dishub", "PUPR"]);
  expect(columnOf(world, "No. Aduan").filter((text) => text !== "")).toHaveLength(4);
  expect(columnOf(world, "Bantu")).toEqual(["3"]);
  // Appending can do no other than to follow the last cell with data: people hear which.
  const sentence =
    "Sel Log Aduan!AE191 berisi sesuatu jauh di bawah aduan di atasnya; aduan baru ditulis di bawahnya. Pindahkan isinya.";
  expect(columnOf(world, "Masalah", "Pengaturan")).toContain(sentence);
  expect(kindsOf(world)).toEqual({ acknowledgement: 3, alarm: 1 });
});

test("a stray word, a nameless column and a doubled header disturb nothing", async () => {
  const { world, first } = await withAssigned("RSUD");
  const { people } = world.google;
  people.insertColumn(LOG, "Email Pelapor", "", "Sri");
  people.insertColumn(LOG, "Kategori", "Status", "Sri");
  people.setCell({ tab: LOG, row: 2, column: "Uraian Aduan" }, "total", "Sri");
  await world.beats(4);
  world.type(first, { Keterangan: "menunggu suku cadang" });
  await world.beats(4);
  expect(world.ticket(first).fields.remark).toBe("menunggu suku cadang");
  expect(columnOf(world, "No. Aduan")).toEqual([first]);
  expect(kindsOf(world)).toEqual({});
});

test("typed times are read day first in any language of the file", async () => {
  const { world, first } = await withAssigned("RSUD");
  for (const locale of ["in_ID", "en_US"]) {
    world.google.people.setLocale(locale, "Sri");
    for (const text of ["25-11-2026 09:04", "25/11/2026 09.04"]) {
      world.type(first, { "Waktu Selesai": "" });
      await world.beats(3);
      world.type(first, { "Waktu Selesai": text });
      await world.beats(3);
      expect(world.ticket(first).fields.finishedAt).toBe(at("2026-11-25T09:04+07:00"));
    }
  }
  world.type(first, { "Waktu Selesai": "tadi siang" });
  await world.beats(3);
  expect(world.row(first)["Waktu Selesai"]).toBe("tadi siang");
  expect(world.row(first)["Catatan Sistem"]).toContain("tulis seperti 24/11/2026 08.30");
});

test("a log and a Riwayat that are full to the last row grow within one pass", async () => {
  const { world } = await withAssigned("RSUD");
  await change(
    world,
    shrunk("log", 2),
    shrunk("history", 1 + columnOf(world, "Kode", "Riwayat").length),
  );
  const added = await world.complaints("Dinsos", "Dishub", "PUPR", "Disdag", "Satpol");
  await world.beats(1);
  expect(columnOf(world, "No. Aduan")).toHaveLength(6);
  await world.beats(2);
  const told = columnOf(world, "No. Aduan", "Riwayat");
  for (const number of added) expect(told).toContain(number);
  const log = world.google.snapshot().tabs.find(({ title }) => title === LOG);
  const priority = columnsOf("log").findIndex(({ key }) => key === "priority");
  expect(log?.rows[8]?.cells[priority]?.choices).toEqual(["Tinggi", "Sedang", "Rendah"]);
});

test("a row typed while mail brings readings every few seconds is claimed whole, and once", async () => {
  const world = await openOfficeAtWork();
  const { people } = world.google;
  const began = world.clock.now + 5 * SECOND;
  const steps = [
    { Kanal: "Telepon" },
    { "OPD/Desa": "Disdukcapil" },
    { "Uraian Aduan": "Inter" },
    { "Uraian Aduan": "Internet loket mati" },
    { Pelapor: "Wahyu" },
  ];
  for (const cells of steps) {
    for (const [column, text] of Object.entries(cells)) {
      people.setCell({ tab: LOG, row: 1, column }, text, "Sri");
    }
    await world.beats(8, 5 * SECOND);
  }
  await world.beats(30, 5 * SECOND);
  const ticket = world.ticket("JKD-2026-0001");
  expect(columnOf(world, "No. Aduan")).toEqual(["JKD-2026-0001"]);
  expect(ticket.complaint).toMatchObject({ text: "Internet loket mati", reportedAt: began });
  expect(world.row("JKD-2026-0001")["Waktu Lapor"]).toBe("");
  // What was left blank is no change of anybody's, though the ticket has a title and a time.
  const changes = columnOf(world, "Kejadian", "Riwayat").filter((what) => what === "Isian diubah");
  expect(changes).toEqual([]);
  expect(ticket.fields.reporter).toBe("Wahyu");
});
