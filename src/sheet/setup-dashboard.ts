import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { isBlank } from "./cells.ts";
import { chartSources, dashboardCharts } from "./dashboard-charts.ts";
import {
  DASHBOARD_HEIGHT,
  DASHBOARD_WIDTH,
  type DashboardPart,
  linesOf,
  NOT_COUNTED,
} from "./dashboard-lines.ts";
import { DASHBOARD_TAG, dashboardPlace, writablePlace } from "./dashboard-place.ts";
import type { Layout, TabLayout } from "./layout.ts";
import { tagColumn } from "./plan-appends.ts";
import type { Step } from "./setup.ts";

/** Beside the block stand the charts, some seven columns wide. */
const COLUMNS_WITH_CHARTS = DASHBOARD_WIDTH + 8;

/**
 * Makes room for the figures of *Dasbor*, left of and above whatever people put there, and puts
 * down its first line; the worker writes the rest.
 */
export function planDashboardPlace({ tabs }: Layout): Step[] {
  const tab = tabs.get("dashboard");
  if (!tab || writablePlace(tab) !== null) return [];
  const { sheetId } = tab;
  const { top, left } = dashboardPlace(tab);
  const isEmpty = hasNothing(tab);
  const steps: Step[] = [];
  let { rowCount, columnCount } = tab;
  if (left === null) {
    if (!isEmpty) {
      steps.push(step("columns", inserted(sheetId, "COLUMNS", DASHBOARD_WIDTH)));
      columnCount += DASHBOARD_WIDTH;
    }
    steps.push(step("tag", tagColumn(sheetId, DASHBOARD_TAG, 0)));
  } else if (top === null && !isEmpty) {
    steps.push(step("rows", inserted(sheetId, "ROWS", DASHBOARD_HEIGHT)));
    rowCount += DASHBOARD_HEIGHT;
  }
  const rows = (top ?? 0) + DASHBOARD_HEIGHT - rowCount;
  const columns = (left ?? 0) + COLUMNS_WITH_CHARTS - columnCount;
  if (rows > 0) steps.push(step("grow-rows", grown(sheetId, "ROWS", rows)));
  if (columns > 0) steps.push(step("grow-columns", grown(sheetId, "COLUMNS", columns)));
  if (top === null) {
    const request = {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: left ?? 0 },
        fields: "userEnteredValue",
        rows: [{ values: [{ userEnteredValue: { stringValue: NOT_COUNTED } }] }],
      },
    };
    const again = left === null || isEmpty ? "" : ` ${STALE}`;
    steps.push({ ...step("headline", request), change: `Dasbor ditulis.${again}` });
  }
  return steps;
}

const STALE = "Angka lama di bawahnya tidak diperbarui lagi dan boleh dihapus.";

/** Charts that are missing or show the wrong cells, the warning on the block, and its look at birth. */
export function planDashboardLook({ tabs, spreadsheet }: Layout): Step[] {
  const tab = tabs.get("dashboard");
  const place = tab ? writablePlace(tab) : null;
  if (!tab || place === null) return [];
  const block = { sheetId: tab.sheetId, ...place };
  const steps: Step[] = [];
  const present = new Map(
    (spreadsheet.sheets ?? []).flatMap((sheet) =>
      (sheet.charts ?? []).map((chart) => [chart.chartId, chart] as const),
    ),
  );
  for (const chart of dashboardCharts(block)) {
    const found = present.get(chart.chartId);
    const name = `chart/${chart.chartId}`;
    const title = chart.spec?.title ?? "";
    if (!found) {
      const change = `Grafik "${title}" dibuat di Dasbor.`;
      steps.push({ ...step(name, { addChart: { chart } }), change });
    } else if (chartSources(found) !== chartSources(chart)) {
      const request = { updateChartSpec: { chartId: chart.chartId ?? 0, spec: chart.spec ?? {} } };
      const change = `Grafik "${title}" menunjuk lagi ke angkanya.`;
      steps.push({ ...step(name, request), change });
    }
  }
  const guarded = (tab.sheet.protectedRanges ?? []).some((each) => each.description === GUARD);
  if (!guarded) steps.push(...bornLook(block));
  return steps;
}

const GUARD = "Diisi sistem: Dasbor";

/** Once, together with the warning: afterwards the look is the office's. */
function bornLook(block: { sheetId: number; top: number; left: number }): Step[] {
  const { sheetId, top, left } = block;
  const range = (from: number, to: number): sheets_v4.Schema$GridRange => ({
    sheetId,
    startRowIndex: top + from,
    endRowIndex: top + to,
    startColumnIndex: left,
    endColumnIndex: left + DASHBOARD_WIDTH,
  });
  const bold = (from: number): sheets_v4.Schema$Request => ({
    repeatCell: {
      range: range(from, from + 1),
      cell: { userEnteredFormat: { textFormat: { bold: true } } },
      fields: "userEnteredFormat.textFormat.bold",
    },
  });
  const protectedRange = {
    range: range(0, DASHBOARD_HEIGHT),
    description: GUARD,
    warningOnly: true,
  };
  return [
    step("warning", { addProtectedRange: { protectedRange } }),
    step("bold/0", bold(0)),
    ...TITLED.map((part) => step(`bold/${part}`, bold(linesOf(part).from))),
    step("width/0", width(sheetId, left, left + 1, 300)),
    step("width/1", width(sheetId, left + 1, left + DASHBOARD_WIDTH, 105)),
  ];
}

const TITLED: readonly DashboardPart[] = [
  "open",
  "months",
  "steps",
  "categories",
  "units",
  "causes",
  "channels",
  "officers",
];

function step(name: string, request: sheets_v4.Schema$Request): Step {
  return { name: `dashboard/${name}`, change: "", request };
}

function inserted(
  sheetId: number,
  dimension: "ROWS" | "COLUMNS",
  endIndex: number,
): sheets_v4.Schema$Request {
  const range = { sheetId, dimension, startIndex: 0, endIndex };
  return { insertDimension: { range, inheritFromBefore: false } };
}

function grown(
  sheetId: number,
  dimension: "ROWS" | "COLUMNS",
  length: number,
): sheets_v4.Schema$Request {
  return { appendDimension: { sheetId, dimension, length } };
}

function width(
  sheetId: number,
  startIndex: number,
  endIndex: number,
  pixelSize: number,
): sheets_v4.Schema$Request {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: "COLUMNS", startIndex, endIndex },
      properties: { pixelSize },
      fields: "pixelSize",
    },
  };
}

function hasNothing(tab: TabLayout): boolean {
  return !(tab.sheet.data ?? []).some(({ rowData }) =>
    (rowData ?? []).some(({ values }) =>
      (values ?? []).some(
        (cell) => cell.effectiveValue != null || !isBlank(cell.formattedValue ?? null),
      ),
    ),
  );
}
