import { expect, test } from "vitest";

import { fuzz } from "./fuzz.ts";

test(
  "2,000 broken and made-up messages each get a verdict in time",
  { timeout: 120_000 },
  async () => {
    expect(await fuzz(2_000, 20_261_124)).toBe(2_000);
  },
);
