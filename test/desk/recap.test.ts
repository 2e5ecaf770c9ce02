import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { makeCalendar } from "../../src/desk/calendar.ts";
import { CATEGORIES, CHANNELS } from "../../src/desk/complaint.ts";
import { recapDue, recapPlans } from "../../src/desk/recap-due.ts";
import { addMonths, recapOf } from "../../src/desk/recap.ts";
import type { Ticket } from "../../src/desk/ticket.ts";
import { DAY, HOUR } from "../../src/desk/time.ts";
import { at, exampleOffice, exampleRun, exampleTicket } from "../../src/letters/examples-office.ts";

const office = exampleOffice();
const calendar = makeCalendar(office.policy.calendar);
const NOW = at(1, 8, 0, 12);

const randomTicket: fc.Arbitrary<Ticket> = fc
  .record({
    reportedAt: fc.integer({ min: at(1, 0, 0, 9), max: at(30, 23, 59) }),
    phase: fc.constantFrom("open" as const, "closed" as const, "cancelled" as const),
    length: fc.integer({ min: 0, max: 4 * DAY }),
    outcomes: fc.array(
      fc.constantFrom("on-time", "late", "unmeasured", "not-owed", "cancelled", null),
      { maxLength: 4 },
    ),
    unit: fc.constantFrom("Desa Colo", "Kecamatan Dawe", "", " "),
    category: fc.constantFrom(...CATEGORIES, "" as const),
    channel: fc.constantFrom(...CHANNELS),
    cause: fc.constantFrom("Petir", "Kabel putus", ""),
    officers: fc.subarray(["Budi", "Tono", "Sari"]),
    round: fc.integer({ min: 1, max: 3 }),
    thirdParty: fc.boolean(),
  })
  .map(({ reportedAt, phase, length, outcomes, officers, round, thirdParty, ...fields }) =>
    exampleTicket(
      { ...fields, reportedAt },
      {
        phase,
        phaseSince: reportedAt + length,
        round,
        assigned: [],
        stretches: [
          {
            from: reportedAt,
            status: thirdParty ? "Menunggu Pihak Ketiga" : "Dikerjakan",
            officers,
          },
        ],
        runs: outcomes.map((outcome, nth) =>
          exampleRun({
            step: nth % 2 === 0 ? 4 : 5,
            startedAt: reportedAt,
            dueAt: reportedAt + HOUR,
            endedAt: outcome === null ? null : reportedAt + length,
            outcome,
          }),
        ),
      },
    ),
  );

