import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { beforeAll, describe, expect, test } from "vitest";

const SCRIPT = fileURLToPath(new URL("support/zone-weeks.ts", import.meta.url));

async function played(zone: string): Promise<string> {
  const env = { ...process.env, TZ: zone, NODE_OPTIONS: "" };
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT], { env });
  return stdout;
}

describe("an office in Jakarta whose machine stands abroad (B031)", () => {
  let expected: string;
  beforeAll(async () => {
    expected = await played("UTC");
  });

  test.each(["Europe/London", "America/New_York", "Asia/Jayapura", "America/St_Johns"])(
    "has the same rows, history, letters and digests on a machine in %s, byte for byte",
    async (zone) => {
      expect(await played(zone)).toBe(expected);
    },
  );

  test("has the form's answer in the row at 24 November 2026 10.20", () => {
    const row = /^\{"number":"JKD-2026-0002".*$/m.exec(expected)?.[0] ?? "{}";
    // Days since 1899-12-30, as a spreadsheet counts them.
    expect(JSON.parse(row)).toMatchObject({ reportedAt: 46_350 + 620 / 1440, channel: "Formulir" });
  });

  test("has the mail of 17.00 UTC on 31 December under the new year's first number", () => {
    expect(expected).toContain("1798736400000 JKD-2027-0001 Aduan dicatat");
    const row = /^\{"number":"JKD-2027-0001".*$/m.exec(expected)?.[0] ?? "{}";
    expect(JSON.parse(row)).toMatchObject({ reportedAt: 46_388 });
  });

  test("has one digest on each working morning, at 07.45, also after the clocks changed", () => {
    const digests = [...expected.matchAll(/^surat digest\/(\S+)\/kasi@\S+ (\d+) /gm)];
    const when = digests.map(([, day, at]) => `${day} ${new Date(Number(at)).toISOString()}`);
    // On the 24th the play begins at 10.20, and a digest may be four hours late.
    expect(when).toEqual([
      "2026-10-26 2026-10-26T00:45:00.000Z",
      "2026-11-24 2026-11-24T03:21:00.000Z",
      "2027-03-16 2027-03-16T00:45:00.000Z",
      "2027-03-29 2027-03-29T00:45:00.000Z",
    ]);
  });
});
