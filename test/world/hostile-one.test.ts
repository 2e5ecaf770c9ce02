import { expect, test } from "vitest";

import { MOST_UNDECIDABLE, playHostile } from "./support/hostile.ts";

/** Half of the histories of every run; the other half has a file, and so a core, of its own. */
const HISTORIES = Number(process.env["HISTORIES"] ?? 200) / 2;
const SEED = Number(process.env["SEED"] ?? 20_261_125);

test(
  "whatever an office does, no complaint is lost, mixed up or answered twice",
  { timeout: 900_000 },
  async () => {
    expect(await playHostile(HISTORIES, SEED)).toBeLessThan(MOST_UNDECIDABLE);
  },
);
