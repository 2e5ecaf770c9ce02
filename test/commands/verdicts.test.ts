import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { verdicts } from "../../src/commands/verdicts.ts";
import { aMail } from "../mail/builder.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aduan-verdicts-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await verdicts(args, (line) => lines.push(line));
  return { code, lines };
}

test("prints one JSON line for every file, those in subfolders too, in order", async () => {
  await mkdir(join(folder, "b"));
  await writeFile(join(folder, "a.eml"), aMail({ subject: "WiFi mati" }));
  await writeFile(join(folder, "b", "c.txt"), aMail({ headers: ["Auto-Submitted: auto-replied"] }));
  const { code, lines } = await run(folder);
  expect(code).toBe(0);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      file: "a.eml",
      class: "complaint",
      rule: "written-by-a-person",
      reason: "surat dari pelapor",
      answered: true,
      from: "pemdes.colo@desa.example",
      subject: "WiFi mati",
      unit: "",
      ticketed: true,
      attachments: [],
      textLength: "Mohon dicek.".length,
      problems: [],
    },
    expect.objectContaining({ file: join("b", "c.txt"), class: "automatic", ticketed: false }),
  ]);
});

test("a file that is no mail still gets a line", async () => {
  await writeFile(join(folder, "x"), Buffer.from([0, 255, 7, 200]));
  const { code, lines } = await run(folder);
  expect(code).toBe(0);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    file: "x",
    class: "complaint",
    answered: false,
  });
});

test.each([
  ["a folder that is not there", ["tidak-ada"], /tidak dapat dibaca/],
  ["no folder", [], /Sebutkan satu folder/],
  ["an unknown option", ["--semua"], /Sebutkan satu folder/],
])("ends with 2 and a sentence for %s", async (_what, args, sentence) => {
  const { code, lines } = await run(...args);
  expect(code).toBe(2);
  expect(lines.join("\n")).toMatch(sentence);
});

test("explains itself with --help", async () => {
  const { code, lines } = await run("--help");
  expect(code).toBe(0);
  expect(lines.join("\n")).toContain("aduan verdicts FOLDER");
});
