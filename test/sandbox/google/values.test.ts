import { expect, test } from "vitest";

import { openOffice, texts, withLog } from "./office.ts";
import type { Office } from "./office.ts";

test("values leave out blank ends, and a range without any has no values at all", async () => {
  const office = await openOffice();
  await withLog(office, ["a", "", "c"], [], ["d"]);
  expect(await read(office, "'Log Aduan'!A2:F20")).toEqual({
    range: "'Log Aduan'!A2:F20",
    majorDimension: "ROWS",
    values: [["a", "", "c"], [], ["d"]],
  });
  expect(await read(office, "'Log Aduan'!F5:F9")).toEqual({
    range: "'Log Aduan'!F5:F9",
    majorDimension: "ROWS",
  });
});

const ranges: [asked: string, canonical: string][] = [
  ["sheet1!a1:c", "Sheet1!A1:C1000"],
  ["D4:A1", "Sheet1!A1:D4"],
  ["Sheet1!A2:2", "Sheet1!A2:Z2"],
  ["Sheet1", "Sheet1!A1:Z1000"],
  ["Sheet1!$B$3", "Sheet1!B3"],
  ["Sheet1!Z999:AB2000", "Sheet1!Z999:Z1000"],
  ["log aduan", "'Log Aduan'!A1:F20"],
];

test.each(ranges)("the range %s is answered as %s", async (asked, canonical) => {
  const office = await openOffice();
  await withLog(office);
  expect((await read(office, asked)).range).toBe(canonical);
});

const titles: [title: string, shown: string][] = [
  ["Sales2", "Sales2!A1"],
  ["x.y", "x.y!A1"],
  ["A1", "'A1'!A1"],
  ["R1C1", "'R1C1'!A1"],
  ["2026", "'2026'!A1"],
  ["It's", "'It''s'!A1"],
  ["Pengüatan", "'Pengüatan'!A1"],
];

test.each(titles)("the title %s is shown as %s", async (title, shown) => {
  const office = await openOffice();
  await office.batch({ addSheet: { properties: { title } } });
  expect((await read(office, `'${title.replaceAll("'", "''")}'!A1`)).range).toBe(shown);
});

test("a tab that is gone cannot be parsed, in a batch with its place", async () => {
  const office = await openOffice();
  await expect(read(office, "'Log Aduan'!A1:C10")).rejects.toThrow(
    "Unable to parse range: 'Log Aduan'!A1:C10",
  );
  const written = office.client.sheets.spreadsheets.values.batchUpdate({
    spreadsheetId: office.google.spreadsheetId,
    requestBody: {
      valueInputOption: "RAW",
      data: [
        { range: "Sheet1!A1", values: [["x"]] },
        { range: "Hilang!A1", values: [["x"]] },
      ],
    },
  });
  await expect(written).rejects.toThrow("Invalid data[1]: Unable to parse range: Hilang!A1");
  expect(texts(office, "Sheet1")).toEqual([]);
});

test("dates are serial numbers, shown by the file's locale", async () => {
  const office = await openOffice();
  await withLog(office, ["", "", ""]);
  const { people } = office.google;
  people.setCell({ tab: 10, row: 1, column: 0 }, "24/11/2026 08.30", "Budi");
  people.setCell({ tab: 10, row: 1, column: 1 }, "1,5", "Budi");
  people.setCell({ tab: 10, row: 1, column: 2 }, "0812", "Budi");
  const range = "'Log Aduan'!A2:C2";
  const serial = 46_350 + 8.5 / 24;
  expect((await read(office, range)).values).toEqual([["24/11/2026 08.30.00", "1,5", "812"]]);
  expect((await read(office, range, { valueRenderOption: "UNFORMATTED_VALUE" })).values).toEqual([
    [serial, 1.5, 812],
  ]);
  people.setLocale("en_US", "Budi");
  people.setCell({ tab: 10, row: 1, column: 1 }, "24/11/2026", "Budi");
  people.setCell({ tab: 10, row: 1, column: 2 }, "11/12/2026", "Budi");
  expect((await read(office, range, { valueRenderOption: "UNFORMATTED_VALUE" })).values).toEqual([
    [serial, "24/11/2026", 46_338],
  ]);
});

