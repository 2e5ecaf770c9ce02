import { expect, test } from "vitest";
import { makeCalendar } from "../../src/desk/calendar.ts";
import { digestFor } from "../../src/desk/digest.ts";
import { recapOf } from "../../src/desk/recap.ts";
import type { Ticket } from "../../src/desk/ticket.ts";
import { at, exampleOffice, exampleRun, exampleTicket } from "../../src/letters/examples-office.ts";
import { DASHBOARD_HEIGHT, dashboardLines, linesOf } from "../../src/sheet/dashboard-lines.ts";
import { googleSheets } from "../../src/sheet/google-sheets.ts";
import { setupSpreadsheet } from "../../src/sheet/setup-spreadsheet.ts";
import type { Dashboard } from "../../src/worker/sheet-port.ts";
import { OFFICE, ZONE } from "./support/office-model.ts";
import { openReadyOffice, type SheetOffice } from "./support/sheet-office.ts";

const office = exampleOffice();
const calendar = makeCalendar(office.policy.calendar);
const NOW = at(25, 8, 15);

function dashboardOf(tickets: readonly Ticket[], now = NOW): Dashboard {
  const open = tickets.filter(({ phase }) => phase === "open");
  const input = { open, closedSince: [], recent: tickets, office, calendar, now };
  const rest = { since: at(25, 7, 45), failedLetters: [], warnings: [] };
  return {
    digest: digestFor({ kind: "section-head" }, { ...input, ...rest }),
    recap: recapOf("2026-11", tickets, { calendar, now }),
  };
}

const TICKETS = [
  exampleTicket({}, { number: "JKD-2026-0001", runs: [exampleRun({ dueAt: at(25, 8, 0) })] }),
  exampleTicket({}, { number: "JKD-2026-0002", runs: [exampleRun({ dueAt: at(25, 9, 0) })] }),
  exampleTicket(
    { reportedAt: at(3, 9, 0, 9), category: "WiFi" },
    { number: "JKD-2026-0003", phase: "closed", runs: [exampleRun({ outcome: "late" })] },
  ),
];

test("the first line says how things stand now", () => {
  const [first] = dashboardLines(dashboardOf(TICKETS), ZONE);
  expect(first).toEqual([
    "Keadaan Rabu, 25 November 2026 pukul 08.15 WIB: 2 aduan terbuka, 1 melewati batas waktu, 1 jatuh tempo hari ini.",
  ]);
  const [quiet] = dashboardLines(dashboardOf([]), ZONE);
  expect(quiet?.[0]).toMatch(/: tidak ada aduan terbuka\.$/);
});

test("the figures are the digest's and the recap's, and add up", () => {
  const dashboard = dashboardOf(TICKETS);
  const lines = dashboardLines(dashboard, ZONE);
  expect(lines).toHaveLength(DASHBOARD_HEIGHT);
  const part = (name: "open" | "months" | "categories") => {
    const { from, to } = linesOf(name);
    return lines.slice(from + 1, to);
  };
  const states = part("open").map(([, count]) => Number(count));
  expect(states.slice(0, 6).reduce((a, b) => a + b)).toBe(dashboard.digest.openCount);
  const months = part("months");
  expect(months.map(([month]) => month)).toEqual(
    ["Juni", "Juli", "Agustus", "September", "Oktober", "November"].map((each) => `${each} 2026`),
  );
  for (const [, cameIn, ...rest] of months) {
    expect(rest.map(Number).reduce((a, b) => a + b)).toBe(cameIn);
  }
  expect(months[3]).toEqual(["September 2026", 1, 0, 1, 0, 0, 0, 0]);
  expect(part("categories")[0]?.slice(0, 2)).toEqual(["Internet mati", 2]);
});

test("a list longer than its place is summed up in its last line", () => {
  const tickets = Array.from({ length: 14 }, (_, nth) => exampleTicket({ unit: `Desa ${nth}` }));
  const { to } = linesOf("units");
  const lines = dashboardLines(dashboardOf(tickets), ZONE);
  expect(lines[to - 1]?.slice(0, 2)).toEqual(["5 lainnya", 5]);
  expect(lines[to] ?? []).toEqual([]);
});

async function showFigures({ client, options }: SheetOffice): Promise<string[]> {
  const reading = await googleSheets(client, options).read(OFFICE);
  const now = options.now();
  const view = reading.understand(null, { tickets: [], now, previousAt: null });
  const nothing = { tickets: [], births: [], claims: [], history: [], otherMail: [], remarks: [] };
  const quiet = { problems: {}, heartbeat: null, recovery: {} };
  const dashboard = dashboardOf(TICKETS);
  const output = { now, office, ...nothing, ...quiet, dashboard };
  return (await reading.publish(view, output)).refused.map(({ text }) => text);
}

