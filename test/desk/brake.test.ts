import { expect, test } from "vitest";
import { brake, isMassChange, type Upheaval } from "../../src/desk/brake.ts";

const CALM: Upheaval = {
  open: 40,
  missing: 0,
  frozen: 0,
  backwards: 0,
  edited: 0,
  newlyMissing: 0,
  mixed: false,
  emptied: null,
};

test.each<[string, Partial<Upheaval>, string | null]>([
  ["an ordinary reading", {}, null],
  ["eight strange rows of forty", { missing: 5, edited: 3 }, null],
  [
    "nine strange rows of forty",
    { missing: 5, frozen: 1, backwards: 1, edited: 2 },
    "9 dari 40 aduan terbuka hilang atau berubah sekaligus.",
  ],
  ["five strange rows of six", { open: 6, missing: 5 }, null],
  [
    "six strange rows of six",
    { open: 6, missing: 6 },
    "6 dari 6 aduan terbuka hilang atau berubah sekaligus.",
  ],
  [
    "one row gone and one gone backwards",
    { missing: 1, newlyMissing: 1, backwards: 1 },
    "Log tampak dipulihkan ke versi lama.",
  ],
  ["a row gone for long and one gone backwards", { missing: 1, backwards: 1 }, null],
  ["a row gone, none backwards", { missing: 1, newlyMissing: 1 }, null],
  [
    "a row still gone after a braked reading",
    { newlyMissing: 1, wasBraked: true },
    "Sebagian aduan yang hilang dari log belum kembali.",
  ],
  ["everything back after a braked reading", { wasBraked: true }, null],
  ["columns sorted without the others", { mixed: true }, "Isi beberapa baris tampak tertukar:"],
  ["a column cleared in eight rows of forty", { emptied: lost(8) }, null],
  [
    "a column cleared in nine rows of forty",
    { emptied: lost(9) },
    'Kolom "Petugas" menjadi kosong di 9 aduan terbuka sekaligus.',
  ],
  ["a column of three rows cleared", { emptied: lost(3, true) }, null],
  [
    "a column made anew where one row had something",
    { emptied: lost(1, true, true) },
    'Kolom "Petugas" menjadi kosong',
  ],
  [
    "a column of four rows cleared",
    { emptied: lost(4, true) },
    'Kolom "Petugas" menjadi kosong di 4 aduan terbuka sekaligus.',
  ],
])("%s", (_, seen, expected) => {
  const told = brake({ ...CALM, ...seen });
  expect(told?.slice(0, expected?.length) ?? null).toBe(expected);
});

test.each([
  [15, 20, false],
  [16, 20, true],
  [18, 60, false],
  [19, 60, true],
])("%i changes among %i open tickets wait for accept: %s", (changed, open, expected) => {
  expect(isMassChange(changed, open)).toBe(expected);
});

function lost(tickets: number, isWhole = false, isAnew = false): Upheaval["emptied"] {
  return { column: "Petugas", tickets, isWhole, isAnew };
}
