import { expect, test } from "vitest";

import { Remembered } from "../../src/desk/remembered.ts";

/** Asks for each key in turn; tells for which of them something had to be found. */
function found(most: number, keys: readonly string[]): string[] {
  const remembered = new Remembered<string, string>(most);
  const sought: string[] = [];
  for (const key of keys) {
    const value = remembered.of(key, () => {
      sought.push(key);
      return key.toUpperCase();
    });
    expect(value).toBe(key.toUpperCase());
  }
  return sought;
}

test("a key is looked for once, as long as no more are known than may be", () => {
  expect(found(2, ["a", "b", "a", "b", "a"])).toEqual(["a", "b"]);
});

test("one more than may be makes it forget the others, and nothing else does", () => {
  expect(found(2, ["a", "b", "c", "c", "a", "b"])).toEqual(["a", "b", "c", "a", "b"]);
});
