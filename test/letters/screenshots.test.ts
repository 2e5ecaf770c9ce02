import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { env } from "node:process";

import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { exampleLetters } from "../../src/letters/examples.ts";
import { findChromium } from "../../src/letters/screenshot.ts";
import { lettersFrom } from "../../src/letters/render.ts";
import { TEMPLATES } from "./builders.ts";

const executablePath = findChromium(env["PATH"] ?? "");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const letters = lettersFrom({ templatesDir: TEMPLATES, onProblem: () => expect.unreachable() });

/** Between them they hold every partial; the letters share their frame. */
const SHOWN = new Set([
  "tanda-terima-nama-panjang",
  "dibuka-kembali-petugas",
  "laporan-harian-ramai",
  "daftar-terlambat",
  "rekapitulasi-bulanan",
]);
const examples = exampleLetters().filter(({ name }) => SHOWN.has(name));

const VIEWS = [320, 800].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);

describe.skipIf(executablePath === undefined)("in Chromium (skipped where there is none)", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    });
    page = await browser.newPage();
  }, 60_000);
  afterAll(async () => browser.close());

  for (const { name, letter, ticket, office, now } of examples) {
    test(`${name} fits a phone and can be read by everybody`, { timeout: 60_000 }, async () => {
      const { html } = letters.render(letter, ticket, office, now);
      for (const { width, colorScheme } of VIEWS) {
        await page.setViewportSize({ width, height: 600 });
        await page.emulateMedia({ colorScheme });
        await page.setContent(html);
        const wide = await page.evaluate("document.documentElement.scrollWidth");
        expect(wide, `${width} pixels`).toBeLessThanOrEqual(width);
        await page.evaluate(axe);
        const found = await page.evaluate(
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
        );
        expect(found).toEqual([]);
      }
    });
  }
});
