import { expect, test } from "vitest";

import type { CellSnapshot } from "../../src/sandbox/google/snapshot.ts";
import { findTab } from "../../src/sandbox/google/people-target.ts";
import { withRuleColours } from "../../src/sandbox/office/rule-colours.ts";
import { drawing, pagesOf, widthOf } from "./support/drawing.ts";
import { openReadyOffice, type SheetOffice } from "./support/sheet-office.ts";

function shown({ google }: SheetOffice, title: string) {
  const tab = google.snapshot().tabs.find((each) => each.title === title);
  if (!tab) throw new Error(`There is no tab ${title}`);
  return withRuleColours(tab, findTab(google.store.book(), tab.id));
}

function cellUnder(office: SheetOffice, title: string, header: string): CellSnapshot | null {
  const { rows } = shown(office, title);
  const column = rows[0]?.cells.findIndex((cell) => cell?.text === header) ?? -1;
  return rows[1]?.cells[column] ?? null;
}

test("Status Waktu and Prioritas are coloured by what they say, and nothing else in the row is", async () => {
  const office = await openReadyOffice();
  const { people } = office.google;
  const type = (column: string, text: string) =>
    people.setCell({ tab: "Log Aduan", row: 1, column }, text, "Sri");
  const colours = ["Terlambat", "Mendekati batas", "Tepat waktu"].map((text) => {
    type("Status Waktu", text);
    return cellUnder(office, "Log Aduan", "Status Waktu")?.background;
  });
  expect(new Set(colours).size).toBe(3);
  type("Prioritas", "Tinggi");
  expect(cellUnder(office, "Log Aduan", "Prioritas")?.background).toBe(colours[0]);
  type("OPD/Desa", "Terlambat");
  expect(cellUnder(office, "Log Aduan", "OPD/Desa")?.background).toBeUndefined();
});

test("a time to fill in offers a calendar, a choice its list, and neither refuses what is typed", async () => {
  const office = await openReadyOffice();
  expect(cellUnder(office, "Log Aduan", "Waktu Selesai")).toMatchObject({ picker: true });
  expect(cellUnder(office, "Log Aduan", "Batas Waktu")?.picker).toBeUndefined();
  expect(cellUnder(office, "Petugas", "Cuti dari")).toMatchObject({ picker: true });
  expect(cellUnder(office, "Log Aduan", "Status")?.choices).toContain("Menunggu Info");
  const rules = office.google.store
    .book()
    .tabs.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell?.validation)));
  expect(rules.some((rule) => rule?.strict === true)).toBe(false);
});

test("what is wrong with a line stands beside it in red", async () => {
  const office = await openReadyOffice();
  const cell = cellUnder(office, "Petugas", "Masalah");
  expect(cell?.color).toBe("rgb(184 28 28)");
});

test("Panduan reads like a page: a title, headings, wrapped lines and no grid", async () => {
  const office = await openReadyOffice();
  const guide = shown(office, "Panduan");
  const lines = guide.rows.flatMap(({ cells: [cell] }) => (cell && cell.text !== "" ? [cell] : []));
  expect(guide.lines).toBe(false);
  expect(lines[0]).toMatchObject({ text: "Cara kerja di lembar ini", bold: true, size: 20 });
  expect(lines.every(({ wrap }) => wrap === true)).toBe(true);
  expect(lines.filter(({ background }) => background !== undefined).length).toBeGreaterThan(5);
});

test("a drawing keeps the frozen edge on every page, and leaves hidden columns out", async () => {
  const office = await openReadyOffice();
  const log = shown(office, "Log Aduan");
  const pages = pagesOf(log, 1366);
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) {
    expect(widthOf(page)).toBeLessThanOrEqual(1366);
    const html = drawing(log, page, 3);
    expect(html).toContain(">No. Aduan<");
    expect(html).toContain(">Status Waktu<");
    expect(html).not.toContain(">Kode<");
  }
});
