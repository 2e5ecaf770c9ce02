import { expect, test } from "vitest";

import { openOffice, texts, withLog } from "./office.ts";

test("the real client signs in, makes a tab and reads it back", async () => {
  const office = await openOffice();
  await withLog(office, ["JKD-2026-0001", "Baru", "Internet mati"]);

  const { sheets } = await office.get(
    "sheets(properties(sheetId,title),data(rowData(values(effectiveValue,formattedValue))))",
    [{ gridRange: { sheetId: 10 } }],
  );

  expect(sheets).toEqual([
    {
      properties: { sheetId: 10, title: "Log Aduan" },
      data: [
        {
          rowData: [
            ["Nomor", "Status", "Uraian"],
            ["JKD-2026-0001", "Baru", "Internet mati"],
          ].map((row) => ({
            values: row.map((text) => ({
              effectiveValue: { stringValue: text },
              formattedValue: text,
            })),
          })),
        },
      ],
    },
  ]);
  expect(office.google.requests.map(({ id }) => id)).toEqual([
    "token",
    "sheets.spreadsheets.batchUpdate",
    "sheets.spreadsheets.getByDataFilter",
  ]);
});

test("a column's tag follows it, and a write finds the column by the tag", async () => {
  const office = await openOffice();
  await withLog(office, ["JKD-2026-0001", "Baru", "Internet mati"]);
  await office.batch({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: 42,
        metadataKey: "aduan.kolom",
        metadataValue: "status",
        visibility: "DOCUMENT",
        location: {
          dimensionRange: { sheetId: 10, dimension: "COLUMNS", startIndex: 1, endIndex: 2 },
        },
      },
    },
  });
  office.google.people.insertColumn("Log Aduan", 0, "Catatan Budi", "Budi");
  office.google.people.moveColumn("Log Aduan", "Status", 4, "Budi");

  await office.client.sheets.spreadsheets.values.batchUpdateByDataFilter({
    spreadsheetId: office.google.spreadsheetId,
    requestBody: {
      valueInputOption: "RAW",
      data: [
        {
          dataFilter: { developerMetadataLookup: { metadataId: 42 } },
          majorDimension: "COLUMNS",
          values: [[null, "=1+1"]],
        },
      ],
    },
  });

  expect(texts(office)).toEqual([
    ["Catatan Budi", "Nomor", "Uraian", "Status"],
    ["", "JKD-2026-0001", "Internet mati", "=1+1"],
  ]);
  const place = { tab: "Log Aduan", row: 1, column: "Status" };
  expect(office.google.people.authorOf(place)).toBe("api");
});
