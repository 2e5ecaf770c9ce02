import { expect, test } from "vitest";

import { openOffice, withLog } from "./office.ts";

test("only what the mask names comes, written with dots, slashes or parentheses", async () => {
  const office = await openOffice();
  await withLog(office, ["JKD-2026-0001"]);
  const masks = [
    "sheets.properties.title,sheets.properties.gridProperties.rowCount",
    "sheets/properties/title,sheets/properties/gridProperties/rowCount",
    "sheets(properties(title,gridProperties.rowCount))",
  ];
  const answers = await Promise.all(masks.map((mask) => office.get(mask)));
  expect(answers[0]).toEqual({
    sheets: [
      { properties: { title: "Sheet1", gridProperties: { rowCount: 1000 } } },
      { properties: { title: "Log Aduan", gridProperties: { rowCount: 20 } } },
    ],
  });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test("without a mask a reading has no cells", async () => {
  const office = await openOffice();
  await withLog(office, ["JKD-2026-0001"]);
  const { data } = await office.client.sheets.spreadsheets.get({
    spreadsheetId: office.google.spreadsheetId,
  });
  expect(data.sheets?.map(({ data: grid }) => grid)).toEqual([undefined, undefined]);
});

test("a filter by the tab's id gives that tab alone, whatever it is called now", async () => {
  const office = await openOffice();
  await withLog(office, ["JKD-2026-0001"]);
  office.google.people.renameTab("Log Aduan", "Log 2026", "Budi");
  const { sheets } = await office.get("sheets.properties.title", [{ gridRange: { sheetId: 10 } }]);
  expect(sheets).toEqual([{ properties: { title: "Log 2026" } }]);
});

test("a part of the grid says where it starts; rows past the grid are left out", async () => {
  const office = await openOffice();
  await withLog(office, ["a"], ["b"], ["c"]);
  const { sheets } = await office.get(
    "sheets.data(startRow,startColumn,rowData.values.formattedValue)",
    [{ gridRange: { sheetId: 10, startRowIndex: 2, endRowIndex: 900 } }],
  );
  expect(sheets?.[0]?.data).toEqual([
    {
      startRow: 2,
      rowData: [{ values: [{ formattedValue: "b" }] }, { values: [{ formattedValue: "c" }] }],
    },
  ]);
});

test("blank cells between are empty, blank ends are left out", async () => {
  const office = await openOffice();
  await withLog(office, ["a", "", "c", ""], [""], ["d"]);
  const { sheets } = await office.get("sheets.data.rowData.values.formattedValue", [
    { gridRange: { sheetId: 10, startRowIndex: 1 } },
  ]);
  expect(sheets?.[0]?.data?.[0]?.rowData).toEqual([
    { values: [{ formattedValue: "a" }, {}, { formattedValue: "c" }] },
    {},
    { values: [{ formattedValue: "d" }] },
  ]);
});

test("sheet 0 is left out of ranges and kept in properties", async () => {
  const office = await openOffice();
  const [reply] = await office.batch({
    addProtectedRange: {
      protectedRange: {
        range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 },
        warningOnly: true,
      },
    },
  });
  expect(reply?.addProtectedRange?.protectedRange).toMatchObject({ editors: {} });
  const { sheets } = await office.get("sheets(properties(sheetId,index),protectedRanges)");
  expect(sheets?.[0]).toEqual({
    properties: { sheetId: 0, index: 0 },
    protectedRanges: [
      {
        protectedRangeId: reply?.addProtectedRange?.protectedRange?.protectedRangeId,
        range: { startRowIndex: 0, endRowIndex: 1 },
        warningOnly: true,
        requestingUserCanEdit: true,
      },
    ],
  });
});

test("a formula shows its result, what was typed, and its error's kind", async () => {
  const office = await openOffice();
  await withLog(office);
  await office.batch({
    updateCells: {
      start: { sheetId: 10, rowIndex: 1 },
      rows: [
        {
          values: [
            formula(`=COUNTIF('Log Aduan'!A:A;"Nomor")+1,5`),
            formula("=1/0"),
            formula("=QUERY(A1:B2)"),
          ],
        },
      ],
      fields: "userEnteredValue",
    },
  });
  const { sheets } = await office.get(
    "sheets.data.rowData.values(userEnteredValue,effectiveValue)",
    [{ gridRange: { sheetId: 10, startRowIndex: 1, endRowIndex: 2 } }],
  );
  expect(sheets?.[0]?.data?.[0]?.rowData?.[0]?.values).toMatchObject([
    { effectiveValue: { numberValue: 2.5 } },
    { effectiveValue: { errorValue: { type: "DIVIDE_BY_ZERO" } } },
    {
      userEnteredValue: { formulaValue: "=QUERY(A1:B2)" },
      effectiveValue: { errorValue: { type: "NAME" } },
    },
  ]);
});

test("a person's chip shows the name; only the chip holds the address", async () => {
  const office = await openOffice();
  await withLog(office, ["", "", ""]);
  const budi = { name: "Budi Santoso", email: "budi@kuduskab.example" };
  office.google.people.chip({ tab: 10, row: 1, column: "Status" }, budi, "Sri");
  const { sheets } = await office.get("sheets.data.rowData.values(formattedValue,chipRuns)", [
    { gridRange: { sheetId: 10, startRowIndex: 1, startColumnIndex: 1 } },
  ]);
  expect(sheets?.[0]?.data?.[0]?.rowData?.[0]?.values).toEqual([
    {
      formattedValue: "Budi Santoso",
      chipRuns: [{ chip: { personProperties: { email: budi.email, displayFormat: "DEFAULT" } } }],
    },
  ]);
});

function formula(formulaValue: string) {
  return { userEnteredValue: { formulaValue } };
}
