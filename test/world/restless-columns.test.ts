import * as fc from "fast-check";
import { expect, test } from "vitest";

import { columnsOf } from "../../src/sheet/columns.ts";
import { type Action, CONTENT_KEYS, type Step, WORK_KEYS } from "./support/actions.ts";
import { playHistory } from "./support/history.ts";
import { officeBook } from "./support/office-book.ts";

/*
 * An office in which somebody moves or inserts columns every other minute, most often while a new
 * row is appended, and in which people work, sort and take back as ever.
 */

const KEYS = columnsOf("log").map(({ key }) => key);

const row = fc.nat(12);
const mail: fc.Arbitrary<Action> = fc.record({
  do: fc.constantFrom("mail", "form"),
  who: fc.nat(18),
  what: fc.nat(400),
});
const column: fc.Arbitrary<Action> = fc.record({
  do: fc.constantFrom("move column", "move column", "move column", "insert column"),
  key: fc.constantFrom(...KEYS),
  to: fc.nat(KEYS.length),
});
const work: fc.Arbitrary<Action> = fc.record({
  do: fc.constant("work"),
  row,
  key: fc.constantFrom(...WORK_KEYS),
  value: fc.nat(5),
});
const sort: fc.Arbitrary<Action> = fc.record({
  do: fc.constant("sort"),
  key: fc.constantFrom("number", "status", "unit", "reportedAt", "text"),
  descending: fc.boolean(),
});
const correct: fc.Arbitrary<Action> = fc.record({
  do: fc.constant("correct"),
  row,
  key: fc.constantFrom(...CONTENT_KEYS.filter((key) => key !== "reportedAt" && key !== "text")),
  nth: fc.nat(40),
});
const trouble: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant("undo"), who: fc.nat(1) }),
  fc.record({ do: fc.constant("kill"), calls: fc.nat(44), afterwards: fc.boolean() }),
  fc.record({ do: fc.constant("google fails"), how: fc.nat(6), times: fc.constant(1) }),
  fc.record({ do: fc.constant("move row"), row, to: row }),
  fc.record({ do: fc.constant("delete rows"), row, count: fc.constant(1) }),
);

const step: fc.Arbitrary<Step> = fc.record({
  actions: fc.array(
    fc.oneof(
      { weight: 6, arbitrary: column },
      { weight: 4, arbitrary: mail },
      { weight: 3, arbitrary: work },
      { weight: 2, arbitrary: sort },
      { weight: 1, arbitrary: correct },
      { weight: 2, arbitrary: trouble },
    ),
    { minLength: 1, maxLength: 2 },
  ),
  between: fc.boolean(),
  beats: fc.constantFrom(0, 1, 1, 2),
});

/** A column is moved in the very moment in which a row is appended. */
const shiftedBirth: fc.Arbitrary<Step[]> = fc
  .tuple(mail, column, fc.array(step, { maxLength: 2 }))
  .map(([arrived, moved, more]) => [
    { actions: [arrived], between: false, beats: 0 },
    { actions: [moved], between: true, beats: 1 },
    ...more,
  ]);

const restless: fc.Arbitrary<Step[]> = fc
  .tuple(mail, fc.array(shiftedBirth, { minLength: 1, maxLength: 3 }))
  .map(([first, births]) => [{ actions: [first], between: false, beats: 2 }, ...births.flat()]);

const HISTORIES = 30;

test("no complaint and no cell of people's is lost while columns move", async () => {
  const book = await officeBook();
  await fc.assert(
    fc.asyncProperty(restless, async (steps) => {
      expect((await playHistory(book, steps)).bad).toEqual([]);
    }),
    { numRuns: HISTORIES, seed: 20_261_125, endOnFailure: true },
  );
}, 120_000);
