import { expect, test } from "vitest";

import type { Action, Step } from "./support/actions.ts";
import { playHistory } from "./support/history.ts";
import { officeBook } from "./support/office-book.ts";

/*
 * Histories that once ended badly, as short as they could be made. Each stands for a rule of how
 * rows are told apart (identify, claims, brake) that came of it.
 */

const book = await officeBook();

const FOUND: Readonly<Record<string, Step[]>> = {
  "a text cleared between a claim's number and its proof is still part of the complaint": [
    then(1, typing({ who: 1, what: 271, at: 0 })),
    between(1, { do: "clear", row: 9, count: 1, key: "text" }),
  ],
  "an old version stays refused although somebody goes on typing in it": [
    then(1, { do: "mail", who: 13, what: 46 }),
    then(1, typing({ who: 8, what: 19, timed: true })),
    then(
      1,
      { do: "copy row", row: 38, edits: 2, who: 17, what: 51, inserted: false },
      { do: "mail", who: 1, what: 212 },
    ),
    then(1, { do: "correct", row: 9, key: "unit", nth: 39 }),
    then(1, { do: "work", row: 53, key: "officers", value: 4 }, { do: "restore", back: 5 }),
    then(1, { do: "reword", row: 58, nth: 4 }),
  ],
  "columns sorted apart are seen between a claim's number and its proof": [
    then(1, typing({ who: 0, what: 253, at: 23 })),
    then(1, typing({ who: 2, what: 136, at: 60 })),
    between(1, { do: "part sort", from: "unit to email", key: "text" }),
  ],
  "columns sorted apart are seen by what a row without a number said before": [
    then(1, typing({ who: 10, what: 47, timed: true, at: 11 })),
    then(1, { do: "paste rows", who: 1, what: 148, count: 2 }),
    then(0, { do: "part sort", from: "unit to email", key: "reporter" }),
  ],
  "columns sorted apart are seen although mail and typed row agree in little": [
    then(1, typing({ who: 4, what: 270, bursts: 3, at: 27 })),
    then(2, { do: "mail", who: 5, what: 370 }),
    then(1, { do: "part sort", from: "unit to email", key: "reporter" }),
  ],
  "columns sorted apart are seen in the first reading after a claim became a ticket": [
    then(1, { do: "paste rows", who: 9, what: 99, count: 2 }),
    then(1, { do: "form edit", nth: 32 }),
    then(1, { do: "part sort", from: "reporter to text", key: "reporter" }),
  ],
  "the first words of a person's next complaint do not take the row of an overtyped one": [
    then(1, typing({ who: 4, what: 180 })),
    then(2, { do: "mail server fails", how: 1 }),
    then(1, { do: "overtype", row: 54, who: 9, what: 192, fields: 3 }),
    then(1, typing({ who: 4, what: 28, bursts: 2, timed: true, at: 56 })),
  ],
  "a claim's number on the first words of the same person's next complaint proves nothing": [
    then(1, typing({ who: 4, what: 6, bursts: 3, timed: true, at: 57 })),
    then(1, { do: "work", row: 36, key: "result", value: 0 }),
    between(1, typing({ who: 4, what: 49, bursts: 3, timed: true, at: 8 })),
  ],
  "a number pasted where nothing else stands does not take the ticket from its row": [
    then(0, { do: "form", who: 0, what: 377 }),
    then(1, typing({ who: 16, what: 138, bursts: 2 })),
    then(
      1,
      { do: "reword", row: 27, nth: 43 },
      { do: "paste numbers", row: 39, from: 40, count: 4 },
    ),
  ],
  "what an old version shows half typed does not keep its complaint from the log": [
    then(
      1,
      typing({ who: 17, what: 74, bursts: 3, timed: true, at: 33 }),
      { do: "mail", who: 14, what: 382 },
      typing({ who: 16, what: 385, bursts: 3, timed: true }),
    ),
    then(1, { do: "sort", key: "officers", descending: false }),
    between(0, { do: "undo", who: 0 }),
    then(0, { do: "reword", row: 5, nth: 10 }, { do: "restore", back: 7 }),
  ],
  "a column that two complaints exchanged is seen where they agree in all the rest": [
    then(1, { do: "mail", who: 5, what: 370 }),
    then(2, { do: "overtype", row: 25, who: 5, what: 212, fields: 5 }),
    then(1, { do: "part sort", from: "unit to email", key: "reporter" }),
  ],
  "columns sorted apart are seen although a cleared row took part": [
    then(
      1,
      typing({ who: 15, what: 371, bursts: 2, at: 59 }),
      typing({ who: 17, what: 58, bursts: 3, at: 45 }),
      typing({ who: 14, what: 175, bursts: 3, at: 11 }),
      { do: "form", who: 1, what: 189 },
    ),
    then(1, { do: "correct", row: 26, key: "reporter", nth: 20 }),
    then(1, { do: "clear row", row: 41 }),
    then(1, { do: "part sort", from: "unit to email", key: "reporter" }),
  ],
  "a text that was sorted away into a row half typed is seen": [
    then(
      2,
      typing({ who: 2, what: 2 }),
      typing({ who: 1, what: 366, timed: true, at: 56 }),
      typing({ who: 14, what: 386, bursts: 3, at: 55 }),
      typing({ who: 0, what: 6 }),
    ),
    then(0, { do: "undo", who: 0 }),
    between(1, { do: "part sort", from: "reporter to text", key: "text" }),
  ],
  "columns sorted apart are seen although units were blank": [
    then(1, { do: "mail", who: 18, what: 42 }, typing({ who: 17, what: 396, at: 24 })),
    then(0, typing({ who: 7, what: 233, bursts: 3, at: 2 })),
    then(1, typing({ who: 3, what: 173, bursts: 3, timed: true, at: 14 })),
    then(1, { do: "part sort", from: "unit to email", key: "reporter" }),
  ],
  "a number pasted over a row's own does not take its ticket when the text changes too": [
    then(
      2,
      { do: "mail", who: 18, what: 89 },
      typing({ who: 2, what: 160, timed: true, at: 36 }),
      typing({ who: 17, what: 180, timed: true, at: 32 }),
    ),
    then(
      1,
      { do: "paste numbers", row: 34, from: 32, count: 1 },
      { do: "reword", row: 37, nth: 82 },
    ),
  ],
  "a row asked about under its own number keeps no complaint of the same person's from the log": [
    then(
      2,
      typing({ who: 9, what: 137, timed: true, at: 1 }),
      typing({ who: 2, what: 152, bursts: 3, timed: true, at: 10 }),
      typing({ who: 4, what: 57, bursts: 2, at: 23 }),
    ),
    then(2, { do: "overtype", row: 14, who: 2, what: 325, fields: 4 }),
    then(1, { do: "sort", key: "unit", descending: false }),
    then(1, { do: "clear row", row: 25 }),
  ],
  "a copy typed into the same person's next complaint does not win over an original reworded": [
    then(2, typing({ who: 8, what: 330, at: 57 })),
    between(1, { do: "kill", calls: 9, afterwards: true }, { do: "reword", row: 32, nth: 20 }),
    then(1, { do: "copy row", row: 15, edits: 5, who: 8, what: 331, inserted: true }),
    then(1, { do: "correct", row: 55, key: "unit", nth: 13 }),
    between(1, { do: "sort", key: "unit", descending: false }),
  ],
  "a new number that landed on a row asked about is no answer": [
    then(
      2,
      typing({ who: 18, what: 33, timed: true }),
      typing({ who: 8, what: 330, at: 57 }),
      typing({ who: 15, what: 393, bursts: 3, timed: true, at: 8 }),
    ),
    between(1, { do: "kill", calls: 9, afterwards: true }, { do: "reword", row: 32, nth: 20 }),
    then(1, { do: "copy row", row: 15, edits: 5, who: 8, what: 331, inserted: true }),
    then(1, { do: "correct", row: 55, key: "unit", nth: 13 }),
    between(1, { do: "sort", key: "unit", descending: false }),
  ],
  "a deletion undone while its row is restored leaves no row that passes for a new complaint": [
    then(1, { do: "form", who: 17, what: 330 }, { do: "mail", who: 13, what: 93 }),
    then(1, { do: "delete rows", row: 53, count: 6 }),
    between(0, { do: "undo", who: 1 }),
    then(1, { do: "copy row", row: 21, edits: 5, who: 14, what: 179, inserted: true }),
    then(0, { do: "correct", row: 3, key: "unit", nth: 23 }),
  ],
  "columns sorted apart are seen while a cleared number is written again": [
    then(1, { do: "form", who: 8, what: 363 }),
    then(1, typing({ who: 7, what: 139, bursts: 2, timed: true, at: 26 })),
    then(
      1,
      { do: "google fails", how: 0, times: 1 },
      { do: "clear", row: 17, count: 3, key: "number" },
    ),
    between(1, { do: "part sort", from: "reporter to text", key: "text" }),
  ],
  "an overtyped row's number does not go to the first words of the person's next complaint": [
    then(1, typing({ who: 3, what: 55, timed: true })),
    then(1, typing({ who: 3, what: 11, bursts: 3, timed: true })),
    then(1, { do: "undo", who: 0 }),
    then(0, { do: "overtype", row: 0, who: 5, what: 225, fields: 4 }),
  ],
  "a deletion is told once although the mail server was lost while it took the letter": [
    then(2, { do: "mail", who: 5, what: 64 }),
    then(4, { do: "delete rows", row: 0, count: 1 }),
    then(2, { do: "mail server fails", how: 2 }, { do: "delete rows", row: 0, count: 1 }),
  ],
  "a new number that lands on one of two rows asked about does not make the other one's copy new": [
    then(
      2,
      typing({ who: 8, what: 184, timed: true }),
      typing({ who: 12, what: 224, bursts: 3, at: 23 }),
      typing({ who: 15, what: 99, timed: true, at: 3 }),
    ),
    then(1, { do: "delete rows", row: 21, count: 6 }),
    then(1, { do: "wait", minutes: 10 }),
    then(1, { do: "undo", who: 0 }),
    between(1, { do: "sort", key: "unit", descending: false }),
    then(1, { do: "reword", row: 6, nth: 69 }),
  ],
  "a row corrected in two cells before any reading has shown it is no new complaint": [
    then(1, { do: "mail", who: 4, what: 398 }),
    then(
      1,
      { do: "correct", row: 0, key: "unit", nth: 39 },
      { do: "correct", row: 0, key: "reporter", nth: 27 },
    ),
  ],
  "columns sorted apart are seen although the text went to a row whose other cells are blank": [
    then(
      1,
      { do: "mail", who: 0, what: 392 },
      typing({ who: 2, what: 364, bursts: 2 }),
      typing({ who: 15, what: 394, timed: true, at: 55 }),
    ),
    then(1, { do: "clear", row: 25, count: 2, key: "unit" }),
    then(1, { do: "work", row: 25, key: "status", value: 4 }),
    then(1, { do: "part sort", from: "reporter to text", key: "text" }),
  ],
  "a claim's number on the half-typed row of an old version proves nothing": [
    then(1, typing({ who: 18, what: 347, bursts: 3, timed: true, at: 15 })),
    then(1, { do: "form", who: 12, what: 161 }),
    between(0, typing({ who: 18, what: 189, bursts: 3, at: 0 })),
    then(1, { do: "delete rows", row: 11, count: 1 }, typing({ who: 4, what: 162, at: 21 })),
    between(1, { do: "restore", back: 9 }),
  ],
  "of two lost complaints that a half-typed row may be, people are asked about each": [
    then(
      1,
      { do: "mail", who: 2, what: 152 },
      typing({ who: 12, what: 27, bursts: 3 }),
      typing({ who: 12, what: 223, bursts: 2, timed: true, at: 16 }),
      typing({ who: 10, what: 279, bursts: 3, at: 9 }),
    ),
    then(2, { do: "form", who: 11, what: 313 }),
    then(1, { do: "restore", back: 7 }),
  ],
  "a row that was appended while its columns moved makes no facts": [
    then(1, typing({ who: 15, what: 20, bursts: 2, timed: true, at: 0 })),
    then(1, { do: "move column", key: "unit", to: 20 }),
    then(0, { do: "mail", who: 3, what: 113 }),
    between(1, { do: "restore", back: 3 }),
  ],
  "a row whose text was appended beside Uraian is written again": [
    then(1, { do: "form", who: 8, what: 27 }),
    between(1, { do: "mail", who: 13, what: 46 }),
    between(1, { do: "move column", key: "text", to: 19 }),
  ],
  "a number is given back to a row of which little is left, and stays there": [
    then(1, { do: "mail", who: 10, what: 0 }, typing({ who: 3, what: 368, at: 35 }), {
      do: "mail",
      who: 18,
      what: 68,
    }),
    then(1, { do: "clear", row: 35, count: 3, key: "reportedAt" }),
    between(1, { do: "drag", row: 39, count: 4, key: "number" }),
    then(0, { do: "clear", row: 1, count: 2, key: "text" }),
  ],
  "an overtyped row that is deleted, restored before that day, is told as one deleted twice": [
    then(
      2,
      { do: "mail", who: 4, what: 177 },
      { do: "mail", who: 18, what: 391 },
      { do: "mail", who: 14, what: 28 },
      typing({ who: 3, what: 252, bursts: 2, timed: true, at: 42 }),
    ),
    then(
      1,
      { do: "delete rows", row: 11, count: 6 },
      { do: "paste numbers", row: 44, from: 0, count: 1 },
    ),
    between(1, { do: "overtype", row: 51, who: 5, what: 80, fields: 4 }),
    then(1, { do: "delete rows", row: 3, count: 6 }),
  ],
};

test.each(Object.entries(FOUND))("%s", async (_, steps) => {
  const { bad, excused } = await playHistory(book, steps);
  expect(bad).toEqual([]);
  expect(excused).toEqual([]);
});

function then(beats: number, ...actions: Action[]): Step {
  return { actions, between: false, beats };
}

function between(beats: number, ...actions: Action[]): Step {
  return { actions, between: true, beats };
}

function typing(given: {
  who: number;
  what: number;
  bursts?: number;
  timed?: boolean;
  at?: number;
}): Action {
  return { do: "type", bursts: 1, timed: false, at: null, ...given };
}
