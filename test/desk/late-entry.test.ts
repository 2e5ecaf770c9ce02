import { expect, test } from "vitest";

import { DONE_BEFORE, isLateEntry, wasDoneBefore } from "../../src/desk/late-entry.ts";
import type { Ticket } from "../../src/desk/ticket.ts";
import { aTicket, officeCalendar, wib } from "./clock-builders.ts";

const calendar = officeCalendar();

test.each<[origin: Ticket["origin"], reported: string, seen: string, late: boolean, why: string]>([
  ["typed", "2026-11-24 15.59", "2026-11-24 16.00", false, "the same day"],
  ["typed", "2026-11-24 07.30", "2026-11-26 23.59", false, "to the end of the second working day"],
  ["typed", "2026-11-24 23.59", "2026-11-27 00.00", true, "the third working day has begun"],
  ["typed", "2026-11-27 09.00", "2026-12-01 09.00", false, "a weekend is no working day"],
  ["typed", "2026-11-27 09.00", "2026-12-02 09.00", true, "nor does it help for ever"],
  ["mail", "2026-11-24 09.00", "2026-11-30 09.00", false, "an old mail was never kept waiting"],
  ["form", "2026-11-24 09.00", "2026-11-30 09.00", false, "nor a form's answer"],
])("%s of %s, seen %s: entered late is %s, since %s", (origin, reported, seen, late) => {
  const ticket = aTicket(wib(reported), { origin, openedAt: wib(seen) });
  expect(isLateEntry(ticket, calendar)).toBe(late);
});

test("what was done before it was typed is so for its first round alone", () => {
  const notes = { [DONE_BEFORE.name]: DONE_BEFORE.text };
  const at = wib("2026-11-24 09.00");
  expect(wasDoneBefore(aTicket(at, { notes }))).toBe(true);
  expect(wasDoneBefore(aTicket(at, { notes, round: 2 }))).toBe(false);
  expect(wasDoneBefore(aTicket(at))).toBe(false);
});
