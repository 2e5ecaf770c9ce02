import { expect, test } from "vitest";

import {
  bareSubject,
  isAnswerSubject,
  isForwardSubject,
  numbersIn,
  titleOf,
} from "../../src/desk/reference.ts";

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

test.each([
  ["TIK", "TIK-2026-3", [3]],
  ["TIK-KAB", "tik kab 2026 3", [3]],
  ["NET", "N-E T/2026/0003", [3]],
  ["NOC", "NOC #2026 : 0003", [3]],
  ["JAR", "JAR 2026-7 lalu JAR-2026-8", [7, 8]],
  ["PDE", "PDE-2026-12345678", []],
  ["SBN", "SBN-1026-3", []],
  ["KMF", "KMF-2026-3a", [3]],
  ["KDS", "AKDS-2026-3, 7KDS-2026-3, É KDS-2026-4", [4]],
  ["ADU", "ADU nomor 2026-3", []],
  ["ADN", "ADN ---- 2026-3", []],
  ["#7", "7-2026-3", [3]],
  ["-", "2026-0003", []],
  ["", "2026-0003", []],
])("with prefix %j, %j holds the numbers %j", (prefix, text, serials) => {
  const expected = serials.map((serial) => ({ year: 2026, serial }));
  expect(numbersIn(text, prefix)).toEqual(expected);
  expect(numbersIn(text, prefix)).toEqual(expected);
});

test("the same serial of two years is two numbers", () => {
  expect(numbersIn("JKD-2025-0042, JKD-2026-0042", "JKD")).toEqual([
    { year: 2025, serial: 42 },
    { year: 2026, serial: 42 },
  ]);
});

test("a number is looked for in the first 20,000 characters", () => {
  expect(numbersIn(`${"a ".repeat(9_993)}JKD-2026-0001`, "JKD")).toHaveLength(1);
  expect(numbersIn(`${"a ".repeat(10_000)}JKD-2026-0001`, "JKD")).toEqual([]);
});

const TITLES: [subject: string, text: string, title: string][] = [
  ["Re: Fwd: internet mati", "", "internet mati"],
  ["Bls: Trs: RE[2]: jaringan", "", "jaringan"],
  ["  balasan [12] :  terusan:jaringan", "", "jaringan"],
  ["Ref: jaringan", "", "Ref: jaringan"],
  ["lapor re: jaringan", "", "lapor re: jaringan"],
  ["", "internet mati pak. balai desa", "internet mati pak. balai desa"],
  ["Re: ", "baris satu\nbaris dua", "baris satu baris dua"],
  ["(tanpa judul)", "wifi hilang", "wifi hilang"],
  ["Fwd: No Subject", "wifi hilang", "wifi hilang"],
  ["tanpa subjek", "wifi hilang", "wifi hilang"],
  ["aduan tanpa judul", "wifi hilang", "aduan tanpa judul"],
  ["tanpa judul yang jelas", "wifi hilang", "tanpa judul yang jelas"],
  ["", "", ""],
];

test.each(TITLES)("titleOf(%j, %j) is %j", (subject, text, title) => {
  expect(titleOf(subject, text)).toBe(title);
});

test("titleOf() cuts a text at 80 characters and never through an emoji", () => {
  expect(titleOf("", `${"a".repeat(79)}📶 mati`)).toBe("a".repeat(79));
  expect(titleOf("", `${"a".repeat(80)}b`)).toBe("a".repeat(80));
  expect(titleOf("", `${"a".repeat(79)} mati`)).toBe("a".repeat(79));
});

test.each([
  ["Re: x", "answers"],
  ["  RE : x", "answers"],
  ["re [12]  : x", "answers"],
  ["Bls:x", "answers"],
  ["Balasan: x", "answers"],
  ["AW: x", "answers"],
  ["Fw: x", "passes on"],
  ["  FWD  : x", "passes on"],
  ["Trs: x", "passes on"],
  ["Diteruskan: x", "passes on"],
  ["Re: Bls[2]: Fwd: x", "answers and passes on"],
  ["Rekap: x", "does neither"],
  ["Re jaringan", "does neither"],
  ["internet re: fwd: x", "does neither"],
  ["terus mati: x", "does neither"],
])("a subject of %j %s", (subject, does) => {
  expect(isAnswerSubject(subject)).toBe(does.startsWith("answers"));
  expect(isForwardSubject(subject)).toBe(does.endsWith("passes on"));
  expect(bareSubject(subject) !== subject.trim()).toBe(does !== "does neither");
});
