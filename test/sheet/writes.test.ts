import { expect, test } from "vitest";
import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { columnsOf, tabOf } from "../../src/sheet/columns.ts";
import { googleSheets } from "../../src/sheet/google-sheets.ts";
import { workerOver } from "./support/office-model.ts";
import { columnOf, openReadyOffice, type SheetOffice } from "./support/sheet-office.ts";

const LOG = tabOf("log").sheetId;
const at = (key: string) => columnsOf("log").findIndex((column) => column.key === key);

function deskOver(office: SheetOffice) {
  return workerOver(googleSheets(office.client, office.options), office.clock);
}

async function change({ client, options }: SheetOffice, ...requests: sheets_v4.Schema$Request[]) {
  const { spreadsheetId } = options;
  await client.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
}

const HOSTILE = [
  '=IMPORTXML("https://x.example","//a")',
  "+62 812-0000-0042",
  "-mati total sejak pagi",
  "@bupati tolong",
  "'08120000",
  "081200000005",
  "1/2",
  "12:30",
  "TRUE",
  "1e5",
  "00123",
];

test("text from outside stays exactly the text it was", async () => {
  const office = await openReadyOffice();
  const desk = deskOver(office);
  for (const [nth, text] of HOSTILE.entries()) {
    desk.mail({ unit: `Unit ${nth}`, reporter: `Pelapor ${nth}`, text, phone: text });
  }
  await desk.passes(2);
  expect(columnOf(office, "Uraian Aduan")).toEqual(HOSTILE);
  expect(columnOf(office, "No. HP")).toEqual(HOSTILE);
  expect(desk.view.facts.map(({ facts }) => facts.phone)).toEqual(HOSTILE);
  office.google.people.sort({ tab: "Log Aduan" }, { column: "OPD/Desa", descending: true }, "Sri");
  await desk.passes(2);
  expect(columnOf(office, "No. HP").toSorted()).toEqual(HOSTILE.toSorted());
  expect(new Set(desk.view.facts.map(({ facts }) => facts.phone))).toEqual(new Set(HOSTILE));
});

test("a full grid grows, and its new rows offer the same choices", async () => {
  const office = await openReadyOffice();
  const desk = deskOver(office);
  const rowCount = office.google.snapshot().tabs.find(({ id }) => id === LOG)?.rowCount ?? 0;
  await change(office, {
    updateSheetProperties: {
      properties: { sheetId: LOG, gridProperties: { rowCount: 3 } },
      fields: "gridProperties.rowCount",
    },
  });
  for (let nth = 0; nth < 5; nth++) desk.mail({ unit: `Unit ${nth}`, text: `Kabel ${nth} putus` });
  await desk.passes(2);
  expect(rowCount).toBeGreaterThan(3);
  expect(columnOf(office, "OPD/Desa")).toHaveLength(5);
  const log = office.google.snapshot().tabs.find(({ id }) => id === LOG);
  expect(log?.rows[5]?.cells[at("priority")]?.choices).toEqual(["Tinggi", "Sedang", "Rendah"]);
});

test("a row inserted between reading and writing costs nothing but a reading", async () => {
  const office = await openReadyOffice();
  const desk = deskOver(office);
  const { people } = office.google;
  desk.mail({ unit: "Unit 1", reporter: "A", text: "Kabel putus" });
  await desk.passes(2);
  people.setCell({ tab: "Log Aduan", row: 1, column: "No. Aduan" }, "", "Sri");
  office.google.betweenReadAndWrite = () => {
    office.google.betweenReadAndWrite = null;
    people.insertRows("Log Aduan", 1, 1, "Sri");
    people.setCell({ tab: "Log Aduan", row: 1, column: "OPD/Desa" }, "Unit baru", "Sri");
  };
  await desk.passes(4);
  expect(columnOf(office, "No. Aduan")).toEqual(["", "JKD-2026-0001"]);
  expect(columnOf(office, "OPD/Desa")).toEqual(["Unit baru", "Unit 1"]);
});

test("a wrong setting keeps its default and is explained beside the cell", async () => {
  const office = await openReadyOffice();
  const desk = deskOver(office);
  const names = columnOf(office, "Pengaturan", "Pengaturan");
  const row = names.indexOf("Batas Langkah 4") + 1;
  office.google.people.setCell({ tab: "Pengaturan", row, column: "Nilai" }, "sebentar", "Sri");
  await desk.pass();
  const reasons = columnOf(office, "Masalah", "Pengaturan");
  expect(reasons[row - 1]).toBe(
    '"sebentar" tidak dapat dibaca; yang berlaku tetap 1 jam. Contoh: 30 menit atau 1 jam.',
  );
  office.google.people.setCell({ tab: "Pengaturan", row, column: "Nilai" }, "90 menit", "Sri");
  const reading = await googleSheets(office.client, office.options).read(null);
  expect(reading.office?.policy.limits[4]).toBe(90 * 60_000);
});

test("a number typed by hand is told to be unknown, and the series goes on beside it", async () => {
  const office = await openReadyOffice();
  const desk = deskOver(office);
  const cells = {
    "No. Aduan": "JKD-2026-9999",
    Kanal: "Telepon",
    "OPD/Desa": "Dishub",
    "Uraian Aduan": "WiFi lambat",
  };
  for (const [column, value] of Object.entries(cells)) {
    office.google.people.setCell({ tab: "Log Aduan", row: 1, column }, value, "Sri");
  }
  await desk.passes(4);
  expect(columnOf(office, "Catatan Sistem")).toEqual([
    "Nomor JKD-2026-9999 tidak dikenal. Kosongkan No. Aduan; nomor diisi oleh sistem.",
  ]);
  desk.mail({ unit: "Unit 1", text: "Kabel putus" });
  office.google.people.setCell({ tab: "Log Aduan", row: 1, column: "No. Aduan" }, "", "Sri");
  await desk.passes(4);
  expect(columnOf(office, "No. Aduan")).toEqual(["JKD-2026-0002", "JKD-2026-0001"]);
});
