import process from "node:process";

import { decide } from "../../src/desk/decide.ts";
import type { Observation } from "../../src/desk/observation.ts";
import type { Office } from "../../src/desk/office.ts";
import type { StaffFields, Ticket } from "../../src/desk/ticket.ts";
import { MINUTE } from "../../src/desk/time.ts";
import { DeskLife } from "../desk/support/desk-life.ts";
import { aMail } from "../desk/support/messages.ts";
import { anOffice, aPolicy, worldAt } from "../desk/support/office.ts";

const OPEN = 5_000;
const ROUNDS = 9;

/** Deciding over 5,000 open tickets: a minute in which nothing happened, and a new day off. */
export function benchDesk(print: (line: string) => void): void {
  const { life, tickets } = openTickets();
  const rows = tickets.map(({ number, fields }) => ({ number, facts: fields, problems: [] }));
  let now = life.now;
  const quiet = median(() => {
    const previousAt = now;
    now += MINUTE;
    return pass(tickets, [{ type: "facts", rows, readAt: now, previousAt }, { type: "tick" }], {
      life,
      now,
      office: life.office,
      events: 0,
    });
  });
  const clock = median(() =>
    pass(tickets, [{ type: "tick" }], { life, now, office: life.office, events: 0 }),
  );
  const moved = median(() =>
    pass(tickets, [{ type: "tick" }], { life, now, office: withDayOff(), events: OPEN }),
  );
  print(`deciding on 5,000 open tickets, nothing new, rows and clock  ${quiet.toFixed(1)} ms`);
  print(`  of it the clock alone                                      ${clock.toFixed(1)} ms`);
  print(`a day off that moves 5,000 running deadlines, with letters   ${moved.toFixed(1)} ms`);
}

/** Field repairs of one afternoon, each as the desk itself brought one there. */
function openTickets(): { life: DeskLife; tickets: Ticket[] } {
  const life = new DeskLife("2026-11-24 13.30");
  const number = life.mail(aMail) ?? "";
  const cells: Partial<StaffFields> = { priority: "Sedang", visit: "Perlu" };
  life.type(number, { ...cells, officers: "Budi Santoso" }).until("2026-11-24 14.00");
  const one = life.ticket(number);
  const tickets = Array.from({ length: OPEN }, (_, nth) => ({
    ...one,
    number: `JKD-2026-${String(nth + 1).padStart(4, "0")}`,
  }));
  return { life, tickets };
}

function withDayOff(): Office {
  const { calendar } = aPolicy();
  const days = [{ date: "2026-11-25", name: "Libur daerah", what: "libur" as const, windows: [] }];
  return anOffice({ policy: aPolicy({ calendar: { ...calendar, days } }) });
}

/** One call, in milliseconds of one core. Throws when it decided something else than it should have. */
function pass(
  tickets: readonly Ticket[],
  observations: readonly Observation[],
  { life, now, office, events }: { life: DeskLife; now: number; office: Office; events: number },
): number {
  const world = worldAt(now, office);
  const before = process.cpuUsage();
  const decision = decide(tickets, observations, life.memory, world);
  const took = cpuTime(before);
  if (decision.events.length !== events) {
    throw new Error(`Cannot compare: ${decision.events.length} events instead of ${events}`);
  }
  return took;
}

function median(measure: () => number): number {
  const times = Array.from({ length: ROUNDS }, measure).toSorted((a, b) => a - b);
  return times[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

/** Milliseconds of one core since then, since machines are shared. */
export function cpuTime(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
