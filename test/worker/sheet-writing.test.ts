import { expect, test } from "vitest";

import { columnsOf, tabOf } from "../../src/sheet/columns.ts";
import { change } from "../sheet/support/repair.ts";
import { columnOf } from "../sheet/support/sheet-office.ts";
import { HELPDESK } from "./support/inbox.ts";
import { ASSIGNED, assign, columnAt, DONE, LOG, mailsFrom } from "./support/log-acts.ts";
import { kindsOf, openOfficeAtWork, type OfficeAtWork } from "./support/office-at-work.ts";

const ON_SITE = { ...ASSIGNED, "Tinjauan Lapangan": "Perlu" };

const unitsTo = (count: number) => Array.from({ length: count }, (_, nth) => `Desa ${nth}`);

function logTab(world: OfficeAtWork) {
  const tab = world.google.store.book().tabs.find(({ id }) => id === tabOf("log").sheetId);
  if (!tab) throw new Error("There is no log");
  return tab;
}

function sized(key: "log" | "history", rowCount: number) {
  const properties = { sheetId: tabOf(key).sheetId, gridProperties: { rowCount } };
  return { updateSheetProperties: { properties, fields: "gridProperties.rowCount" } };
}

test("rows arrive once and count under a filter and beside a view, which stay as people set them (B016)", async () => {
  const world = await openOfficeAtWork();
  const { people } = world.google;
  const numbers = await world.complaints(...unitsTo(40));
  await world.beats(3);
  await assign(world, numbers, ON_SITE);
  for (const number of numbers.slice(5, 15)) world.type(number, DONE);
  await world.beats(5);

  people.filter(LOG, "Status", ["Baru"], "Sri");
  const hidden = logTab(world)
    .rows.slice(0, 41)
    .filter(({ hiddenByFilter }) => hiddenByFilter);
  expect(hidden).toHaveLength(10);
  const { sheetId } = tabOf("log");
  const range = { sheetId, startRowIndex: 0, endRowIndex: 31, startColumnIndex: 0 };
  const byUnit = { dimensionIndex: columnAt("unit"), sortOrder: "ASCENDING" };
  await change(
    world,
    { setBasicFilter: { filter: { range } } },
    { addFilterView: { filter: { title: "Urut OPD", range, sortSpecs: [byUnit] } } },
  );
  const { filter, views } = structuredClone(logTab(world));
  world.sent.length = 0;
  await mailsFrom(world, "dinsos", "dishub", "pupr");
  await world.beats(4);
  const added = ["JKD-2026-0041", "JKD-2026-0042", "JKD-2026-0043"];
  expect(columnOf(world, "No. Aduan")).toEqual([...numbers, ...added]);
  expect(columnOf(world, "Kode")).toEqual([...numbers, ...added]);
  expect(kindsOf(world)).toEqual({ acknowledgement: 3 });

  // The limits of a row count whether or not somebody sees it.
  people.filter(LOG, "Status", ["Selesai"], "Sri");
  await change(world, { setBasicFilter: { filter: filter ?? {} } });
  await world.beats(35);
  for (const number of added) expect(world.row(number)["Status Waktu"]).toBe("Terlambat");
  const keys = world.sent.map(({ rendered }) => rendered.subject);
  for (const number of added) {
    expect(keys).toContain(`overdue ${number}/r1/step-3/overdue/helpdesk`);
  }
  expect(logTab(world)).toMatchObject({ filter, views });

  people.clearFilter(LOG, "Sri");
  await world.beats(3);
  expect(columnOf(world, "No. Aduan")).toEqual([...numbers, ...added]);
});

const TEXTS = [
  '=IMPORTXML("https://x.example","//a")',
  "+62 812-0000-0042",
  "-mati total sejak pagi",
  "@bupati tolong",
  "'08120000",
  "0812-0000-0005",
  "081200000005",
  "6281200000005",
  "1/2",
  "12:30",
  "TRUE",
  "1e5",
  "00123",
];

test("what looks like a formula or a number stays the text that was sent, sorted or not (B017)", async () => {
  const world = await openOfficeAtWork();
  const answered = TEXTS.map((text, nth) => ({
    unit: `Unit ${String(nth).padStart(2, "0")}`,
    reporter: text,
    phone: text,
    place: text,
    subject: text,
    text,
  }));
  await world.complaints(...answered);
  for (const [nth, text] of TEXTS.entries()) {
    const from = `=?utf-8?B?${Buffer.from(text).toString("base64")}?= <umum@opd${nth}.example>`;
    await world.arrive(`From: ${from}\nTo: ${HELPDESK}\nSubject: ${text}\n\n${text}`);
  }
  await world.beats(4);
  const forms = { reporter: TEXTS, phone: TEXTS, place: TEXTS, subject: TEXTS, text: TEXTS };
  await expectLiteral(world, forms, 1);
  await expectLiteral(world, { reporter: TEXTS, subject: TEXTS, text: TEXTS }, 14);

  const told = columnOf(world, "Kode", "Riwayat").length;
  const rows = { tab: LOG, from: 1, to: 14 };
  world.google.people.sort(rows, { column: "OPD/Desa", descending: true }, "Sri");
  await world.beats(4);
  const reversed = TEXTS.toReversed();
  await expectLiteral(
    world,
    { reporter: reversed, phone: reversed, place: reversed, text: reversed },
    1,
  );
  for (const [nth, text] of TEXTS.entries()) {
    const number = `JKD-2026-${String(nth + 1).padStart(4, "0")}`;
    expect(world.ticket(number).fields).toMatchObject({ phone: text, place: text, text });
  }
  // Read back it is what it was: nobody changed anything.
  expect(columnOf(world, "Kode", "Riwayat")).toHaveLength(told);
});

