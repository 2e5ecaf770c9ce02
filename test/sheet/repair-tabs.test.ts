import { expect, test } from "vitest";

import { TABS, tabOf } from "../../src/sheet/columns.ts";
import { checkSpreadsheet, setupSpreadsheet } from "../../src/sheet/setup-spreadsheet.ts";
import { change, LOG, MAIL, reading, repair, withTicket } from "./support/repair.ts";
import { columnOf, openReadyOffice, type SheetOffice } from "./support/sheet-office.ts";

const NEEDED = TABS.filter((tab) => tab.read && tab.key !== "log");

function titles({ google }: SheetOffice): string[] {
  return google.snapshot().tabs.map(({ title }) => title);
}

/** Every text in a tab with who wrote it, wherever it stands. */
function textsBy({ google }: SheetOffice, title: string, author: string): string[] {
  const tab = google.snapshot().tabs.find((each) => each.title === title);
  return (tab?.rows ?? []).flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell?.by === author ? [cell.text] : [])),
  );
}

test.each(NEEDED.map(({ title, sheetId }) => [title, sheetId] as const))(
  "a deleted tab %s makes the reading unusable until setup puts it back",
  async (title, sheetId) => {
    const { office, desk } = await withTicket();
    await change(office, { deleteSheet: { sheetId } });
    const broken = await reading(office);
    expect(broken.problems).toEqual([
      `Lembar "${title}" tidak ada. Jalankan setup untuk membuatnya lagi.`,
    ]);
    const { changes, problems } = await repair(office);
    expect(changes).toContain(`Lembar "${title}" dibuat.`);
    expect(problems).toEqual([]);
    await desk.passes(2);
    expect(desk.view.facts).toHaveLength(1);
  },
);

test("a tab of a person's own under our name is left to him, and ours gets another", async () => {
  const office = await openReadyOffice();
  const { sheetId } = tabOf("duty");
  await change(
    office,
    { deleteSheet: { sheetId } },
    { addSheet: { properties: { sheetId: 77, title: "Jadwal Piket (lama)" } } },
  );
  office.google.people.setCell({ tab: "Jadwal Piket (lama)", row: 0, column: 0 }, "jangan", "Sri");
  await repair(office);
  expect(titles(office)).toEqual(expect.arrayContaining(["Jadwal Piket", "Jadwal Piket (lama)"]));
  expect(textsBy(office, "Jadwal Piket (lama)", "Sri")).toEqual(["jangan"]);
});

test("a duplicated log is left alone, whatever is typed into it", async () => {
  const { office, desk } = await withTicket();
  const copy = office.google.people.duplicateTab("Log Aduan", "Sri");
  office.google.people.setCell({ tab: copy, row: 1, column: "No. Aduan" }, "JKD-2026-0007", "Sri");
  desk.mail({ ...MAIL, unit: "Dinas Perhubungan", text: "WiFi lambat" });
  await desk.passes(3);
  expect((await repair(office)).changes).toEqual([]);
  expect(columnOf(office, "OPD/Desa")).toEqual(["Dinas Kesehatan", "Dinas Perhubungan"]);
  const title = titles(office).find((each) => each.startsWith("Salinan")) ?? "";
  expect(columnOf(office, "OPD/Desa", title)).toEqual(["Dinas Kesehatan"]);
});

test("a copied column is left alone: the tagged one is ours", async () => {
  const { office, desk } = await withTicket();
  const { people } = office.google;
  people.insertColumn("Log Aduan", "Kategori", "Prioritas", "Sri");
  people.setCell({ tab: "Log Aduan", row: 1, column: 15 }, "Rendah", "Sri");
  people.setCell({ tab: "Log Aduan", row: 1, column: 18 }, "Tinggi", "Sri");
  await desk.passes(2);
  expect(desk.view.facts[0]?.facts.priority).toBe("Tinggi");
  expect((await repair(office)).changes).toEqual([]);
  expect(textsBy(office, "Log Aduan", "Sri")).toEqual(["Prioritas", "Rendah", "Tinggi"]);
});

