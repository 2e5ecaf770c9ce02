import { expect, test } from "vitest";

import type { Action, Step } from "./support/actions.ts";
import { playHistory } from "./support/history.ts";
import { officeBook } from "./support/office-book.ts";

/*
 * Where the line runs between what no protocol can tell apart and what the worker has to: each pair
 * differs in nothing but what a reading has shown.
 */

const book = await officeBook();

test("of overtyping taken back by half nobody can tell whose row it is", async () => {
  const { bad, excused } = await playHistory(book, [
    then(1, typing(2)),
    then(1, { do: "overtype", row: 0, who: 17, what: 107, fields: 3 }),
    then(1),
    then(1, { do: "undo", who: 0 }),
  ]);
  expect(bad).toEqual([]);
  expect(new Set(excused.map(({ kind }) => kind))).toEqual(
    new Set(["a row overtyped with a similar complaint"]),
  );
});

test("overtyping taken back by half is told from a complaint that has its number", async () => {
  const { bad, excused } = await playHistory(book, [
    then(2, typing(1)),
    then(1, { do: "overtype", row: 0, who: 17, what: 107, fields: 3 }),
    then(1),
    then(1, { do: "undo", who: 0 }),
  ]);
  expect([bad, excused]).toEqual([[], []]);
});

test("a correction that no reading has shown tells nobody that the row was overtyped", async () => {
  const { bad, excused } = await playHistory(book, overtypedAfterCorrection(0));
  expect(bad).toEqual([]);
  expect(new Set(excused.map(({ kind }) => kind))).toEqual(
    new Set(["a row overtyped with a similar complaint"]),
  );
});

test("a correction that a reading has shown tells that the row was overtyped", async () => {
  const { bad, excused } = await playHistory(book, overtypedAfterCorrection(2));
  expect([bad, excused]).toEqual([[], []]);
});

/** The same person's next complaint over one whose *Kanal* was corrected so many passes before. */
function overtypedAfterCorrection(beats: number): Step[] {
  return [
    then(4, { do: "type", who: 7, what: 10, bursts: 1, timed: false, at: null }),
    then(beats, { do: "correct", row: 0, key: "channel", nth: 33 }),
    then(1, { do: "overtype", row: 0, who: 7, what: 236, fields: 4 }),
  ];
}

function then(beats: number, ...actions: Action[]): Step {
  return { actions, between: false, beats };
}

function typing(bursts: number): Action {
  return { do: "type", who: 11, what: 189, bursts, timed: false, at: null };
}
