import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { preview, type PreviewHooks } from "../../src/commands/preview.ts";
import { exampleLetters } from "../../src/letters/examples.ts";

let folder: string;
let printed: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aduan-preview-test-"));
  printed = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(args: string[], hooks: PreviewHooks = {}): Promise<number> {
  const context = {
    args,
    env: { PATH: "" },
    out: (line: string) => void printed.push(line),
    err: (line: string) => void printed.push(line),
    readFile: () => "",
    canWrite: () => true,
    pid: 1,
    host: "host",
    programDir: resolve(import.meta.dirname, "../.."),
    stop: new AbortController().signal,
  };
  return preview(context, hooks);
}

test(
  "preview writes and sends every letter, and says why there are no pictures",
  { timeout: 60_000 },
  async () => {
    const sent: string[] = [];
    const send: NonNullable<PreviewHooks["send"]> = (to, { name, files }) => {
      sent.push(`${to} ${name} ${files.length}`);
      return Promise.resolve();
    };
    expect(await run(["--dir", folder, "--send", "me@kominfo.example"], { send })).toBe(0);
    const names = exampleLetters().map(({ name }) => name);
    const files = readdirSync(folder);
    expect(files).toEqual(
      expect.arrayContaining([
        ...names.map((name) => `${name}.html`),
        ...names.map((name) => `${name}.txt`),
      ]),
    );
    expect(files).toEqual(expect.arrayContaining(["index.html", "rekapitulasi-2026-11.xlsx"]));
    expect(readFileSync(join(folder, "index.html"), "utf8").match(/<section/g)).toHaveLength(
      names.length,
    );
    expect(sent).toHaveLength(names.length);
    expect(sent).toContain("me@kominfo.example rekapitulasi-bulanan 3");
    expect(printed.join()).toContain("Chromium tidak ditemukan");
  },
);

test("preview cannot send without a mail server, and knows no other options", async () => {
  expect(await run(["--send", "me@kominfo.example"])).toBe(2);
  expect(printed.join()).toContain("SMTP_HOST");
  expect(await run(["--kirim"])).toBe(2);
  expect(await run(["--help"])).toBe(0);
});
