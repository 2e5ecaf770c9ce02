import { describe, expect, test } from "vitest";

import { defaultPolicy } from "../../src/desk/default-policy.ts";
import type { Policy } from "../../src/desk/policy.ts";
import { HOUR, MINUTE } from "../../src/desk/time.ts";
import { SETTINGS } from "../../src/sheet/settings.ts";
import { googleSheets } from "../../src/sheet/google-sheets.ts";
import { workerOver } from "./support/office-model.ts";
import { columnOf, openReadyOffice, type SheetOffice } from "./support/sheet-office.ts";

const DEFAULTS = defaultPolicy("Asia/Jakarta");

function take(name: string, text: string, policy: Policy = DEFAULTS) {
  const setting = SETTINGS.find((each) => each.name === name);
  if (!setting) throw new Error(`There is no setting ${name}`);
  return setting.take(policy, text);
}

function rung(policy: Policy | string | undefined, step: number, kind: string, to: string) {
  if (typeof policy !== "object") throw new Error(`refused: ${policy}`);
  return policy.ladder.find((each) => each.step === step && each.kind === kind && each.to === to);
}

test.each(SETTINGS.map((setting) => [setting.name, setting] as const))(
  "%s reads what it shows as what it was",
  (_, setting) => {
    expect(setting.take(DEFAULTS, setting.show(DEFAULTS))).toEqual({
      ...DEFAULTS,
      calendar: { ...DEFAULTS.calendar, periods: expect.any(Array) },
    });
  },
);

test("every rung of the ladder has its row, and every row its explanation", () => {
  const rows = SETTINGS.filter(({ name }) => /^(?:Pengingat|Surat Terlambat|Eskalasi)/.test(name));
  expect(rows.map((row) => [row.name, row.show(DEFAULTS)])).toEqual([
    ["Pengingat Langkah 3", "10 menit"],
    ["Surat Terlambat Langkah 3", "langsung"],
    ["Eskalasi Langkah 3 ke Kepala Seksi", "30 menit; Tinggi: langsung"],
    ["Pengingat Langkah 4", "15 menit"],
    ["Surat Terlambat Langkah 4", "langsung"],
    ["Eskalasi Langkah 4 ke Kepala Seksi", "1 jam; Tinggi: langsung"],
    ["Eskalasi Langkah 4 ke Kepala Bidang", "4 jam; Tinggi: 2 jam"],
    ["Pengingat Langkah 5", "4 jam"],
    ["Surat Terlambat Langkah 5", "langsung"],
    ["Eskalasi Langkah 5 ke Kepala Seksi", "4 jam; Tinggi: langsung"],
    ["Eskalasi Langkah 5 ke Kepala Bidang", "1 hari kerja; Tinggi: 4 jam"],
  ]);
  expect(rows).toHaveLength(DEFAULTS.ladder.length);
  expect(SETTINGS.every(({ explanation }) => explanation.endsWith("."))).toBe(true);
});

describe("a rung", () => {
  test.each([
    ["Pengingat Langkah 4", "20 menit", 4, "warning", "officer", -20, -20],
    ["Pengingat Langkah 4", "20", 4, "warning", "officer", -20, -20],
    ["Surat Terlambat Langkah 5", "1 Jam 30 Menit", 5, "overdue", "officer", 90, 90],
    ["Eskalasi Langkah 3 ke Kepala Seksi", "2 jam", 3, "escalation", "section-head", 120, 120],
    [
      "Eskalasi Langkah 5 ke Kepala Bidang",
      "2 hari kerja; tinggi 1 hari kerja",
      5,
      "escalation",
      "division-head",
      900,
      450,
    ],
  ])("%s: %s", (name, text, step, kind, to, offset, offsetHigh) => {
    expect(rung(take(name, text), step, kind, to)).toEqual({
      step,
      kind,
      to,
      offset: offset * MINUTE,
      offsetHigh: offsetHigh * MINUTE,
    });
  });

  test("that the office does without is taken away, and no other with it", () => {
    const policy = take("Pengingat Langkah 5", "tidak");
    expect(rung(policy, 5, "warning", "officer")).toBeUndefined();
    expect(rung(policy, 5, "overdue", "officer")).toBeDefined();
  });

  test.each([
    ["Pengingat Langkah 4", "langsung", "pengingat harus sebelum batas"],
    ["Pengingat Langkah 4", "1 jam", "pengingat harus lebih singkat daripada Batas Langkah 4"],
    [
      "Eskalasi Langkah 4 ke Kepala Seksi",
      "1 jam; Tinggi: 2 jam",
      "untuk Prioritas Tinggi tidak boleh lebih lambat",
    ],
    ["Eskalasi Langkah 4 ke Kepala Bidang", "11 hari kerja", "paling lama 10 hari kerja"],
    ["Eskalasi Langkah 4 ke Kepala Seksi", "secepatnya", undefined],
    ["Eskalasi Langkah 4 ke Kepala Seksi", "1 jam; 2 jam", undefined],
    ["Eskalasi Langkah 4 ke Kepala Seksi", "1 jam; Tinggi: 5 menit; 3 jam", undefined],
    ["Surat Terlambat Langkah 4", "-5 menit", undefined],
  ])("%s cannot be %s", (name, text, reason) => {
    expect(take(name, text)).toBe(reason);
  });
});

function typeSetting(office: SheetOffice, name: string, value: string) {
  const row = columnOf(office, "Pengaturan", "Pengaturan").indexOf(name) + 1;
  office.google.people.setCell({ tab: "Pengaturan", row, column: "Nilai" }, value, "Sri");
  return row;
}

test("staff set a rung in Pengaturan; a wrong one keeps the last good value and says why beside it", async () => {
  const office = await openReadyOffice();
  const name = "Eskalasi Langkah 4 ke Kepala Seksi";
  const book = googleSheets(office.client, office.options);
  typeSetting(office, name, "3 jam; Tinggi: 1 jam");
  const first = (await book.read(null)).office;
  expect(rung(first?.policy, 4, "escalation", "section-head")).toMatchObject({
    offset: 3 * HOUR,
    offsetHigh: HOUR,
  });

  const row = typeSetting(office, name, "1 jam; Tinggi: 2 jam");
  const second = (await book.read(first)).office;
  expect(second?.policy.ladder).toEqual(first?.policy.ladder);
  await workerOver(book, office.clock).pass();
  expect(columnOf(office, "Masalah", "Pengaturan")[row - 1]).toBe(
    '"1 jam; Tinggi: 2 jam" untuk Prioritas Tinggi tidak boleh lebih lambat; yang berlaku tetap 1 jam; Tinggi: langsung. Contoh: 1 jam; Tinggi: langsung.',
  );
});
