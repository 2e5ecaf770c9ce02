import * as fc from "fast-check";
import { expect } from "vitest";

import { hostileHistory } from "./actions.ts";
import { playHistory } from "./history.ts";
import { officeBook } from "./office-book.ts";

/** Kinds that no protocol can tell apart may be so many of the histories. */
const MOST_UNDECIDABLE = 0.02;

/** Random histories, each left alone and looked at; fails with the smallest that ends badly. */
export async function playHostile(numRuns: number, seed: number): Promise<void> {
  const book = await officeBook();
  let undecidable = 0;
  await fc.assert(
    fc.asyncProperty(hostileHistory, async (steps) => {
      const { bad, excused } = await playHistory(book, steps);
      if (excused.length > 0) undecidable += 1;
      expect(bad).toEqual([]);
    }),
    { numRuns, seed, endOnFailure: true },
  );
  expect(undecidable / numRuns).toBeLessThan(MOST_UNDECIDABLE);
}
