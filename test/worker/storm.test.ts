import { expect, test } from "vitest";

import { MINUTE, type Instant } from "../../src/desk/time.ts";
import { at, exampleOffice, exampleRun, exampleTicket } from "../../src/letters/examples-office.ts";
import { lettersFrom } from "../../src/letters/render.ts";
import { deliver } from "../../src/worker/deliver.ts";
import { noteDowntime } from "../../src/worker/downtime.ts";
import { TEMPLATES } from "../letters/builders.ts";
import { aKeeper, type KeptOffice } from "./support/a-keeper.ts";

const letters = lettersFrom({ templatesDir: TEMPLATES, onProblem: () => expect.unreachable() });

function repairs(from: number, count: number, policy: string, due: { 4: Instant; 5: Instant }) {
  return Array.from({ length: count }, (_, nth) => {
    const step = nth % 2 === 0 ? (4 as const) : (5 as const);
    const dueAt = due[step];
    const startedAt = dueAt - (step === 4 ? 60 * MINUTE : 24 * 60 * MINUTE);
    const run = exampleRun({ step, startedAt, dueAt, policy });
    const number = `JKD-2026-${String(from + nth).padStart(4, "0")}`;
    const fields = { priority: "Sedang", visit: step === 5 ? "Perlu" : "Tidak perlu" } as const;
    return exampleTicket(fields, { number, runs: [run] });
  });
}

async function beat({ keeper, clock }: KeptOffice, now: Instant): Promise<void> {
  clock.now = now;
  await noteDowntime(keeper);
  await keeper.record([{ type: "tick" }], () => ({ state: { "sheet-read": now } }));
  await deliver(keeper);
  await keeper.commit({ state: { "last-beat": now } });
}

/** Stopped on Monday at 08.00 with 40 repairs of Budi's in hand, at work again on Tuesday at 10.00. */
async function afterADayDown(count = 40): Promise<KeptOffice> {
  const office = await aKeeper(at(23, 8, 0), exampleOffice(), letters);
  const { policy } = office.keeper.world();
  await office.put(...repairs(1, count, policy, { 4: at(23, 12, 0), 5: at(23, 15, 0) }));
  await beat(office, at(23, 8, 0));
  expect(office.taken).toEqual([]);
  await beat(office, at(24, 10, 0));
  return office;
}

test("after a day down 40 late complaints are one letter to each person (B064)", async () => {
  const office = await afterADayDown();
  const told = office.taken.map(({ to, rendered }) => `${to.address} ${rendered.subject}`);
  expect(told.length).toBeLessThanOrEqual(3);
  expect(new Set(office.taken.map(({ to }) => to.address)).size).toBe(told.length);
  expect(told).toContain("budi@kominfo.example 40 aduan melewati batas waktu");
  const tickets = [...office.keeper.tickets.values()];
  const marks = tickets.flatMap(({ runs }) => runs.flatMap(({ rungs }) => rungs));
  // The officer hears of his own lateness beside the highest rung; what lies between is skipped.
  const counts = Object.entries(Object.groupBy(marks, ({ rung, how }) => `${rung} ${how}`));
  expect(counts.map(([what, some]) => `${what} ${some?.length ?? 0}`).toSorted()).toEqual([
    "escalation/division-head sent 20",
    "escalation/section-head skipped 20",
    "overdue/officer sent 40",
  ]);
  expect(tickets.map(({ lastLetter }) => lastLetter?.text ?? "").filter(Boolean)).toHaveLength(40);
});

test("six more that pass their limit are one letter more, and nobody is told twice (B064)", async () => {
  const office = await afterADayDown();
  const before = office.taken.length;
  const { policy } = office.keeper.world();
  await office.put(...repairs(101, 6, policy, { 4: at(24, 10, 1), 5: at(24, 10, 1) }));
  for (const minute of [2, 3, 4]) await beat(office, at(24, 10, minute));
  const more = office.taken.slice(before);
  expect(more.map(({ to, rendered }) => `${to.address} ${rendered.subject}`)).toEqual([
    "budi@kominfo.example 6 aduan melewati batas waktu",
  ]);
  expect(more[0]?.rendered.text.match(/^- JKD-2026-01/gm)).toHaveLength(6);
});

test("a list of more than fifty is cut, with the number of the rest (B064)", async () => {
  const office = await afterADayDown(60);
  const letter = office.taken.find(({ to }) => to.address === "budi@kominfo.example");
  expect(letter?.rendered.text.match(/^- JKD-/gm)).toHaveLength(50);
  expect(letter?.rendered.text).toContain("Selain itu ada 10 aduan lain");
});
