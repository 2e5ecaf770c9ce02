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
};

test.each<[string, Partial<Upheaval>, boolean]>([
  ["an ordinary reading", {}, false],
  ["eight strange rows of forty", { missing: 5, edited: 3 }, false],
  ["nine strange rows of forty", { missing: 5, frozen: 1, backwards: 1, edited: 2 }, true],
  ["five strange rows of six", { open: 6, missing: 5 }, false],
  ["six strange rows of six", { open: 6, missing: 6 }, true],
  ["one row gone and one gone backwards", { missing: 1, newlyMissing: 1, backwards: 1 }, true],
  ["a row still gone after a braked reading", { newlyMissing: 1, wasBraked: true }, true],
  ["everything back after a braked reading", { wasBraked: true }, false],
  ["columns sorted without the others", { mixed: true }, true],
])("%s", (_, seen, expected) => {
  expect(brake({ ...CALM, ...seen }) !== null).toBe(expected);
});

test.each([
  [15, 20, false],
  [16, 20, true],
  [18, 60, false],
  [19, 60, true],
])("%i changes among %i open tickets wait for accept: %s", (changed, open, expected) => {
  expect(isMassChange(changed, open)).toBe(expected);
});
