import { describe, expect, test } from "vitest";

import { countMoved } from "../../src/desk/recompute.ts";
import type { Run, Ticket } from "../../src/desk/ticket.ts";
import { HOUR } from "../../src/desk/time.ts";
import { aRun, aTicket, officeCalendar, policy, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aMail } from "./support/messages.ts";
import { anOffice, aPolicy, BUDI } from "./support/office.ts";

const START = wib("2026-11-24 09.00");
const calendar = officeCalendar();
const SLOWER = { ...policy, limits: { ...policy.limits, 4: 2 * HOUR } };

const STEP_3 = aRun(3, START, { dueAt: wib("2026-11-24 09.30") });
const STEP_4 = aRun(4, START, { dueAt: wib("2026-11-24 10.00") });

function moved(runs: Run[], ticket: Partial<Ticket> = {}, rules = SLOWER): number {
  return countMoved([aTicket(START, { runs, ...ticket })], { calendar, policy: rules });
}

describe("how many running deadlines a change would move", () => {
  test("those that would stand elsewhere, of every open ticket", () => {
    expect(moved([STEP_3, STEP_4])).toBe(1);
    expect(moved([STEP_3, STEP_4], {}, policy)).toBe(0);
    const two = [aTicket(START, { runs: [STEP_4] }), aTicket(START, { runs: [STEP_4] })];
    expect(countMoved(two, { calendar, policy: SLOWER })).toBe(2);
  });

  test("not of a ticket that is closed, a step that has ended, another round, or no deadline", () => {
    expect(moved([STEP_4], { phase: "closed" })).toBe(0);
    expect(moved([{ ...STEP_4, endedAt: wib("2026-11-24 09.10"), outcome: "on-time" }])).toBe(0);
    expect(moved([STEP_4], { round: 2 })).toBe(0);
    expect(moved([aRun(4, START)])).toBe(0);
  });

  test("a hold counts in the new deadline as in the old", () => {
    const holds = [{ from: wib("2026-11-24 09.10"), to: wib("2026-11-24 09.30") }];
    const held = aRun(3, START, { dueAt: wib("2026-11-24 09.50"), holds });
    expect(moved([held])).toBe(0);
  });
});

test("step 3's new deadline is no letter: its helpdesk sees it in the row", () => {
  const life = new DeskLife("2026-11-24 09.00");
  const number = life.mail(aMail) ?? "";
  life.type(number, { officers: "Budi Santoso" }).until("2026-11-24 09.10");
  const limits = { ...policy.limits, 3: 2 * HOUR };
  life.office = anOffice({ policy: aPolicy({ limits }) });
  life.until("2026-11-24 09.12");
  expect(life.run(number, 3)?.dueAt).toBe(wib("2026-11-24 11.00"));
  expect(life.letters.map(({ kind }) => kind)).toEqual(["acknowledgement"]);
  const reasons = life.events.flatMap((event) =>
    event.type === "due-changed" ? [event.reason] : [],
  );
  expect(reasons).toEqual(["aturan atau hari libur berubah"]);
});

test("a repair that waits meanwhile has no deadline to tell of until the rules give it one", () => {
  const stops = aPolicy({ thirdPartyStopsClock: true });
  const life = new DeskLife("2026-11-24 09.00", anOffice({ policy: stops }));
  const number = life.mail(aMail) ?? "";
  life.type(number, { priority: "Sedang", visit: "Perlu", officers: "Budi Santoso" });
  life.type(number, { status: "Menunggu Pihak Ketiga" }).until("2026-11-24 09.10");
  const limits = { ...policy.limits, 5: 48 * HOUR };
  life.office = anOffice({ policy: { ...stops, limits } });
  life.until("2026-11-24 09.12");
  expect(life.run(number, 5)).toMatchObject({ dueAt: null, limit: 48 * HOUR });
  expect(life.letters.some(({ kind }) => kind === "deadline-moved")).toBe(false);
  life.office = anOffice({ policy: aPolicy({ limits }) });
  life.until("2026-11-24 09.14");
  const dueAt = wib("2026-11-26 09.01");
  expect(life.run(number, 5)?.dueAt).toBe(dueAt);
  const told = life.letters.filter(({ kind }) => kind === "deadline-moved");
  expect(told.map(({ facts }) => facts)).toEqual([
    { kind: "deadline-moved", step: 5, dueAt, before: null },
  ]);
});

test("a ticket whose Aduan Induk leads nowhere is told of its new deadline like any other", () => {
  const life = new DeskLife("2026-11-24 09.00");
  const number = life.mail(aMail) ?? "";
  const parent = "JKD-2026-0777";
  life.type(number, { priority: "Sedang", visit: "Tidak perlu", officers: "Budi Santoso", parent });
  life.until("2026-11-24 09.10").office = anOffice({ policy: aPolicy({ limits: SLOWER.limits }) });
  life.until("2026-11-24 09.12");
  expect(life.run(number, 4)?.dueAt).toBe(wib("2026-11-24 11.01"));
  const told = life.letters.filter(({ kind }) => kind === "deadline-moved");
  expect(told.map(({ to }) => to.address)).toEqual([BUDI]);
  const reasons = life.events.flatMap((event) =>
    event.type === "due-changed" ? [event.reason] : [],
  );
  expect(reasons).toEqual(["aturan atau hari libur berubah"]);
});
