import { expect, test } from "vitest";

import { type Numbering, withNext, withSeen } from "../../src/desk/numbering.ts";

function given(start: Numbering, count: number): number[] {
  let memory = start;
  return Array.from({ length: count }, () => {
    const next = withNext(memory, "2026");
    memory = next.memory;
    return next.serial;
  });
}

test("a number typed by hand costs that number and no other", () => {
  const memory = withSeen({ serials: { 2026: 41 } }, { own: {}, foreign: { 2026: [9999, 43, 7] } });
  expect(given(memory, 3)).toEqual([42, 44, 45]);
});

test("the worker's own numbers raise the series, and never lower it", () => {
  const seen = { own: { 2026: 12, 2025: 3 }, foreign: {} };
  expect(given(withSeen({ serials: { 2026: 5 } }, seen), 1)).toEqual([13]);
  expect(given(withSeen({ serials: { 2026: 50 } }, seen), 1)).toEqual([51]);
});

test("a typed number that was taken away again is free", () => {
  const before = withSeen({ serials: { 2026: 41 } }, { own: {}, foreign: { 2026: [42] } });
  expect(given(withSeen(before, { own: {}, foreign: {} }), 1)).toEqual([42]);
});

test("every year has a series of its own, and begins with one (B097)", () => {
  const memory = withSeen({ serials: { 2026: 41 } }, { own: { 2027: 2 }, foreign: {} });
  const next = withNext(memory, "2027");
  expect(next.serial).toBe(3);
  expect(next.memory.serials).toEqual({ 2026: 41, 2027: 3 });
  expect(withNext({ serials: {} }, "2026").serial).toBe(1);
});