test("RAW keeps every text, null leaves a cell alone, a blank clears it", async () => {
  const office = await openOffice();
  await withLog(office, ["=1", "lama", "lama"]);
  await write(office, [["+62812", null, ""]]);
  expect(texts(office)[1]).toEqual(["+62812", "lama"]);
  expect(office.google.people.authorOf({ tab: 10, row: 1, column: 0 })).toBe("api");
});

test("more than the range holds is refused, less leaves the rest", async () => {
  const office = await openOffice();
  await withLog(office, ["a"], ["b"]);
  await expect(write(office, [["x", "x", "x", "x", "x", "x", "x"]])).rejects.toThrow(
    "tried writing to column [G]",
  );
  await write(office, [["x"]]);
  expect(texts(office).slice(1)).toEqual([["x"], ["b"]]);
});

test("reading by filters answers out of order and drops zeroes", async () => {
  const office = await openOffice();
  await withLog(office, ["a"]);
  const { data } = await office.client.sheets.spreadsheets.values.batchGetByDataFilter({
    spreadsheetId: office.google.spreadsheetId,
    requestBody: {
      dataFilters: [
        { gridRange: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 } },
        { gridRange: { sheetId: 10, startRowIndex: 1, endRowIndex: 2 } },
      ],
    },
  });
  expect(data.valueRanges?.map(({ dataFilters }) => dataFilters)).toEqual([
    [{ gridRange: { sheetId: 10, startRowIndex: 1, endRowIndex: 2 } }],
    [{ gridRange: { endRowIndex: 1 } }],
  ]);
});

test("a tag that is gone matches nothing, and nothing is written", async () => {
  const office = await openOffice();
  await withLog(office, ["a"]);
  const { data } = await office.client.sheets.spreadsheets.values.batchUpdateByDataFilter({
    spreadsheetId: office.google.spreadsheetId,
    requestBody: {
      valueInputOption: "RAW",
      data: [{ dataFilter: { developerMetadataLookup: { metadataId: 404 } }, values: [["x"]] }],
    },
  });
  expect(data.totalUpdatedCells).toBe(0);
  expect(texts(office).slice(1)).toEqual([["a"]]);
});

test("USER_ENTERED and values.append are refused by the sandbox, a missing option by Google", async () => {
  const office = await openOffice();
  const { values } = office.client.sheets.spreadsheets;
  const at = { spreadsheetId: office.google.spreadsheetId, range: "Sheet1!A1" };
  const requestBody = { values: [["x"]] };
  await expect(values.update({ ...at, requestBody })).rejects.toThrow(
    "'valueInputOption' is required but not specified",
  );
  await expect(
    values.update({ ...at, requestBody, valueInputOption: "USER_ENTERED" }),
  ).rejects.toThrow("The sandbox refuses USER_ENTERED");
  await expect(values.append({ ...at, requestBody, valueInputOption: "RAW" })).rejects.toThrow(
    "The sandbox refuses values.append",
  );
});

async function read(office: Office, range: string, options: Record<string, string> = {}) {
  const { data } = await office.client.sheets.spreadsheets.values.get({
    spreadsheetId: office.google.spreadsheetId,
    range,
    ...options,
  });
  return data;
}

function write(office: Office, values: (string | null)[][]) {
  return office.client.sheets.spreadsheets.values.batchUpdateByDataFilter({
    spreadsheetId: office.google.spreadsheetId,
    requestBody: {
      valueInputOption: "RAW",
      data: [{ dataFilter: { gridRange: { sheetId: 10, startRowIndex: 1 } }, values }],
    },
  });
}
