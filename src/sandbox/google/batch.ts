import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import type { Book, Given } from "./book.ts";
import { invalidArgument, notInSandbox } from "./refusal.ts";
import {
  appendCells,
  findReplace,
  repeatCell,
  setDataValidation,
  updateCells,
} from "./requests/cells.ts";
import type { BatchContext, BatchReply, Input } from "./requests/context.ts";
import * as charts from "./requests/charts.ts";
import * as dimensions from "./requests/dimensions.ts";
import * as filters from "./requests/filters.ts";
import * as objects from "./requests/objects.ts";
import * as protections from "./requests/protections.ts";
import * as rules from "./requests/rules.ts";
import {
  createDeveloperMetadata,
  deleteDeveloperMetadata,
  updateDeveloperMetadata,
} from "./requests/metadata.ts";
import {
  addSheet,
  deleteSheet,
  updateSheetProperties,
  updateSpreadsheetProperties,
} from "./requests/tabs.ts";

/** Applies the requests in order to a draft; the first refusal names its request and ends the batch. */
export function applyBatch(
  draft: Book,
  requests: Given<sheets_v4.Schema$Request>[],
  options: { account: string; newId: () => number },
): BatchReply[] {
  if (requests.length === 0) throw invalidArgument("Must specify at least one request.");
  return requests.map((request, index) => {
    const [kind, ...more] = Object.keys(request);
    if (kind === undefined || more.length > 0) {
      throw invalidArgument(`Invalid requests[${index}]: exactly one request kind must be set.`);
    }
    if (!isHandled(kind)) throw notInSandbox(`requests[${index}].${kind}`);
    const prefix = `Invalid requests[${index}].${kind}: `;
    return handle(kind, HANDLERS[kind], { book: draft, prefix, ...options }, request);
  });
}

function handle<Name extends Kind>(
  kind: Name,
  handler: Handlers[Name],
  context: BatchContext,
  request: Given<sheets_v4.Schema$Request>,
): BatchReply {
  const input = request[kind];
  if (!handler || !input) throw notInSandbox(kind);
  return handler(context, input);
}

function isHandled(kind: string): kind is Kind {
  return Object.hasOwn(HANDLERS, kind);
}

type Kind = keyof sheets_v4.Schema$Request;
type Handler<Name extends Kind> = (context: BatchContext, input: Input<Name>) => BatchReply;

type Handlers = { [Name in Kind]?: Handler<Name> };

const HANDLERS: Handlers = {
  addSheet,
  updateSheetProperties,
  deleteSheet,
  updateSpreadsheetProperties,
  updateCells,
  appendCells,
  repeatCell,
  setDataValidation,
  findReplace,
  createDeveloperMetadata,
  updateDeveloperMetadata,
  deleteDeveloperMetadata,
  ...dimensions,
  ...protections,
  ...rules,
  ...filters,
  ...objects,
  ...charts,
};
