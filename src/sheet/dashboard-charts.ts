import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { DASHBOARD_WIDTH, type DashboardPart, linesOf } from "./dashboard-lines.ts";

type Range = sheets_v4.Schema$GridRange;

/** Where the block begins; charts show its cells. */
export interface BlockStart {
  sheetId: number;
  top: number;
  left: number;
}

interface ChartPlan {
  /** Given by us, so that setup knows its charts again, wherever people move them. */
  chartId: number;
  title: string;
  altText: string;
  type: "BAR" | "COLUMN";
  part: DashboardPart;
  /** Lines at the part's end that are no part of the picture. */
  without: number;
  /** Columns of the block, each a series under its header. */
  series: readonly { column: number; color: sheets_v4.Schema$Color }[];
}

/** Dark to light, so that they are told apart in black and white. */
const DARK = { red: 0.1, green: 0.27, blue: 0.42 };
const RED = { red: 0.78, green: 0.29, blue: 0.22 };
const AMBER = { red: 0.93, green: 0.7, blue: 0.33 };
const GREY = { red: 0.8, green: 0.8, blue: 0.8 };
const PALE = { red: 0.9, green: 0.9, blue: 0.86 };
const BLUE = { red: 0.55, green: 0.75, blue: 0.9 };

const CHARTS: readonly ChartPlan[] = [
  {
    chartId: 41_510_901,
    title: "Aduan terbuka menurut keadaan",
    altText: "Jumlah aduan terbuka menurut keadaan; angkanya di kolom kiri, Aduan terbuka.",
    type: "BAR",
    part: "open",
    without: 3,
    series: [{ column: 1, color: DARK }],
  },
  {
    chartId: 41_510_902,
    title: "Aduan menurut bulan masuk",
    altText: "Aduan enam bulan terakhir menurut hasilnya; angkanya di kolom kiri, Bulan masuk.",
    type: "COLUMN",
    part: "months",
    without: 0,
    series: [DARK, RED, AMBER, GREY, PALE, BLUE].map((color, nth) => ({ column: nth + 2, color })),
  },
  {
    chartId: 41_510_903,
    title: "Ketepatan waktu langkah SOP bulan ini",
    altText: "Ketepatan waktu tiap langkah SOP; angkanya di kolom kiri, Langkah SOP.",
    type: "BAR",
    part: "steps",
    without: 0,
    series: [DARK, RED, AMBER].map((color, nth) => ({ column: nth + 1, color })),
  },
  {
    chartId: 41_510_904,
    title: "Aduan bulan ini menurut kategori",
    altText: "Aduan bulan ini menurut kategori; angkanya di kolom kiri, Kategori.",
    type: "BAR",
    part: "categories",
    without: 0,
    series: [{ column: 1, color: DARK }],
  },
];

/** The charts of *Dasbor* on the block that begins there, each with the place it is born at. */
export function dashboardCharts(block: BlockStart): sheets_v4.Schema$EmbeddedChart[] {
  return CHARTS.map((chart, nth) => ({
    chartId: chart.chartId,
    spec: specOf(chart, block),
    position: {
      overlayPosition: {
        anchorCell: {
          sheetId: block.sheetId,
          rowIndex: block.top + 2 + nth * 18,
          columnIndex: block.left + DASHBOARD_WIDTH,
        },
        offsetXPixels: 24,
        widthPixels: 600,
        heightPixels: 360,
      },
    },
  }));
}

function specOf(chart: ChartPlan, block: BlockStart): sheets_v4.Schema$ChartSpec {
  const source = (column: number) => ({
    sourceRange: { sources: [columnOf(chart, column, block)] },
  });
  const values = chart.type === "BAR" ? "BOTTOM_AXIS" : "LEFT_AXIS";
  return {
    title: chart.title,
    altText: chart.altText,
    basicChart: {
      chartType: chart.type,
      legendPosition: chart.series.length > 1 ? "BOTTOM_LEGEND" : "NO_LEGEND",
      headerCount: 1,
      ...(chart.series.length > 1 ? { stackedType: "STACKED" } : {}),
      axis: [{ position: values, viewWindowOptions: { viewWindowMin: 0 } }],
      domains: [{ domain: source(0) }],
      series: chart.series.map(({ column, color }) => ({
        series: source(column),
        targetAxis: values,
        colorStyle: { rgbColor: color },
        dataLabel: { type: "DATA" },
      })),
    },
  };
}

function columnOf({ part, without }: ChartPlan, column: number, block: BlockStart): Range {
  const { from, to } = linesOf(part);
  return {
    sheetId: block.sheetId,
    startRowIndex: block.top + from,
    endRowIndex: block.top + to - without,
    startColumnIndex: block.left + column,
    endColumnIndex: block.left + column + 1,
  };
}

/** The cells a chart shows; how it looks and where it stands is the office's once it is born. */
export function chartSources({ spec }: sheets_v4.Schema$EmbeddedChart): string {
  const { domains, series } = spec?.basicChart ?? {};
  const data = [
    ...(domains ?? []).map(({ domain }) => domain),
    ...(series ?? []).map((each) => each.series),
  ];
  const ranges = data.flatMap((each) => each?.sourceRange?.sources ?? []);
  return JSON.stringify(
    ranges.map((range) => [
      range.sheetId ?? 0,
      range.startRowIndex ?? 0,
      range.endRowIndex ?? 0,
      range.startColumnIndex ?? 0,
      range.endColumnIndex ?? 0,
    ]),
  );
}
