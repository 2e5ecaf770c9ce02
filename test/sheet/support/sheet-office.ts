import { afterEach, vi } from "vitest";
import { googleClient } from "../../../src/google/client.ts";
import type { GoogleClient } from "../../../src/google/client.ts";
import { startGoogle } from "../../../src/sandbox/google/server.ts";
import type { Google } from "../../../src/sandbox/google/server.ts";
import type { Instant } from "../../../src/desk/time.ts";
import type { SheetOptions } from "../../../src/sheet/session.ts";
import { setupSpreadsheet } from "../../../src/sheet/setup-spreadsheet.ts";
import { MORNING, ZONE } from "./office-model.ts";

export interface SheetOffice {
  google: Google;
  client: GoogleClient;
  options: SheetOptions;
  clock: { now: number };
}

// A whole setup goes over HTTP, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 30_000 });

/** The strict emulator with a client; closed after the test, which fails if a reply was wrong. */
export async function openSheetOffice(start: Instant = MORNING): Promise<SheetOffice> {
  const clock = { now: start };
  const google = await startGoogle({ now: () => clock.now });
  running.push(google);
  const client = await googleClient({
    key: google.keyFile(),
    rootUrl: google.rootUrl,
    timeoutMs: 5_000,
  });
  const { spreadsheetId } = google;
  const options = { spreadsheetId, zone: ZONE, prefix: "JKD", now: () => clock.now };
  return { google, client, options, clock };
}

/** The same after `setup`. */
export async function openReadyOffice(start: Instant = MORNING): Promise<SheetOffice> {
  const office = await openSheetOffice(start);
  await setupSpreadsheet(office.client, office.options);
  return office;
}

/** What people see below a header of a tab, top down, without the blanks at the end. */
export function columnOf({ google }: SheetOffice, header: string, title = "Log Aduan"): string[] {
  const rows = google.snapshot().tabs.find((tab) => tab.title === title)?.rows ?? [];
  const at = rows.findIndex((row) => row.cells.some((cell) => cell?.text === header));
  const index = rows[at]?.cells.findIndex((cell) => cell?.text === header) ?? -1;
  const texts = rows.slice(at + 1).map((row) => row.cells[index]?.text ?? "");
  return texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
}

const running: Google[] = [];

afterEach(async () => {
  for (const google of running.splice(0)) {
    await google.close();
    const wrong = google.requests.flatMap(({ id, mismatches }) =>
      mismatches.map((it) => `${id}: ${it}`),
    );
    if (wrong.length > 0) throw new Error(`The sandbox answered wrongly: ${wrong.join("; ")}`);
  }
});
