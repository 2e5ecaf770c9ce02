import { expect, test } from "vitest";

import { blankFields } from "../../src/desk/blank-fields.ts";
import type { TicketEvent } from "../../src/desk/event.ts";
import { evolve } from "../../src/desk/evolve.ts";
import { STAFF_FIELDS } from "../../src/desk/ticket.ts";
import { aTicket, wib } from "./clock-builders.ts";
import { aComplaint } from "./support/messages.ts";

const NOW = wib("2026-11-24 09.00");
const COMMON = { id: "JKD-2026-0042/1", number: "JKD-2026-0042", at: NOW, by: "sistem" };

const OPENED: TicketEvent = {
  ...COMMON,
  type: "opened",
  origin: "typed",
  complaint: aComplaint(NOW),
  fields: blankFields(),
  messageId: "",
  mailRef: "",
  participants: [],
};

test("history begins with the opening, and once", () => {
  const noted: TicketEvent = { ...COMMON, type: "noted", name: "petugas", text: "x" };
  expect(() => evolve(undefined, noted)).toThrow(
    'Cannot evolve "JKD-2026-0042": event "noted" before "opened"',
  );
  expect(evolve(evolve(undefined, OPENED), noted)).toMatchObject({
    notes: { petugas: "x" },
    seq: 2,
  });
});

test("a change seen before the last one does not run backwards in time", () => {
  const ticket = aTicket(NOW);
  const earlier = wib("2026-11-24 08.00");
  const changed: TicketEvent = {
    ...COMMON,
    type: "changed",
    field: "status",
    old: "Baru",
    value: "Dikerjakan",
    seenAt: earlier,
    seenFrom: null,
  };
  expect(evolve(ticket, changed).stretches).toEqual([
    { from: NOW, status: "Baru", officers: [] },
    { from: NOW, status: "Dikerjakan", officers: [], seenFrom: null },
  ]);
});

test("a row in which staff filled nothing is blank in every cell, an Aduan, and Baru", () => {
  const fields = blankFields();
  const filled = STAFF_FIELDS.filter((field) => fields[field] !== "" && fields[field] !== null);
  expect(Object.keys(fields)).toEqual([...STAFF_FIELDS]);
  expect(filled.map((field) => [field, fields[field]])).toEqual([
    ["kind", "Aduan"],
    ["status", "Baru"],
  ]);
});
