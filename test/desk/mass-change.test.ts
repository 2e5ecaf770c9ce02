import { describe, expect, test } from "vitest";

import type { Observation } from "../../src/desk/observation.ts";
import { wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aMail } from "./support/messages.ts";
import type { StaffFields } from "../../src/desk/ticket.ts";
import { decide } from "../../src/desk/decide.ts";
import { ASSIGNED, worldAt } from "./support/office.ts";

/** So many complaints of 09.00 in Budi's hands; it is 09.10. */
function office(count: number): DeskLife {
  const life = new DeskLife("2026-11-24 09.00");
  for (let each = 0; each < count; each++) {
    const number =
      life.mail((uid, now) => aMail(uid, now, { from: `desa${each}@gmail.com` })) ?? "";
    life.type(number, ASSIGNED);
  }
  return life.until("2026-11-24 09.10");
}

/** What a reading decides in which the first so many rows hold these cells, settled long since. */
function reading(
  life: DeskLife,
  count: number,
  cells: Partial<StaffFields>,
  changes: { accepted?: boolean } = {},
) {
  const tickets = [...life.tickets.values()];
  const rows = tickets.map(({ number, fields }, at) => ({
    number,
    facts: at < count ? { ...fields, ...cells } : fields,
    problems: [],
  }));
  const now = wib("2026-11-24 09.20");
  const seen: Observation = { type: "facts", rows, readAt: now, previousAt: now, ...changes };
  const first = wib("2026-11-24 09.15");
  const before: Observation = { ...seen, readAt: first, previousAt: first };
  const started = decide(tickets, [before], life.memory, worldAt(first, life.office));
  const at = worldAt(now, life.office);
  return decide(tickets, [seen], started.memory, at);
}

const DONE = { status: "Selesai", result: "Beres" } as const;

describe("a column pasted over", () => {
  test("changes its tickets, and what would be said of them waits for accept", () => {
    const decision = reading(office(17), 16, DONE);
    expect(decision.mass).toEqual({ changed: 16, open: 17 });
    expect(decision.tickets.filter(({ fields }) => fields.status === "Selesai")).toHaveLength(16);
    expect(decision.letters.length).toBeGreaterThan(0);
    expect(decision.letters.every(({ awaits }) => awaits === "accept")).toBe(true);
  });

  test("with officers of another name waits too", () => {
    const decision = reading(office(16), 16, { officers: "Tono Wibowo" });
    expect(decision.mass).toEqual({ changed: 16, open: 16 });
    expect(decision.letters.every(({ awaits }) => awaits === "accept")).toBe(true);
  });

  test.each([
    ["fifteen rows are a day's work", 15, DONE, {}],
    ["accepted, they are said", 16, DONE, { accepted: true }],
    ["officers taken away are told nobody", 16, { officers: "" }, {}],
    ["another status is no end", 16, { status: "Dikerjakan" as const }, {}],
    ["another priority is neither", 16, { priority: "Rendah" as const }, {}],
    ["a word in another cell is none", 16, { result: "Beres" }, {}],
  ])("%s", (_, count, cells, changes) => {
    const decision = reading(office(16), count, cells, changes);
    expect(decision.mass).toBeNull();
    expect(decision.letters.filter(({ awaits }) => awaits !== undefined)).toEqual([]);
  });

  test("holds the letters of its own rows only", () => {
    const life = office(17);
    const last = [...life.tickets.keys()].at(-1) ?? "";
    const before = life.ticket(last);
    const stopped = { ...before, fields: { ...before.fields, officers: "" } };
    life.tickets.set(last, { ...stopped, assigned: [] });
    const decision = reading(life, 17, { officers: "Tono Wibowo" });
    expect(decision.mass).toEqual({ changed: 16, open: 17 });
    const free = decision.letters.filter(({ awaits }) => awaits === undefined);
    expect([...new Set(free.map(({ ticket }) => ticket))]).toEqual([last]);
  });

  test("counts what is open, not what is closed", () => {
    const life = office(60);
    const numbers = [...life.tickets.keys()];
    for (const number of numbers.slice(20)) {
      life.tickets.set(number, { ...life.ticket(number), phase: "closed" });
    }
    expect(reading(life, 16, DONE).mass).toEqual({ changed: 16, open: 20 });
  });
});

test("officers named for the first time on every row are assigned at once", () => {
  const life = new DeskLife("2026-11-24 09.00");
  for (let each = 0; each < 16; each++) {
    life.mail((uid, now) => aMail(uid, now, { from: `desa${each}@gmail.com` }));
  }
  expect(reading(life, 16, ASSIGNED).mass).toBeNull();
});

test("a row whose number no ticket bears decides nothing", () => {
  const life = office(1);
  const [ticket] = [...life.tickets.values()];
  const facts = { ...(ticket?.fields ?? life.ticket("").fields), ...DONE };
  const now = wib("2026-11-24 09.20");
  const rows = [{ number: "JKD-2025-0009", facts, problems: [] }];
  const seen: Observation = { type: "facts", rows, readAt: now, previousAt: now };
  const decision = decide(life.tickets.values(), [seen], life.memory, worldAt(now, life.office));
  expect([decision.events, decision.memory.settling]).toEqual([[], {}]);
});
