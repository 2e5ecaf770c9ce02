import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";

import { afterEach, describe, expect, test } from "vitest";

import { MINUTE } from "../../src/desk/time.ts";
import { isHealthy, ping } from "../../src/worker/pulse.ts";
import type { Health, SourceHealth } from "../../src/worker/pulse.ts";

const NOW = Temporal.Instant.from("2026-11-23T08:00+07:00").epochMilliseconds;

function good(minutesAgo: number): SourceHealth {
  return { lastGoodAt: NOW - minutesAgo * MINUTE, failingSince: null, problem: "" };
}

describe("isHealthy()", () => {
  const well: Health = { mail: good(0), sheet: good(1), delivery: good(5) };
  const never: SourceHealth = { lastGoodAt: null, failingSince: NOW, problem: "" };
  const cases: { name: string; health: Health; want: boolean }[] = [
    { name: "all three were well within five minutes", health: well, want: true },
    { name: "the form is away", health: { ...well, form: never }, want: true },
    {
      name: "the Sheet was last well six minutes ago",
      health: { ...well, sheet: good(6) },
      want: false,
    },
    { name: "mail was never well", health: { ...well, mail: never }, want: false },
    { name: "nothing was tried yet", health: {}, want: false },
  ];
  for (const { name, health, want } of cases) {
    test(`is ${want} when ${name}`, () => expect(isHealthy(health, NOW)).toBe(want));
  }
});

describe("ping()", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function watcher(status: number): Promise<{ url: string; heard: string[] }> {
    const heard: string[] = [];
    server = createServer((request, response) => {
      heard.push(`${request.method} ${request.url}`);
      response.writeHead(status).end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    return { url: `http://127.0.0.1:${port}/denyut`, heard };
  }

  test("is heard by the watcher", async () => {
    const { url, heard } = await watcher(200);
    expect(await ping(url)).toBe(true);
    expect(heard).toEqual(["GET /denyut"]);
  });

  test("says so when the watcher refuses", async () => {
    const { url } = await watcher(404);
    expect(await ping(url)).toBe(false);
  });

  test("does not throw when nobody listens", async () => {
    const { url } = await watcher(200);
    const closed = once(server!, "close");
    server!.close();
    await closed;
    expect(await ping(url)).toBe(false);
  });
});
