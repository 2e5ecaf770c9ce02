import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import { parseA1 } from "./a1.ts";
import type { Given } from "./book.ts";
import { matchesOf, shownFilter } from "./data-filter.ts";
import type { DataFilter } from "./data-filter.ts";
import { bodyOf } from "./methods.ts";
import type { Call, MethodTable } from "./methods.ts";
import { invalidArgument, notInSandbox } from "./refusal.ts";
import type { SheetsService } from "./sheets-methods.ts";
import { readValues, writeValues } from "./values.ts";
import type { Rendering } from "./values.ts";

/** The `values` collection, by the method's id. */
export function valuesMethods(service: SheetsService): MethodTable {
  const { store, account } = service;
  const book = () => store.book();

  return {
    "sheets.spreadsheets.values.get": (call) => {
      const { tab, box } = parseA1(book(), call.params["range"] ?? "");
      return readValues(book(), tab, box, renderingOf(call));
    },

    "sheets.spreadsheets.values.batchGet": (call) => {
      const valueRanges = call.query.all("ranges").map((range) => {
        const { tab, box } = parseA1(book(), range);
        return readValues(book(), tab, box, renderingOf(call));
      });
      return { spreadsheetId: service.spreadsheetId, valueRanges };
    },

    "sheets.spreadsheets.values.batchGetByDataFilter": (call) => {
      const input = bodyOf(call, "values.batchGetByDataFilter");
      const rendering = pickRendering(
        input.valueRenderOption,
        input.dateTimeRenderOption,
        input.majorDimension,
      );
      const valueRanges = (input.dataFilters ?? []).flatMap((filter) =>
        matchesOf(book(), filter, "").map(({ tab, box }) => ({
          valueRange: readValues(book(), tab, box, rendering),
          dataFilters: [shownFilter(filter)],
        })),
      );
      // The real answer does not keep the order that was asked for.
      return { spreadsheetId: service.spreadsheetId, valueRanges: valueRanges.toReversed() };
    },

    "sheets.spreadsheets.values.update": (call) => {
      requireRaw(call.query.one("valueInputOption"));
      const range = call.params["range"] ?? "";
      const data = bodyOf(call, "values.update");
      return { spreadsheetId: service.spreadsheetId, ...writeOne(range, data, "") };
    },

    "sheets.spreadsheets.values.batchUpdate": (call) => {
      const input = bodyOf(call, "values.batchUpdate");
      requireRaw(input.valueInputOption);
      const data = input.data ?? [];
      const responses = store.change("api", (draft) =>
        data.map((one, index) => {
          const prefix = `Invalid data[${index}]: `;
          const { tab, box } = parseA1(draft, one.range ?? "", prefix);
          return writeValues(tab, box, valuesIn(one), { account, prefix });
        }),
      );
      const shown = responses.map((one) => ({ spreadsheetId: service.spreadsheetId, ...one }));
      return { spreadsheetId: service.spreadsheetId, ...totals(responses), responses: shown };
    },

    "sheets.spreadsheets.values.batchUpdateByDataFilter": (call) => {
      const input = bodyOf(call, "values.batchUpdateByDataFilter");
      requireRaw(input.valueInputOption);
      const responses = store.change("api", (draft) =>
        (input.data ?? []).flatMap((one, index) => {
          const prefix = `Invalid data[${index}]: `;
          const filter: DataFilter = one.dataFilter ?? {};
          const data = valuesIn(one);
          return matchesOf(draft, filter, prefix).map(({ tab, box }) => ({
            dataFilter: shownFilter(filter),
            ...writeValues(tab, box, data, { account, prefix }),
          }));
        }),
      );
      return { spreadsheetId: service.spreadsheetId, ...totals(responses), responses };
    },

    "sheets.spreadsheets.values.append": () => {
      throw notInSandbox("values.append (it writes where it believes a table to be)");
    },
  };

  function writeOne(range: string, data: Given<sheets_v4.Schema$ValueRange>, prefix: string) {
    return store.change("api", (draft) => {
      const { tab, box } = parseA1(draft, range, prefix);
      return writeValues(tab, box, valuesIn(data), { account, prefix });
    });
  }
}

function renderingOf({ query }: Call): Rendering {
  return pickRendering(
    query.one("valueRenderOption"),
    query.one("dateTimeRenderOption"),
    query.one("majorDimension"),
  );
}

function pickRendering(value?: string, dates?: string, majorDimension?: string): Rendering {
  return {
    ...(value === undefined ? {} : { value }),
    ...(dates === undefined ? {} : { dates }),
    ...(majorDimension === undefined ? {} : { majorDimension }),
  };
}

function requireRaw(option: string | undefined): void {
  if (option === "RAW") return;
  if (option === "USER_ENTERED")
    throw notInSandbox("USER_ENTERED (what is outside is literal text)");
  throw invalidArgument("'valueInputOption' is required but not specified");
}

function valuesIn({ values, majorDimension }: Given<sheets_v4.Schema$ValueRange>) {
  return {
    values: values ?? [],
    ...(majorDimension == null ? {} : { majorDimension }),
  };
}

function totals(
  responses: {
    updatedRows: number;
    updatedColumns: number;
    updatedCells: number;
    updatedRange: string;
  }[],
) {
  const sum = (pick: (one: (typeof responses)[number]) => number) =>
    responses.reduce((total, one) => total + pick(one), 0);
  return {
    totalUpdatedRows: sum((one) => one.updatedRows),
    totalUpdatedColumns: sum((one) => one.updatedColumns),
    totalUpdatedCells: sum((one) => one.updatedCells),
    totalUpdatedSheets: new Set(responses.map((one) => one.updatedRange.split("!")[0])).size,
  };
}
