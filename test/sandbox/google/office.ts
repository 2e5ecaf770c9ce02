import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { afterEach } from "vitest";

import { googleClient } from "../../../src/google/client.ts";
import type { GoogleClient } from "../../../src/google/client.ts";
import { startGoogle } from "../../../src/sandbox/google/server.ts";
import type { Google } from "../../../src/sandbox/google/server.ts";

/** Google with a client that is signed in as the service account. */
export interface Office {
  google: Google;
  client: GoogleClient;
  /** A batch; resolves to its replies. */
  batch(...requests: sheets_v4.Schema$Request[]): Promise<sheets_v4.Schema$Response[]>;
  /** The message of a batch that must be refused. */
  refusal(...requests: sheets_v4.Schema$Request[]): Promise<string>;
  get(
    fields: string,
    filters?: sheets_v4.Schema$DataFilter[],
  ): Promise<sheets_v4.Schema$Spreadsheet>;
  clock: { now: number };
}

const LOG = 10;

/** Starts Google; it is closed after the test. */
export async function openOffice({ timeoutMs = 5_000 } = {}): Promise<Office> {
  const clock = { now: Date.parse("2026-11-24T03:20:00Z") };
  const google = await startGoogle({ now: () => clock.now });
  open.push(google);
  const client = await googleClient({
    key: google.keyFile(),
    rootUrl: google.rootUrl,
    timeoutMs,
  });
  const { spreadsheetId } = google;
  const about = { what: "lembar kerja" };
  const { spreadsheets } = client.sheets;

  async function batch(...requests: sheets_v4.Schema$Request[]) {
    const { data } = await client.call(
      () => spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }),
      { ...about, write: true },
    );
    return data.replies ?? [];
  }

  return {
    google,
    client,
    batch,
    async refusal(...requests) {
      return batch(...requests).then(
        () => "",
        (error: unknown) => (error instanceof Error ? error.message : ""),
      );
    },
    async get(fields, dataFilters = []) {
      const { data } = await client.call(
        () => spreadsheets.getByDataFilter({ spreadsheetId, fields, requestBody: { dataFilters } }),
        about,
      );
      return data;
    },
    clock,
  };
}

/** A tab *Log Aduan* with headers in row 0 and these rows below, as people see them. */
export async function withLog(office: Office, ...rows: string[][]): Promise<void> {
  await office.batch(
    {
      addSheet: {
        properties: {
          sheetId: LOG,
          title: "Log Aduan",
          gridProperties: { rowCount: 20, columnCount: 6, frozenRowCount: 1 },
        },
      },
    },
    {
      updateCells: {
        start: { sheetId: LOG },
        fields: "userEnteredValue",
        rows: [["Nomor", "Status", "Uraian"], ...rows].map(textRow),
      },
    },
  );
}

export function textRow(cells: readonly string[]): sheets_v4.Schema$RowData {
  return { values: cells.map((stringValue) => ({ userEnteredValue: { stringValue } })) };
}

/** What stands in a tab, row by row, without the blanks at the ends. */
export function texts({ google }: Office, title = "Log Aduan"): string[][] {
  const tab = google.snapshot().tabs.find((one) => one.title === title);
  const rows = (tab?.rows ?? []).map(({ cells }) => cells.map((cell) => cell?.text ?? ""));
  const short = rows.map((row) => row.slice(0, row.findLastIndex((text) => text !== "") + 1));
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1);
}

const open: Google[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((google) => google.close()));
});
