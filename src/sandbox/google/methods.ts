import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import type { Given } from "./book.ts";
import { FORMS } from "./discovery.ts";
import type { Method, Route } from "./discovery.ts";
import { acceptInput } from "./input.ts";
import { project } from "./mask.ts";
import type { Mask } from "./mask.ts";
import { badRequest, invalidArgument, notInSandbox } from "./refusal.ts";
import type { Violation } from "./refusal.ts";

/** One call as a method's handler gets it: checked against the discovery document. */
export interface Call {
  params: Readonly<Record<string, string>>;
  query: Query;
  body: unknown;
}

export interface Query {
  one(name: string): string | undefined;
  all(name: string): string[];
}

/** The checked body of a method, in the type generated from the same schema. */
export function bodyOf<Id extends keyof Bodies>(call: Call, id: Id): Bodies[Id] {
  if (!isBody(id, call.body)) throw new Error(`${id} has no body`);
  return call.body;
}

function isBody<Id extends keyof Bodies>(_: Id, body: unknown): body is Bodies[Id] {
  return body !== undefined;
}

interface Bodies {
  getByDataFilter: Given<sheets_v4.Schema$GetSpreadsheetByDataFilterRequest>;
  batchUpdate: Given<sheets_v4.Schema$BatchUpdateSpreadsheetRequest>;
  "developerMetadata.search": Given<sheets_v4.Schema$SearchDeveloperMetadataRequest>;
  "values.batchGetByDataFilter": Given<sheets_v4.Schema$BatchGetValuesByDataFilterRequest>;
  "values.update": Given<sheets_v4.Schema$ValueRange>;
  "values.batchUpdate": Given<sheets_v4.Schema$BatchUpdateValuesRequest>;
  "values.batchUpdateByDataFilter": Given<sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest>;
}

export type MethodTable = Readonly<Record<string, (call: Call) => unknown>>;

/** Checks the query and the body, calls the handler, and leaves in the reply what `fields` names. */
export function callMethod(
  table: MethodTable,
  { method, params }: Route,
  request: { search: URLSearchParams; body: string },
  fieldsMask: (fields: string, type: string, schemas: Method["service"]["schemas"]) => Mask,
): unknown {
  refuseUnknownQuery(method, request.search);
  const handler = table[method.id];
  if (!handler) throw notInSandbox(method.id);
  const body = method.request === null ? undefined : parsed(request.body);
  const call = {
    params,
    query: queryOf(request.search),
    body: method.request === null ? undefined : acceptInput(method.service, method.request, body),
  };
  const fields = call.query.one("fields");
  const mask =
    fields === undefined ? "*" : fieldsMask(fields, method.response, method.service.schemas);
  const reply = handler(call);
  // A Spreadsheet applies its mask itself: whole it would be too much to make.
  if (method.response === "Spreadsheet") return reply;
  return project(reply, mask);
}

function refuseUnknownQuery(method: Method, search: URLSearchParams): void {
  const violations: Violation[] = [];
  for (const name of new Set(search.keys())) {
    const type = method.query[name];
    if (type === undefined) {
      violations.push({
        description: `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
      });
      continue;
    }
    const bare = type.replace("[]", "");
    const wrong = search.getAll(name).find((value) => !fits(bare, value));
    if (wrong !== undefined) {
      violations.push({ field: name, description: `Invalid value at '${name}', "${wrong}"` });
    }
  }
  if (violations.length === 0) return;
  const message = violations.map(({ description }) => description).join("\n");
  throw invalidArgument(message, [badRequest(violations)]);
}

function fits(type: string, value: string): boolean {
  if (type.startsWith("enum ")) return type.slice(5).split("|").includes(value);
  if (type === "bool") return value === "true" || value === "false";
  return type !== "int32" || /^-?\d+$/.test(value);
}

function parsed(body: string): unknown {
  if (body === "") return {};
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw invalidArgument("Invalid JSON payload received. Unexpected token.");
  }
}

function queryOf(search: URLSearchParams): Query {
  return {
    one: (name) => search.get(name) ?? undefined,
    all: (name) => search.getAll(name),
  };
}

export function isWrite(method: Method): boolean {
  return method.service !== FORMS && WRITES.some((name) => method.id.endsWith(name));
}

const WRITES = [
  ".batchUpdate",
  ".batchUpdateByDataFilter",
  ".values.update",
  ".append",
  ".clear",
  ".batchClear",
  ".batchClearByDataFilter",
];
