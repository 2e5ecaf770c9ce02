import { expect, test } from "vitest";

import { decide } from "../../src/desk/decide.ts";
import { EMPTY_MEMORY } from "../../src/desk/desk.ts";
import type { Observation } from "../../src/desk/observation.ts";
import { splitAge } from "../../src/desk/split.ts";
import type { StaffFields, Ticket } from "../../src/desk/ticket.ts";
import { MINUTE } from "../../src/desk/time.ts";
import { aMail } from "./support/messages.ts";
import { anOffice, clockOf, worldAt } from "./support/office.ts";
import { minutesOfYear, YEAR_START } from "./support/year-minutes.ts";
import { actsOf, planYear, type TicketPlan, type YearPlan } from "./support/year-plan.ts";
import { recount, recountSplit, type Counted } from "./support/year-recount.ts";

const instant = (minute: number) => YEAR_START + minute * MINUTE;
const minuteOf = (t: number | null) => (t === null ? -1 : (t - YEAR_START) / MINUTE);

/** One year serves all questions: it is the slow part. */
const year = planYear(minutesOfYear(), 2_000, 20_270_101);
const downtimes = year.downtimes.map(({ from, to }) => ({ from: instant(from), to: instant(to) }));
const tickets = drive(year);

/** The year through `decide`, a beat at a time; gives every ticket as it ended, in order of arrival. */
function drive(year: YearPlan): Ticket[] {
  const office = anOffice();
  const open = new Map<string, Ticket>();
  const done = new Map<string, Ticket>();
  const numbers: string[] = [];
  const cells = new Map<string, StaffFields>();
  const typing = year.tickets
    .flatMap((plan, nth) => actsOf(plan).map((act) => ({ nth, act })))
    .toSorted((a, b) => a.act.typed - b.act.typed);
  let memory = EMPTY_MEMORY;
  let typed = 0;
  let arrived = 0;
  let previousAt: number | null = null;

  for (let beat = year.beats.indexOf(1); beat !== -1; beat = year.beats.indexOf(1, beat + 1)) {
    while (typing[typed] && (typing[typed]?.act.typed ?? 0) < beat) {
      const { nth, act } = typing[typed++] ?? { nth: 0, act: undefined };
      const number = numbers[nth] ?? "";
      const before = cells.get(number) ?? open.get(number)?.fields;
      if (!before || !act) throw new RangeError(`Cannot type into ticket ${nth}: it is not open`);
      const { finishedAt } = act.cells;
      const time = typeof finishedAt === "number" ? { finishedAt: instant(finishedAt) } : {};
      cells.set(number, { ...before, ...act.cells, ...time });
    }
    const mails: Observation[] = [];
    while ((year.tickets[arrived]?.arrives ?? Infinity) <= beat) {
      const receivedAt = instant(year.tickets[arrived]?.arrives ?? 0);
      const message = aMail(arrived, receivedAt, { from: `orang${arrived}@gmail.com` });
      mails.push({ type: "mail", message, mailRef: String(arrived++), knownTicket: null });
    }
    const readAt = instant(beat);
    const rows = [...cells].map(([number, facts]) => ({ number, facts, problems: [] }));
    step(mails, readAt);
    step([{ type: "facts", rows, readAt, previousAt }, { type: "tick" }], readAt);
    previousAt = readAt;
    // A row whose cells say what the ticket says causes nothing until somebody types again.
    for (const number of cells.keys()) if (!memory.settling[number]) cells.delete(number);
  }
  return numbers.map((number) => done.get(number) ?? open.get(number)).filter((one) => !!one);

  function step(observations: Observation[], now: number): void {
    if (observations.length === 0) return;
    const downtimes = year.downtimes.map(({ from, to }) => ({
      from: instant(from),
      to: instant(to),
    }));
    const world = { ...worldAt(now, office), downtimes };
    const decision = decide(open.values(), observations, memory, world);
    memory = decision.memory;
    for (const { ticket } of decision.placed) if (ticket) numbers.push(ticket);
    for (const ticket of decision.tickets) {
      if (ticket.phase === "open") open.set(ticket.number, ticket);
      else {
        open.delete(ticket.number);
        cells.delete(ticket.number);
        done.set(ticket.number, ticket);
      }
    }
    const ended = decision.letters.flatMap(({ kind, key, ticket, to }): Observation[] => {
      if (kind !== "acknowledgement" && kind !== "report") return [];
      const letter = { kind, key, toRole: to.role, state: "sent", detail: "", messageId: "" };
      return [{ type: "letter", number: ticket ?? "", at: now, ...letter }];
    });
    step(ended, now);
  }
}

function asCounted({ runs }: Ticket): Counted[] {
  return runs.map(({ step, startedAt, dueAt, endedAt, outcome, rungs }) => ({
    step,
    start: minuteOf(startedAt),
    due: minuteOf(dueAt),
    end: minuteOf(endedAt),
    outcome: outcome ?? "",
    rungs: rungs.map(({ rung, at, how }) => `${rung} ${minuteOf(at)} ${how}`),
  }));
}

function each(check: (ticket: Ticket, plan: TicketPlan) => void): void {
  expect(tickets).toHaveLength(year.tickets.length);
  for (const [nth, plan] of year.tickets.entries()) {
    const ticket = tickets[nth];
    if (ticket) check(ticket, plan);
  }
}

test("2,000 complaints of a year: every start, deadline, end, outcome and rung as counted by minutes", () => {
  each((ticket, plan) => {
    expect(asCounted(ticket), ticket.number).toEqual(recount(plan, year));
  });
});

test("and every minute of their age is somebody's, as counted one by one", () => {
  const { calendar } = clockOf(anOffice().policy);
  const downtimes = year.downtimes.map(({ from, to }) => ({
    from: instant(from),
    to: instant(to),
  }));
  each((ticket, plan) => {
    const { ours, thirdParty, waitingReporter, closedHours, unassigned, downtime } = splitAge(
      ticket,
      calendar,
      downtimes,
      instant(390 * 1440),
    );
    const split = { ours, thirdParty, waitingReporter, closedHours, unassigned, downtime };
    const inMinutes = Object.entries(split).map(([part, length]) => [part, length / MINUTE]);
    expect(Object.fromEntries(inMinutes), ticket.number).toEqual(recountSplit(plan, year));
  });
});
