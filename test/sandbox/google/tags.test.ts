import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { expect, test } from "vitest";

import { openOffice, withLog } from "./office.ts";
import type { Office } from "./office.ts";

const COLUMN_OF_STATUS = { sheetId: 10, dimension: "COLUMNS", startIndex: 1, endIndex: 2 };
const ROW_OF_B = { sheetId: 10, dimension: "ROWS", startIndex: 2, endIndex: 3 };

/** Three rows with the numbers b, c, a; a tag on *Status*, on the row of b, on the tab and the file. */
async function tagged(): Promise<Office> {
  const office = await openOffice();
  await withLog(office, ["c", "Baru"], ["b", "Selesai"], ["a", "Baru"]);
  await office.batch(
    tag(1, { dimensionRange: COLUMN_OF_STATUS }),
    tag(2, { dimensionRange: ROW_OF_B }),
    tag(3, { sheetId: 10 }),
    tag(4, { spreadsheet: true }),
  );
  return office;
}

const travels: { name: string; act: (office: Office) => void; column: number[]; row: number[] }[] =
  [
    { name: "nothing", act: () => {}, column: [1], row: [2] },
    {
      name: "a row and a column inserted before",
      act: ({ google: { people } }) => {
        people.insertRows(10, 1, 2, "Budi");
        people.insertColumn(10, 0, "Baru", "Budi");
      },
      column: [2],
      row: [4],
    },
    {
      name: "both moved",
      act: ({ google: { people } }) => {
        people.moveRows(10, 2, 1, 4, "Budi");
        people.moveColumn(10, "Status", 0, "Budi");
      },
      column: [0],
      row: [3],
    },
    {
      name: "a sort of whole rows",
      act: ({ google: { people } }) =>
        people.sort({ tab: 10 }, { column: "Nomor", descending: true }, "Budi"),
      column: [1],
      row: [2],
    },
    {
      name: "a sort of whole rows the other way",
      act: ({ google: { people } }) =>
        people.sort({ tab: 10 }, { column: "Status", descending: true }, "Budi"),
      column: [1],
      row: [1],
    },
    {
      name: "a sort of some columns, which moves cells only",
      act: ({ google: { people } }) =>
        people.sort({ tab: 10, columns: ["Status", "Uraian"] }, { column: "Status" }, "Budi"),
      column: [1],
      row: [2],
    },
    {
      name: "both deleted",
      act: ({ google: { people } }) => {
        people.deleteRows(10, 2, 1, "Budi");
        people.deleteColumn(10, "Status", "Budi");
      },
      column: [],
      row: [],
    },
    {
      name: "the cells cut and pasted, not the column",
      act: ({ google: { people } }) =>
        people.cutPaste(
          { tab: 10, from: 0, to: 4, left: "Status", right: "Status" },
          { row: 0, column: 4 },
          "Budi",
        ),
      column: [1],
      row: [2],
    },
    {
      name: "the row copied",
      act: ({ google: { people } }) => people.copyRow(10, 2, 5, "Budi"),
      column: [1],
      row: [2],
    },
  ];

test.each(travels)("after $name the tags sit where they belong", async ({ act, column, row }) => {
  const office = await tagged();
  act(office);
  const places = await placesOf(office, { metadataKey: "aduan" });
  expect(places.filter((at) => at.dimension === "COLUMNS").map((at) => at.startIndex)).toEqual(
    column,
  );
  expect(places.filter((at) => at.dimension === "ROWS").map((at) => at.startIndex)).toEqual(row);
});

test("a duplicated tab carries values but no tags", async () => {
  const office = await tagged();
  const copy = office.google.people.duplicateTab("Log Aduan", "Budi");
  const { sheets } = await office.get(
    "sheets(properties(sheetId,title),developerMetadata,data.columnMetadata.developerMetadata,data.rowData.values.formattedValue)",
    [{ gridRange: { sheetId: copy } }],
  );
  expect(sheets?.[0]?.properties).toEqual({ sheetId: copy, title: "Salinan dari Log Aduan" });
  expect(JSON.stringify(sheets)).toContain("Selesai");
  expect(JSON.stringify(sheets)).not.toContain("metadataId");
});