test("two headers of which neither is ours by its tag are told, not guessed", async () => {
  const { office } = await withTicket();
  const { people } = office.google;
  people.deleteColumn("Log Aduan", "Prioritas", "Sri");
  people.insertColumn("Log Aduan", "Kategori", "Prioritas", "Sri");
  people.insertColumn("Log Aduan", "Status", "Prioritas", "Sri");
  const sentence =
    'Kolom "Prioritas" di lembar "Log Aduan" ada lebih dari satu. Ganti judul salinannya atau yang kosong, lalu jalankan setup.';
  const { problems, changes } = await repair(office);
  expect(problems).toContain(sentence);
  expect(changes).toEqual([]);
  expect((await reading(office)).usable).toBe(false);
  people.setCell({ tab: "Log Aduan", row: 0, column: 15 }, "Urutan rapat", "Sri");
  expect((await repair(office)).problems).toEqual([]);
  expect((await reading(office)).usable).toBe(true);
});

test("a renamed header whose tag is lost too is made anew, and the old column kept", async () => {
  const { office } = await withTicket();
  const { people } = office.google;
  people.setCell({ tab: "Log Aduan", row: 1, column: "Keterangan" }, "sudah ditelepon", "Sri");
  // Cutting and pasting cells leaves the tag behind, deleting the column takes it along.
  people.insertColumn("Log Aduan", "Keterangan", "Catatan", "Sri");
  people.setCell({ tab: "Log Aduan", row: 1, column: "Catatan" }, "sudah ditelepon", "Sri");
  people.deleteColumn("Log Aduan", "Keterangan", "Sri");
  const { changes } = await repair(office);
  expect(changes).toEqual(['Kolom "Keterangan" di lembar "Log Aduan" dibuat.']);
  expect(columnOf(office, "Catatan")).toEqual(["sudah ditelepon"]);
  expect((await reading(office)).usable).toBe(true);
});

test("rows pushed above the header and a frozen view of one's own stay", async () => {
  const { office, desk } = await withTicket();
  const { people } = office.google;
  people.insertRows("Log Aduan", 0, 3, "Sri");
  people.setCell({ tab: "Log Aduan", row: 0, column: 0 }, "DATA ADUAN", "Sri");
  desk.mail({ ...MAIL, unit: "Dinas Perhubungan", text: "WiFi lambat" });
  await desk.passes(3);
  expect((await repair(office)).changes).toEqual([]);
  expect(columnOf(office, "No. Aduan")).toEqual(["JKD-2026-0001", "JKD-2026-0002"]);
  expect(textsBy(office, "Log Aduan", "Sri")).toEqual(["DATA ADUAN"]);
});

test("a header row deleted where people keep their lists comes back above what they typed", async () => {
  const { office } = await withTicket();
  const { people } = office.google;
  people.setCell({ tab: "Petugas", row: 1, column: "Nama" }, "Budi", "Sri");
  people.setCell({ tab: "Petugas", row: 1, column: "Peran" }, "Petugas", "Sri");
  people.setCell({ tab: "Petugas", row: 1, column: "Email" }, "budi@kantor.example", "Sri");
  people.deleteRows("Petugas", 0, 1, "Sri");
  expect((await reading(office)).usable).toBe(false);
  await repair(office);
  expect((await reading(office)).office?.staff).toMatchObject([{ name: "Budi", role: "Petugas" }]);
});

test("a log turned into a table is read and written, and setup says what to do when Google refuses", async () => {
  const { office, desk } = await withTicket();
  office.google.people.toTable("Log Aduan", "Sri");
  desk.mail({ ...MAIL, unit: "Dinas Perhubungan", text: "WiFi lambat" });
  await desk.passes(3);
  expect(desk.view.facts).toHaveLength(2);
  const { changes, problems } = await repair(office);
  expect(changes).toEqual([]);
  expect(problems).toEqual([
    'Lembar "Log Aduan" diubah menjadi Tabel; kembalikan ke rentang biasa bila ada penulisan yang ditolak.',
  ]);
});

