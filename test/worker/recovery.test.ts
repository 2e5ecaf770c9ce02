import { expect, test } from "vitest";

import { MINUTE } from "../../src/desk/time.ts";
import { layoutOf } from "../../src/sheet/layout.ts";
import { recoveryIn } from "../../src/sheet/plan-system.ts";
import { READ_FIELDS } from "../../src/sheet/read-request.ts";
import { setupSpreadsheet } from "../../src/sheet/setup-spreadsheet.ts";
import type { TicketRecovery } from "../../src/worker/recovery.ts";
import { openOfficeAtWork, type OfficeAtWork } from "./support/office-at-work.ts";

async function systemOf({ client, options }: OfficeAtWork): Promise<Record<string, string>> {
  const { spreadsheetId } = options;
  const { data } = await client.sheets.spreadsheets.get({ spreadsheetId, fields: READ_FIELDS });
  const tab = layoutOf(data).tabs.get("system");
  return tab ? recoveryIn(tab) : {};
}

function ticketIn(system: Record<string, string>, number: string): TicketRecovery {
  const found: TicketRecovery = JSON.parse(system[number] ?? "null");
  return found;
}

/** Writes to *Sistem* since a count of requests, each with how many cells. */
function systemWrites({ google }: OfficeAtWork, from: number): number[] {
  return google.requests
    .slice(from)
    .filter(({ id, body }) => id.endsWith("spreadsheets.batchUpdate") && body.includes("41510011"))
    .map(({ body }) => body.split("updateCells").length - 1);
}

async function withAssigned() {
  const world = await openOfficeAtWork();
  const numbers = await world.complaints("RSUD", "Disdukcapil", "Kecamatan Dawe");
  await world.beats(3);
  const cells = { Prioritas: "Sedang", "Tinjauan Lapangan": "Perlu", Petugas: "Budi" };
  for (const number of numbers) world.type(number, cells);
  await world.beats(12);
  return { world, numbers };
}

test("Sistem holds of each open ticket what a lost journal would need, and of nobody his address", async () => {
  const { world, numbers } = await withAssigned();
  const [first = ""] = numbers;
  const system = await systemOf(world);
  expect(Object.keys(system).toSorted()).toEqual([...numbers, "form", "mail", "serials"]);
  expect(JSON.parse(system["serials"] ?? "")).toEqual({ 2026: 3 });
  const ticket = world.ticket(first);
  const kept = ticketIn(system, first);
  expect(kept).toMatchObject({ origin: "form", round: 1, counters: ticket.counters });
  expect(kept.runs).toEqual(ticket.runs);
  expect(kept.assigned).toEqual([2]);
  expect(kept.sources).toContain("form:jawaban-1");
  expect(kept.letters).toEqual(
    expect.arrayContaining([
      [`${first}/r1/acknowledgement/reporter`, "sent", "reporter"],
      [`${first}/r1/assignment-1/officer`, "sent", "officer/2"],
      [`${first}/r1/assignment-1/section-head`, "sent", "section-head/4"],
    ]),
  );
  const text = JSON.stringify(system);
  for (const { to } of world.sent) expect(text).not.toContain(to.address);
  expect(text).not.toContain("Sri Wahyuni");
});

test("only lines that changed are written, at most every ten minutes, and closed tickets leave", async () => {
  const { world, numbers } = await withAssigned();
  await world.beats(10);
  let from = world.google.requests.length;
  await world.beats(22);
  // Nothing happened: nothing is written there, and the tab is read no more than twice.
  expect(systemWrites(world, from)).toEqual([]);
  const reads = world.google.requests.slice(from).filter(({ body }) => body.includes("41510011"));
  expect(reads.length).toBeLessThanOrEqual(3);

  from = world.google.requests.length;
  const [first = "", second = ""] = numbers;
  world.type(first, { Status: "Selesai", "Hasil Perbaikan": "ganti adaptor" });
  await world.beats(22);
  expect(world.ticket(first).phase).toBe("closed");
  const writes = systemWrites(world, from);
  expect(writes.length).toBeGreaterThan(0);
  expect(Math.max(...writes)).toBeLessThanOrEqual(4);
  const system = await systemOf(world);
  expect(system[first]).toBeUndefined();
  expect(ticketIn(system, second).round).toBe(1);
});

test("a lost Sistem stops nothing, and setup brings it back", async () => {
  const { world, numbers } = await withAssigned();
  const { client, options } = world;
  const { spreadsheetId } = options;
  const requests = [{ deleteSheet: { sheetId: 41_510_011 } }];
  await client.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  world.clock.now += 10 * MINUTE;
  await world.beats(3);
  expect(await world.journal.state("health")).toMatchObject({ sheet: { problem: "" } });
  await setupSpreadsheet(client, options);
  await world.beats(12);
  expect(Object.keys(await systemOf(world))).toEqual(expect.arrayContaining(numbers));
});

test("a value longer than a cell is kept in pieces", async () => {
  const { world } = await withAssigned();
  const seen = Object.fromEntries(
    Array.from({ length: 45 }, (_, nth) => [`jawaban-${"x".repeat(1000)}-${nth}`, "2026-11-25"]),
  );
  await world.commit({ state: { form: { cursor: "2026", questions: {}, seen } } });
  await world.beats(12);
  expect(JSON.parse((await systemOf(world))["form"] ?? "")).toMatchObject({ seen });
});
