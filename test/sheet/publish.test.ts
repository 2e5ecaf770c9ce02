import { expect, test } from "vitest";
import { googleSheets } from "../../src/sheet/google-sheets.ts";
import { workerOver } from "./support/office-model.ts";
import { columnOf, openReadyOffice, type SheetOffice } from "./support/sheet-office.ts";

const DINKES = {
  unit: "Dinas Kesehatan",
  reporter: "Rina",
  text: "Internet mati sejak pagi",
  email: "umum@dinkes.example",
} as const;

function deskOver(office: SheetOffice) {
  return workerOver(googleSheets(office.client, office.options), office.clock);
}

test("a ticket's row is born once, and an idle pass is one read and no write", async () => {
  const office = await openReadyOffice();
  const desk = deskOver(office);
  desk.mail(DINKES);
  await desk.passes(3);
  expect(columnOf(office, "No. Aduan")).toEqual(["JKD-2026-0001"]);
  expect(columnOf(office, "OPD/Desa")).toEqual(["Dinas Kesehatan"]);
  office.google.requests.length = 0;
  await desk.pass();
  expect(office.google.requests.map(({ id }) => id)).toEqual([
    "sheets.spreadsheets.getByDataFilter",
  ]);
});

test("a typed row is claimed, numbered and opened", async () => {
  const office = await openReadyOffice();
  const desk = deskOver(office);
  const cells = { Kanal: "Telepon", "OPD/Desa": "Disdukcapil", "Uraian Aduan": "WiFi lambat" };
  for (const [column, value] of Object.entries(cells)) {
    office.google.people.setCell({ tab: "Log Aduan", row: 1, column }, value, "Sri");
  }
  await desk.passes(4);
  expect(columnOf(office, "No. Aduan")).toEqual(["JKD-2026-0001"]);
  expect(desk.tickets.get("JKD-2026-0001")?.fields.text).toBe("WiFi lambat");
});

test("a write whose answer was lost after it was applied is not made twice", async () => {
  const office = await openReadyOffice();
  const desk = deskOver(office);
  desk.mail(DINKES);
  office.google.faults.add({ kind: "unavailable", when: "after", for: "spreadsheets.batchUpdate" });
  await desk.pass();
  await desk.passes(4);
  expect(columnOf(office, "No. Aduan")).toEqual(["JKD-2026-0001"]);
});