test("what setup may not write because it is protected is told, and the rest is repaired", async () => {
  const { office } = await withTicket();
  const { people } = office.google;
  people.protect({ tab: "Pengaturan" }, [], "Kepala");
  people.deleteColumn("Log Aduan", "Usulan", "Sri");
  people.clearCell({ tab: "Pengaturan", row: 3, column: "Penjelasan" }, "Sri");
  const { client, options } = office;
  const first = await setupSpreadsheet(client, options);
  expect(first.changes).toContain('Kolom "Usulan" di lembar "Log Aduan" dibuat.');
  expect(first.problems).toEqual([
    'Lembar "Pengaturan" (seluruh lembar) dilindungi; beri akun sistem hak menyunting agar dapat diisi dan diperbaiki.',
  ]);
  expect((await checkSpreadsheet(client, options)).join()).toContain("dilindungi");
  people.undo("Kepala");
});

test("a file in Indonesian with the office's zone has nothing to be told, and its formulas part with semicolons", async () => {
  const office = await openReadyOffice();
  office.google.people.setLocale("in_ID", "Sri");
  office.google.people.setTimeZone("Asia/Jakarta", "Sri");
  expect(await repair(office)).toEqual({ changes: [], problems: [] });
  await change(office, { deleteSheet: { sheetId: tabOf("dashboard").sheetId } });
  await repair(office);
  expect(titles(office)).toContain("Dasbor");
});

test("a pasted column that took formats and dropdowns away gets them back, its texts stay", async () => {
  const { office, desk } = await withTicket();
  office.google.people.paste(
    { tab: "Log Aduan", row: 1, column: "Prioritas" },
    [["Tinggi"], ["Sedang"]],
    "Sri",
  );
  const { changes } = await repair(office);
  expect(changes).toEqual(['Pilihan di kolom "Prioritas" dipasang lagi.']);
  await desk.pass();
  expect(desk.view.facts[0]?.facts.priority).toBe("Tinggi");
  expect(textsBy(office, "Log Aduan", "Sri")).toEqual(["Tinggi", "Sedang"]);
});

test("a calendar that was pasted over is put back", async () => {
  const { office } = await withTicket();
  office.google.people.paste(
    { tab: "Log Aduan", row: 1, column: "Waktu Selesai" },
    [["24/11/2026"]],
    "Sri",
  );
  expect((await repair(office)).changes).toEqual([
    'Pemilih tanggal di kolom "Waktu Selesai" dipasang lagi.',
  ]);
});

test("a hidden, moved and recoloured log is nobody's mistake", async () => {
  const { office } = await withTicket();
  await change(office, {
    updateSheetProperties: {
      properties: { sheetId: LOG, index: 4, gridProperties: { frozenColumnCount: 0 } },
      fields: "index,gridProperties.frozenColumnCount",
    },
  });
  office.google.people.hideColumn("Log Aduan", "Usulan", "Sri");
  expect((await repair(office)).changes).toEqual([]);
});

test("a log that lacks a column and is protected is left as it is, run after run", async () => {
  const { office } = await withTicket();
  const { people } = office.google;
  people.deleteColumn("Log Aduan", "Usulan", "Sri");
  people.protect({ tab: "Log Aduan" }, [], "Kepala");
  const { changes, problems } = await repair(office);
  expect(changes).toEqual([]);
  expect(problems.join()).toContain("(seluruh lembar) dilindungi");
  people.undo("Kepala");
  expect((await repair(office)).changes).toEqual(['Kolom "Usulan" di lembar "Log Aduan" dibuat.']);
});
