import { expect, test } from "vitest";

import { isThanks, onlySaysItWorks, saysItWorks } from "../../src/desk/thanks.ts";

test.each([
  "terima kasih",
  "ok",
  "Siap pak 🙏",
  "matur nuwun sanget nggih mas",
  "👍👍",
  "noted, thanks",
  "🙏",
  `siap${" pak".repeat(24)}`,
  `ok${".".repeat(298)}`,
])("%j is nothing but thanks", (text) => {
  expect(isThanks(text)).toBe(true);
});

test.each([
  "",
  "terima kasih, masih mati",
  "ok?",
  "siap kami tunggu petugas",
  "pak",
  "123",
  "selamat pagi bapak ibu",
  `siap${" pak".repeat(25)}`,
  `ok${".".repeat(299)}`,
])("%j is more, or no thanks", (text) => {
  expect(isThanks(text)).toBe(false);
});

test.each([
  "sudah normal pak",
  "Alhamdulillah sdh bisa, terima kasih",
  "sampun saged mas",
  "internet sudah lancar",
  "sudah nyala",
  "normal kembali",
  "Sudah\nNormal",
  `sudah bisa ${"a".repeat(990)} tapi lambat`,
])("%j says that it works", (text) => {
  expect(saysItWorks(text)).toBe(true);
});

test.each([
  "belum bisa",
  "sudah bisa tapi lambat",
  "kemarin sudah normal, sekarang mati lagi",
  "tidak normal",
  "sudah dicek, tetap mati",
  `${"a ".repeat(495)} sudah bisa`,
  "",
])("%j does not say that it works", (text) => {
  expect(saysItWorks(text)).toBe(false);
});

test.each([
  ["matur nuwun pak, sampun murup", true],
  ["Sudah normal, terima kasih", true],
  ["internet masih mati", false],
  ["sudah normal, tapi printer jaringan mati", false],
  ["Sudah bisa. Apakah besok ada pemeliharaan?", false],
  [`sudah bisa${" di".repeat(13)}`, true],
  [`sudah bisa${" di".repeat(14)}`, false],
  [`sudah bisa${".".repeat(110)}`, true],
  [`sudah bisa${".".repeat(111)}`, false],
])("%j is nothing but the news that it works: %s", (text, expected) => {
  expect(onlySaysItWorks(text)).toBe(expected);
});
