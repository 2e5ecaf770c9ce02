import { expect, test } from "vitest";

import { openOffice, textRow, withLog } from "./office.ts";
import { rawCall, tokenFor } from "./raw.ts";

const CELL = {
  sheetId: 10,
  startRowIndex: 1,
  endRowIndex: 2,
  startColumnIndex: 0,
  endColumnIndex: 1,
};
const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });

/** Requests of one batch, and the words of Google's 400. */
const refused: { name: string; request: unknown; message: string }[] = [
  {
    name: "an unknown request",
    request: { nonsense: {} },
    message: `Invalid JSON payload received. Unknown name "nonsense" at 'requests[0]': Cannot find field.`,
  },
  {
    name: "an unknown field",
    request: { addSheet: { properties: { titel: "x" } } },
    message: `Invalid JSON payload received. Unknown name "titel" at 'requests[0].add_sheet.properties': Cannot find field.`,
  },
  {
    name: "an unknown word of an enum",
    request: { appendDimension: { sheetId: 10, dimension: "LINES", length: 1 } },
    message: `Invalid value at 'requests[0].append_dimension.dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), "LINES"`,
  },
  {
    name: "a number where a text belongs",
    request: { deleteSheet: { sheetId: "ten" } },
    message: `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), "ten"`,
  },
  {
    name: "a missing mask",
    request: { updateCells: { range: CELL, rows: [textRow(["x"])] } },
    message:
      "Invalid requests[0].updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
  },
  {
    name: "an unknown tab",
    request: { repeatCell: { range: { sheetId: 1234 }, cell: {}, fields: "note" } },
    message: "Invalid requests[0].repeatCell: No grid with id: 1234",
  },
  {
    name: "cells outside the grid",
    request: {
      updateCells: { start: { sheetId: 10, rowIndex: 20 }, rows: [textRow(["x"])], fields: "*" },
    },
    message:
      "Invalid requests[0].updateCells: Range ('Log Aduan'!A21) exceeds grid limits. Max rows: 20, max columns: 6",
  },
  {
    name: "appending more columns than there are",
    request: {
      appendCells: { sheetId: 10, rows: [textRow(["", "", "", "", "", "", "x"])], fields: "*" },
    },
    message:
      "Invalid requests[0].appendCells: Attempting to write column: 6, beyond the last requested column of: 5",
  },
  {
    name: "a cell of more than 50,000 characters",
    request: {
      updateCells: {
        range: CELL,
        rows: [textRow(["x".repeat(50_001)])],
        fields: "userEnteredValue",
      },
    },
    message:
      "Invalid requests[0].updateCells: Your input contains more than the maximum of 50000 characters in a single cell.",
  },
  {
    name: "a tab's title that is taken, whatever its case",
    request: { addSheet: { properties: { title: "LOG ADUAN" } } },
    message:
      'Invalid requests[0].addSheet: A sheet with the name "LOG ADUAN" already exists. Please enter another name.',
  },
  {
    name: "a tab's id that is taken",
    request: { addSheet: { properties: { sheetId: 10 } } },
    message: "Invalid requests[0].addSheet: Sheet with id 10 already exists.",
  },
  {
    name: "ten million cells",
    request: {
      updateSheetProperties: {
        properties: { sheetId: 10, gridProperties: { rowCount: 2_000_000 } },
        fields: "gridProperties.rowCount",
      },
    },
    message:
      "Invalid requests[0].updateSheetProperties: This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
  },
  {
    name: "deleting every row",
    request: {
      deleteDimension: { range: { sheetId: 10, dimension: "ROWS", startIndex: 0, endIndex: 20 } },
    },
    message: "Invalid requests[0].deleteDimension: You can't delete all the rows on the sheet.",
  },
  {
    name: "inheriting from before the first row",
    request: {
      insertDimension: {
        range: { sheetId: 10, dimension: "ROWS", startIndex: 20, endIndex: 21 },
        inheritFromBefore: false,
      },
    },
    message:
      "Invalid requests[0].insertDimension: range.startIndex must be less than the grid size (20) if inheritFromBefore is false.",
  },
  {
    name: "a dropdown of blanks",
    request: { setDataValidation: { range: CELL, rule: { condition: { type: "BLANK" } } } },
    message:
      "Invalid requests[0].setDataValidation: Condition type BLANK is not supported for data validation.",
  },
];

test.each(refused)("$name is refused in Google's words", async ({ request, message }) => {
  const office = await openOffice();
  await withLog(office);
  const { status, body } = await send(office.google, { requests: [request] });
  expect({ status, message: body.error?.message }).toEqual({ status: 400, message });
});

test("an empty batch is refused", async () => {
  const office = await openOffice();
  const { body } = await send(office.google, { requests: [] });
  expect(body.error?.message).toBe("Must specify at least one request.");
});

test.each(["pasteData", "copyPaste", "deleteTable"])(
  "the sandbox says why it refuses %s",
  async (kind) => {
    const office = await openOffice();
    const { status, body } = await send(office.google, { requests: [{ [kind]: {} }] });
    expect(status).toBe(501);
    expect(body.error?.message).toContain(`The sandbox refuses requests[0].${kind}`);
  },
);

test("null and read-only fields are accepted and ignored", async () => {
  const office = await openOffice();
  const protectedRange = {
    description: null,
    range: { sheetId: 0 },
    warningOnly: true,
    requestingUserCanEdit: true,
  };
  const { status } = await send(office.google, {
    requests: [{ addProtectedRange: { protectedRange } }],
  });
  expect(status).toBe(200);
});

test("an unknown query name and an unknown path in fields are refused", async () => {
  const { google } = await openOffice();
  const token = await tokenFor(google);
  const path = `v4/spreadsheets/${google.spreadsheetId}`;
  const query = await rawCall(google, `${path}?filds=sheets`, { token });
  const fields = await rawCall(google, `${path}?fields=sheets.rows`, { token });
  expect(query.body.error?.message).toContain(`Unknown name "filds"`);
  expect(fields.body.error?.message).toBe("Request contains an invalid argument.");
  expect(JSON.stringify(fields.body.error?.details)).toContain(
    "Cannot find matching fields for path 'sheets.rows'.",
  );
});

test("one bad request loses the whole batch", async () => {
  const office = await openOffice();
  await withLog(office, ["JKD-2026-0001"]);
  const before = await office.get("sheets.data.rowData.values.formattedValue");

  const message = await office.refusal(
    {
      updateCells: { range: CELL, rows: [{ values: [text("lain")] }], fields: "userEnteredValue" },
    },
    { deleteSheet: { sheetId: 99 } },
  );

  expect(message).toBe("Invalid requests[1].deleteSheet: No grid with id: 99");
  expect(await office.get("sheets.data.rowData.values.formattedValue")).toEqual(before);
});

async function send(google: Awaited<ReturnType<typeof openOffice>>["google"], body: unknown) {
  const token = await tokenFor(google);
  return rawCall(google, `v4/spreadsheets/${google.spreadsheetId}:batchUpdate`, { token, body });
}
