import { expect, test } from "vitest";
import { nearness } from "../../src/sheet/nearness.ts";
import type { Witness } from "../../src/sheet/witness.ts";

const OURS: Witness = {
  time: "4004780417",
  channel: "email",
  unit: "dinas kesehatan",
  reporter: "rina",
  text: "internet mati sejak pagi",
};

test.each<[string, Partial<Witness>, string]>([
  ["the same", {}, "equal"],
  ["the same with cleared cells", { time: "", channel: "" }, "equal"],
  ["a text that goes on", { text: "internet mati sejak pagi, lampu los merah menyala" }, "equal"],
  ["a text around it", { text: "lapor: internet mati sejak pagi" }, "equal"],
  ["another text", { text: "wifi lambat" }, "near"],
  ["another reporter", { reporter: "budi" }, "near"],
  ["another reporter and unit", { reporter: "budi", unit: "dishub" }, "far"],
  ["another text and reporter", { text: "wifi lambat", reporter: "budi" }, "other"],
  ["three other fields", { time: "1", unit: "dishub", reporter: "budi" }, "other"],
  ["one agreeing of three", { text: "", channel: "", time: "1", unit: "dishub" }, "other"],
  ["nothing but a unit", { time: "", channel: "", reporter: "", text: "" }, "unclear"],
  ["a blank row", { time: "", channel: "", unit: "", reporter: "", text: "" }, "unclear"],
])("%s", (_, changes, expected) => {
  expect(nearness(OURS, { ...OURS, ...changes })).toBe(expected);
});

test("a text far longer than the one inside it is another text", () => {
  const long = `${"keterangan panjang sekali ".repeat(4)}internet mati sejak pagi`;
  expect(nearness(OURS, { ...OURS, text: long })).toBe("near");
});
