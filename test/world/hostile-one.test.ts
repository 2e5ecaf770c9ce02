import { test } from "vitest";

import { playHostile } from "./support/hostile.ts";

/** Half of the histories of every run; the other half has a file, and so a core, of its own. */
const HISTORIES = Number(process.env["HISTORIES"] ?? 200) / 2;
const SEED = Number(process.env["SEED"] ?? 20_261_125);

test(
  "whatever an office does, no complaint is lost, mixed up or answered twice",
  { timeout: 900_000 },
  () => playHostile(HISTORIES, SEED),
);
