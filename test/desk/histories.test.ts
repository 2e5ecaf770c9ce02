import * as fc from "fast-check";
import { expect, test } from "vitest";

import type { TicketEvent } from "../../src/desk/event.ts";
import { evolve } from "../../src/desk/evolve.ts";
import { PARTS, splitAge } from "../../src/desk/split.ts";
import type { Run, Ticket } from "../../src/desk/ticket.ts";
import { DeskLife } from "./support/desk-life.ts";
import { history, live, type Happening } from "./support/histories.ts";
import { clockOf } from "./support/office.ts";

/** Everything that happened, with a look at the desk after each happening. */
function lived(events: readonly Happening[], look: (life: DeskLife) => void = () => {}): DeskLife {
  const life = new DeskLife("2026-11-24 08.00");
  for (const event of events) {
    live(life, event);
    look(life);
  }
  return life;
}

function endedRuns(tickets: Iterable<Ticket>): [key: string, run: Run][] {
  return [...tickets].flatMap(({ number, runs }) =>
    runs.flatMap((run, nth): [string, Run][] =>
      run.endedAt === null ? [] : [[`${number}/${nth}`, run]],
    ),
  );
}

function always(check: (events: Happening[]) => void, numRuns = 40): void {
  fc.assert(fc.property(history, check), { numRuns });
}

function folded(events: readonly TicketEvent[], number: string): Ticket | undefined {
  return events
    .filter((event) => event.number === number)
    .reduce<Ticket | undefined>(evolve, undefined);
}

test("folding a ticket's events gives the ticket, and every event has its own id", () => {
  always((events) => {
    const life = lived(events);
    for (const ticket of life.tickets.values()) {
      expect(folded(life.events, ticket.number)).toEqual(ticket);
    }
    expect(new Set(life.events.map(({ id }) => id)).size).toBe(life.events.length);
  });
});

test("a decision never plans the same promise twice, nor later once more", () => {
  always((events) => {
    const life = lived(events);
    expect(life.repeated).toEqual([]);
  });
});

test("what has ended stays as it ended: times, deadline and outcome", () => {
  always((events) => {
    const ended = new Map<string, Run>();
    const life = lived(events, ({ tickets }) => {
      for (const [key, run] of endedRuns(tickets.values())) {
        if (!ended.has(key)) ended.set(key, run);
      }
    });
    expect(new Map(endedRuns(life.tickets.values()))).toEqual(ended);
  });
});

test("every run that ended has an outcome, no other has; a step runs at most once at a time", () => {
  always((events) => {
    for (const { runs } of lived(events).tickets.values()) {
      for (const run of runs) expect(run.outcome === null).toBe(run.endedAt === null);
      const open = runs.filter((run) => run.endedAt === null).map(({ step }) => step);
      expect(new Set(open).size).toBe(open.length);
    }
  });
});

test("an open ticket has a step to wait for, and any other has none running", () => {
  always((events) => {
    for (const { phase, runs } of lived(events).tickets.values()) {
      expect(runs.some((run) => run.endedAt === null)).toBe(phase === "open");
    }
  });
});

test("a rung is reached at most once a run", () => {
  always((events) => {
    for (const { runs } of lived(events).tickets.values()) {
      for (const { rungs } of runs) {
        expect(new Set(rungs.map(({ rung }) => rung)).size).toBe(rungs.length);
      }
    }
  });
});

test("no run ends before it started, and its holds follow one another", () => {
  always((events) => {
    for (const { runs } of lived(events).tickets.values()) {
      for (const { startedAt, endedAt, holds } of runs) {
        expect(endedAt ?? startedAt).toBeGreaterThanOrEqual(startedAt);
        const edges = [startedAt, ...holds.flatMap(({ from, to }) => [from, to ?? Infinity])];
        expect(edges).toEqual(edges.toSorted((a, b) => a - b));
      }
    }
  });
});

test("a ticket's age is split without rest", () => {
  always((events) => {
    const life = lived(events);
    const { calendar } = clockOf(life.office.policy);
    for (const ticket of life.tickets.values()) {
      const split = splitAge(ticket, calendar, life.downtimes, life.now);
      expect(PARTS.reduce((sum, part) => sum + split[part], 0)).toBe(split.age);
    }
  });
});

test("deciding again on the same reading at the same time changes nothing more", () => {
  always((events) => {
    const life = lived(events);
    life.beat();
    life.beat();
    const before = life.events.length;
    life.beat();
    expect(life.events.slice(before)).toEqual([]);
  }, 40);
});
