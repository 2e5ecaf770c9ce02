import { expect, test } from "vitest";

import { similarTo } from "../../src/desk/similar.ts";
import type { Ticket } from "../../src/desk/ticket.ts";
import { aTicket, wib } from "./clock-builders.ts";
import { aComplaint } from "./support/messages.ts";

const NINE = wib("2026-11-24 09.00");

function known(...tickets: Ticket[]): Map<string, Ticket> {
  return new Map(tickets.map((ticket) => [ticket.number, ticket]));
}

const OF_UNIT = { unit: "Desa Colo", email: "lain@surel.example" };
const OF_SENDER = { unit: "", email: "nur@surel.example" };

test.each([
  ["one unit, four hours apart", OF_UNIT, OF_UNIT, "13.00", true],
  ["one unit, later", OF_UNIT, OF_UNIT, "13.00.01", false],
  ["one unit, the second reported earlier", OF_UNIT, OF_UNIT, "05.00", true],
  ["two units", OF_UNIT, { unit: "Desa Banget", email: "" }, "09.05", false],
  ["no unit on either side", { unit: "", email: "" }, { unit: "", email: "" }, "09.05", false],
  ["one sender, half an hour apart", OF_SENDER, OF_SENDER, "09.30", true],
  ["one sender, later", OF_SENDER, OF_SENDER, "09.30.01", false],
  ["two senders", OF_SENDER, { unit: "", email: "siti@surel.example" }, "09.05", false],
])("%s: perhaps the same, %s", (_, first, second, at, expected) => {
  const ticket = aTicket(NINE, { fields: first });
  const complaint = aComplaint(wib(`2026-11-24 ${at}`), second);
  expect(similarTo(known(ticket), complaint)).toBe(expected ? ticket.number : undefined);
});

test("of several the latest is named, and what is closed is not", () => {
  const tickets = known(
    aTicket(NINE, { number: "JKD-2026-0001", fields: OF_UNIT }),
    aTicket(NINE, { number: "JKD-2026-0002", fields: OF_UNIT }),
    aTicket(NINE, { number: "JKD-2026-0003", fields: OF_UNIT, phase: "closed" }),
    aTicket(NINE, { number: "JKD-2026-0004", fields: { unit: "Desa Banget" } }),
  );
  expect(similarTo(tickets, aComplaint(NINE, OF_UNIT))).toBe("JKD-2026-0002");
});
