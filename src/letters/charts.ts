import { fileURLToPath } from "node:url";

import { Resvg } from "@resvg/resvg-js";
import * as echarts from "echarts";

import type { Recap } from "../desk/recap.ts";
import { monthWords } from "../desk/words.ts";
import { shorten } from "./values.ts";

/** Twice the width at which a letter shows it, so that it is sharp in print. */
const PRINTED_WIDTH = 1088;

/** Needed by name: without font files every word is silently missing from the picture. */
const FONT = "DejaVu Sans";
const FONT_FILES = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}`)),
);

/** PNG: complaints a month as bars with their outcome, told apart by shade and pattern. */
export function monthsChart({ before, head }: Recap): Uint8Array {
  const months = [...before, head];
  const labels = months.map(({ month }) => monthWords(month).replace(" ", "\n"));
  return picture("Aduan per bulan", 300, {
    legend: { bottom: 0, itemGap: 36, textStyle: TEXT },
    grid: { left: 48, right: 16, top: 52, bottom: 84 },
    xAxis: {
      type: "category",
      data: labels,
      axisLabel: { ...TEXT, interval: 0 },
      axisTick: { show: false },
    },
    yAxis: {
      type: "value",
      minInterval: 1,
      axisLabel: TEXT,
      splitLine: { lineStyle: { color: "#c8cdd2" } },
    },
    series: [
      bars(
        "Tepat waktu",
        months.map(({ onTime }) => onTime),
        { color: "#1f4e79" },
      ),
      bars(
        "Terlambat",
        months.map(({ late }) => late),
        { color: "#d08a1d", decal: STRIPES },
      ),
      bars(
        "Lainnya",
        months.map(({ cameIn, onTime, late }) => cameIn - onTime - late),
        { color: "#cfd6dc", borderColor: "#4a5661", borderWidth: 1 },
      ),
    ],
  });
}

const CATEGORIES_SHOWN = 8;

/** PNG: complaints a category, most frequent first, with their number at the bar. */
export function categoriesChart({ categories }: Recap): Uint8Array {
  const lines = categories.slice(0, CATEGORIES_SHOWN).toReversed();
  return picture("Aduan menurut kategori", 90 + 30 * Math.max(3, lines.length), {
    grid: { left: 200, right: 56, top: 48, bottom: 20 },
    xAxis: {
      type: "value",
      minInterval: 1,
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: "category",
      data: lines.map(({ name }) => (name === "" ? "Belum diisi" : shorten(name, 26))),
      axisLabel: TEXT,
      axisTick: { show: false },
    },
    series: [
      {
        type: "bar",
        barMaxWidth: 18,
        data: lines.map(({ count }) => count),
        itemStyle: { color: "#1f4e79" },
        label: { show: true, position: "right", ...TEXT },
      },
    ],
  });
}

const TEXT = { fontFamily: FONT, fontSize: 13, color: "#1b1f24" };
const STRIPES = {
  symbol: "rect",
  color: "#5e3b00",
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation: -0.8,
};

function bars(name: string, data: number[], itemStyle: object): object {
  return { type: "bar", stack: "aduan", barMaxWidth: 44, name, data, itemStyle };
}

function picture(title: string, height: number, option: object): Uint8Array {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 544, height });
  chart.setOption({
    animation: false,
    backgroundColor: "#ffffff",
    title: {
      text: title,
      left: 0,
      top: 4,
      textStyle: { ...TEXT, fontSize: 16, fontWeight: "bold" },
    },
    ...option,
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return new Resvg(svg, {
    fitTo: { mode: "width", value: PRINTED_WIDTH },
    font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: FONT },
  })
    .render()
    .asPng();
}
