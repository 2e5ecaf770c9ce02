import { expect, test } from "vitest";

import type { Action, Step } from "./support/actions.ts";
import { Acts } from "./support/acts.ts";
import { check } from "./support/check.ts";
import { playStep } from "./support/history.ts";
import { plain } from "./support/log-tab.ts";
import { officeBook } from "./support/office-book.ts";
import { World } from "./support/world.ts";

/*
 * Columns are moved in the moment between a reading and the append of a new row, which goes by
 * place: its values stand beside their columns. The complaint has its row all the same, and no cell
 * that a person typed is touched.
 */

const book = await officeBook();

const MOVED: Readonly<Record<string, Step[]>> = {
  "a column moved to the left": birth(between(1, move("text", 5))),
  "a column moved to the front, so that the number stands in Uraian": birth(
    between(1, move("text", 0)),
  ),
  "a column exchanged with its neighbour": birth(between(1, move("unit", 9))),
  "Status exchanged with its neighbour": birth(between(1, move("status", 20))),
  "a column inserted": birth(between(1, { do: "insert column", key: "unit", to: 0 })),
  "two columns moved": birth(between(1, move("text", 19), move("unit", 2))),
  "three columns moved": birth(between(1, move("text", 3), move("status", 6), move("unit", 20))),
  "a column moved back before the row is read": birth(
    between(1, move("text", 19)),
    then(2, move("text", 13)),
  ),
  "a column moved back by Ctrl+Z before the row is read": birth(
    between(1, move("text", 19)),
    then(2, { do: "undo", who: 0 }),
  ),
  "the log sorted between the reading of the row and the write that takes its number": birth(
    between(1, move("text", 19)),
    between(2, { do: "sort", key: "text", descending: true }),
  ),
  "the log sorted before the row is read": birth(
    between(1, move("text", 19)),
    then(2, { do: "sort", key: "unit", descending: false }),
  ),
  "columns moved again while the row is written again": birth(
    between(1, move("text", 19)),
    between(2, move("status", 4)),
  ),
  "the answer of the append lost": birth(
    between(1, { do: "google fails", how: 6, times: 1 }, move("text", 19)),
    then(2),
  ),
  "the worker killed while it takes the number": birth(
    between(1, move("text", 19)),
    then(2, { do: "kill", calls: 9, afterwards: false }),
  ),
  "the worker killed after it took the number": birth(
    between(1, move("text", 19)),
    then(2, { do: "kill", calls: 9, afterwards: true }),
  ),
  "a row that is written again after a deletion": [
    then(4, { do: "mail", who: 4, what: 30 }),
    then(1, { do: "delete rows", row: 0, count: 1 }),
    between(2, move("text", 19)),
  ],
  "somebody at work in the row before it is read": birth(
    between(1, move("text", 19)),
    then(2, { do: "work", row: 1, key: "officers", value: 4 }),
  ),
  "somebody at work in the row while its number is taken": birth(
    between(1, move("text", 19)),
    between(2, { do: "work", row: 1, key: "status", value: 2 }),
  ),
  "somebody at work in the row afterwards": birth(
    between(3, move("text", 19)),
    then(4, { do: "work", row: 1, key: "remark", value: 2 }),
  ),
  "the row deleted afterwards, and the deletion undone": birth(
    between(3, move("text", 19)),
    then(1, { do: "delete rows", row: 1, count: 1 }),
    then(3, { do: "undo", who: 0 }),
  ),
};

test.each(Object.entries(MOVED))("%s", async (_, steps) => {
  const world = await World.open(book);
  const acts = new Acts(world);
  for (const step of [...steps, then(4)]) await playStep(world, acts, step);
  expect(await check(world)).toEqual([]);
  // Else nothing was appended beside its columns, and the history shows nothing.
  expect(shiftedRows(world)).toBeGreaterThan(0);
  await world.close();
});

function shiftedRows({ book: { tabs } }: World): number {
  const cells = tabs.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return cells.filter((cell) => plain(cell?.value).startsWith("Kolom dipindahkan")).length;
}

/** A complaint that has its row, and one whose row is appended in the first of the steps. */
function birth(...steps: Step[]): Step[] {
  const [first, ...others] = steps;
  const mail: Action = { do: "mail", who: 13, what: 46 };
  return [
    then(2, { do: "mail", who: 4, what: 30 }),
    then(0, mail),
    ...(first ? [first, ...others] : []),
  ];
}

function move(key: string, to: number): Action {
  return { do: "move column", key, to };
}

function then(beats: number, ...actions: Action[]): Step {
  return { actions, between: false, beats };
}

function between(beats: number, ...actions: Action[]): Step {
  return { actions, between: true, beats };
}
