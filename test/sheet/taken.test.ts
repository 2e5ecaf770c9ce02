import { expect, test } from "vitest";

import type { LogRow } from "../../src/sheet/log-rows.ts";
import { missed, takenFrom } from "../../src/sheet/taken.ts";

const WITNESS = {
  time: "4004756711",
  channel: "telepon",
  unit: "dinas pupr",
  reporter: "agus",
  text: "halaman perizinan kosong",
};

function row(changes: Partial<LogRow>): LogRow {
  const typed = changes.typed ?? "JKD-2026-0002";
  return {
    id: "r7",
    index: 7,
    number: typed,
    typed,
    word: "",
    code: "",
    witness: WITNESS,
    cells: {},
    print: "",
    ...changes,
  };
}

test.each<[string, LogRow[], number]>([
  ["has lost its number", [row({ typed: "" })], 0],
  ["is gone", [], 0],
  ["still has its number elsewhere, so that another row lost its own", [row({ index: 9 })], 1],
  ["still has its number where it stood, since it may not be written", [row({})], 0],
  ["stands there, and a copy of it elsewhere", [row({}), row({ index: 9 })], 0],
  ["says something else by now", [row({ index: 9, witness: { ...WITNESS, unit: "" } })], 0],
])("of one number that was to be taken, the row %s", (_, rows, count) => {
  expect(missed(takenFrom([row({})]), rows)).toBe(count);
});

test("from a row without a number nothing is taken", () => {
  expect(takenFrom([row({ typed: "" })])).toEqual([]);
});
