import ExcelJS from "exceljs";

import type { RecapHead } from "../desk/recap-head.ts";
import type { Recap } from "../desk/recap.ts";
import { SOP_NUMBER } from "../desk/sop.ts";
import { instant, monthWords } from "../desk/words.ts";
import { addLines, addRows, addSteps, onA4 } from "./workbook-sheets.ts";
import { oneLine } from "./values.ts";

/**
 * The recap as a workbook: a first sheet that prints on one A4 page with its signature lines, then
 * the rows behind every figure. Only numbers, dates and strings are written: what looks like a
 * formula stays a string.
 */
export async function recapWorkbook(recap: Recap, zone: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "Helpdesk TIK";
  workbook.created = new Date(recap.asOf);
  workbook.modified = new Date(recap.asOf);
  addSummary(workbook, recap, zone);
  addSteps(workbook, recap);
  addLines(workbook, recap);
  addRows(workbook, recap, zone);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const FIGURES: readonly [label: string, value: (head: RecapHead) => number][] = [
  ["Jumlah aduan", (head) => head.cameIn],
  ["   di antaranya permintaan", (head) => head.requests],
  ["Selesai", (head) => head.done],
  ["   tepat waktu", (head) => head.onTime],
  ["   terlambat", (head) => head.late],
  ["   tidak terukur", (head) => head.unmeasured],
  ["   tanpa batas waktu", (head) => head.withoutClock],
  ["Terlambat karena pihak ketiga", (head) => head.lateThirdParty],
  ["Terlambat, dicatat susulan", (head) => head.lateEntered],
  ["Dibatalkan", (head) => head.cancelled],
  ["Masih terbuka", (head) => head.open],
  ["   melewati batas waktu", (head) => head.openLate],
  ["Dibuka kembali", (head) => head.reopened],
];

function addSummary(workbook: ExcelJS.Workbook, recap: Recap, zone: string): void {
  const months = [...recap.before, recap.head];
  const sheet = workbook.addWorksheet("Ringkasan", {
    pageSetup: {
      orientation: "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      horizontalCentered: true,
    },
  });
  onA4(sheet);
  sheet.getColumn(1).width = 34;
  months.forEach((_, index) => (sheet.getColumn(index + 2).width = 15));
  sheet.addRow(["Rekapitulasi Aduan Jaringan Komunikasi Data"]).font = { bold: true, size: 14 };
  sheet.addRow([`${monthWords(recap.month)}, keadaan per ${instant(recap.asOf, zone)}`]);
  sheet.addRow([`SOP Nomor ${SOP_NUMBER}`]);
  sheet.addRow([]);
  boxed(sheet.addRow(["Uraian", ...months.map(({ month }) => monthWords(month))]), true);
  for (const [label, value] of FIGURES) boxed(sheet.addRow([label, ...months.map(value)]), false);
  sheet.addRow([]);
  boxed(sheet.addRow(["Kategori terbanyak", "Jumlah", "Selesai", "Tepat waktu"]), true);
  for (const { name, count, done, onTime } of recap.categories.slice(0, 8)) {
    boxed(sheet.addRow([oneLine(name) || "Belum diisi", count, done, onTime]), false);
  }
  addSignatures(sheet, months.length + 1);
}

/** Two posts and two lines; whoever holds them signs by hand. */
function addSignatures(sheet: ExcelJS.Worksheet, columns: number): void {
  const right = Math.max(3, columns - 1);
  sheet.addRow([]);
  sheet.addRow([]);
  const posts = sheet.addRow(["Kepala Bidang Informatika"]);
  posts.getCell(right).value = "Kepala Seksi TI dan Persandian";
  for (let line = 0; line < 4; line += 1) sheet.addRow([]);
  const lines = sheet.addRow(["................................"]);
  lines.getCell(right).value = "................................";
}

function boxed(row: ExcelJS.Row, isHead: boolean): void {
  const thin = { style: "thin", color: { argb: "FF9AA7B3" } } as const;
  row.eachCell((cell) => {
    cell.border = { top: thin, bottom: thin, left: thin, right: thin };
    if (!isHead) return;
    cell.font = { bold: true };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE6EBF0" } };
  });
}
