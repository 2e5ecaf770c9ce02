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

/** One of each kind and each addressee is enough: they share their frame. */
const examples = exampleLetters().filter(
  ({ letter }, index, all) =>
    all.findIndex((other) => other.letter.kind === letter.kind) === index ||
    letter.facts.kind === "digest",
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
    test(
      `${name} fits a phone, can be read by everybody, in light and dark`,
      { timeout: 30_000 },
      async () => {
        const { html } = letters.render(letter, ticket, office, now);
        for (const width of [320, 800]) {
          for (const colorScheme of ["light", "dark"] as const) {
            await page.setViewportSize({ width, height: 600 });
            await page.emulateMedia({ colorScheme });
            await page.setContent(html);
            const wide = await page.evaluate("document.documentElement.scrollWidth");
            expect(wide, `${width} ${colorScheme}`).toBeLessThanOrEqual(width);
            await page.evaluate(axe);
            const found = await page.evaluate(
              "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
            );
            expect(found, `${width} ${colorScheme}`).toEqual([]);
          }
        }
      },
    );
  }
});
