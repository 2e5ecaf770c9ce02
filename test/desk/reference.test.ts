import { expect, test } from "vitest";

import { isAnswerSubject, numbersIn, titleOf } from "../../src/desk/reference.ts";

const NUMBERS: [text: string, found: string[]][] = [
  ["[JKD-2026-0042] Aduan diterima", ["2026/42"]],
  ["Re: [JKD-2026-0042] Fwd: [JKD-2026-0007]", ["2026/42", "2026/7"]],
  ["jkd 2026 42", ["2026/42"]],
  ["jkd-2026-0042", ["2026/42"]],
  ["JKD20260042", ["2026/42"]],
  ["J K D - 2026 - 42", ["2026/42"]],
  ["nomor JKD.2026.0042 mohon kabar", ["2026/42"]],
  ["JKD-2026-12345", ["2026/12345"]],
  ["JKD-2026-0042 dan lagi JKD 2026 42", ["2026/42"]],
  ["no. 2026-0042 mohon info", []],
  ["[Tiket #0042] gangguan", []],
  ["XJKD-2026-0042", []],
  ["JKD-2026-0000", []],
  ["JKD-2026", []],
  ["", []],
];

test.each(NUMBERS)("numbersIn(%j) finds %j", (text, found) => {
  expect(numbersIn(text, "JKD").map(({ year, serial }) => `${year}/${serial}`)).toEqual(found);
});

test("numbersIn() takes the office's own prefix, signs and all", () => {
  expect(numbersIn("tik kab 2026 3", "TIK-KAB")).toEqual([{ year: 2026, serial: 3 }]);
  expect(numbersIn("2026-0003", "")).toEqual([]);
});

const TITLES: [subject: string, text: string, title: string][] = [
  ["Re: Fwd: internet mati", "", "internet mati"],
  ["Bls: Trs: RE[2]: jaringan", "", "jaringan"],
  ["Ref: jaringan", "", "Ref: jaringan"],
  ["", "internet mati pak. balai desa", "internet mati pak. balai desa"],
  ["Re: ", "baris satu\nbaris dua", "baris satu baris dua"],
  ["(tanpa judul)", "wifi hilang", "wifi hilang"],
  ["", "", ""],
];

test.each(TITLES)("titleOf(%j, %j) is %j", (subject, text, title) => {
  expect(titleOf(subject, text)).toBe(title);
});

test("titleOf() cuts a text at 80 characters and never through an emoji", () => {
  const title = titleOf("", `${"a".repeat(79)}📶 mati`);
  expect(title).toBe("a".repeat(79));
});

test("isAnswerSubject() knows the prefixes of Indonesian and English programs", () => {
  expect(["Re: x", "RE: x", "Bls: x", "Balasan: x", "re[3]: x"].every(isAnswerSubject)).toBe(true);
  expect(["Rekap: x", "Fwd: x", "internet re: x"].some(isAnswerSubject)).toBe(false);
});
