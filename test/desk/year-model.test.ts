import { expect, test } from "vitest";

import { splitAge } from "../../src/desk/split.ts";
import type { Ticket } from "../../src/desk/ticket.ts";
import { MINUTE } from "../../src/desk/time.ts";
import { anOffice, clockOf } from "./support/office.ts";
import { driveYear, instantOf, minuteOf } from "./support/year-drive.ts";
import { minutesOfYear } from "./support/year-minutes.ts";
import { planYear } from "./support/year-plan.ts";
import { recount, recountSplit, type Counted } from "./support/year-recount.ts";

/** One year serves all questions: it is the slow part. */
const YEAR = planYear(minutesOfYear(), 2_000, 20_270_101);
const TICKETS = driveYear(YEAR);

function counted({ runs }: Ticket): Counted[] {
  return runs.map(({ step, startedAt, dueAt, endedAt, outcome, rungs }) => ({
    step,
    start: minuteOf(startedAt),
    due: minuteOf(dueAt),
    end: minuteOf(endedAt),
    outcome: outcome ?? "",
    rungs: rungs.map(({ rung, at, how }) => `${rung} ${minuteOf(at)} ${how}`),
  }));
}

test("2,000 complaints of a year: every start, deadline, end, outcome and rung as counted by minutes", () => {
  expect(TICKETS.map(counted)).toEqual(YEAR.tickets.map((plan) => recount(plan, YEAR)));
});

test("and every minute of their age is somebody's, as counted one by one", () => {
  const { calendar } = clockOf(anOffice().policy);
  const downtimes = YEAR.downtimes.map(({ from, to }) => ({
    from: instantOf(from),
    to: instantOf(to),
  }));
  const splits = TICKETS.map((ticket) => {
    const split = splitAge(ticket, calendar, downtimes, instantOf(390 * 1440));
    return {
      ours: split.ours / MINUTE,
      thirdParty: split.thirdParty / MINUTE,
      waitingReporter: split.waitingReporter / MINUTE,
      closedHours: split.closedHours / MINUTE,
      unassigned: split.unassigned / MINUTE,
      downtime: split.downtime / MINUTE,
    };
  });
  expect(splits).toEqual(YEAR.tickets.map((plan) => recountSplit(plan, YEAR)));
});

test("the year holds what it is to show: lateness, gaps, holds, skipped rungs, Lebaran", () => {
  const runs = TICKETS.flatMap((ticket) => ticket.runs);
  const count = (is: (run: (typeof runs)[number]) => boolean) => runs.filter(is).length;
  expect(count(({ outcome }) => outcome === "late")).toBeGreaterThan(300);
  expect(count(({ outcome }) => outcome === "unmeasured")).toBeGreaterThan(20);
  expect(count(({ holds }) => holds.length > 0)).toBeGreaterThan(300);
  expect(count(({ rungs }) => rungs.some(({ how }) => how === "skipped"))).toBeGreaterThan(10);
  const [lebaran, after] = [instantOf(66 * 1440), instantOf(74 * 1440)];
  expect(
    count(({ startedAt, dueAt }) => startedAt < lebaran && (dueAt ?? 0) > after),
  ).toBeGreaterThan(0);
});
