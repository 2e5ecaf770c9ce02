import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { packLater } from "../../src/commands/pack-later.ts";
import type { Log } from "../../src/worker/ports.ts";

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "aduan-later-")));
  mkdirSync(join(root, "src/pack"), { recursive: true });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(root, { recursive: true });
});

const unheard = () => undefined;

/** Resolves with what was logged of the packing. */
function logging() {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const log: Log = {
    debug: (message, fields) => resolve({ message, ...fields }),
    info: unheard,
    warn: unheard,
    error: unheard,
  };
  return { log, told: promise };
}

/** Stands for the bundler: ends well only when it was given the program's place. */
function bundler(): void {
  const script = "process.exit(process.argv[2] === process.argv[1].split('/src/')[0] ? 0 : 1);";
  writeFileSync(join(root, "src/pack/build-child.ts"), script);
}

test("a worker that has been at work for half a minute has the program packed", async () => {
  bundler();
  const { log, told } = logging();
  packLater(root, log);
  vi.advanceTimersByTime(30_000);
  expect(await told).toEqual({ message: "Packed for the next start", code: 0 });
});

test("what goes wrong with it is no more than a line for whoever looks", async () => {
  const { log, told } = logging();
  packLater(root, log);
  vi.advanceTimersByTime(30_000);
  expect(await told).toEqual({ message: "Packed for the next start", code: 1 });
});

test("a worker that ends before has nothing packed", () => {
  const { log } = logging();
  packLater(root, log).stop();
  expect(vi.getTimerCount()).toBe(0);
});
