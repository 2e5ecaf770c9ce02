import { expect, test } from "vitest";

import { cellOf } from "../../src/sheet/cells.ts";

test.each([
  ["N_A", "#N/A"],
  ["DIVIDE_BY_ZERO", "#DIV/0!"],
  ["REF", "#REF!"],
  ["NAME", "#NAME?"],
  ["VALUE", "#VALUE!"],
  ["NUM", "#NUM!"],
  ["NULL_VALUE", "#NULL!"],
  ["ERROR", "#ERROR!"],
  ["LOADING", "#ERROR!"],
])("a formula's error %s is shown as %s", (type, error) => {
  expect(cellOf({ effectiveValue: { errorValue: { type, message: "Kesalahan" } } })).toEqual({
    error,
  });
});

test("a person's chip speaks by its address", () => {
  const chipRuns = [{ chip: { personProperties: { email: "budi@kantor.example" } } }];
  expect(cellOf({ effectiveValue: { stringValue: "Budi" }, chipRuns })).toBe("budi@kantor.example");
  expect(cellOf({ chipRuns })).toBe("budi@kantor.example");
});
