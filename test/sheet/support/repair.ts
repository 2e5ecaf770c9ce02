import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { expect } from "vitest";

import { tabOf } from "../../../src/sheet/columns.ts";
import { googleSheets } from "../../../src/sheet/google-sheets.ts";
import { setupSpreadsheet } from "../../../src/sheet/setup-spreadsheet.ts";
import { workerOver } from "./office-model.ts";
import { openReadyOffice, type SheetOffice } from "./sheet-office.ts";

export const LOG = tabOf("log").sheetId;
export const MAIL = {
  unit: "Dinas Kesehatan",
  reporter: "Rina",
  text: "Internet mati sejak pagi",
} as const;

/** An office in which one ticket's row stands. */
export async function withTicket() {
  const office = await openReadyOffice();
  const desk = workerOver(googleSheets(office.client, office.options), office.clock);
  desk.mail(MAIL);
  await desk.passes(3);
  return { office, desk };
}

/** What somebody does through the API, as another program of theirs might. */
export async function change(
  { client, options }: SheetOffice,
  ...requests: sheets_v4.Schema$Request[]
): Promise<void> {
  const { spreadsheetId } = options;
  await client.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
}

/** `setup` twice: what the first run said, after the second was seen to change nothing. */
export async function repair({ client, options, google }: SheetOffice) {
  const first = await setupSpreadsheet(client, options);
  const revision = google.store.revision();
  const second = await setupSpreadsheet(client, options);
  expect(second.changes).toEqual([]);
  expect(google.store.revision()).toBe(revision);
  return first;
}

export async function reading(office: SheetOffice) {
  return googleSheets(office.client, office.options).read(null);
}
