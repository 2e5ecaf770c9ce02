import { expect, test } from "vitest";

import { decide } from "../../src/desk/decide.ts";
import { EMPTY_MEMORY } from "../../src/desk/desk.ts";
import { aRun, aTicket, wib } from "./clock-builders.ts";
import { aMail } from "./support/messages.ts";
import { anOffice, clockOf, worldAt } from "./support/office.ts";

const NOW = wib("2026-11-24 09.00");
const OFFICE = anOffice();
const WORLD = worldAt(NOW, OFFICE);

test("a minute in which nothing is due decides nothing, whatever is open", () => {
  const { policy } = clockOf(OFFICE.policy);
  const quiet = aTicket(NOW, {
    runs: [aRun(3, NOW, { dueAt: wib("2026-11-24 09.30"), policy })],
  });
  expect(decide([quiet], [{ type: "tick" }], EMPTY_MEMORY, WORLD)).toEqual({
    events: [],
    tickets: [],
    letters: [],
    memory: EMPTY_MEMORY,
    setAside: [],
    placed: [],
    mass: null,
  });
});

test("what one observation decided is known to the next, and each ticket comes out once, as it now stands", () => {
  const message = aMail(1, NOW);
  const mail = { type: "mail", message, mailRef: "INBOX/1/1", knownTicket: null } as const;
  const ended = {
    type: "letter",
    number: "JKD-2026-0001",
    kind: "acknowledgement",
    key: "JKD-2026-0001/r1/acknowledgement/reporter",
    toRole: "reporter",
    state: "sent",
    detail: "",
    at: NOW,
    messageId: "<a@helpdesk.example>",
  } as const;
  const { tickets, placed, events } = decide([], [mail, ended], EMPTY_MEMORY, WORLD);
  expect(placed).toEqual([{ source: "INBOX/1/1", ticket: "JKD-2026-0001" }]);
  expect(tickets.map(({ number, seq }) => [number, seq])).toEqual([
    ["JKD-2026-0001", events.length],
  ]);
  expect(tickets[0]?.runs.map(({ step, endedAt }) => [step, endedAt])).toEqual([
    [2, NOW],
    [3, null],
  ]);
});
