import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { vectors } from "../../src/commands/vectors.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vectors-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(content: unknown): Promise<{ code: number; lines: string[] }> {
  const path = join(folder, "vectors.json");
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  const lines: string[] = [];
  return { code: await vectors([path], (line) => lines.push(line)), lines };
}

const calendars = {
  kantor: { zone: "Asia/Jakarta", weekly: { "1-5": [["08:00", "16:00"]] }, off: ["2027-01-01"] },
};

function between(seconds: number): object {
  const from = "2026-12-31T15:00:00+07:00";
  return { calendar: "kantor", ask: "between", from, to: "2027-01-04T09:00:00+07:00", seconds };
}

function due(changes: object): object {
  return {
    calendar: "kantor",
    ask: "due",
    from: "2026-12-31T15:50:00+07:00",
    count: "working",
    limitSeconds: 1200,
    opens: "2026-12-31T15:50:00+07:00",
    due: "2027-01-04T08:10:00+07:00",
    ...changes,
  };
}

test("a file that agrees passes", async () => {
  const cases = [
    between(7_200),
    due({}),
    due({ count: "working-days", due: "2026-12-31T16:10:00+07:00" }),
    due({ count: "clock", due: "2026-12-31T16:10:00+07:00" }),
  ];
  expect(await run({ calendars, cases })).toEqual({ code: 0, lines: ["4 passed, 0 failed"] });
});

test("what differs is said in words, ten lines at most", async () => {
  const cases = [
    between(7_199),
    due({ due: "2027-01-04T08:10:05+07:00" }),
    due({ opens: "2026-12-31T15:51:00+07:00" }),
    due({ calendar: "lain" }),
    ...Array.from({ length: 8 }, () => between(1)),
    between(7_200),
  ];
  const { code, lines } = await run({ calendars, cases });
  expect(code).toBe(1);
  expect(lines).toHaveLength(11);
  expect(lines.slice(0, 4)).toEqual([
    "kasus 1 (kantor): diharapkan 7199 detik, dihitung 7200",
    "kasus 2 (kantor): batas waktu diharapkan 4 Januari 2027 pukul 08.10 WIB lewat 5 detik, " +
      "dihitung 4 Januari 2027 pukul 08.10 WIB",
    "kasus 3 (kantor): mulai dihitung diharapkan 31 Desember 2026 pukul 15.51 WIB, " +
      "dihitung 31 Desember 2026 pukul 15.50 WIB",
    "kasus 4 (lain): kalender tidak dikenal",
  ]);
  expect(lines.at(-1)).toBe("1 passed, 12 failed");
});

test("a file of another form is refused with every mistake and its place", async () => {
  expect(await run("kalender")).toMatchObject({ code: 2 });
  expect(await run({})).toEqual({
    code: 2,
    lines: ["calendars: harus berisi kalender dengan nama", "cases: harus berupa daftar kasus"],
  });
  const weekly = { "1-5": [["8.00", "16:00"]] };
  const bad = { kantor: { zone: "Asia/Kudus", weekly } };
  expect(await run({ calendars: bad, cases: [due({ from: "kemarin" })] })).toEqual({
    code: 2,
    lines: [
      "calendars.kantor.zone: zona waktu tidak dikenal",
      "calendars.kantor.weekly.1-5.0.0: bukan jam seperti 07:30",
      "cases.0.from: bukan waktu seperti 2027-01-04T08:00:00+07:00",
    ],
  });
});

test("a missing file, no file and --help are answered plainly", async () => {
  const lines: string[] = [];
  const out = (line: string) => lines.push(line);
  expect(await vectors([join(folder, "none.json")], out)).toBe(2);
  expect(lines[0]).toMatch(/tidak dapat dibaca: ENOENT$/);
  expect(await vectors([], out)).toBe(2);
  expect(await vectors(["--help"], out)).toBe(0);
  expect(lines.at(-1)).toContain("aduan vectors BERKAS");
});