describe("the figures of a month add up", () => {
  test("whatever the month was like", () => {
    fc.assert(
      fc.property(fc.array(randomTicket, { maxLength: 40 }), (tickets) => {
        const recap = recapOf("2026-11", tickets, { calendar, now: NOW });
        const { head, rows, steps } = recap;
        const inNovember = tickets.filter(
          ({ fields }) => calendar.localDate(fields.reportedAt ?? 0) >= "2026-11-01",
        );
        expect(head.cameIn).toBe(inNovember.length);
        expect(rows).toHaveLength(head.cameIn);
        expect(head.done + head.cancelled + head.open).toBe(head.cameIn);
        expect(head.onTime + head.late + head.unmeasured + head.withoutClock).toBe(head.done);
        expect(head.lateThirdParty).toBeLessThanOrEqual(head.late);
        for (const lines of [recap.categories, recap.units, recap.causes, recap.channels]) {
          expect(sum(lines, "count")).toBe(head.cameIn);
          expect(sum(lines, "done")).toBe(head.done);
          expect(sum(lines, "onTime")).toBe(head.onTime);
          expect(sum(lines, "late")).toBe(head.late);
        }
        const names = rows.reduce((total, { officers }) => total + Math.max(1, officers.length), 0);
        expect(sum(recap.officers, "count")).toBe(names);
        const runs = inNovember.reduce((total, ticket) => total + ticket.runs.length, 0);
        expect(sum(steps, "total")).toBe(runs);
        for (const step of steps) {
          const { onTime, late, unmeasured, notCounted, running } = step;
          expect(onTime + late + unmeasured + notCounted + running).toBe(step.total);
          expect(notCounted).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 120 },
    );
  });

  test("a month looks the same as a month before as it did then", () => {
    fc.assert(
      fc.property(fc.array(randomTicket, { maxLength: 30 }), (tickets) => {
        const october = recapOf("2026-10", tickets, { calendar, now: NOW }).head;
        expect(recapOf("2026-11", tickets, { calendar, now: NOW }).before.at(-1)).toEqual(october);
      }),
      { numRuns: 50 },
    );
  });
});

function sum<K extends string>(lines: readonly Record<K, number>[], field: K): number {
  return lines.reduce((total, line) => total + line[field], 0);
}

describe("what the recap counts", () => {
  test("a complaint of 00.30 on the first belongs to the new month, in the office's zone", () => {
    const tickets = [exampleTicket({ reportedAt: at(1, 0, 30) })];
    expect(recapOf("2026-11", tickets, { calendar, now: NOW }).head.cameIn).toBe(1);
    expect(recapOf("2026-10", tickets, { calendar, now: NOW }).head.cameIn).toBe(0);
  });

  test("time with a third party stands apart from the repair's", () => {
    const ticket = exampleTicket(
      { reportedAt: at(24, 8, 0) },
      {
        phase: "closed",
        phaseSince: at(24, 11, 0),
        runs: [exampleRun({ startedAt: at(24, 8, 0), endedAt: at(24, 11, 0), outcome: "late" })],
        stretches: [
          { from: at(24, 8, 0), status: "Dikerjakan", officers: ["Budi"] },
          { from: at(24, 9, 0), status: "Menunggu Pihak Ketiga", officers: ["Budi"] },
          { from: at(24, 10, 30), status: "Dikerjakan", officers: ["Budi"] },
        ],
      },
    );
    const { head } = recapOf("2026-11", [ticket], { calendar, now: NOW });
    expect(head).toMatchObject({
      thirdParty: 1.5 * HOUR,
      remoteAverage: 1.5 * HOUR,
      fieldAverage: null,
      lateThirdParty: 1,
    });
  });
});

describe("when the recap goes out", () => {
  const recapAt = office.policy.recapAt;
  const cases: { name: string; now: number; lastMonth: string; want: string | undefined }[] = [
    { name: "on the first working day at 08.00", now: NOW, lastMonth: "2026-10", want: "2026-11" },
    { name: "not a minute before", now: NOW - 60_000, lastMonth: "2026-10", want: undefined },
    { name: "once", now: NOW + DAY, lastMonth: "2026-11", want: undefined },
    {
      name: "later when the worker was away",
      now: NOW + 5 * DAY,
      lastMonth: "2026-10",
      want: "2026-11",
    },
    {
      name: "not on the first when that is a Sunday",
      now: at(1, 9, 0, 11),
      lastMonth: "2026-09",
      want: undefined,
    },
    {
      name: "but on the Monday after",
      now: at(2, 8, 0, 11),
      lastMonth: "2026-09",
      want: "2026-10",
    },
  ];
  for (const { name, now, lastMonth, want } of cases) {
    test(`it goes ${name}`, () =>
      expect(recapDue(now, { calendar, recapAt, lastMonth })).toBe(want));
  }

  test("both heads get a letter of their own, one a month", () => {
    const recap = recapOf("2026-11", [], { calendar, now: NOW });
    expect(recapPlans(recap, { office, calendar }).map(({ key }) => key)).toEqual([
      "recap/2026-11/kasi@kominfo.example",
      "recap/2026-11/kabid@kominfo.example",
    ]);
  });

  test("months are counted across New Year", () => {
    expect([addMonths("2026-01", -1), addMonths("2026-11", 2)]).toEqual(["2025-12", "2027-01"]);
  });
});
