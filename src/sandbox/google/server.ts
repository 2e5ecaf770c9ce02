import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

import { newBook } from "./book.ts";
import { findRoute } from "./discovery.ts";
import type { Route } from "./discovery.ts";
import { createForm } from "./form.ts";
import type { FormModel } from "./form.ts";
import { formMethods } from "./form-methods.ts";
import { BAD_GATEWAY, createFaults, faultAnswer } from "./faults.ts";
import type { Fault, FaultQueue } from "./faults.ts";
import { listen, send } from "./http.ts";
import type { Answer } from "./http.ts";
import { callMethod, isWrite } from "./methods.ts";
import { mismatches } from "./output.ts";
import { createPeople } from "./people.ts";
import type { People } from "./people.ts";
import { createQuota } from "./quota.ts";
import { notFound, permissionDenied, Refusal } from "./refusal.ts";
import { replyText } from "./reply-text.ts";
import { fieldsMask, sheetsMethods } from "./sheets-methods.ts";
import { createSignIn } from "./sign-in.ts";
import type { ServiceAccountKey } from "./sign-in.ts";
import { snapshot } from "./snapshot.ts";
import type { Snapshot } from "./snapshot.ts";
import { createStore } from "./store.ts";
import { valuesMethods } from "./values-methods.ts";
import type { Change, Store } from "./store.ts";

export interface GoogleOptions {
  /** The office's time: quotas and the Date header follow it. */
  now: () => number;
  port?: number;
}

/** One request as it came, with how it was answered. */
export interface RecordedRequest {
  /** `sheets.spreadsheets.get`, `token`, or "" for what no method answers. */
  id: string;
  method: string;
  path: string;
  body: string;
  /** 0: no answer was sent. */
  status: number;
  /** What in the reply breaks Google's schema: a mistake of the sandbox, so tests must fail. */
  mismatches: string[];
}

/** Google as the worker sees it, in memory, with the people who use it. */
export interface Google {
  /** `http://127.0.0.1:PORT/` */
  rootUrl: string;
  account: string;
  spreadsheetId: string;
  keyFile(): ServiceAccountKey;
  store: Store;
  form: FormModel;
  people: People;
  snapshot(): Snapshot;
  onChange(callback: (change: Change) => void): () => void;
  requests: RecordedRequest[];
  faults: FaultQueue;
  /** Runs between a read's reply and the write that follows it: a person's edit in the gap. */
  betweenReadAndWrite: ((write: { id: string; body: string }) => void) | null;
  /** Whether the file is shared with the account, as a person would do it; true at first. */
  share(shared: boolean): void;
  expireTokens(): void;
  /** Whether sign-in answers `invalid_grant`, as to a machine whose clock is wrong. */
  refuseKey(refused: boolean): void;
  /** Rejects when any reply broke Google's schema, so that whatever test made it fails. */
  close(): Promise<void>;
}