test("undo brings back the column with its tag", async () => {
  const office = await tagged();
  office.google.people.deleteColumn(10, "Status", "Budi");
  expect(office.google.people.undo("Budi")).toBe(true);
  expect(await placesOf(office, { metadataId: 1 })).toEqual([COLUMN_OF_STATUS]);
});

const lookups: { name: string; lookup: sheets_v4.Schema$DeveloperMetadataLookup; ids: number[] }[] =
  [
    { name: "a key", lookup: { metadataKey: "aduan" }, ids: [4, 3, 1, 2] },
    {
      name: "a key and a value that disagree",
      lookup: { metadataKey: "aduan", metadataValue: "9" },
      ids: [],
    },
    { name: "a kind of place", lookup: { metadataKey: "aduan", locationType: "COLUMN" }, ids: [1] },
    {
      name: "an exact place",
      lookup: {
        metadataLocation: { dimensionRange: ROW_OF_B },
        locationMatchingStrategy: "EXACT_LOCATION",
      },
      ids: [2],
    },
    { name: "a visibility", lookup: { visibility: "PROJECT" }, ids: [] },
  ];

test.each(lookups)(
  "a search by $name finds what agrees with all of it",
  async ({ lookup, ids }) => {
    const office = await tagged();
    const { data } = await search(office, lookup);
    const found = (data.matchedDeveloperMetadata ?? []).map(
      (one) => one.developerMetadata?.metadataId,
    );
    expect(found).toEqual(ids);
    expect("matchedDeveloperMetadata" in data).toBe(ids.length > 0);
  },
);

test("a tag is changed and taken off by what it is, and read by its id", async () => {
  const office = await tagged();
  const byId = { developerMetadataLookup: { metadataId: 1 } };
  await office.batch({
    updateDeveloperMetadata: {
      dataFilters: [byId],
      developerMetadata: { metadataValue: "neu", metadataKey: "ignored" },
      fields: "metadataValue",
    },
  });
  const { developerMetadata } = office.client.sheets.spreadsheets;
  const at = { spreadsheetId: office.google.spreadsheetId, metadataId: 1 };
  expect((await developerMetadata.get(at)).data).toMatchObject({
    metadataKey: "aduan",
    metadataValue: "neu",
  });
  const [reply] = await office.batch({ deleteDeveloperMetadata: { dataFilter: byId } });
  expect(reply?.deleteDeveloperMetadata?.deletedDeveloperMetadata).toHaveLength(1);
  await expect(developerMetadata.get(at)).rejects.toMatchObject({ status: 404 });
});

test("30,000 characters of tags fill a tab", async () => {
  const office = await openOffice();
  await withLog(office);
  expect(await office.refusal({ ...tag(1, { sheetId: 10 }, "x".repeat(30_000)) })).toContain(
    "exceeds the limit of 30000 characters",
  );
});

function tag(
  metadataId: number,
  location: sheets_v4.Schema$DeveloperMetadataLocation,
  metadataValue = String(metadataId),
): sheets_v4.Schema$Request {
  const developerMetadata = { metadataId, metadataKey: "aduan", metadataValue, location };
  return {
    createDeveloperMetadata: {
      developerMetadata: { ...developerMetadata, visibility: "DOCUMENT" },
    },
  };
}

function search({ client, google }: Office, lookup: sheets_v4.Schema$DeveloperMetadataLookup) {
  return client.sheets.spreadsheets.developerMetadata.search({
    spreadsheetId: google.spreadsheetId,
    requestBody: { dataFilters: [{ developerMetadataLookup: lookup }] },
  });
}

async function placesOf(office: Office, lookup: sheets_v4.Schema$DeveloperMetadataLookup) {
  const { data } = await search(office, lookup);
  return (data.matchedDeveloperMetadata ?? []).flatMap(
    (one) => one.developerMetadata?.location?.dimensionRange ?? [],
  );
}