function shown({ google }: SheetOffice): string[][] {
  const tab = google.snapshot().tabs.find(({ title }) => title === "Dasbor");
  return (tab?.rows ?? []).map(({ cells }) => cells.map((cell) => cell?.text ?? ""));
}

test("setup makes room for the figures and four charts on them; the worker fills them in", async () => {
  const sheet = await openReadyOffice();
  expect(shown(sheet)[0]?.[0]).toMatch(/^Keadaan: belum dihitung/);
  expect(await showFigures(sheet)).toEqual([]);
  const rows = shown(sheet);
  expect(rows[0]?.[0]).toMatch(/^Keadaan Rabu, 25 November 2026 pukul 08\.15 WIB: 2 aduan terbuka/);
  const { from } = linesOf("months");
  expect(rows[from]?.slice(0, 2)).toEqual(["Bulan masuk", "Masuk"]);
  expect(await chartsOf(sheet)).toHaveLength(4);
  expect(await setupSpreadsheet(sheet.client, sheet.options)).toMatchObject({ changes: [] });
});

test("what people insert, write and move in Dasbor stays; figures and charts follow", async () => {
  const sheet = await openReadyOffice();
  const { people } = sheet.google;
  people.insertRows("Dasbor", 0, 2, "Siti");
  people.insertColumn("Dasbor", 0, "", "Siti");
  people.setCell({ tab: "Dasbor", row: 0, column: 0 }, "Catatan rapat", "Siti");
  expect(await showFigures(sheet)).toEqual([]);
  const rows = shown(sheet);
  expect(rows[0]?.[0]).toBe("Catatan rapat");
  expect(rows[2]?.[1]).toMatch(/^Keadaan Rabu/);
  expect(rows[linesOf("months").from + 2]?.[1]).toBe("Bulan masuk");
  expect(await setupSpreadsheet(sheet.client, sheet.options)).toMatchObject({ changes: [] });
});

test("without its first line nothing is written and staff are told; setup puts it all back", async () => {
  const sheet = await openReadyOffice();
  await showFigures(sheet);
  sheet.google.people.deleteRows("Dasbor", 0, 1, "Siti");
  sheet.google.people.setCell({ tab: "Dasbor", row: 0, column: 1 }, "Catatan rapat", "Siti");
  await showFigures(sheet);
  expect(shown(sheet)[0]?.[1]).toBe("Catatan rapat");
  const settings = sheet.google.snapshot().tabs.find(({ title }) => title === "Pengaturan");
  const said = settings?.rows.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ""));
  expect(said).toContain(
    'Angka di lembar "Dasbor" tidak diperbarui karena tempatnya tidak ditemukan. Jalankan setup.',
  );
  const { changes } = await setupSpreadsheet(sheet.client, sheet.options);
  expect(changes).toContain('Grafik "Aduan menurut bulan masuk" menunjuk lagi ke angkanya.');
  await showFigures(sheet);
  expect(shown(sheet)[0]?.[0]).toMatch(/^Keadaan Rabu/);
  expect(shown(sheet)[DASHBOARD_HEIGHT]?.[1]).toBe("Catatan rapat");
  expect(await setupSpreadsheet(sheet.client, sheet.options)).toMatchObject({ changes: [] });
});

test("figures go left of what stood in the tab before", async () => {
  const sheet = await openReadyOffice();
  const { people } = sheet.google;
  people.deleteColumn("Dasbor", 0, "Siti");
  people.setCell({ tab: "Dasbor", row: 4, column: 0 }, "Milik kami", "Siti");
  await setupSpreadsheet(sheet.client, sheet.options);
  await showFigures(sheet);
  expect(shown(sheet)[0]?.[0]).toMatch(/^Keadaan Rabu/);
  expect(shown(sheet)[4]?.[8]).toBe("Milik kami");
});

async function chartsOf({ client, options }: SheetOffice) {
  const { spreadsheetId } = options;
  const call = () =>
    client.sheets.spreadsheets.get({ spreadsheetId, fields: "sheets(charts(chartId,spec))" });
  const { data } = await client.call<{ sheets?: { charts?: unknown[] }[] }>(call, {
    what: "lembar kerja",
  });
  return (data.sheets ?? []).flatMap(({ charts }) => charts ?? []);
}