/** Cells below each other, from a row on, by column key. */
async function expectLiteral(
  { client, options }: OfficeAtWork,
  columns: Record<string, readonly string[]>,
  from: number,
) {
  const { spreadsheetId } = options;
  const { data } = await client.sheets.spreadsheets.get({
    spreadsheetId,
    ranges: [`'${LOG}'!1:40`],
    fields: "sheets(data(rowData(values(userEnteredValue,effectiveValue,formattedValue))))",
  });
  const rows = data.sheets?.[0]?.data?.[0]?.rowData ?? [];
  for (const [key, texts] of Object.entries(columns)) {
    for (const [nth, stringValue] of texts.entries()) {
      expect(rows[from + nth]?.values?.[columnAt(key)], `${key} ${stringValue}`).toEqual({
        userEnteredValue: { stringValue },
        effectiveValue: { stringValue },
        formattedValue: stringValue,
      });
    }
  }
}

test("a protected column and a protected row are named once, cost nothing else, and heal (B028)", async () => {
  const world = await openOfficeAtWork();
  const { people } = world.google;
  const numbers = await world.complaints(...unitsTo(14));
  await world.beats(3);
  world.sent.length = 0;
  people.protect({ tab: LOG, column: "Batas Waktu" }, [], "Kepala");
  people.protect({ tab: LOG, row: 11 }, [], "Kepala");
  const stages = columnOf(world, "Tahap SOP");
  const changed = numbers.slice(2, 12);
  for (const number of changed) world.type(number, { ...ON_SITE, Prioritas: "Rendah" });
  await mailsFrom(world, "dinsos", "dishub");
  await world.beats(4);

  const added = ["JKD-2026-0015", "JKD-2026-0016"];
  expect(columnOf(world, "No. Aduan")).toEqual([...numbers, ...added]);
  expect(columnOf(world, "Kode")).toEqual([...numbers, ...added]);
  const now = columnOf(world, "Tahap SOP");
  expect(now.slice(2, 10)).toEqual(Array(8).fill("Langkah 5 – Perbaikan lapangan"));
  // Row 12 of the tab is the eleventh complaint's.
  expect(now[10]).toBe(stages[10]);
  expect(now[11]).toBe("Langkah 5 – Perbaikan lapangan");
  expect(columnOf(world, "Batas Waktu")).toHaveLength(14);
  expect(world.ticket(numbers[10] ?? "").fields.priority).toBe("Rendah");
  const alarms = () => world.sent.filter(({ rendered }) => rendered.subject.startsWith("alarm"));
  const told = ((await world.journal.state<{ text: string }[]>("troubles")) ?? [])
    .map(({ text }) => text)
    .join("\n");
  expect(alarms()).toHaveLength(2);
  expect(told).toContain("kolom C–C");
  expect(told).toContain("baris 12–12");
  expect(told).toContain("beri akun sistem hak menyunting");

  // Told once, and what may not be written is not tried again each minute.
  await world.beats(8);
  world.google.requests.length = 0;
  await world.beats(5);
  const writes = world.google.requests.filter(({ id }) => id.includes("batchUpdate"));
  expect(writes.filter(({ status }) => status !== 200)).toEqual([]);
  expect(alarms()).toHaveLength(2);

  people.undo("Kepala");
  people.undo("Kepala");
  await world.beats(3);
  expect(columnOf(world, "Tahap SOP")[10]).toBe("Langkah 5 – Perbaikan lapangan");
  expect(columnOf(world, "Batas Waktu")).toHaveLength(16);
  expect(alarms()).toHaveLength(2);
});

