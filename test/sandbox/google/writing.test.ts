import { expect, test } from "vitest";

import { openOffice, textRow, texts, withLog } from "./office.ts";

const CELL = {
  sheetId: 10,
  startRowIndex: 1,
  endRowIndex: 2,
  startColumnIndex: 0,
  endColumnIndex: 1,
};

test("appended rows follow the last row with data anywhere, and the grid grows", async () => {
  const office = await openOffice();
  await withLog(office, ["a"]);
  office.google.people.setCell({ tab: 10, row: 4, column: 5 }, "catatan lepas", "Budi");
  await append(office, ["b"]);
  expect(texts(office).map((row) => row[0] ?? "")).toEqual(["Nomor", "a", "", "", "", "b"]);

  office.google.people.deleteRows(10, 6, 14, "Budi");
  await append(office, ["c"], ["d"]);
  const { sheets } = await office.get("sheets.properties.gridProperties.rowCount", [
    { gridRange: { sheetId: 10 } },
  ]);
  expect(sheets?.[0]?.properties?.gridProperties?.rowCount).toBe(8);
});

test("an unticked box counts as data, a dropdown does not", async () => {
  const office = await openOffice();
  await withLog(office, ["a"]);
  const range = {
    sheetId: 10,
    startRowIndex: 1,
    endRowIndex: 20,
    startColumnIndex: 1,
    endColumnIndex: 2,
  };
  await office.batch({
    setDataValidation: {
      range,
      rule: { condition: { type: "ONE_OF_LIST", values: [{ userEnteredValue: "Baru" }] } },
    },
  });
  await append(office, ["b"]);
  expect(texts(office).map((row) => row[0] ?? "")).toEqual(["Nomor", "a", "b"]);

  office.google.people.setCell({ tab: 10, row: 10, column: 3 }, false, "Budi");
  await append(office, ["c"]);
  expect(office.google.people.shown({ tab: 10, row: 11, column: 0 })).toBe("c");
});

test("what the mask names and the data lacks is cleared, what it does not name stays", async () => {
  const office = await openOffice();
  await withLog(office, ["a"]);
  await office.batch({
    updateCells: { range: CELL, rows: [{ values: [{ note: "tetap" }] }], fields: "note" },
  });
  await office.batch({
    updateCells: {
      range: CELL,
      rows: [
        { values: [{ note: "diabaikan", userEnteredFormat: { textFormat: { bold: true } } }] },
      ],
      fields: "userEnteredValue,userEnteredFormat.textFormat",
    },
  });
  const [cell] = office.google.snapshot().tabs[1]?.rows[1]?.cells ?? [];
  expect(cell).toMatchObject({ text: "", note: "tetap", bold: true });
});

test("a range larger than its rows clears the rest", async () => {
  const office = await openOffice();
  await withLog(office, ["a"], ["b"], ["c"]);
  await office.batch({
    updateCells: {
      range: { ...CELL, endRowIndex: 4 },
      rows: [textRow(["x"])],
      fields: "userEnteredValue",
    },
  });
  expect(texts(office).slice(1)).toEqual([["x"]]);
});

test("values typed over keep the cell's dropdown; API writes are never checked against it", async () => {
  const office = await openOffice();
  await withLog(office, ["a"]);
  await office.batch(
    {
      setDataValidation: {
        range: CELL,
        rule: {
          condition: { type: "ONE_OF_LIST", values: [{ userEnteredValue: "Baru" }] },
          strict: true,
        },
      },
    },
    {
      updateCells: { range: CELL, rows: [textRow(["bukan pilihan"])], fields: "userEnteredValue" },
    },
  );
  const [cell] = office.google.snapshot().tabs[1]?.rows[1]?.cells ?? [];
  expect(cell).toMatchObject({ text: "bukan pilihan", choices: ["Baru"] });
});

test("dropdowns skip rows that a filter hides, unless told otherwise", async () => {
  const office = await openOffice();
  await withLog(office, ["a", "Baru"], ["b", "Selesai"]);
  office.google.people.filter(10, "Status", ["Baru"], "Budi");
  const range = { ...CELL, endRowIndex: 3 };
  const rule = { condition: { type: "BOOLEAN" } };
  const ticks = () =>
    [1, 2].map((row) => office.google.snapshot().tabs[1]?.rows[row]?.cells[0]?.tick === true);

  await office.batch({ setDataValidation: { range, rule } });
  expect(ticks()).toEqual([true, false]);
  await office.batch({ setDataValidation: { range, rule, filteredRowsIncluded: true } });
  expect(ticks()).toEqual([true, true]);
});

test("findReplace on one cell is a compare-and-set", async () => {
  const office = await openOffice();
  await withLog(office, ["a", "Selesai"]);
  const [missed] = await office.batch(set("Baru"));
  const [hit] = await office.batch(set("Selesai"));
  expect([
    missed?.findReplace?.occurrencesChanged ?? 0,
    hit?.findReplace?.occurrencesChanged,
  ]).toEqual([0, 1]);
  expect(texts(office)[1]).toEqual(["a", "Dikerjakan"]);
});

