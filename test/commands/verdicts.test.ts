import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { verdicts } from "../../src/commands/verdicts.ts";
import { aMail } from "../mail/builder.ts";
import { LABELLED } from "./labelled-samples.ts";

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
      unit: "Desa Colo",
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
  ["a folder and samples at once", ["surat", "--samples", "contoh.json"], /Sebutkan satu folder/],
  ["samples that are not there", ["--samples", "tidak-ada.json"], /tidak dapat dibaca/],
  ["a directory that is not there", ["surat", "--directory", "x.csv"], /Direktori x\.csv/],
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

async function asFile(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test("a thank-you to nobody is no ticket, and an offer from a known unit is one without answer", async () => {
  await writeFile(
    join(folder, "1.eml"),
    aMail({ subject: "Re: aduan", headers: ["In-Reply-To: <x@y.example>"], body: "Terima kasih" }),
  );
  await writeFile(join(folder, "2.eml"), aMail({ headers: ["Precedence: bulk"] }));
  const { lines } = await run(folder);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { class: "reply", ticketed: false, answered: false },
    { class: "bulk", ticketed: true, answered: false },
  ]);
});

describe("--directory", () => {
  test("takes the office's own units, as Excel saves them", async () => {
    const table = [
      "\uFEFFNama OPD/Desa;Nama Singkat;Jenis;Kecamatan;Alamat Email atau Domain",
      '"Balai ""Lama"", Utara";;OPD;;"pemdes.colo@desa.example, lain.example"',
      ";;;;",
    ];
    const directory = await asFile("opd.csv", table.join("\r\n"));
    await mkdir(join(folder, "surat"));
    await writeFile(join(folder, "surat", "a.eml"), aMail());
    const { lines } = await run(join(folder, "surat"), "--directory", directory);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ unit: 'Balai "Lama", Utara' });
  });

  test.each([
    ["without its header", "Desa Colo,,,,\n", /harus memuat kolom/],
    [
      "with a wrong address",
      "Nama OPD/Desa,Alamat Email atau Domain\nDesa Colo,bukan alamat\n",
      /baris 2: "bukan" bukan alamat/,
    ],
  ])("%s is refused with a sentence", async (_what, table, sentence) => {
    const directory = await asFile("opd.csv", table);
    const { code, lines } = await run(folder, "--directory", directory);
    expect(code).toBe(2);
    expect(lines.join("\n")).toMatch(sentence);
  });
});

describe("--samples", () => {
  test("every kind of label is held against what the worker does", async () => {
    const { code, lines } = await run(
      "--samples",
      await asFile("contoh.json", JSON.stringify({ contoh: LABELLED })),
    );
    expect(code).toBe(0);
    const all = LABELLED.length;
    expect(lines).toEqual([
      `class     ${all} dari ${all} benar`,
      `unit      ${all} dari ${all} benar`,
      `category  ${all} dari ${all} benar`,
      `priority  ${all} dari ${all} benar`,
      `action    ${all} dari ${all} benar`,
      `answered  ${all} dari ${all} benar`,
    ]);
  });

  test("what is wrong is named with what was wanted and what was read", async () => {
    const [first] = LABELLED;
    const label = { ...first?.label, opd: "Desa Rahtawu", prioritas_dapat_diterima: ["Rendah"] };
    const { lines } = await run(
      "--samples",
      await asFile("contoh.json", JSON.stringify({ contoh: [{ ...first, label }] })),
    );
    expect(lines.slice(6)).toEqual([
      "S01 unit: seharusnya Desa Rahtawu, terbaca Desa Piji",
      "S01 priority: seharusnya Rendah, terbaca Sedang",
    ]);
  });

  test.each([
    ["no JSON", "x", /bukan JSON/],
    ["without its list", "{}", /contoh/],
    ["with a wrong time", '{"contoh":[{"diterima":"kemarin","label":{}}]}', /bukan waktu/],
  ])("a file that is %s is refused with its place", async (_what, content, sentence) => {
    const { code, lines } = await run("--samples", await asFile("x.json", content));
    expect(code).toBe(2);
    expect(lines.join("\n")).toMatch(sentence);
  });
});
