import { expect, test } from "vitest";

import { failureOf } from "../../src/commands/failure.ts";
import { ConfigError, LeaseLostError, NotDurableError, RemoteError } from "../../src/errors.ts";

const failures: { name: string; error: unknown; code: 1 | 2; said: string }[] = [
  {
    name: "a wrong configuration",
    error: new ConfigError(["IMAP_HOST: kosong"]),
    code: 2,
    said: "Konfigurasi belum benar:\n  • IMAP_HOST: kosong",
  },
  {
    name: "a journal that another worker took over",
    error: new LeaseLostError(3),
    code: 1,
    said: "Jurnal telah diambil alih oleh aduan lain; yang ini berhenti.",
  },
  {
    name: "a disk that would not keep the journal",
    error: new NotDurableError(new Error("EIO: i/o error, fsync")),
    code: 1,
    said:
      "Disk menolak menyimpan jurnal (EIO: i/o error, fsync); aduan berhenti. " +
      "Periksa disk DATA_DIR.",
  },
  {
    name: "a refusal with a remedy",
    error: new RemoteError("403", { kind: "misconfigured", remedy: "Bagikan lembar kerja." }),
    code: 1,
    said: "Bagikan lembar kerja.",
  },
];
for (const { name, error, code, said } of failures) {
  test(`${name} is told in words that its reader knows, with exit code ${code}`, () => {
    const failure = failureOf(error);
    expect(failure.lines.join("\n")).toBe(said);
    expect(failure.code).toBe(code);
  });
}
