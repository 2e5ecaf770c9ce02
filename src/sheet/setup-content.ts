import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { defaultPolicy } from "../desk/default-policy.ts";
import { isBlank, shows, textOf } from "./cells.ts";
import { guideRequests } from "./guide-page.ts";
import { cellAt, type Layout, type TabLayout } from "./layout.ts";
import { appendRows } from "./plan-appends.ts";
import { LAST_RUN, WARNING } from "./plan-settings.ts";
import { SETTINGS } from "./settings.ts";
import type { Step } from "./setup.ts";
import { normal } from "./witness.ts";

interface SettingLine {
  name: string;
  value: string;
  fallback: string;
  explanation: string;
}

/** The rows of *Pengaturan* that are not there yet, each with its default and what it means. */
export function planSettingRows(layout: Layout, zone: string): Step[] {
  const tab = layout.tabs.get("settings");
  if (!tab || tab.headerRow < 0) return [];
  const shown = new Map(
    tab.rows.map((row) => [normal(textOf(cellAt(tab, row, "name"))), row] as const),
  );
  const lines = settingLines(zone);
  const missing = lines.filter(({ name }) => !shown.has(normal(name)));
  const steps: Step[] = [];
  if (missing.length > 0) {
    const request = appendRows(
      tab,
      missing.map((line) => ({ ...line })),
    );
    steps.push({
      name: "settings",
      change: `${missing.length} baris Pengaturan ditulis.`,
      request,
    });
  }
  for (const line of lines) {
    const row = shown.get(normal(line.name));
    if (!row) continue;
    for (const key of ["fallback", "explanation"] as const) {
      if (line.name === LAST_RUN && key === "fallback") continue;
      const place = tab.places.get(key);
      if (!place || shows(cellAt(tab, row, key), line[key])) continue;
      steps.push({
        name: `settings/${line.name}/${key}`,
        change: "",
        request: textAt(tab.sheetId, row.index, place.index, line[key]),
      });
    }
  }
  return steps;
}

function settingLines(zone: string): SettingLine[] {
  const policy = defaultPolicy(zone);
  return [
    {
      name: LAST_RUN,
      value: "",
      fallback: "",
      explanation: "Diisi sistem setiap 10 menit. Bila lama tidak berubah, hubungi operator.",
    },
    {
      name: WARNING,
      value: "",
      fallback: "",
      explanation: "Hal yang perlu dibereskan ditulis sistem di kolom Masalah.",
    },
    ...SETTINGS.map((setting) => ({
      name: setting.name,
      // Born as a test, so that the first day never writes to every office by mistake.
      value: setting.name === "Kirim Surat" ? "uji" : "",
      fallback: setting.show(policy),
      explanation: setting.explanation,
    })),
  ];
}

function textAt(
  sheetId: number,
  rowIndex: number,
  columnIndex: number,
  text: string,
): sheets_v4.Schema$Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex, columnIndex },
      fields: "userEnteredValue",
      rows: [{ values: [text === "" ? {} : { userEnteredValue: { stringValue: text } }] }],
    },
  };
}

/** *Panduan* is written once, into an empty tab; afterwards it is the office's. */
export function planPages(layout: Layout): Step[] {
  const guide = layout.tabs.get("guide");
  if (!guide || !isEmpty(guide)) return [];
  return guideRequests(guide.sheetId).map((request, nth) => ({
    name: `guide/${nth}`,
    change: nth === 0 ? "Panduan ditulis." : "",
    request,
  }));
}

function isEmpty(tab: TabLayout): boolean {
  return !(tab.sheet.data ?? []).some((piece) =>
    (piece.rowData ?? []).some((row) =>
      (row.values ?? []).some(
        (cell) => cell.effectiveValue != null || !isBlank(cell.formattedValue ?? null),
      ),
    ),
  );
}
