import { expect, test } from "vitest";
import { MINUTE } from "../../src/desk/time.ts";
import { isExpired, isReadingFresh, lostCause, nextTry } from "../../src/worker/outbox-rules.ts";
import { aLetter as journalLetter } from "../journal/builders.ts";

const AT = Date.parse("2026-11-24T02:00:00Z");

test.each([
  [1, 1],
  [2, 2],
  [3, 5],
  [6, 60],
  [40, 60],
])("after %i failed attempts a letter waits %i minutes", (attempts, minutes) => {
  expect(nextTry(attempts, AT)).toBe(AT + minutes * MINUTE);
});

test("a letter expires at its own deadline, or after 24 hours in which the server could be reached", () => {
  const letter = journalLetter();
  expect(isExpired({ ...letter, expiresAt: AT }, AT)).toBe(false);
  expect(isExpired({ ...letter, expiresAt: AT }, AT + 1)).toBe(true);
  expect(isExpired({ ...letter, expiresAt: null, reachable: 24 * 60 * MINUTE }, AT)).toBe(false);
  expect(isExpired({ ...letter, expiresAt: null, reachable: 24 * 60 * MINUTE + 1 }, AT)).toBe(true);
});

test("a reading is fresh for ten minutes", () => {
  expect(isReadingFresh(null, AT)).toBe(false);
  expect(isReadingFresh(AT, AT + 10 * MINUTE)).toBe(true);
  expect(isReadingFresh(AT, AT + 10 * MINUTE + 1)).toBe(false);
});

test("a letter about no ticket cannot lose its cause", () => {
  expect(lostCause(journalLetter(), undefined)).toBeUndefined();
});
