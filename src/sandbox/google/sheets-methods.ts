import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import { parseA1 } from "./a1.ts";
import { applyBatch } from "./batch.ts";
import type { Given } from "./book.ts";
import { matchesOf, shownFilter } from "./data-filter.ts";
import type { DataFilter, Match } from "./data-filter.ts";
import { SHEETS } from "./discovery.ts";
import { parseMask } from "./mask.ts";
import { bodyOf } from "./methods.ts";
import type { Call, MethodTable } from "./methods.ts";
import { badRequest, invalidArgument, notFound, notInSandbox } from "./refusal.ts";
import { spreadsheetReply } from "./spreadsheet-reply.ts";
import type { SpreadsheetView } from "./spreadsheet-reply.ts";
import type { Store } from "./store.ts";
import { allTags, findTags, shownTag } from "./tags.ts";
import { readValues, writeValues } from "./values.ts";
import type { Rendering } from "./values.ts";

export interface SheetsService {
  store: Store;
  spreadsheetId: string;
  account: string;
  newId(): number;
}

/** Everything of the Sheets API that the sandbox answers, by the method's id. */
export function sheetsMethods(service: SheetsService): MethodTable {
  const { store, account } = service;
  const newId = () => service.newId();
  const book = () => store.book();

  return {
    "sheets.spreadsheets.get": (call) => {
      const ranges = call.query.all("ranges");
      const boxes = ranges.length > 0 ? ranges.map((range) => parseA1(book(), range)) : null;
      return reply(call, boxes, null, call.query.one("includeGridData") === "true");
    },

    "sheets.spreadsheets.getByDataFilter": (call) => {
      const input = bodyOf(call, "getByDataFilter");
      const matches = (input.dataFilters ?? []).flatMap((filter) => matchesOf(book(), filter, ""));
      const boxes = (input.dataFilters ?? []).length > 0 ? matches : null;
      return reply(call, boxes, tagsOf(matches), input.includeGridData === true);
    },

    "sheets.spreadsheets.batchUpdate": (call) => {
      const input = bodyOf(call, "batchUpdate");
      const replies = store.change("api", (draft) =>
        applyBatch(draft, input.requests ?? [], { account, newId }),
      );
      const answer = { spreadsheetId: service.spreadsheetId, replies };
      if (input.includeSpreadsheetInResponse !== true) return answer;
      const ranges = (input.responseRanges ?? []).map((range) => parseA1(book(), range));
      const view = { ...VIEW, ...common(), boxes: ranges.length > 0 ? ranges : null, tags: null };
      const mask = input.responseIncludeGridData === true ? "*" : withoutData();
      return { ...answer, updatedSpreadsheet: spreadsheetReply(book(), { ...view, mask }) };
    },

    "sheets.spreadsheets.developerMetadata.get": (call) => {
      const id = Number(call.params["metadataId"]);
      const found = allTags(book()).find(({ tag }) => tag.id === id);
      if (!found) throw notFound();
      return shownTag(found);
    },

    "sheets.spreadsheets.developerMetadata.search": (call) => {
      const input = bodyOf(call, "developerMetadata.search");
      const matched = (input.dataFilters ?? []).flatMap((filter) => {
        const lookup = filter.developerMetadataLookup;
        if (!lookup) throw invalidArgument("Only developer metadata lookups are supported here.");
        return findTags(book(), lookup).map((placed) => ({
          developerMetadata: shownTag(placed),
          dataFilters: [filter],
        }));
      });
      return matched.length > 0 ? { matchedDeveloperMetadata: matched } : {};
    },

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

  function common() {
    const { spreadsheetId } = service;
    const url = `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`;
    return { id: spreadsheetId, url, account, schemas: SHEETS.schemas };
  }

  function reply(
    call: Call,
    boxes: SpreadsheetView["boxes"],
    tags: SpreadsheetView["tags"],
    includeGridData: boolean,
  ): unknown {
    const fields = call.query.one("fields");
    const mask = fields === undefined ? null : fieldsMask(fields, "Spreadsheet");
    const view = { ...common(), boxes, tags, maskText: fields ?? "*" };
    const chosen = mask ?? (includeGridData || boxes !== null ? "*" : withoutData());
    return spreadsheetReply(book(), { ...view, mask: chosen });
  }

  function writeOne(range: string, data: Given<sheets_v4.Schema$ValueRange>, prefix: string) {
    return store.change("api", (draft) => {
      const { tab, box } = parseA1(draft, range, prefix);
      return writeValues(tab, box, valuesIn(data), { account, prefix });
    });
  }
}

const VIEW = { maskText: "*" };

/** The mask in a URL; an unknown path is only named in the details. */
export function fieldsMask(fields: string, type: string, schemas = SHEETS.schemas) {
  const { mask, unknown } = parseMask(fields, schemas, type);
  if (unknown === null) return mask;
  throw invalidArgument("Request contains an invalid argument.", [
    badRequest([
      {
        field: unknown,
        description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${unknown}'.`,
      },
    ]),
  ]);
}

function withoutData() {
  const names = Object.keys(SHEETS.schemas["Sheet"] ?? {}).filter((name) => name !== "data");
  const rest = Object.keys(SHEETS.schemas["Spreadsheet"] ?? {}).filter((name) => name !== "sheets");
  return parseMask(`${rest.join(",")},sheets(${names.join(",")})`, SHEETS.schemas, "Spreadsheet")
    .mask;
}

function tagsOf(matches: Match[]): SpreadsheetView["tags"] {
  const tags = matches.flatMap(({ tag }) => tag ?? []);
  return tags.length > 0 ? new Set(tags) : null;
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
