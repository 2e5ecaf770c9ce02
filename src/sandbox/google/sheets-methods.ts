import { parseA1 } from "./a1.ts";
import { applyBatch } from "./batch.ts";
import { matchesOf } from "./data-filter.ts";
import type { Match } from "./data-filter.ts";
import { SHEETS } from "./discovery.ts";
import { parseMask, subMask } from "./mask.ts";
import { bodyOf } from "./methods.ts";
import type { Call, MethodTable } from "./methods.ts";
import { badRequest, invalidArgument, notFound } from "./refusal.ts";
import { spreadsheetReply } from "./spreadsheet-reply.ts";
import type { SpreadsheetView } from "./spreadsheet-reply.ts";
import type { Store } from "./store.ts";
import { allTags, findTags, shownTag } from "./tags.ts";

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
      const fields = call.query.one("fields");
      const asked =
        fields === undefined ? "*" : fieldsMask(fields, "BatchUpdateSpreadsheetResponse");
      const below = subMask(asked, "updatedSpreadsheet") ?? new Map();
      const mask = below !== "*" || input.responseIncludeGridData === true ? below : withoutData();
      const view = { boxes: ranges.length > 0 ? ranges : null, tags: null, maskText: `+${fields}` };
      return {
        ...answer,
        updatedSpreadsheet: spreadsheetReply(book(), { ...common(), ...view, mask }),
      };
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
    const chosen = mask ?? (includeGridData ? "*" : withoutData());
    return spreadsheetReply(book(), { ...view, mask: chosen });
  }
}

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
