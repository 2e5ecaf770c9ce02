import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { logTail } from "../../src/sandbox/office/worker-log.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aduan-log-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const entry = (msg: string, fields = {}) =>
  JSON.stringify({ level: 40, time: "2026-11-24T01:05:00.000Z", ...fields, msg });

test("the newest file's entries are shown with their fields", async () => {
  await writeFile(join(folder, "2026-11-23.log"), `${entry("Old")}\n`);
  await writeFile(join(folder, "2026-11-24.log"), `${entry("Sheet failed", { count: 2 })}\n`);
  expect(await logTail(folder)).toEqual(["01:05:00 warn Sheet failed count=2"]);
});

test("only whole entries are shown, however long the file", async () => {
  const lines = Array.from({ length: 2_000 }, (_, index) => entry(`Entry ${index}`));
  await writeFile(join(folder, "2026-11-24.log"), lines.join("\n"));
  const shown = await logTail(folder);
  expect(shown.length).toBeLessThan(2_000);
  expect(shown.at(-1)).toBe("01:05:00 warn Entry 1999");
  expect(shown[0]).toMatch(/^01:05:00 warn Entry \d+$/);
});

test("before the first entry there is nothing to show", async () => {
  expect(await logTail(join(folder, "log"))).toEqual([]);
});
