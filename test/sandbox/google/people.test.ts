import { expect, test } from "vitest";

import { openOffice, textRow, texts, withLog } from "./office.ts";

async function logOf(...rows: string[][]) {
  const office = await openOffice();
  await withLog(office, ...rows);
  return { office, people: office.google.people };
}

const typed: { text: string; shown: string; value: string | number | boolean | null }[] = [
  { text: "24/11/2026 08.30", shown: "24/11/2026 08.30.00", value: 46_350 + 8.5 / 24 },
  { text: "24-11-2026", shown: "24/11/2026", value: 46_350 },
  { text: "24 Nov 2026", shown: "24/11/2026", value: 46_350 },
  { text: "31/11/2026", shown: "31/11/2026", value: "31/11/2026" },
  { text: "1.500", shown: "1500", value: 1500 },
  { text: "1,5", shown: "1,5", value: 1.5 },
  { text: "50%", shown: "0,5", value: 0.5 },
  { text: "true", shown: "TRUE", value: true },
  { text: "'0812", shown: "0812", value: "0812" },
  { text: "=1+1", shown: "2", value: 2 },
  { text: "Tinggi, Sedang", shown: "Tinggi, Sedang", value: "Tinggi, Sedang" },
];

test.each(typed)("$text typed in Indonesian becomes $value", async ({ text, shown, value }) => {
  const { office, people } = await logOf([""]);
  people.setCell({ tab: 10, row: 1, column: 0 }, text, "Sri");
  const cell = office.google.snapshot().tabs[1]?.rows[1]?.cells[0];
  expect(cell).toMatchObject({ text: shown, value, by: "Sri" });
});

test("a column formatted as text keeps the zero of a telephone number", async () => {
  const { office, people } = await logOf([""]);
  await office.batch({
    repeatCell: {
      range: { sheetId: 10, startColumnIndex: 0, endColumnIndex: 1 },
      cell: { userEnteredFormat: { numberFormat: { type: "TEXT" } } },
      fields: "userEnteredFormat.numberFormat",
    },
  });
  people.setCell({ tab: 10, row: 1, column: 0 }, "0812", "Sri");
  expect(people.shown({ tab: 10, row: 1, column: 0 })).toBe("0812");
});

test("every cell knows who wrote it, also after a sort", async () => {
  const { people } = await logOf(["b"], ["a"]);
  people.setCell({ tab: "Log Aduan", row: 2, column: "Status" }, "Baru", "Sri");
  people.sort({ tab: 10 }, { column: "Nomor" }, "Budi");
  expect(people.authorOf({ tab: 10, row: 1, column: "Nomor" })).toBe("api");
  expect(people.authorOf({ tab: 10, row: 1, column: "Status" })).toBe("Sri");
  expect(people.authorOf({ tab: 10, row: 2, column: "Status" })).toBeNull();
});

test("a sort of some columns tears rows apart, and blanks stay last", async () => {
  const { office, people } = await logOf(["1", "b", "x"], ["2", "", "y"], ["3", "a", "z"]);
  people.sort({ tab: 10, columns: ["Status"] }, { column: "Status", descending: true }, "Budi");
  expect(texts(office).slice(1)).toEqual([
    ["1", "b", "x"],
    ["2", "a", "y"],
    ["3", "", "z"],
  ]);
});

test("cut and paste takes the dropdown along and leaves none behind", async () => {
  const { office, people } = await logOf(["a", "Baru"]);
  const range = {
    sheetId: 10,
    startRowIndex: 1,
    endRowIndex: 2,
    startColumnIndex: 1,
    endColumnIndex: 2,
  };
  const condition = { type: "ONE_OF_LIST", values: [{ userEnteredValue: "Baru" }] };
  await office.batch({ setDataValidation: { range, rule: { condition } } });
  people.cutPaste(
    { tab: 10, from: 1, to: 2, left: "Status", right: "Status" },
    { row: 3, column: "Status" },
    "Budi",
  );
  const rows = office.google.snapshot().tabs[1]?.rows;
  expect(rows?.[1]?.cells[1] ?? null).toBeNull();
  expect(rows?.[3]?.cells[1]).toMatchObject({ text: "Baru", choices: ["Baru"] });
});

test("a block pasted from elsewhere takes dropdowns away, values alone do not", async () => {
  const { office, people } = await logOf(["a", "Baru"], ["b", "Baru"]);
  const range = {
    sheetId: 10,
    startRowIndex: 1,
    endRowIndex: 3,
    startColumnIndex: 1,
    endColumnIndex: 2,
  };
  await office.batch({ setDataValidation: { range, rule: { condition: { type: "BOOLEAN" } } } });
  people.paste({ tab: 10, row: 1, column: "Status" }, [["x"]], "Budi");
  people.paste({ tab: 10, row: 2, column: "Status" }, [["y"]], "Budi", { valuesOnly: true });
  const rows = office.google.snapshot().tabs[1]?.rows ?? [];
  expect(rows.slice(1, 3).map(({ cells }) => cells[1]?.tick === true)).toEqual([false, true]);
});

test("the handle counts numbers at a text's end up, and days", async () => {
  const { office, people } = await logOf(["JKD-2026-0009", "", "Baru"]);
  people.setCell({ tab: 10, row: 1, column: 1 }, "30/11/2026", "Sri");
  people.fillDown({ tab: 10, from: 1, to: 4, left: 0, right: 2 }, "Budi");
  expect(texts(office).slice(1)).toEqual([
    ["JKD-2026-0009", "30/11/2026", "Baru"],
    ["JKD-2026-0010", "01/12/2026", "Baru"],
    ["JKD-2026-0011", "02/12/2026", "Baru"],
  ]);
});

