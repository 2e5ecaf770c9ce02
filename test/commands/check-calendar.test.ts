import { afterAll, beforeAll, expect, test } from "vitest";

import { startSandbox } from "../../src/sandbox/start.ts";
import type { Sandbox } from "../../src/sandbox/start.ts";

const MONDAY_MORNING = Date.UTC(2026, 10, 23, 1);
const LONG = 60_000;

let office: Sandbox;

beforeAll(async () => {
  office = await startSandbox({ start: MONDAY_MORNING, rate: 0, port: 0 });
  for (let nth = 1; nth <= 11; nth++) {
    await office.mail.deliver({
      from: `Desa ${nth} <desa${nth}@desa${nth}.example>`,
      subject: `Internet mati di balai desa ${nth}`,
      text: "Sejak pagi internet tidak tersambung.",
      headers: { "Message-ID": `<lapor-${nth}@desa${nth}.example>` },
    });
  }
  await office.clock.beat();
}, LONG);
afterAll(() => office.close());

async function calendarLines(): Promise<string[]> {
  const before = office.worker.tail().length;
  expect(await office.worker.run("check")).toBe(0);
  const lines = office.worker.tail().slice(before);
  return lines.slice(lines.findIndex((line) => line.startsWith("baik   Kalender")));
}

test(
  "check tells of a day off that would move running deadlines, and of a period in doubt",
  { timeout: LONG },
  async () => {
    expect(await calendarLines()).toHaveLength(1);
    const { people } = office.google;
    const row = rowBelow("Hari Libur", "Tanggal");
    people.setCell({ tab: "Hari Libur", row, column: "Tanggal" }, "23/11/2026", "Sri");
    people.setCell({ tab: "Hari Libur", row, column: "Nama" }, "Libur daerah", "Sri");
    people.setCell({ tab: "Hari Libur", row, column: "Jenis" }, "libur", "Sri");
    const period =
      "Ramadan; 9/3/2027 s.d. 8/2/2027; 08.00-12.00, 12.30-15.00; 08.00-11.30, 12.30-15.30";
    const at = settingRow("Masa Jam Khusus 2");
    people.setCell({ tab: "Pengaturan", row: at, column: "Nilai" }, period, "Sri");
    const lines = await calendarLines();
    expect(lines[1]).toMatch(
      /^ {2}! {2}Kalender: Pengaturan, Masa Jam Khusus 2: .* terbalik: .*; yang berlaku tetap Ramadan 1448 H/u,
    );
    expect(lines[2]).toBe(
      "  !  Kalender: Perubahan Hari Libur atau Pengaturan menggeser 11 batas waktu yang sedang berjalan.",
    );
    // Once the worker has taken the change over there is nothing left to be moved.
    await office.clock.beat();
    expect(await calendarLines()).toHaveLength(2);
  },
);

function rows(title: string) {
  return office.google.snapshot().tabs.find((tab) => tab.title === title)?.rows ?? [];
}

function settingRow(name: string): number {
  return rows("Pengaturan").findIndex(({ cells }) => cells.some((cell) => cell?.text === name));
}

function rowBelow(title: string, header: string): number {
  const all = rows(title);
  const from = all.findIndex(({ cells }) => cells.some((cell) => cell?.text === header));
  const filled = all.findLastIndex(({ cells }) => cells.some((cell) => (cell?.text ?? "") !== ""));
  return Math.max(from, filled) + 1;
}
