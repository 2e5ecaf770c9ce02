import { expect, test } from "vitest";

import { tabOf } from "../../src/sheet/columns.ts";
import { setupSpreadsheet } from "../../src/sheet/setup-spreadsheet.ts";
import { OFFICE } from "./support/office-model.ts";
import { change, LOG, MAIL, reading, repair, withTicket } from "./support/repair.ts";
import { columnOf, openReadyOffice } from "./support/sheet-office.ts";

test("a deleted column makes the reading unusable until setup puts it back", async () => {
  const { office, desk } = await withTicket();
  office.google.people.deleteColumn("Log Aduan", "Prioritas", "Sri");
  const broken = await reading(office);
  expect(broken.usable).toBe(false);
  expect(broken.problems).toEqual([
    'Kolom "Prioritas" di lembar "Log Aduan" tidak ditemukan. Kembalikan dengan Ctrl+Z atau riwayat versi agar isinya ikut kembali. Bila tidak dapat, jalankan setup: kolom dibuat lagi, tetapi kosong.',
  ]);
  await repair(office);
  expect((await reading(office)).usable).toBe(true);
  await desk.passes(2);
  expect(columnOf(office, "No. Aduan")).toEqual(["JKD-2026-0001"]);
});

test("moved and renamed columns and a column of people's own stay as they are", async () => {
  const { office, desk } = await withTicket();
  const { people } = office.google;
  people.moveColumn("Log Aduan", "Petugas", 0, "Sri");
  people.insertColumn("Log Aduan", "Email Pelapor", "Catatan Rapat", "Sri");
  people.setCell({ tab: "Log Aduan", row: 0, column: "Status" }, "Status Aduan", "Sri");
  people.insertRows("Log Aduan", 0, 1, "Sri");
  people.setCell({ tab: "Log Aduan", row: 0, column: 0 }, "DATA ADUAN 2026", "Sri");
  desk.mail({ ...MAIL, unit: "Dinas Perhubungan", text: "WiFi lambat" });
  await desk.passes(3);
  expect(desk.view.facts).toHaveLength(2);
  expect(columnOf(office, "OPD/Desa")).toEqual(["Dinas Kesehatan", "Dinas Perhubungan"]);
  expect(columnOf(office, "Status Aduan")).toEqual(["Baru", "Baru"]);
  expect(columnOf(office, "Catatan Rapat")).toEqual([]);
  expect((await repair(office)).changes).toEqual([]);
});

test("a header copied onto another column leaves the tagged one in charge", async () => {
  const { office } = await withTicket();
  office.google.people.insertColumn("Log Aduan", "Status", "Status", "Sri");
  const again = await reading(office);
  expect(again.usable).toBe(true);
  expect(again.understand(null, { tickets: [], now: 0, previousAt: null }).facts).toEqual([]);
});

test("a deleted header row comes back above the rows", async () => {
  const { office, desk } = await withTicket();
  office.google.people.deleteRows("Log Aduan", 0, 1, "Sri");
  expect((await reading(office)).usable).toBe(false);
  await repair(office);
  await desk.passes(2);
  expect(columnOf(office, "No. Aduan")).toEqual(["JKD-2026-0001"]);
  expect(columnOf(office, "OPD/Desa")).toEqual(["Dinas Kesehatan"]);
});

test("renamed and moved tabs are found, whatever they are called", async () => {
  const { office, desk } = await withTicket();
  await change(office, {
    updateSheetProperties: {
      properties: { sheetId: LOG, title: "Log 'Aduan' 2026 (baru)", index: 3 },
      fields: "title,index",
    },
  });
  await desk.passes(2);
  expect(desk.view.facts).toHaveLength(1);
  expect((await repair(office)).changes).toEqual([]);
});

test("a deleted log comes back with its tickets, its claims and half-typed rows", async () => {
  const { office, desk } = await withTicket();
  const { people } = office.google;
  const type = (row: number, cells: Record<string, string>) => {
    for (const [column, value] of Object.entries(cells)) {
      people.setCell({ tab: "Log Aduan", row, column }, value, "Sri");
    }
  };
  type(2, { Kanal: "Telepon", "OPD/Desa": "Dishub", "Uraian Aduan": "WiFi lambat" });
  type(3, { Kanal: "Langsung", Pelapor: "Budi" });
  // Two readings make the claim; the third would open it.
  await desk.passes(2);
  await change(office, { deleteSheet: { sheetId: LOG } });
  expect((await reading(office)).usable).toBe(false);
  const { client, options } = office;
  const tickets = [...desk.tickets.values()];
  const restore = { tickets, office: OFFICE, memory: desk.memory, history: [] };
  await setupSpreadsheet(client, options, restore);
  await desk.passes(4);
  expect(columnOf(office, "OPD/Desa")).toEqual(["Dinas Kesehatan", "Dishub"]);
  expect(columnOf(office, "No. Aduan")).toEqual(["JKD-2026-0001", "JKD-2026-0002"]);
  expect(columnOf(office, "Pelapor")).toEqual(["Rina", "", "Budi"]);
  expect([...desk.tickets.keys()]).toEqual(["JKD-2026-0001", "JKD-2026-0002"]);
});

test("a validation that was pasted over is put back", async () => {
  const { office } = await withTicket();
  await change(office, {
    setDataValidation: {
      range: {
        sheetId: LOG,
        startRowIndex: 1,
        endRowIndex: 2,
        startColumnIndex: tabOf("log").columns.findIndex(({ key }) => key === "priority"),
        endColumnIndex: tabOf("log").columns.findIndex(({ key }) => key === "priority") + 1,
      },
    },
  });
  expect((await repair(office)).changes).toEqual(['Pilihan di kolom "Prioritas" dipasang lagi.']);
});

test("a file of another zone and language is told, not changed", async () => {
  const office = await openReadyOffice();
  await change(office, {
    updateSpreadsheetProperties: {
      properties: { locale: "en_US", timeZone: "Etc/GMT" },
      fields: "locale,timeZone",
    },
  });
  const { problems } = await repair(office);
  expect(problems).toHaveLength(2);
  expect(problems.join()).toContain("Etc/GMT");
});
