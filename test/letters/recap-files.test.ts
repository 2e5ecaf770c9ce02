import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";

import type { Recap } from "../../src/desk/recap.ts";
import { categoriesChart } from "../../src/letters/charts.ts";
import { exampleLetters } from "../../src/letters/examples.ts";
import { recapFiles } from "../../src/letters/recap-files.ts";
import { recapWorkbook } from "../../src/letters/workbook.ts";

const ZONE = "Asia/Jakarta";

function exampleRecapData(): Recap {
  for (const { letter } of exampleLetters()) {
    if (letter.facts.kind === "recap") return letter.facts.recap;
  }
  throw new RangeError("No recap among the examples");
}

const recap = exampleRecapData();

async function workbookOf(data: Recap): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(await recapWorkbook(data, ZONE)).buffer);
  return workbook;
}

describe("the recap's workbook", () => {
  test("holds a row for every complaint that the figures count", async () => {
    const workbook = await workbookOf(recap);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "Ringkasan",
      "Per langkah",
      "Menurut",
      "Rincian",
    ]);
    expect(workbook.getWorksheet("Rincian")?.rowCount).toBe(1 + recap.head.cameIn);
  });

  test("prints its first sheet on one A4 page, with number and signature lines", async () => {
    const sheet = (await workbookOf(recap)).getWorksheet("Ringkasan");
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToHeight: 1 });
    const cells = JSON.stringify(sheet?.getSheetValues());
    expect(cells).toContain("555/966/18.03/2021");
    expect(cells.match(/\.{20,}/g)).toHaveLength(2);
  });

  test("keeps what looks like a formula as the words it is", async () => {
    const evil = '=IMPORTXML("https://x.example","//a")';
    const [first] = recap.rows;
    if (first === undefined) throw new RangeError("No rows");
    const workbook = await workbookOf({ ...recap, rows: [{ ...first, title: evil, unit: "+1" }] });
    const cell = workbook.getWorksheet("Rincian")?.getCell("F2");
    expect(cell?.type).toBe(ExcelJS.ValueType.String);
    expect(cell?.value).toBe(evil);
  });
});

describe("the charts", () => {
  test("different words give different pictures: the fonts are there", () => {
    const renamed = recap.categories.map((line) => ({ ...line, name: `${line.name}.` }));
    expect(Buffer.from(categoriesChart(recap))).not.toEqual(
      Buffer.from(categoriesChart({ ...recap, categories: renamed })),
    );
  });

  test("are made with the workbook in a process of their own", { timeout: 30_000 }, async () => {
    const files = await recapFiles(recap, ZONE);
    expect(files.map(({ name, cid }) => [name, cid])).toEqual([
      ["grafik-bulan-2026-11.png", "grafik-bulan@aduan"],
      ["grafik-kategori-2026-11.png", "grafik-kategori@aduan"],
      ["rekapitulasi-2026-11.xlsx", undefined],
    ]);
    const total = files.reduce((sum, { content }) => sum + content.length, 0);
    expect(total).toBeLessThan(400_000);
    expect(
      Buffer.from(files[0]?.content ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  });
});
