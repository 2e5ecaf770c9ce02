import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { json } from "node:stream/consumers";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { remoteClock } from "../../src/worker/remote-clock.ts";

const EIGHT = Date.UTC(2026, 10, 23, 1);

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A clock's server that gives each question the next of `answers`, then keeps silent. */
async function serving(answers: Answer[]) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answers.shift()?.(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { server, asked, url: `http://127.0.0.1:${port}/` };
}

function instant(seq: number, beat = true): Answer {
  return (_request, response) => {
    response.end(JSON.stringify({ seq, now: EIGHT + seq, rate: 0, beat }));
  };
}

const hangUp: Answer = (_request, response) => void response.destroy();
const nothingYet: Answer = (_request, response) => void response.writeHead(204).end();

describe("the sandbox's clock", () => {
  let stop: AbortController;
  let server: Server | undefined;

  beforeEach(() => {
    stop = new AbortController();
  });
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function follow(answers: Answer[]) {
    const reports: unknown[] = [];
    const beats: number[] = [];
    const served = await serving([
      ...answers,
      async (request, response) => {
        reports.push(await json(request));
        response.end();
        stop.abort();
      },
    ]);
    server = served.server;
    const clock = remoteClock(served.url);
    await clock.begin();
    await clock.follow(async () => beats.push(clock.now()) > 0, stop.signal);
    return { reports, beats, asked: served.asked };
  }

  test("is asked for the first instant, then for what comes after it, and told each beat's end", async () => {
    const { reports, beats, asked } = await follow([instant(4, false), nothingYet, instant(5)]);
    expect(beats).toEqual([EIGHT + 5]);
    expect(reports).toEqual([{ seq: 5, ok: true }]);
    expect(asked).toEqual([
      "GET /next?after=0",
      "GET /next?after=4",
      "GET /next?after=4",
      "POST /done",
    ]);
  });

  test("is asked again when it hangs up", async () => {
    const { beats } = await follow([instant(4, false), hangUp, instant(5)]);
    expect(beats).toEqual([EIGHT + 5]);
  });

  test("is not taken for away when a beat fails with the error of a system", async () => {
    const served = await serving([instant(4, false), instant(5)]);
    server = served.server;
    const clock = remoteClock(served.url);
    await clock.begin();
    const full = Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR" });
    const followed = clock.follow(() => Promise.reject(full), stop.signal);
    await expect(followed).rejects.toBe(full);
  });

  test("shows no time before it was asked", () => {
    expect(() => remoteClock("http://127.0.0.1:1/").now()).toThrow(/not asked yet/u);
  });

  const refused: { name: string; answer: Answer; said: RegExp }[] = [
    { name: "an error", answer: (_, response) => void response.writeHead(500).end(), said: /500/u },
    { name: "no JSON", answer: (_, response) => void response.end("<html>"), said: /JSON/u },
    { name: "no instant", answer: (_, response) => void response.end("{}"), said: /invalid/u },
  ];
  for (const { name, answer, said } of refused) {
    test(`ends the worker when it answers ${name}`, async () => {
      await expect(follow([instant(4, false), answer])).rejects.toThrow(said);
    });
  }
});
