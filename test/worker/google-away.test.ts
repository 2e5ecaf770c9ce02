import { expect, test } from "vitest";

import { DAY, MINUTE } from "../../src/desk/time.ts";
import { tabOf } from "../../src/sheet/columns.ts";
import { at } from "../journal/builders.ts";
import { columnOf } from "../sheet/support/sheet-office.ts";
import { kindsOf, openOfficeAtWork, type OfficeAtWork } from "./support/office-at-work.ts";

/** Google advises no more in one request (GOOGLE 7.1). */
const ADVISED = 2_000_000;

async function goAway(world: OfficeAtWork, minutes: number) {
  world.google.faults.add({ kind: "unavailable", when: "before", times: Number.POSITIVE_INFINITY });
  await world.beats(minutes);
}

function comeBack({ google }: OfficeAtWork) {
  google.faults.clear();
  google.requests.length = 0;
}

/** Sizes of the writes since then, and how many of them brought rows of the log. */
function writesOf({ google }: OfficeAtWork): { sizes: number[]; births: number } {
  const bodies = google.requests
    .filter(({ id }) => id.includes("batchUpdate"))
    .map(({ body }) => body);
  const birth = `"appendCells":{"sheetId":${tabOf("log").sheetId}`;
  return {
    sizes: bodies.map((body) => body.length),
    births: bodies.filter((body) => body.includes(birth)).length,
  };
}

async function eventIds(world: OfficeAtWork, numbers: readonly string[]): Promise<string[]> {
  const events = await Promise.all(numbers.map((number) => world.journal.events(number)));
  return events
    .flat()
    .toSorted((a, b) => a.at - b.at || a.number.localeCompare(b.number))
    .map(({ id }) => id);
}

test("after an hour without Google the sheet catches up at once, in order, nothing doubled", async () => {
  const world = await openOfficeAtWork();
  const before = await world.complaints("RSUD", "Disdukcapil");
  await world.beats(3);
  await goAway(world, 5);
  const during: string[] = [];
  for (let nth = 0; nth < 10; nth++) {
    during.push(...(await world.complaints(`Kecamatan ${nth}`)));
    await world.beats(5);
  }
  // Mail is answered meanwhile, with its number.
  expect(kindsOf(world)["acknowledgement"]).toBe(12);
  comeBack(world);
  await world.beats(3);
  expect(columnOf(world, "No. Aduan")).toEqual([...before, ...during]);
  expect(columnOf(world, "Kode", "Riwayat")).toEqual(await eventIds(world, [...before, ...during]));
  for (const number of during) expect(world.row(number)["Tahap SOP"]).toContain("Langkah 3");
  expect(writesOf(world)).toMatchObject({ births: 1 });
});

test("after three days the catching up keeps to Google's advice and quota, a lost answer included", async () => {
  const world = await openOfficeAtWork();
  const [first = ""] = await world.complaints("RSUD");
  await world.beats(3);
  await goAway(world, 2);
  const during: string[] = [];
  for (let day = 0; day < 3; day++) {
    for (let batch = 0; batch < 4; batch++) {
      const units = Array.from({ length: 50 }, (_, nth) => `Desa ${day}-${batch}-${nth}`);
      during.push(...(await world.complaints(...units)));
      await world.beats(2);
    }
    world.clock.now += DAY - 8 * MINUTE;
  }
  comeBack(world);
  world.google.faults.add({ kind: "unavailable", when: "after", for: "spreadsheets.batchUpdate" });
  await world.beats(6);
  const { sizes, births } = writesOf(world);
  expect(columnOf(world, "No. Aduan")).toEqual([first, ...during]);
  expect(columnOf(world, "Kode")).toEqual([first, ...during]);
  await world.beats(2);
  expect(columnOf(world, "Kode", "Riwayat")).toEqual(await eventIds(world, [first, ...during]));
  expect(await world.journal.historyDue(1)).toEqual([]);
  expect(Math.max(...sizes)).toBeLessThan(ADVISED);
  const refused = world.google.requests.filter(({ status }) => status === 429);
  expect(refused).toEqual([]);
  // 600 rows of some 2,500 characters: as few as the advice allows, and the one whose answer was lost.
  expect(births).toBeLessThanOrEqual(4);
});

test("a beat in which nothing happens is one read and no write", async () => {
  const world = await openOfficeAtWork();
  await world.complaints("RSUD", "Disdukcapil", "Dinsos");
  // Saturday: no step runs on, and the heartbeat of the first beat is behind us.
  world.clock.now = at("2026-11-28T09:00+07:00");
  await world.beats(8);
  world.google.requests.length = 0;
  await world.beats(1);
  expect(world.google.requests.map(({ id }) => id)).toEqual([
    "sheets.spreadsheets.getByDataFilter",
  ]);
});