test("merged cells keep the first value only", async () => {
  const { office, people } = await logOf(["a", "b"], ["c", "d"]);
  people.merge({ tab: 10, from: 1, to: 3, left: 0, right: 0 }, "Budi");
  expect(texts(office).slice(1)).toEqual([
    ["a", "b"],
    ["", "d"],
  ]);
});

test("a filter and hidden rows hide nothing from the API", async () => {
  const { office, people } = await logOf(["a", "Baru"], ["b", "Selesai"], ["c", "Baru"]);
  people.filter(10, "Status", ["Selesai"], "Budi");
  people.hideRows(10, 2, 1, "Budi");
  const { sheets } = await office.get(
    "sheets(basicFilter.range,data(rowData.values.formattedValue,rowMetadata(hiddenByFilter,hiddenByUser)))",
    [{ gridRange: { sheetId: 10, startRowIndex: 1, endRowIndex: 4 } }],
  );
  const [data] = sheets?.[0]?.data ?? [];
  expect(data?.rowData).toHaveLength(3);
  expect(data?.rowMetadata).toEqual([
    { hiddenByFilter: true },
    { hiddenByUser: true },
    { hiddenByFilter: true },
  ]);
  people.clearFilter(10, "Budi");
  expect(
    office.google
      .snapshot()
      .tabs[1]?.rows.map(({ hidden }) => hidden)
      .slice(0, 4),
  ).toEqual([false, false, true, false]);
});

test("a table appears in a reading, and rows appended below do not join it", async () => {
  const { office, people } = await logOf(["a"]);
  people.toTable(10, "Budi");
  await office.batch({
    appendCells: { sheetId: 10, rows: [textRow(["b"])], fields: "userEnteredValue" },
  });
  const { sheets } = await office.get("sheets.tables(name,range)");
  expect(sheets?.[1]?.tables?.[0]?.range).toMatchObject({ startRowIndex: 0, endRowIndex: 2 });
});

test("ranges grow, move and shrink with the lines in and before them", async () => {
  const { office, people } = await logOf(["a"], ["b"], ["c"]);
  const range = {
    sheetId: 10,
    startRowIndex: 1,
    endRowIndex: 3,
    startColumnIndex: 1,
    endColumnIndex: 2,
  };
  await office.batch({ addProtectedRange: { protectedRange: { range, warningOnly: true } } });
  const ranges = async () =>
    (await office.get("sheets.protectedRanges.range")).sheets?.[1]?.protectedRanges?.map(
      (one) => one.range,
    );
  people.insertRows(10, 2, 1, "Budi");
  people.insertColumn(10, 0, "", "Budi");
  expect(await ranges()).toEqual([
    { sheetId: 10, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 2, endColumnIndex: 3 },
  ]);
  people.deleteRows(10, 0, 2, "Budi");
  expect(await ranges()).toEqual([
    { sheetId: 10, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 2, endColumnIndex: 3 },
  ]);
  people.deleteRows(10, 0, 2, "Budi");
  expect(await ranges()).toBeUndefined();
});

test("undo takes a sort back and leaves what the worker wrote since on its row", async () => {
  const { office, people } = await logOf(["b", "Baru"], ["a", "Baru"]);
  people.sort({ tab: 10 }, { column: "Nomor" }, "Budi");
  await office.batch({
    updateCells: {
      start: { sheetId: 10, rowIndex: 1, columnIndex: 2 },
      rows: [textRow(["catatan untuk a"])],
      fields: "userEnteredValue",
    },
  });
  people.setCell({ tab: 10, row: 2, column: "Status" }, "Selesai", "Sri");

  expect(people.undo("Budi")).toBe(true);

  expect(texts(office).slice(1)).toEqual([
    ["b", "Selesai"],
    ["a", "Baru", "catatan untuk a"],
  ]);
  expect(people.undo("Budi")).toBe(false);
});

test("undo brings back deleted rows, a deleted tab and an old cell", async () => {
  const { office, people } = await logOf(["a"], ["b"]);
  people.setCell({ tab: 10, row: 1, column: "Nomor" }, "lain", "Budi");
  people.deleteRows(10, 1, 2, "Budi");
  people.deleteTab(10, "Budi");
  expect([people.undo("Budi"), people.undo("Budi"), people.undo("Budi")]).toEqual([
    true,
    true,
    true,
  ]);
  expect(texts(office).slice(1)).toEqual([["a"], ["b"]]);
});

test("an old version brings back the rows, tags and tabs of then", async () => {
  const { office, people } = await logOf(["a"]);
  const then = office.google.store.revision();
  people.setCell({ tab: 10, row: 1, column: "Nomor" }, "lain", "Sri");
  people.deleteTab(0, "Budi");
  people.restoreVersion(then, "Budi");
  expect(office.google.snapshot().tabs.map(({ id }) => id)).toEqual([0, 10]);
  expect(texts(office).slice(1)).toEqual([["a"]]);
});

test("whoever listens hears of every change, and by whom", async () => {
  const { office, people } = await logOf(["a"]);
  const heard: string[] = [];
  const stop = office.google.onChange(({ by }) => heard.push(by));
  people.setCell({ tab: 10, row: 1, column: "Status" }, "Baru", "Sri");
  await office.batch({ appendDimension: { sheetId: 10, dimension: "ROWS", length: 1 } });
  stop();
  people.clearCell({ tab: 10, row: 1, column: "Status" }, "Sri");
  expect(heard).toEqual(["Sri", "api"]);
});
