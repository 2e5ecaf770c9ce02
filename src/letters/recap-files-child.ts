import { stdin, stdout } from "node:process";
import { json } from "node:stream/consumers";

import { z } from "zod";

import type { Recap } from "../desk/recap.ts";
import { categoriesChart, monthsChart } from "./charts.ts";
import { recapWorkbook } from "./workbook.ts";

/* A process of its own (see recap-files.ts): one recap in, its files out, then it ends. */

const Order = z.object({ recap: z.custom<Recap>(), zone: z.string() });

const { recap, zone } = Order.parse(await json(stdin));
const files = [
  {
    name: `grafik-bulan-${recap.month}.png`,
    cid: "grafik-bulan@aduan",
    ...png(monthsChart(recap)),
  },
  {
    name: `grafik-kategori-${recap.month}.png`,
    cid: "grafik-kategori@aduan",
    ...png(categoriesChart(recap)),
  },
  {
    name: `rekapitulasi-${recap.month}.xlsx`,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    content: base64(await recapWorkbook(recap, zone)),
  },
];
stdout.write(JSON.stringify(files));

function png(content: Uint8Array): { type: string; content: string } {
  return { type: "image/png", content: base64(content) };
}

function base64(content: Uint8Array): string {
  return Buffer.from(content).toString("base64");
}
