import { expect, test } from "vitest";

import { isThanks, onlySaysItWorks, saysItWorks } from "../../src/desk/thanks.ts";

test.each([
  "terima kasih",
  "ok",
  "Siap pak 🙏",
  "matur nuwun sanget nggih mas",
  "👍👍",
  "noted, thanks",
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
  "terima kasih ".repeat(50),
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
])("%j says that it works", (text) => {
  expect(saysItWorks(text)).toBe(true);
});

test.each([
  "belum bisa",
  "sudah bisa tapi lambat",
  "kemarin sudah normal, sekarang mati lagi",
  "tidak normal",
  "sudah dicek, tetap mati",
  "",
])("%j does not say that it works", (text) => {
  expect(saysItWorks(text)).toBe(false);
});

test.each([
  ["matur nuwun pak, sampun murup", true],
  ["Sudah normal, terima kasih", true],
  ["sudah normal, tapi printer jaringan mati", false],
  ["Sudah bisa. Apakah besok ada pemeliharaan?", false],
  [`sudah bisa ${"untuk loket satu dan loket dua ".repeat(6)}`, false],
])("%j is nothing but the news that it works: %s", (text, expected) => {
  expect(onlySaysItWorks(text)).toBe(expected);
});
