import { expect, test } from "vitest";
import { checkSpreadsheet, setupSpreadsheet } from "../../src/sheet/setup-spreadsheet.ts";
import { openReadyOffice, openSheetOffice } from "./support/sheet-office.ts";

test("an empty spreadsheet gets every tab, and the second run changes nothing", async () => {
  const { google, client, options } = await openSheetOffice();
  const first = await setupSpreadsheet(client, options);
  expect(first.problems).toEqual([]);
  const titles = google.snapshot().tabs.map((tab) => tab.title);
  expect(titles).toEqual(expect.arrayContaining(["Log Aduan", "Pengaturan", "Sistem", "Panduan"]));
  const writes = () => google.requests.filter(({ id }) => id.endsWith("batchUpdate")).length;
  const before = writes();
  const second = await setupSpreadsheet(client, options);
  expect(second).toEqual({ changes: [], problems: [] });
  expect(writes()).toBe(before);
});

test("a spreadsheet that is set up passes the check but for the people it lacks", async () => {
  const { client, options } = await openReadyOffice();
  expect(await checkSpreadsheet(client, options)).toEqual([
    "Belum ada Admin di lembar Petugas.",
    "Belum ada Kepala Seksi di lembar Petugas.",
    "Belum ada Kepala Bidang di lembar Petugas.",
  ]);
});
