import { expect, test } from "vitest";

import { DAY, HOUR, MINUTE } from "../../src/desk/time.ts";
import {
  clockTime,
  dayMonthWords,
  dayWords,
  durationWords,
  instant,
  longInstant,
  monthWords,
  shortInstant,
} from "../../src/desk/words.ts";
import { wib } from "./clock-builders.ts";

const ZONE = "Asia/Jakarta";

test("instants read as letters in Indonesian write them", () => {
  const t = wib("2026-11-24 08.32");
  expect(longInstant(t, ZONE)).toBe("Selasa, 24 November 2026 pukul 08.32 WIB");
  expect(instant(t, ZONE)).toBe("24 November 2026 pukul 08.32 WIB");
  expect(shortInstant(t, ZONE)).toBe("24/11/2026 08.32");
  expect(clockTime(t, ZONE)).toBe("08.32 WIB");
  expect(clockTime(t, "Asia/Jayapura")).toBe("10.32 WIT");
});

test("midnight is 00.00 of the new day and a day of one digit stays one in words", () => {
  const t = wib("2027-01-05 00.00");
  expect(longInstant(t, ZONE)).toBe("Selasa, 5 Januari 2027 pukul 00.00 WIB");
  expect(shortInstant(t, ZONE)).toBe("05/01/2027 00.00");
});

test("days and months read without a time", () => {
  expect(dayWords("2026-11-25")).toBe("Rabu, 25 November 2026");
  expect(monthWords("2026-11")).toBe("November 2026");
  expect(dayMonthWords("2026-12-25")).toEqual({
    text: "25 Desember",
    day: "25",
    month: "Desember",
  });
});

const durations: [number, string][] = [
  [0, "kurang dari 1 menit"],
  [MINUTE - 1, "kurang dari 1 menit"],
  [MINUTE, "1 menit"],
  [2 * HOUR + 10 * MINUTE + 59_999, "2 jam 10 menit"],
  [3 * HOUR, "3 jam"],
  [DAY + 3 * HOUR, "1 hari 3 jam"],
  [2 * DAY + 5 * MINUTE, "2 hari 5 menit"],
];

for (const [length, words] of durations) {
  test(`${length} ms read ${words}`, () => {
    expect(durationWords(length)).toBe(words);
  });
}
