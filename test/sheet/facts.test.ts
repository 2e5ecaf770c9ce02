import { expect, test } from "vitest";
import type { Cell } from "../../src/sheet/cells.ts";
import { factsOf, numberOf } from "../../src/sheet/facts.ts";

/** Wednesday 25 November 2026, 15.30 WIB. */
const TIME = { zone: "Asia/Jakarta", now: Date.UTC(2026, 10, 25, 8, 30), prefix: "JKD" };

function read(cells: Record<string, Cell>) {
  return factsOf((key) => cells[key] ?? null, TIME);
}

test("dropdown values count whatever their case", () => {
  const { facts } = read({ priority: "tinggi", visit: "TIDAK PERLU", status: "menunggu info" });
  expect(facts).toMatchObject({
    priority: "Tinggi",
    visit: "Tidak perlu",
    status: "Menunggu Info",
  });
});

test("blank cells mean nothing chosen, and a blank status means Baru", () => {
  const { facts, problems } = read({});
  expect(facts).toMatchObject({ priority: "", status: "Baru", kind: "Aduan", finishedAt: null });
  expect(problems).toEqual([]);
});

test("two choices in one cell are no third choice", () => {
  const { facts, problems } = read({ priority: "Tinggi, Sedang" });
  expect(facts).not.toHaveProperty("priority");
  expect(problems).toEqual([
    'Prioritas "Tinggi, Sedang" tidak dikenal; pilih Tinggi, Sedang atau Rendah.',
  ]);
});

test("a formula's error leaves its field out and the rest of the row counts", () => {
  const { facts, problems } = read({ officers: { error: "#N/A" }, result: "ganti adaptor" });
  expect(facts).not.toHaveProperty("officers");
  expect(facts.result).toBe("ganti adaptor");
  expect(problems[0]).toContain("#N/A");
});

test("a time that cannot be read is told with an example", () => {
  const { facts, problems } = read({ finishedAt: "tadi siang" });
  expect(facts).not.toHaveProperty("finishedAt");
  expect(problems).toEqual([
    'Waktu Selesai "tadi siang" belum dapat dibaca; tulis seperti 24/11/2026 08.30.',
  ]);
});

test.each([
  [81_200_000_005, "081200000005"],
  ["0812-0000-0005", "0812-0000-0005"],
  [6_281_200_000_005, "6281200000005"],
])("the telephone number %s is %s", (cell, expected) => {
  expect(read({ phone: cell }).facts.phone).toBe(expected);
});

test.each([
  ["JKD-2026-0042", "JKD-2026-0042"],
  ["jkd 2026 42", "JKD-2026-0042"],
  ["jkd/2026/12345", "JKD-2026-12345"],
  ["ABC-2026-0042", undefined],
  ["42", undefined],
])("%s is the number %s", (typed, expected) => {
  expect(numberOf(typed, "JKD")).toBe(expected);
});
