import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import { RemoteError } from "../../../src/errors.ts";
import type { GoogleClient } from "../../../src/google/client.ts";
import { columnsOf, tabOf } from "../../../src/sheet/columns.ts";
import type { WorldGoogle } from "./google.ts";

type Spreadsheet = sheets_v4.Schema$Spreadsheet;
type Values = sheets_v4.Schema$CellData[];

const KEYS = columnsOf("log").map(({ key }) => key);
const NUMBER = KEYS.indexOf("number");
const OFFICERS = KEYS.indexOf("officers");
const CONTENT = ["reportedAt", "channel", "unit", "reporter", "text"].map((key) =>
  KEYS.indexOf(key),
);

/** A worker that sends a write again when its answer is lost. */
export function retrying({ client }: WorldGoogle): GoogleClient {
  return {
    ...client,
    async call(make, about) {
      try {
        return await client.call(make, about);
      } catch (error) {
        if (!(error instanceof RemoteError) || error.kind !== "uncertain") throw error;
        return await client.call(make, about);
      }
    },
  };
}

/** A worker that writes a ticket's cells where it first saw its number, wherever that is now. */
export function rememberedRows(google: WorldGoogle): GoogleClient {
  const first = new Map<string, number>();
  const now = new Map<number, string>();
  google.incoming = (_, reply) => {
    now.clear();
    for (const [row, values] of logRows(reply).entries()) {
      const number = values[NUMBER]?.effectiveValue?.stringValue;
      if (typeof number !== "string") continue;
      now.set(row, number);
      if (!first.has(number)) first.set(number, row);
    }
    return reply;
  };
  google.outgoing = (_, body: sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest) => {
    if (!body.data) return body;
    const data = body.data.map((each) => ({ ...each, values: each.values?.map(moved) }));
    return { ...body, data };
  };
  return google.client;

  function moved(column: unknown[]): unknown[] {
    const shifted: unknown[] = column.map(() => null);
    for (const [row, value] of column.entries()) {
      if (value !== null) shifted[first.get(now.get(row) ?? "") ?? row] = value;
    }
    return Array.from(shifted, (value) => value ?? null);
  }
}

/** A worker for which a number is a ticket, whatever stands beside it. */
export function numbersOnly(google: WorldGoogle): GoogleClient {
  const contents = new Map<string, Values>();
  google.incoming = (_, reply) => {
    if (!isSpreadsheet(reply)) return reply;
    return withLogRows(reply, (values) => {
      const number = values[NUMBER]?.effectiveValue?.stringValue;
      if (typeof number !== "string") return values;
      const known = contents.get(number) ?? values;
      contents.set(number, known);
      return values.map((cell, at) => (CONTENT.includes(at) ? (known[at] ?? {}) : cell));
    });
  };
  return google.client;
}

/** A worker that overlooks what stands in a column. */
export function blindToOfficers(google: WorldGoogle): GoogleClient {
  google.incoming = (_, reply) =>
    isSpreadsheet(reply) ? withLogRows(reply, withoutOfficers) : reply;
  return google.client;
}

function withoutOfficers(values: Values): Values {
  return values.map((cell, at) => (at === OFFICERS ? {} : cell));
}

function logRows(reply: unknown): Values[] {
  if (!isSpreadsheet(reply)) return [];
  const sheet = reply.sheets?.find(isLog);
  return (sheet?.data?.[0]?.rowData ?? []).map(({ values }) => values ?? []);
}

function withLogRows(reply: Spreadsheet, change: (values: Values) => Values): Spreadsheet {
  const copy = structuredClone(reply);
  for (const { rowData } of copy.sheets?.find(isLog)?.data ?? []) {
    for (const row of rowData ?? []) row.values = change(row.values ?? []);
  }
  return copy;
}

function isLog({ properties }: sheets_v4.Schema$Sheet): boolean {
  return properties?.sheetId === tabOf("log").sheetId;
}

function isSpreadsheet(reply: unknown): reply is Spreadsheet {
  return typeof reply === "object" && reply !== null && "sheets" in reply;
}
