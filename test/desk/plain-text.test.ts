import { expect, test } from "vitest";

import { cleanLine, cleanText, cut } from "../../src/desk/plain-text.ts";

test.each([
  [
    "line ends of every system become one",
    "satu\r\ndua\rtiga\n\rempat",
    "satu\ndua\ntiga\n\nempat",
  ],
  ["a blank that does not break is a blank", "kec.\u00A0Dawe", "kec. Dawe"],
  ["tabs and empty lines stay", "No\tLokasi\n\n1\tAula", "No\tLokasi\n\n1\tAula"],
  ["a bell, an escape and a delete go", "mati\u0007 \u001B[1mtotal\u007F", "mati [1mtotal"],
  ["what hides a file's real ending goes", "foto\u202Egpj.exe", "fotogpj.exe"],
  ["blanks nobody sees go", "inter\u200Bnet\uFEFF ma\u00ADti", "internet mati"],
  ["a family stays one picture", "👨\u200D👩\u200D👧 mati", "👨\u200D👩\u200D👧 mati"],
  ["half a character becomes a mark", "mati \uD83D!", "mati \uFFFD!"],
])("of a text from outside %s", (_, text, kept) => {
  expect(cleanText(text)).toBe(kept);
});

test.each([
  ["several lines and blanks", "  Internet \r\n\t mati  ", 500, "Internet mati"],
  ["more than the limit", "internet mati total", 13, "internet mati"],
  ["what stands behind a wall of blanks is not looked for", `a${" ".repeat(40)}b`, 10, "a"],
])("one line of %s", (_, text, limit, line) => {
  expect(cleanLine(text, limit)).toBe(line);
});

test("a header of a megabyte becomes a line of 500 characters", () => {
  expect(cleanLine("internet mati ".repeat(80_000))).toHaveLength(500);
});

// The first and the last character that a text holds in two halves, and neighbours of a half.
test.each([
  ["ab", 3, "ab"],
  ["abc", 2, "ab"],
  ["a📶", 3, "a📶"],
  ["a📶b", 2, "a"],
  ["a\u{10000}b", 2, "a"],
  ["a\u{10FFFF}b", 2, "a"],
  ["a\u{D7FF}b", 2, "a\u{D7FF}"],
  ["a📶b", 3, "a📶"],
  ["", 5, ""],
])("%j cut at %i is %j", (text, limit, kept) => {
  expect(cut(text, limit)).toBe(kept);
});
