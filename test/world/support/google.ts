import { sheets } from "googleapis/build/src/apis/sheets/index.js";
import { forms } from "googleapis/build/src/apis/forms/index.js";

import type { GoogleClient } from "../../../src/google/client.ts";
import { remoteError } from "../../../src/google/failure.ts";
import type { Book } from "../../../src/sandbox/google/book.ts";
import { copyBook } from "../../../src/sandbox/google/book.ts";
import { findRoute, type Route } from "../../../src/sandbox/google/discovery.ts";
import { createFaults, faultAnswer } from "../../../src/sandbox/google/faults.ts";
import type { FaultQueue } from "../../../src/sandbox/google/faults.ts";
import { callMethod, isWrite } from "../../../src/sandbox/google/methods.ts";
import { createPeople } from "../../../src/sandbox/google/people.ts";
import type { People } from "../../../src/sandbox/google/people.ts";
import { Refusal } from "../../../src/sandbox/google/refusal.ts";
import { RawText } from "../../../src/sandbox/google/reply-text.ts";
import { fieldsMask, sheetsMethods } from "../../../src/sandbox/google/sheets-methods.ts";
import { createStore } from "../../../src/sandbox/google/store.ts";
import type { Store } from "../../../src/sandbox/google/store.ts";
import { allTags } from "../../../src/sandbox/google/tags.ts";
import { valuesMethods } from "../../../src/sandbox/google/values-methods.ts";

export const SPREADSHEET = "office";
const ACCOUNT = "aduan@proyek.iam.gserviceaccount.example";

/** The sandbox's Google without the network: the same books, methods and refusals. */
export interface WorldGoogle {
  store: Store;
  people: People;
  faults: FaultQueue;
  /** A client of the worker's own making, over calls that never leave the process. */
  client: GoogleClient;
  /** Runs once, between the next reading and the first write after it. */
  between: (() => void) | null;
  /** Sees the book before and after each of the worker's writes. */
  written: ((before: Book, after: Book) => void) | null;
  calls: { reads: number; writes: number };
  /** The book as the worker last read it. */
  lastRead: Book;
  /** Put in by a test of the test: changes what the worker sends, and what it gets to read. */
  outgoing: ((method: string, body: object) => object) | null;
  incoming: ((method: string, reply: unknown) => unknown) | null;
}

export function openGoogle(first: Book, now: () => number): WorldGoogle {
  const store = createStore(copyBook(first));
  let lastId = Math.max(2_000_000, ...allTags(first).map(({ tag }) => tag.id));
  const service = {
    store,
    spreadsheetId: SPREADSHEET,
    account: ACCOUNT,
    newId: () => (lastId += 7),
  };
  const methods = { ...sheetsMethods(service), ...valuesMethods(service) };
  const faults = createFaults();
  const api = sheets({ version: "v4" });
  const { spreadsheets } = api;
  // The library's own transport would take most of a history's time.
  Object.assign(spreadsheets, {
    get: answering("GET", ""),
    getByDataFilter: answering("POST", ":getByDataFilter"),
    batchUpdate: answering("POST", ":batchUpdate"),
  });
  Object.assign(spreadsheets.values, {
    batchUpdateByDataFilter: answering("POST", "/values:batchUpdateByDataFilter"),
  });

  const google: WorldGoogle = {
    store,
    people: createPeople(store),
    faults,
    between: null,
    written: null,
    calls: { reads: 0, writes: 0 },
    lastRead: first,
    outgoing: null,
    incoming: null,
    client: {
      account: ACCOUNT,
      sheets: api,
      forms: forms({ version: "v1" }),
      signIn: () => Promise.resolve(),
      async call(make, { what, write = false }) {
        try {
          const { data } = await make();
          return { data, serverDate: now() };
        } catch (error) {
          throw remoteError(error, { what, write, account: ACCOUNT });
        }
      },
    },
  };

  function answering(verb: string, path: string) {
    return async (params: Asked): Promise<{ data: unknown; headers: null }> => {
      const route = findRoute(verb, `/v4/spreadsheets/${SPREADSHEET}${path}`);
      if (!route) throw new Error(`Nothing answers ${verb} ${path}`);
      return { data: answer(route, params), headers: null };
    };
  }

  function answer(route: Route, { fields, requestBody }: Asked): unknown {
    const fault = faults.take(route.method.id);
    if (fault?.kind === "hang") throw cut("ETIMEDOUT");
    if (fault?.kind === "reset" && fault.when === "before") throw cut("ECONNRESET");
    if (fault?.kind === "bad-gateway") throw failure(502, "<html>", null);
    const instead = fault && faultAnswer(fault, route.method);
    const isLate = fault !== undefined && "when" in fault && fault.when === "after";
    if (instead && !isLate) throw refused(instead);
    const search = new URLSearchParams(fields === undefined ? {} : { fields });
    const { id } = route.method;
    const sent = requestBody && (google.outgoing?.(id, requestBody) ?? requestBody);
    const body = sent === undefined ? "" : JSON.stringify(sent);
    const reply = perform(route, { search, body });
    if (fault?.kind === "reset") throw cut("ECONNRESET");
    if (instead) throw refused(instead);
    const plain = plainReply(reply);
    return google.incoming?.(id, plain) ?? plain;
  }

  function perform(route: Route, request: { search: URLSearchParams; body: string }): unknown {
    const isRead = !isWrite(route.method);
    if (!isRead) {
      const act = google.between;
      google.between = null;
      act?.();
    }
    google.calls[isRead ? "reads" : "writes"]++;
    const before = store.book();
    if (isRead) google.lastRead = before;
    try {
      return callMethod(methods, route, request, fieldsMask);
    } catch (error) {
      throw error instanceof Refusal ? refused(error) : error;
    } finally {
      if (!isRead && store.book() !== before) google.written?.(before, store.book());
    }
  }

  return google;
}

interface Asked {
  fields?: string;
  requestBody?: object;
}

/** Rows are kept as JSON with the row; each is read once, however often it is answered. */
function plainReply(reply: unknown): unknown {
  if (reply instanceof RawText) return parsed(reply);
  if (Array.isArray(reply)) return reply.map(plainReply);
  if (typeof reply !== "object" || reply === null) return reply;
  const plain: Record<string, unknown> = {};
  for (const [name, it] of Object.entries(reply)) {
    // Columns and properties hold nothing of the kind.
    plain[name] = name === "columnMetadata" || name === "properties" ? it : plainReply(it);
  }
  return plain;
}

function parsed(row: RawText): unknown {
  const known = PARSED.get(row);
  if (known !== undefined) return known;
  const made: unknown = JSON.parse(row.text);
  PARSED.set(row, made);
  return made;
}

const PARSED = new WeakMap<RawText, unknown>();

function cut(code: string): Error {
  return Object.assign(new TypeError("fetch failed"), { code });
}

function refused(refusal: Refusal): Error {
  return failure(refusal.code, refusal.message, JSON.parse(refusal.body()));
}

function failure(status: number, message: string, data: unknown): Error {
  return Object.assign(new Error(message), { status, response: { status, data } });
}
