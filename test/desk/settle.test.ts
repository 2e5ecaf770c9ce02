import { describe, expect, test } from "vitest";

import { settle, type Settling } from "../../src/desk/settle.ts";
import type { StaffFields, Ticket } from "../../src/desk/ticket.ts";
import { MINUTE } from "../../src/desk/time.ts";
import { aTicket, wib } from "./clock-builders.ts";

const START = wib("2026-11-24 09.00");
const RULE = { readings: 2, duration: 2 * MINUTE };

interface Reading {
  at: string;
  facts: Partial<StaffFields>;
}

/** What readings in a row make of a ticket's cells, each after the one before. */
function read(readings: Reading[], ticket: Ticket = aTicket(START), rule = RULE) {
  let rest: Settling[string] | undefined;
  let previousAt: number | null = null;
  let last = settle(ticket, { number: "", facts: {}, problems: [] }, rest, {
    readAt: START,
    previousAt,
    rule,
  });
  for (const { at, facts } of readings) {
    const readAt = wib(`2026-11-24 ${at}`);
    last = settle(ticket, { number: "", facts, problems: [] }, rest, { readAt, previousAt, rule });
    rest = last.rest;
    previousAt = readAt;
  }
  return last;
}

describe("a changed cell", () => {
  const facts = { priority: "Tinggi" } as const;

  test("counts when it has stood two readings and two minutes, dated to when it was first seen", () => {
    const { settled, rest } = read([
      { at: "09.01", facts: {} },
      { at: "09.02", facts },
      { at: "09.04", facts },
    ]);
    expect(settled).toEqual([
      {
        field: "priority",
        old: "",
        value: "Tinggi",
        seenAt: wib("2026-11-24 09.02"),
        seenFrom: wib("2026-11-24 09.01"),
      },
    ]);
    expect(rest).toBeUndefined();
  });

  test.each([
    ["in one reading only, however long ago", [{ at: "09.02", facts }]],
    [
      "in two readings less than two minutes apart",
      [
        { at: "09.02", facts },
        { at: "09.03.59", facts },
      ],
    ],
    [
      "in readings that another word interrupted",
      [
        { at: "09.02", facts },
        { at: "09.03", facts: { priority: "Sedang" } },
        { at: "09.04", facts },
        { at: "09.05", facts },
      ],
    ],
    [
      "in readings that one which could not read it interrupted",
      [
        { at: "09.02", facts },
        { at: "09.03", facts: {} },
        { at: "09.04", facts },
        { at: "09.05", facts },
      ],
    ],
  ] as const)("seen %s still waits", (_, readings) => {
    const { settled, rest } = read([...readings]);
    expect(settled).toEqual([]);
    expect(rest?.priority).toMatchObject({ value: "Tinggi" });
  });

  test("by an office's rule of one reading and no time counts at once", () => {
    const rule = { readings: 1, duration: 0 };
    const { settled } = read([{ at: "09.01", facts }], aTicket(START), rule);
    expect(settled).toMatchObject([{ field: "priority", seenFrom: null }]);
  });

  test("by a rule of two readings and no time waits for the second all the same", () => {
    const rule = { readings: 2, duration: 0 };
    expect(read([{ at: "09.01", facts }], aTicket(START), rule).settled).toEqual([]);
  });

  test("that is back to what it was waits for nothing", () => {
    const { settled, rest } = read([
      { at: "09.02", facts },
      { at: "09.03", facts: { priority: "" } },
    ]);
    expect([settled, rest]).toEqual([[], undefined]);
  });

  test("keeps its place while blanks in it come and go", () => {
    const { settled } = read([
      { at: "09.02", facts: { result: "Kabel diganti" } },
      { at: "09.04", facts: { result: " Kabel  diganti\n" } },
    ]);
    expect(settled).toMatchObject([
      { value: " Kabel  diganti\n", seenAt: wib("2026-11-24 09.02") },
    ]);
  });
});

describe("what is no change", () => {
  test.each([
    ["blanks and line ends", { text: " Internet  mati\nsejak pagi. " }, 0],
    ["a blank taken from between two words", { text: "Internetmati sejak pagi." }, 1],
    ["another letter", { text: "Internet mati sejak Pagi." }, 1],
    ["the same time", { finishedAt: START }, 0],
    ["another time", { finishedAt: START + 1 }, 1],
    ["a time taken away", { finishedAt: null }, 1],
    ["a word put where none was", { cause: "Kabel" }, 1],
    ["blanks put where nothing was", { cause: "  " }, 0],
  ] as const)("%s", (_, facts, changes) => {
    const ticket = aTicket(START, { fields: { finishedAt: START } });
    const readings = ["09.02", "09.04"].map((at) => ({ at, facts }));
    expect(read(readings, ticket).settled).toHaveLength(changes);
  });

  test.each([
    ["mail", 0],
    ["form", 0],
    ["typed", 1],
  ] as const)("Waktu Lapor of a complaint by %s: %d", (origin, changes) => {
    const readings = ["09.02", "09.04"].map((at) => ({ at, facts: { reportedAt: START - 1 } }));
    expect(read(readings, aTicket(START, { origin })).settled).toHaveLength(changes);
  });
});