test("a log of a thousand rows and a full Riwayat grow within one pass, with their choices (B040)", async () => {
  const world = await openOfficeAtWork();
  // Rows of years ago that people keep in the same tab, without what would make them complaints.
  const old = { values: [{ userEnteredValue: { stringValue: "arsip 2019" } }] };
  const { sheetId } = tabOf("log");
  const start = { sheetId, rowIndex: 1, columnIndex: columnAt("remark") };
  const rows = Array.from({ length: 958 }, () => old);
  world.google.people.insertRows(LOG, 100, 1000 - logTab(world).rows.length, "Sri");
  await change(world, { updateCells: { start, fields: "userEnteredValue", rows } });
  const numbers = await world.complaints(...unitsTo(40));
  await world.beats(3);
  const used = logTab(world).rows.filter(({ cells }) => cells.some((cell) => cell?.value));
  expect([used.length, logTab(world).rows.length]).toEqual([999, 1000]);
  expect(logTab(world).columns).toHaveLength(columnsOf("log").length);

  for (const number of numbers) world.type(number, { Keterangan: "ditelepon" });
  await world.beats(2);
  const told = columnOf(world, "Kode", "Riwayat").length;
  await change(world, sized("history", 1 + told + 10));
  await mailsFrom(world, "dinsos", "dishub", "pupr", "disdag", "satpol");
  world.google.requests.length = 0;
  await world.beats(1);
  expect(columnOf(world, "No. Aduan").filter((text) => text !== "")).toHaveLength(45);
  expect(logTab(world).rows.length).toBeGreaterThanOrEqual(1004);
  const due = columnOf(world, "Kejadian", "Riwayat").slice(told);
  expect(due.filter((what) => what === "Isian diubah")).toHaveLength(40);
  expect(due.filter((what) => what === "Aduan dicatat")).toHaveLength(5);
  expect(world.google.requests.filter(({ status }) => status !== 200)).toEqual([]);
  const log = world.google.snapshot().tabs.find(({ title }) => title === LOG);
  for (const row of [999, 1000, 1001, 1002, 1003]) {
    const priority = log?.rows[row]?.cells[columnAt("priority")];
    expect(priority?.choices).toEqual(["Tinggi", "Sedang", "Rendah"]);
    const state = log?.rows[row]?.cells[columnAt("timeState")];
    expect(state?.background).toBe(log?.rows[998]?.cells[columnAt("timeState")]?.background);
  }
});

test("every value stands under its own header, whatever stands beside, between and far below (B094)", async () => {
  const world = await openOfficeAtWork();
  const { people } = world.google;
  const numbers = await world.complaints("RSUD", "Disdukcapil");
  await world.beats(3);
  await assign(world, numbers, ON_SITE);
  world.sent.length = 0;
  people.insertColumn(LOG, 0, "", "Sri");
  people.insertColumn(LOG, "Pelapor", "Bantu", "Sri");
  people.setCell({ tab: LOG, row: 1, column: "Bantu" }, "=ARRAYFORMULA(ROW(B2:B))", "Sri");
  people.insertRows(LOG, 2, 2, "Sri");
  await change(world, sized("log", 1000));
  people.setCell({ tab: LOG, row: 899, column: "Tahap SOP" }, "catatan jauh", "Sri");
  const helper = people.shown({ tab: LOG, row: 1, column: "Bantu" });
  await mailsFrom(world, "dinsos", "dishub", "pupr");
  await world.beats(4);

  const added = ["JKD-2026-0003", "JKD-2026-0004", "JKD-2026-0005"];
  expect(columnOf(world, "No. Aduan")).toEqual([
    numbers[0],
    "",
    "",
    numbers[1],
    ...Array<string>(895).fill(""),
    ...added,
  ]);
  for (const [nth, office] of ["dinsos", "dishub", "pupr"].entries()) {
    expect(world.row(added[nth] ?? "")).toMatchObject({
      "": "",
      Bantu: "",
      Kanal: "Email",
      "Email Pelapor": `umum@${office}.example`,
      Perihal: `Internet ${office} mati`,
      "Uraian Aduan": `Kantor ${office} tidak dapat internet.`,
      Status: "Baru",
      Kode: added[nth],
    });
  }
  expect(people.shown({ tab: LOG, row: 899, column: "Tahap SOP" })).toBe("catatan jauh");
  expect(columnOf(world, "Bantu")).toEqual([helper]);
  // Appending can do no other than to follow the last cell with data: people hear which.
  const sentence =
    "Sel Log Aduan!AE900 berisi sesuatu jauh di bawah aduan di atasnya; aduan baru ditulis di bawahnya. Pindahkan isinya.";
  expect(columnOf(world, "Masalah", "Pengaturan")).toContain(sentence);
  expect(kindsOf(world)).toEqual({ acknowledgement: 3, alarm: 1 });

  for (const number of added) world.type(number, ON_SITE);
  await world.beats(4);
  for (const number of added) expect(world.row(number)["Batas Waktu"]).not.toBe("");
  expect(kindsOf(world)).toMatchObject({ acknowledgement: 3, alarm: 1 });
  const keys = world.sent.map(({ rendered }) => rendered.subject);
  for (const number of added)
    expect(keys).toContain(`assignment ${number}/r1/assignment-1/officer`);
  expect(columnOf(world, "No. Aduan").filter((text) => text !== "")).toHaveLength(5);
});
