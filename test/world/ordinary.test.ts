import * as fc from "fast-check";
import { expect, test } from "vitest";

import { ordinaryDay } from "./support/actions.ts";
import { officeBook } from "./support/office-book.ts";
import { type DayResult, playDay } from "./support/ordinary.ts";

const DAYS = Number(process.env["DAYS"] ?? 10);
const SEED = 20_261_125;

/** `npm run test:soak` measures many more. */
test("on ordinary days the worker neither stops nor asks about rows that are as they should be", async () => {
  const book = await officeBook();
  const days = fc.sample(ordinaryDay, { numRuns: DAYS, seed: SEED });
  const results: DayResult[] = [];
  for (const [nth, steps] of days.entries()) {
    results.push(await playDay(book, steps, nth % 2 === 0 ? 30 : 60));
  }
  const total = (count: (day: DayResult) => number) =>
    results.reduce((sum, day) => sum + count(day), 0);
  expect(total(({ braked }) => (braked ? 1 : 0)) / DAYS).toBeLessThan(0.03);
  expect(total(({ noted }) => noted) / total(({ readings }) => readings)).toBeLessThan(0.005);
}, 120_000);
