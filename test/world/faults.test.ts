import { expect, test } from "vitest";

import type { Step } from "./support/actions.ts";
import type { Finding } from "./support/findings.ts";
import { playHistory } from "./support/history.ts";
import { blindToOfficers, numbersOnly, rememberedRows, retrying } from "./support/meddling.ts";
import { officeBook } from "./support/office-book.ts";
import type { Meddling } from "./support/world.ts";

/*
 * Tests of the test: a worker that breaks one of the rules, by something put between it and its
 * outside, must be caught by the same checks that the real one passes.
 */

const book = await officeBook();

test("a worker that writes by a remembered row is caught", async () => {
  const sorted: Step[] = [
    ...someComplaints(),
    between({ do: "sort", key: "text", descending: true }),
    between({ do: "work", row: 0, key: "status", value: 0 }),
  ];
  expect(await faultsOf(sorted)).toEqual([]);
  expect(await faultsOf(sorted, rememberedRows)).toContain("wrongWorkerCells");
});

test("a worker that believes a number without its content is caught", async () => {
  const overtyped: Step[] = [
    ...someComplaints(),
    quietly({ do: "overtype", row: 0, who: 9, what: 77, fields: 5 }),
  ];
  expect(await faultsOf(overtyped)).toEqual([]);
  expect(await faultsOf(overtyped, numbersOnly)).toContain("wrongWorkerCells");
});

test("a worker that sends a write again after a lost answer is caught", async () => {
  const lost: Step[] = [
    ...someComplaints(),
    {
      actions: [
        { do: "mail", who: 3, what: 30 },
        { do: "google fails", how: 6, times: 1 },
      ],
      between: false,
      beats: 2,
    },
  ];
  expect(await faultsOf(lost)).toEqual([]);
  expect(await faultsOf(lost, retrying)).toContain("wrongWorkerCells");
});

test("a worker that overlooks what people typed is caught", async () => {
  const handled: Step[] = [...someComplaints(), quietly({ do: "handle", row: 0, value: 1 })];
  expect(await faultsOf(handled)).toEqual([]);
  expect(await faultsOf(handled, blindToOfficers)).toContain("wrongWorkerCells");
});

async function faultsOf(steps: readonly Step[], meddling?: Meddling): Promise<Finding["fault"][]> {
  const { bad } = await playHistory(book, steps, meddling);
  return bad.map(({ fault }) => fault);
}

function someComplaints(): Step[] {
  return [
    quietly({ do: "mail", who: 1, what: 10 }),
    quietly({ do: "mail", who: 2, what: 20 }),
    quietly({ do: "type", who: 5, what: 50, bursts: 1, timed: true, at: null }),
    quietly({ do: "wait", minutes: 3 }),
  ];
}

function quietly(action: Step["actions"][number]): Step {
  return { actions: [action], between: false, beats: 2 };
}

function between(action: Step["actions"][number]): Step {
  return { actions: [action], between: true, beats: 1 };
}
