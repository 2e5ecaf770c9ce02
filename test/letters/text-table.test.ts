import { expect, test } from "vitest";
import { layoutText } from "../../src/letters/text-layout.ts";
import { rowMark } from "../../src/letters/text-table.ts";

function laid(...rows: string[][]): string {
  return layoutText(rows.map(rowMark).join("\n"));
}

test("figures stand under each other on the right, a blank one as a dash", () => {
  expect(
    laid(["Kategori", "Aduan", "Persen"], ["WiFi", "4", ""], ["Internet mati", "30", "80%"]),
  ).toBe(
    [
      "Kategori       Aduan  Persen",
      "WiFi               4       -",
      "Internet mati     30     80%",
      "",
    ].join("\n"),
  );
});

test("a long name goes on under itself, and no line is wider than 72 columns", () => {
  const name = "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan KB";
  const lines = laid([name, "4", "80%"], ["x".repeat(150), "1", "2"])
    .trimEnd()
    .split("\n");
  expect(lines.filter((line) => line.length > 72)).toEqual([]);
  expect(lines[0]).toMatch(/^Dinas Pemberdayaan .* {2}4 {2}80%$/);
  expect(lines[1]).toMatch(/^\S.*KB$/);
});

test("two tables with a line between them have widths of their own", () => {
  const text = layoutText([rowMark(["Nama panjang", "1"]), "", rowMark(["A", "2"])].join("\n"));
  expect(text).toBe("Nama panjang  1\n\nA  2\n");
});
