import * as fc from "fast-check";
import { expect } from "vitest";

import { hostileHistory } from "./actions.ts";
import { playHistory } from "./history.ts";
import { officeBook } from "./office-book.ts";

/** Kinds that no protocol can tell apart may be so many of the histories. */
export const MOST_UNDECIDABLE = 0.02;

/**
 * Random histories, each left alone and looked at; throws with the smallest that ends badly. Answers
 * the share that no protocol could have told apart.
 */
export async function playHostile(numRuns: number, seed: number): Promise<number> {
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
  return undecidable / numRuns;
}