test("a protected cell refuses the batch with a 400, a warning only never does", async () => {
  const office = await openOffice();
  await withLog(office, ["a", "Baru"]);
  const write = {
    updateCells: { range: CELL, rows: [textRow(["x"])], fields: "userEnteredValue" },
  };
  await office.batch({ addProtectedRange: { protectedRange: { range: CELL, warningOnly: true } } });
  expect(await office.refusal(write)).toBe("");
  office.google.people.protect({ tab: 10, column: "Nomor" }, ["kasi@kuduskab.example"], "Budi");

  expect(await office.refusal(write)).toBe(
    "Invalid requests[0].updateCells: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
  );
  const values = office.client.sheets.spreadsheets.values.batchUpdateByDataFilter({
    spreadsheetId: office.google.spreadsheetId,
    requestBody: {
      valueInputOption: "RAW",
      data: [{ dataFilter: { gridRange: { ...CELL, endColumnIndex: 2 } }, values: [[null, "y"]] }],
    },
  });
  await expect(values).resolves.toMatchObject({ status: 200 });
  const { sheets } = await office.get("sheets.protectedRanges(requestingUserCanEdit,warningOnly)");
  expect(sheets?.[1]?.protectedRanges).toEqual([
    { warningOnly: true, requestingUserCanEdit: true },
    {},
  ]);
});

test("rules pile up, filters close their ends, views and names and charts get ids", async () => {
  const office = await openOffice();
  await withLog(office);
  const rule = { ranges: [{ sheetId: 10 }], booleanRule: { condition: { type: "NOT_BLANK" } } };
  const replies = await office.batch(
    { addConditionalFormatRule: { rule, index: 0 } },
    { addConditionalFormatRule: { rule, index: 0 } },
    { setBasicFilter: { filter: { range: { sheetId: 10 } } } },
    { addFilterView: { filter: { title: "Terbuka", range: { sheetId: 10 } } } },
    { addNamedRange: { namedRange: { name: "petugas", range: { sheetId: 10 } } } },
    { addBanding: { bandedRange: { range: { sheetId: 10 } } } },
    {
      addChart: {
        chart: {
          spec: { title: "Aduan" },
          position: {
            overlayPosition: { anchorCell: { sheetId: 10, rowIndex: 1, columnIndex: 1 } },
          },
        },
      },
    },
  );
  expect(replies.slice(0, 3)).toEqual([{}, {}, {}]);
  expect(replies[3]?.addFilterView?.filter?.filterViewId).toBeGreaterThan(0);
  expect(replies[4]?.addNamedRange?.namedRange?.namedRangeId).toMatch(/./);
  expect(replies[6]?.addChart?.chart?.chartId).toBeGreaterThan(0);
  const { sheets } = await office.get("sheets(conditionalFormats.ranges,basicFilter.range)");
  expect(sheets?.[1]?.conditionalFormats).toHaveLength(2);
  expect(sheets?.[1]?.basicFilter?.range).toMatchObject({
    startRowIndex: 0,
    endRowIndex: 20,
    endColumnIndex: 6,
  });
  expect(
    await office.refusal({ addBanding: { bandedRange: { range: { sheetId: 10 } } } }),
  ).toContain("already has alternating background colors");
});

test("the spreadsheet after a write comes in the same answer when asked for", async () => {
  const office = await openOffice();
  await withLog(office, ["a"]);
  const { data } = await office.client.sheets.spreadsheets.batchUpdate({
    spreadsheetId: office.google.spreadsheetId,
    fields: "updatedSpreadsheet.sheets(properties.title,data.rowData.values.formattedValue)",
    requestBody: {
      requests: [
        {
          deleteDimension: {
            range: { sheetId: 10, dimension: "ROWS", startIndex: 1, endIndex: 2 },
          },
        },
      ],
      includeSpreadsheetInResponse: true,
      responseIncludeGridData: true,
      responseRanges: ["'Log Aduan'!A1:A3"],
    },
  });
  expect(data.updatedSpreadsheet?.sheets).toEqual([
    {
      properties: { title: "Log Aduan" },
      data: [{ rowData: [{ values: [{ formattedValue: "Nomor" }] }] }],
    },
  ]);
});

async function append(office: Awaited<ReturnType<typeof openOffice>>, ...rows: string[][]) {
  await office.batch({
    appendCells: { sheetId: 10, rows: rows.map(textRow), fields: "userEnteredValue" },
  });
}

function set(find: string) {
  return {
    findReplace: {
      range: { ...CELL, startColumnIndex: 1, endColumnIndex: 2 },
      find,
      replacement: "Dikerjakan",
      matchEntireCell: true,
      matchCase: true,
    },
  };
}