export async function startGoogle(options: GoogleOptions): Promise<Google> {
  const { now } = options;
  const signIn = createSignIn();
  const store = createStore(newBook("Log Aduan Diskominfo"));
  const faults = createFaults();
  const quota = createQuota(now);
  let lastId = 1_000_000;
  const newId = () => (lastId += 7);
  const spreadsheetId = "1SandboxAduanSpreadsheet";
  const form = createForm(now);
  const service = { store, spreadsheetId, account: signIn.account, newId };
  const methods = {
    ...sheetsMethods(service),
    ...valuesMethods(service),
    ...formMethods(form, now),
  };
  const requests: RecordedRequest[] = [];
  const readings = new Map<string, string>();
  let shared = true;
  let readSinceWrite = false;

  const server = await listen(options.port ?? 0, (request, response) => {
    void handle(request, response);
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", google.rootUrl);
    const body = await text(request);
    const route = findRoute(request.method ?? "", url.pathname);
    const id = url.pathname === "/token" ? "token" : (route?.method.id ?? "");
    const { pathname, search } = url;
    const record: RecordedRequest = {
      id,
      method: request.method ?? "",
      path: pathname + search,
      body: id === "token" ? "" : body,
      status: 0,
      mismatches: [],
    };
    requests.push(record);
    const fault = faults.take(id);
    if (fault?.kind === "hang") return;
    if (fault?.kind === "slow") await wait(fault.ms);
    if (fault?.kind === "reset" && fault.when === "before") return void request.socket.destroy();
    const answer = answerTo(request, { url, body, route, record, fault });
    if (fault?.kind === "reset") return void request.socket.destroy();
    record.status = answer.status;
    send(request, response, answer, now());
  }

  interface Incoming {
    url: URL;
    body: string;
    route: Route | undefined;
    record: RecordedRequest;
    fault: Fault | undefined;
  }

  function answerTo(request: IncomingMessage, incoming: Incoming): Answer {
    const { url, body, route, record, fault } = incoming;
    if (fault?.kind === "bad-gateway") return html(502, BAD_GATEWAY);
    if (record.id === "token") {
      const { status, body: reply } = signIn.token(new URLSearchParams(body));
      return json(status, JSON.stringify(reply));
    }
    if (!route) return html(404, "<!DOCTYPE html><title>Error 404 (Not Found)!!1</title>\n");
    try {
      signIn.authorise(request.headers.authorization, route.method.scopes);
      quota(route.method);
      const instead = fault && faultAnswer(fault, route.method);
      const effectFirst = fault && "when" in fault && fault.when === "after";
      if (instead && !effectFirst) throw instead;
      const reply = replyTo(route, { search: url.searchParams, body, record });
      if (instead) throw instead;
      return json(200, reply);
    } catch (error) {
      if (error instanceof Refusal) return json(error.code, error.body());
      record.mismatches.push(String(error));
      return json(500, new Refusal(500, "INTERNAL", String(error)).body());
    }
  }

  function replyTo(
    route: Route,
    { search, body, record }: { search: URLSearchParams; body: string; record: RecordedRequest },
  ): string {
    const { method } = route;
    if (isWrite(method)) {
      if (readSinceWrite) google.betweenReadAndWrite?.({ id: method.id, body });
      readSinceWrite = false;
    }
    if (!shared) throw permissionDenied();
    const { spreadsheetId: sheet = spreadsheetId, formId = form.id } = route.params;
    if (sheet !== spreadsheetId || formId !== form.id) throw notFound();
    if (!isWrite(method)) readSinceWrite = true;
    // Most minutes nothing has changed; making the same answer again would slow a week down.
    const key = `${store.revision()} ${record.path} ${body}`;
    const known = method.service.name === "sheets" ? readings.get(key) : undefined;
    if (known !== undefined) return known;
    const reply = callMethod(methods, route, { search, body }, fieldsMask);
    record.mismatches.push(...mismatches(method.service.schemas, method.response, reply));
    const made = replyText(reply);
    if (isWrite(method)) readings.clear();
    else readings.set(key, made);
    if (readings.size > 8) readings.clear();
    return made;
  }

  const google: Google = {
    rootUrl: `http://127.0.0.1:${server.port}/`,
    account: signIn.account,
    spreadsheetId,
    keyFile: () => signIn.key(),
    store,
    form,
    people: createPeople(store),
    snapshot: () => snapshot(store.book(), store.revision()),
    onChange: (callback) => store.onChange(callback),
    requests,
    faults,
    betweenReadAndWrite: null,
    share: (next) => {
      shared = next;
    },
    expireTokens: () => signIn.expireTokens(),
    refuseKey: (refused) => signIn.refuseKey(refused),
    async close() {
      await server.close();
      const wrong = requests.flatMap(({ id, mismatches: them }) =>
        them.map((it) => `${id}: ${it}`),
      );
      if (wrong.length > 0) throw new Error(`The sandbox answered wrongly: ${wrong.join("; ")}`);
    },
  };
  return google;
}

function json(status: number, body: string): Answer {
  return { status, type: "application/json; charset=UTF-8", body };
}

function html(status: number, body: string): Answer {
  return { status, type: "text/html; charset=UTF-8", body };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
