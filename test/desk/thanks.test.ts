import { expect, test } from "vitest";

import { isThanks, saysItWorks } from "../../src/desk/thanks.ts";

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
