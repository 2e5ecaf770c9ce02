import type ExcelJS from "exceljs";

import type { RecapLine } from "../desk/recap-lines.ts";
import type { RecapOutcome, RecapRow } from "../desk/recap-rows.ts";
import type { Recap } from "../desk/recap.ts";
import { stepTitle } from "../desk/sop.ts";
import { HOUR, MINUTE } from "../desk/time.ts";
import { oneLine } from "./values.ts";

/** Every run of every step of the month's complaints. */
export function addSteps(workbook: ExcelJS.Workbook, recap: Recap): void {
  const sheet = workbook.addWorksheet("Per langkah", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = widths([34, 10, 14, 12, 16, 18, 12]);
  heading(sheet, [
    "Langkah SOP",
    "Jumlah",
    "Tepat waktu",
    "Terlambat",
    "Tidak terukur",
    "Tidak dihitung",
    "Berjalan",
  ]);
  for (const { step, total, onTime, late, unmeasured, notCounted, running } of recap.steps) {
    sheet.addRow([stepTitle(step), total, onTime, late, unmeasured, notCounted, running]);
  }
}

/** All counts in one long table, so that a pivot can be made of it. */
export function addLines(workbook: ExcelJS.Workbook, recap: Recap): void {
  const sheet = workbook.addWorksheet("Menurut", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = widths([16, 44, 10, 10, 14, 12]);
  heading(sheet, ["Menurut", "Nilai", "Jumlah", "Selesai", "Tepat waktu", "Terlambat"]);
  const tables: [string, readonly RecapLine[]][] = [
    ["Kategori", recap.categories],
    ["OPD/Desa", recap.units],
    ["Penyebab", recap.causes],
    ["Kanal", recap.channels],
    ["Petugas", recap.officers],
  ];
  for (const [by, lines] of tables) {
    for (const { name, count, done, onTime, late } of lines) {
      sheet.addRow([by, oneLine(name) || "Belum diisi", count, done, onTime, late]);
    }
  }
  sheet.autoFilter = { from: "A1", to: "F1" };
}

/** One row a complaint: what every figure counts. No contacts. */
export function addRows(workbook: ExcelJS.Workbook, recap: Recap, zone: string): void {
  const sheet = workbook.addWorksheet("Rincian", {
    views: [{ state: "frozen", xSplit: 1, ySplit: 1 }],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToHeight: 0 },
  });
  onA4(sheet);
  sheet.columns = widths([16, 17, 17, 12, 12, 34, 30, 22, 12, 10, 24, 24, 14, 14, 14, 14]);
  heading(sheet, [
    "No. Aduan",
    "Masuk",
    "Berakhir",
    "Keadaan",
    "Jenis",
    "Perihal",
    "OPD/Desa",
    "Kategori",
    "Kanal",
    "Prioritas",
    "Penyebab",
    "Petugas",
    "Ketepatan",
    "Dibuka kembali",
    "Perbaikan (menit)",
    "Pihak ketiga (jam)",
  ]);
  for (const row of recap.rows) sheet.addRow(cellsOf(row, zone));
  for (const column of [2, 3]) sheet.getColumn(column).numFmt = "dd/mm/yyyy hh.mm";
  sheet.getColumn(16).numFmt = "0.0";
  sheet.autoFilter = { from: "A1", to: "P1" };
}

function cellsOf(row: RecapRow, zone: string): (string | number | Date | null)[] {
  return [
    row.number,
    wallClock(row.cameInAt, zone),
    row.endedAt === null ? null : wallClock(row.endedAt, zone),
    { open: "Terbuka", closed: "Selesai", cancelled: "Dibatalkan" }[row.phase],
    row.request ? "Permintaan" : "Aduan",
    oneLine(row.title),
    oneLine(row.unit),
    row.category,
    row.channel,
    row.priority,
    oneLine(row.cause),
    oneLine(row.officers.join(", ")),
    row.outcome === null ? "" : OUTCOMES[row.outcome],
    row.reopened,
    row.repair === null ? null : Math.round(row.repair.took / MINUTE),
    row.thirdParty / HOUR,
  ];
}

const OUTCOMES: Record<RecapOutcome, string> = {
  "on-time": "Tepat waktu",
  late: "Terlambat",
  unmeasured: "Tidak terukur",
  "no-clock": "Tanpa batas",
};

/** A workbook knows no zones: it shows what the office's clocks showed. */
function wallClock(at: number, zone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return new Date(at + local.offsetNanoseconds / 1_000_000);
}

/** A4 by its number: the library's own name for it exists in its types only. */
export function onA4(sheet: ExcelJS.Worksheet): void {
  Object.assign(sheet.pageSetup, { paperSize: 9 });
}

function widths(list: readonly number[]): Partial<ExcelJS.Column>[] {
  return list.map((width) => ({ width }));
}

function heading(sheet: ExcelJS.Worksheet, titles: readonly string[]): void {
  const row = sheet.addRow(titles);
  row.font = { bold: true };
  row.alignment = { wrapText: true, vertical: "middle" };
}
