import { expect, test } from "vitest";

import { editWords } from "../../src/desk/form-edit.ts";
import { wib } from "./clock-builders.ts";
import { aComplaint } from "./support/messages.ts";

const FIRST = aComplaint(wib("2026-11-24 09.00"), { phone: "0812" });

test.each([
  ["the same again", {}, "Formulir dikirim ulang tanpa perubahan."],
  ["blanks alone", { place: " Aula " }, "Formulir dikirim ulang tanpa perubahan."],
  ["another place", { place: " Aula B " }, "Isian formulir diubah. Lokasi: Aula B"],
  [
    "all that the form asks",
    {
      unit: "Desa Colo",
      reporter: "Siti",
      email: "siti@surel.example",
      phone: "0813",
      place: "Balai",
      text: "Mati total.",
    },
    "Isian formulir diubah. OPD/Desa: Desa Colo; Pelapor: Siti; Email: siti@surel.example; " +
      "No. HP: 0813; Lokasi: Balai; Uraian: Mati total.",
  ],
  ["an answer taken away", { phone: " " }, "Isian formulir diubah. No. HP: (dikosongkan)"],
])("an edit of %s", (_, changes, words) => {
  expect(editWords(FIRST, { ...FIRST, ...changes })).toBe(words);
});

test("blanks that the first answer had are none of it", () => {
  const first = { ...FIRST, place: " Aula " };
  expect(editWords(first, FIRST)).toBe("Formulir dikirim ulang tanpa perubahan.");
});
