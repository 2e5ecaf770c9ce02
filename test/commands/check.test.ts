import { expect, test } from "vitest";

import { runChecks } from "../../src/commands/check.ts";
import type { Check } from "../../src/commands/checks.ts";
import { ConfigError, RemoteError } from "../../src/errors.ts";

function found(name: string, sentence: string, warnings: string[] = []): Check {
  return { name, run: async () => ({ found: sentence, warnings }) };
}

function failing(name: string, error: Error): Check {
  return {
    name,
    run: async () => {
      throw error;
    },
  };
}

async function ran(checks: Check[]): Promise<{ well: boolean; lines: string[] }> {
  const lines: string[] = [];
  const well = await runChecks(checks, (line) => lines.push(line));
  return { well, lines };
}

test("runChecks() says a line each, with warnings below, and that all was well", async () => {
  const { well, lines } = await ran([
    found("IMAP", "IMAP: tersambung."),
    found("Lembar kerja", "terbaca.", ["belum ada Kepala Seksi."]),
  ]);
  expect(well).toBe(true);
  expect(lines).toEqual([
    "baik   IMAP: tersambung.",
    "baik   Lembar kerja: terbaca.",
    "  !  Lembar kerja: belum ada Kepala Seksi.",
  ]);
});

test("runChecks() goes on after failures and tells each one's remedy in one line", async () => {
  const refused = new RemoteError("401", { kind: "misconfigured", remedy: "Ganti kata sandi." });
  const { well, lines } = await ran([
    failing("IMAP", refused),
    failing("Token Google", new ConfigError(["Kunci rusak."])),
    found("Jurnal", "ada."),
  ]);
  expect(well).toBe(false);
  expect(lines).toEqual([
    "GAGAL  IMAP: Ganti kata sandi.",
    "GAGAL  Token Google: Kunci rusak.",
    "baik   Jurnal: ada.",
  ]);
});
