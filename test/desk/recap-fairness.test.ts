import { describe, expect, test } from "vitest";

import { makeCalendar } from "../../src/desk/calendar.ts";
import { recapOf } from "../../src/desk/recap.ts";
import type { Run, Stretch } from "../../src/desk/ticket.ts";
import { HOUR, MINUTE } from "../../src/desk/time.ts";
import { at, exampleOffice, exampleRun, exampleTicket } from "../../src/letters/examples-office.ts";

const calendar = makeCalendar(exampleOffice().policy.calendar);
const NOW = at(1, 8, 0, 12);

/** Reported 08.00, step 4 from 08.30 to its deadline at 09.30; closed at 11.00. */
function closed(stretches: Stretch[], runs: Partial<Run>[]) {
  return exampleTicket(
    { reportedAt: at(24, 8, 0) },
    {
      openedAt: at(24, 8, 0),
      phase: "closed",
      phaseSince: at(24, 11, 0),
      stretches: [{ from: at(24, 8, 0), status: "Baru", officers: [] }, ...stretches],
      runs: runs.map((run) =>
        exampleRun({ startedAt: at(24, 8, 30), dueAt: at(24, 9, 30), ...run }),
      ),
    },
  );
}

function officers(...tickets: ReturnType<typeof closed>[]) {
  const { officers: lines } = recapOf("2026-11", tickets, { calendar, now: NOW });
  return lines.map(({ name, count, onTime, late }) => ({ name, count, onTime, late }));
}

const LATE = { endedAt: at(24, 11, 0), outcome: "late" } as const;
const ON_TIME = { endedAt: at(24, 9, 20), outcome: "on-time" } as const;

describe("how the recap judges an officer", () => {
  test("who took over a late repair does not inherit the lateness", () => {
    const ticket = closed(
      [
        { from: at(24, 8, 30), status: "Dikerjakan", officers: ["Budi"] },
        { from: at(24, 10, 0), status: "Dikerjakan", officers: ["Tono"] },
      ],
      [LATE],
    );
    expect(officers(ticket)).toEqual([
      { name: "Budi", count: 1, onTime: 0, late: 1 },
      { name: "Tono", count: 1, onTime: 0, late: 0 },
    ]);
  });

  test("who was handed it before the deadline answers for it, alone", () => {
    const ticket = closed(
      [
        { from: at(24, 8, 30), status: "Dikerjakan", officers: ["Budi"] },
        { from: at(24, 9, 29), status: "Dikerjakan", officers: ["Tono"] },
      ],
      [LATE],
    );
    expect(officers(ticket)).toEqual([{ name: "Tono", count: 1, onTime: 0, late: 1 }]);
  });

  test("a repair in time after a late identification is in time for its officer", () => {
    const ticket = closed(
      [{ from: at(24, 8, 30), status: "Dikerjakan", officers: ["Budi", "Tono"] }],
      [{ step: 3, startedAt: at(24, 8, 0), dueAt: at(24, 8, 10), ...LATE }, ON_TIME],
    );
    expect(officers(ticket)).toEqual([
      { name: "Budi", count: 1, onTime: 1, late: 0 },
      { name: "Tono", count: 1, onTime: 1, late: 0 },
    ]);
    const { head } = recapOf("2026-11", [ticket], { calendar, now: NOW });
    expect(head).toMatchObject({ late: 1, onTime: 0 });
  });

  test("an open or cancelled complaint is counted and judges nobody", () => {
    const stretches: Stretch[] = [
      { from: at(24, 8, 30), status: "Dikerjakan", officers: ["Budi"] },
    ];
    const open = { ...closed(stretches, [LATE]), phase: "open" as const };
    expect(officers(open)).toEqual([{ name: "Budi", count: 1, onTime: 0, late: 0 }]);
  });
});

test("the month's waits are the split's: reporter, third party, unassigned, our own downtime", () => {
  const ticket = closed(
    [
      { from: at(24, 8, 30), status: "Menunggu Info", officers: ["Budi"] },
      { from: at(24, 9, 0), status: "Menunggu Pihak Ketiga", officers: ["Budi"] },
      { from: at(24, 10, 0), status: "Dikerjakan", officers: ["Budi"] },
    ],
    [LATE],
  );
  const downtimes = [{ from: at(24, 8, 20), to: at(24, 9, 30) }];
  const recap = recapOf("2026-11", [ticket, ticket], { calendar, now: NOW, downtimes });
  expect(recap.head).toMatchObject({
    unassigned: 2 * 20 * MINUTE,
    downtime: 2 * 10 * MINUTE,
    waitingReporter: 2 * 30 * MINUTE,
    thirdParty: 2 * HOUR,
    remoteAverage: 1.5 * HOUR,
  });
});
