import { expect, test } from "vitest";
import { shortInstant } from "../../src/desk/words.ts";
import { fromSerial, toSerial } from "../../src/sheet/serials.ts";
import { readClock, readDate, readInstant } from "../../src/sheet/typed-dates.ts";

const ZONE = "Asia/Jakarta";
/** Wednesday 25 November 2026, 15.30 WIB. */
const NOW = Date.UTC(2026, 10, 25, 8, 30);

test.each([
  [46_351.631944444445, "25/11/2026 15.10"],
  ["05/11/2026 09.00", "05/11/2026 09.00"],
  ["25-11-2026 15:10", "25/11/2026 15.10"],
  ["24 Nov 2026", "24/11/2026 00.00"],
  ["24 November 2026 pukul 08.30 WIB", "24/11/2026 08.30"],
  ["Selasa, 24 November 2026 pukul 08.32", "24/11/2026 08.32"],
  ["2026-11-24 08:30", "24/11/2026 08.30"],
  ["1/2/27", "01/02/2027 00.00"],
  ["8.30", "25/11/2026 08.30"],
  ["pukul 14.05", "25/11/2026 14.05"],
  [8.3, "25/11/2026 08.30"],
  [0.5, "25/11/2026 12.00"],
  ["17 Agt 2026", "17/08/2026 00.00"],
])("%s is read as %s", (input, expected) => {
  const read = readInstant(input, ZONE, NOW);
  expect(read === undefined ? "" : shortInstant(read, ZONE)).toBe(expected);
});

test.each(["11/25/2026 15:10", "tadi siang", "31/2/2026", "25/11/2026 25.00", "8", "24 Foo 2026"])(
  "%s is not understood",
  (input) => {
    expect(readInstant(input, ZONE, NOW)).toBe(undefined);
  },
);

test.each([
  ["24/11/2026", "2026-11-24"],
  [46_350, "2026-11-24"],
  ["24 Des 2026", "2026-12-24"],
  ["8.30", undefined],
])("the day of %s is %s", (input, expected) => {
  expect(readDate(input)).toBe(expected);
});

test.each([
  ["07.45", 465],
  ["7:45", 465],
  [7.45, 465],
  ["24.00", 1440],
  ["7.75", undefined],
])("the time of day %s is minute %s", (input, expected) => {
  expect(readClock(input)).toBe(expected);
});

test("a serial and its instant say the same second", () => {
  const at = Date.UTC(2026, 10, 25, 2, 0, 17);
  expect(fromSerial(toSerial(at, ZONE), ZONE)).toBe(at);
});
