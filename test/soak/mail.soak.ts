import { expect, test } from "vitest";

import { fuzz } from "../mail/fuzz.ts";

const MEGABYTE = 1024 * 1024;

test("20,000 broken and made-up messages get a verdict, in bounded memory", async () => {
  await fuzz(1_000, 1);
  const before = process.memoryUsage().rss;
  await fuzz(20_000, Number(process.env["SOAK_SEED"] ?? 20_261_124));
  expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(250);
});
