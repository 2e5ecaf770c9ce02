import { expect, test } from "vitest";

import { typeInto } from "../../src/sandbox/office/table.ts";
import { at } from "../journal/builders.ts";
import { columnOf } from "../sheet/support/sheet-office.ts";
import { ASSIGNED, DONE, LOG, mailsFrom } from "./support/log-acts.ts";
import { openOfficeAtWork, type OfficeAtWork } from "./support/office-at-work.ts";

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8].map((serial) => `JKD-2026-000${serial}`);

/** Google is away from Tuesday 08.00; mails come ten minutes apart meanwhile, and are answered. */
async function aDayAway(
  mails = 8,
  before: (world: OfficeAtWork) => Promise<void> = () => Promise.resolve(),
) {
  const world = await openOfficeAtWork(at("2026-11-24T07:30+07:00"));
  await before(world);
  world.clock.now = at("2026-11-24T08:00+07:00");
  await world.beats(1);
  world.google.faults.add({
    kind: "unavailable",
    when: "before",
    times: Number.POSITIVE_INFINITY,
  });
  for (const number of NUMBERS.slice(0, mails)) {
    await mailsFrom(world, `opd${number.slice(-1)}`);
    await world.beats(10);
  }
  await world.beats(60, 5 * 60_000);
  world.clock.now = at("2026-11-25T07:50+07:00");
  await world.beats(10);
  return world;
}

async function backAgain(world: OfficeAtWork) {
  world.sent.length = 0;
  world.google.faults.clear();
  await world.beats(3);
}

/** Kind, ticket and recipient of each letter but the operator's. */
const told = ({ sent }: OfficeAtWork) =>
  sent
    .map(({ to, rendered }) => `${rendered.subject.split("/")[0]} → ${to.address}`)
    .filter((text) => !text.startsWith("alarm"))
    .toSorted();

test("complaints answered in the gap are not late for their identification, a restart or not (B044)", async () => {
  const world = await aDayAway();
  await backAgain(world);
  expect(columnOf(world, "No. Aduan")).toEqual(NUMBERS);
  await world.beats(20);
  for (const number of NUMBERS) expect(world.row(number)["Status Waktu"]).toBe("Terlambat");
  for (const number of NUMBERS.slice(0, 4)) world.type(number, ASSIGNED);
  await world.beats(4);
  await world.restart();
  for (const number of NUMBERS.slice(4)) world.type(number, ASSIGNED);
  await world.beats(4);
  for (const number of NUMBERS) {
    const outcomes = world.ticket(number).runs.map(({ step, outcome }) => `${step} ${outcome}`);
    expect(outcomes).toEqual(["2 on-time", "3 unmeasured", "4 null"]);
  }
});

test("letters held for that day leave as one list a person and kind, each once (B044)", async () => {
  const world = await aDayAway();
  const held = await world.journal.lettersIn(["held"]);
  expect(held.filter(({ kind }) => kind === "overdue")).toHaveLength(8);
  await backAgain(world);
  expect(told(world)).toEqual([
    "grouped grouped → admin@kantor.example",
    "grouped grouped → kasi@kantor.example",
  ]);
  expect(await world.journal.lettersIn(["held", "planned"])).toEqual([]);
  const lists = (await world.journal.lettersIn(["sent"])).flatMap(({ facts }) =>
    facts.kind === "grouped"
      ? [{ of: facts.of, about: facts.items.map((item) => item.number) }]
      : [],
  );
  expect(lists).toContainEqual({ of: "overdue", about: NUMBERS });
  expect(lists).toContainEqual({ of: "escalation", about: NUMBERS });
  for (const number of NUMBERS) {
    expect(world.row(number)["Surat Terakhir"]).toContain("terkirim");
    const own = await world.journal.lettersOf(number);
    expect(own.filter(({ state }) => state === "grouped")).toHaveLength(2);
  }
  await world.beats(10);
  expect(told(world)).toHaveLength(2);
});

test("three held letters of a kind to one person leave as they are", async () => {
  const world = await aDayAway(3);
  await backAgain(world);
  const numbers = NUMBERS.slice(0, 3);
  expect(told(world)).toEqual([
    ...numbers.map((number) => `escalation ${number} → kasi@kantor.example`),
    ...numbers.map((number) => `overdue ${number} → admin@kantor.example`),
  ]);
});

test("a row typed and finished in the gap is not late either (B044)", async () => {
  const world = await aDayAway(1);
  const cells = {
    "Waktu Lapor": "2026-11-24 13:00:00",
    Kanal: "Telepon",
    "OPD/Desa": "Disdag",
    "Uraian Aduan": "Jaringan Disdag putus",
    ...ASSIGNED,
    ...DONE,
  };
  typeInto(world.google, { tab: LOG, row: 1 }, cells, "Rina");
  await backAgain(world);
  await world.beats(6);
  const outcomes = world.ticket("JKD-2026-0002").runs.map(({ step, outcome }) => [step, outcome]);
  expect(outcomes).toEqual([
    [2, "on-time"],
    [3, "unmeasured"],
    [4, "unmeasured"],
    [6, "on-time"],
  ]);
});

test("nobody is called late who finished while nobody could read it (B044)", async () => {
  const typed: string[] = [];
  const world = await aDayAway(1, async (office) => {
    typed.push(...(await office.complaints("RSUD", "Disdukcapil")));
    await office.beats(3);
    for (const number of typed) office.type(number, ASSIGNED);
    await office.beats(4);
  });
  for (const number of typed) world.type(number, DONE);
  await backAgain(world);
  await world.beats(5);
  for (const number of typed) {
    expect(world.ticket(number)).toMatchObject({ phase: "closed" });
    const outcomes = world.ticket(number).runs.map(({ step, outcome }) => `${step} ${outcome}`);
    expect(outcomes).toEqual(["2 on-time", "3 on-time", "4 unmeasured", "6 on-time"]);
    expect(told(world).filter((text) => text.includes(number))).toEqual([
      `report ${number} → kabid@kantor.example`,
      `report ${number} → kasi@kantor.example`,
      expect.stringMatching(new RegExp(`^resolution ${number} → `)),
    ]);
  }
});

test("a list that was held waits too until it is known who had finished (B044)", async () => {
  const typed: string[] = [];
  const world = await aDayAway(0, async (office) => {
    typed.push(...(await office.complaints("RSUD", "Disdukcapil", "Disdag", "PUPR", "BKPP")));
    await office.beats(3);
    for (const number of typed) office.type(number, ASSIGNED);
    await office.beats(4);
  });
  const [done = "", ...late] = typed;
  world.type(done, DONE);
  await backAgain(world);
  await world.beats(5);
  expect(world.ticket(done)).toMatchObject({ phase: "closed" });
  const lists = (await world.journal.lettersIn(["sent"])).flatMap(({ facts, to }) =>
    facts.kind === "grouped" ? [{ of: facts.of, to: to.name, about: facts.items }] : [],
  );
  const overdue = lists.filter(({ of }) => of === "overdue");
  expect(overdue.map(({ to, about }) => [to, about.map(({ number }) => number)])).toEqual([
    ["Budi", late],
  ]);
  expect(await world.journal.lettersIn(["held", "planned"])).toEqual([]);
});
