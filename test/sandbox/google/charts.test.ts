import { expect, test } from "vitest";
import { openOffice, withLog } from "./office.ts";

async function openLog() {
  const office = await openOffice();
  await withLog(office);
  return office;
}

const column = (index: number, from = 0, to = 5) => ({
  sourceRange: {
    sources: [
      {
        sheetId: 10,
        startRowIndex: from,
        endRowIndex: to,
        startColumnIndex: index,
        endColumnIndex: index + 1,
      },
    ],
  },
});

function addChart(more: Record<string, unknown> = {}, anchorRow = 0) {
  const basicChart = {
    chartType: "COLUMN",
    domains: [{ domain: column(0) }],
    series: [{ series: column(1) }],
    ...more,
  };
  const anchorCell = { sheetId: 10, rowIndex: anchorRow, columnIndex: 3 };
  return {
    addChart: {
      chart: { chartId: 7, spec: { basicChart }, position: { overlayPosition: { anchorCell } } },
    },
  };
}

const refused: { name: string; request: ReturnType<typeof addChart>; why: string }[] = [
  { name: "without a type", request: addChart({ chartType: undefined }), why: "chartType" },
  { name: "without a series", request: addChart({ series: [] }), why: "At least one series" },
  {
    name: "over a square of cells",
    request: addChart({
      series: [
        {
          series: {
            sourceRange: { sources: [{ sheetId: 10, endRowIndex: 5, endColumnIndex: 2 }] },
          },
        },
      ],
    }),
    why: "Exactly one dimension",
  },
  {
    name: "over cells that are not there",
    request: addChart({ series: [{ series: column(1, 0, 99_999) }] }),
    why: "exceeds grid limits",
  },
  {
    name: "with two axes in one place",
    request: addChart({ axis: [{ position: "LEFT_AXIS" }, { position: "LEFT_AXIS" }] }),
    why: "more than one axis",
  },
  {
    name: "with columns that stand on the bottom axis",
    request: addChart({ series: [{ series: column(1), targetAxis: "BOTTOM_AXIS" }] }),
    why: "targetAxis",
  },
  { name: "outside of the grid", request: addChart({}, 99_999), why: "outside of the grid" },
];

for (const { name, request, why } of refused) {
  test(`a chart ${name} is refused`, async () => {
    const office = await openLog();
    expect(await office.refusal(request)).toContain(why);
  });
}

test("a chart is refused twice under one id, and shows other cells after an update", async () => {
  const office = await openLog();
  await office.batch(addChart());
  expect(await office.refusal(addChart())).toContain("already exists");
  const { spec } = addChart({ series: [{ series: column(2) }] }).addChart.chart;
  await office.batch({ updateChartSpec: { chartId: 7, spec } });
  const { sheets } = await office.get("sheets(charts)");
  expect(sheets?.flatMap(({ charts }) => charts ?? [])).toEqual([
    { ...addChart().addChart.chart, spec },
  ]);
});

test("a chart goes on showing its cells when rows are inserted above them", async () => {
  const office = await openLog();
  await office.batch(addChart(), {
    insertDimension: {
      range: { sheetId: 10, dimension: "ROWS", startIndex: 0, endIndex: 2 },
      inheritFromBefore: false,
    },
  });
  const { sheets } = await office.get("sheets(charts(spec))");
  const [chart] = sheets?.flatMap(({ charts }) => charts ?? []) ?? [];
  expect(chart?.spec?.basicChart?.series?.[0]?.series).toEqual(column(1, 2, 7));
});
