import { describe, expect, test } from "vitest";

import { MINUTE } from "../../src/desk/time.ts";
import { awaitingAccept } from "../../src/worker/accept.ts";
import {
  kindsOf,
  openOfficeAtWork,
  OPERATOR,
  type OfficeAtWork,
} from "./support/office-at-work.ts";

const UNITS = Array.from({ length: 20 }, (_, nth) => `Kecamatan ${String(nth + 1)}`);

/** Twenty tickets whose rows stand; acknowledged, so that what is sent later stands out. */
async function withTickets() {
  const world = await openOfficeAtWork();
  const numbers = await world.complaints(...UNITS);
  await world.beats(3);
  world.sent.length = 0;
  return { world, numbers };
}

async function accept({ journal, clock }: OfficeAtWork, id = "kata-1") {
  await journal.ask("accept", { id, at: clock.now });
}

async function finishAll(world: OfficeAtWork, numbers: readonly string[]) {
  for (const number of numbers) {
    world.type(number, { Status: "Selesai", "Hasil Perbaikan": "sudah normal" });
  }
  await world.beats(4);
}

describe("a braked reading", () => {
  test("waits through a restart, and passes once the operator accepts it", async () => {
    const { world, numbers } = await withTickets();
    world.google.people.deleteRows("Log Aduan", 1, 10, "Sri");
    await world.beats(3);
    const since = world.clock.now - 2 * MINUTE;
    expect(await world.journal.state("brake")).toMatchObject({ since });
    expect(kindsOf(world)).toEqual({ alarm: 1 });

    await world.restart();
    await world.beats(2);
    expect(await world.journal.state("brake")).toMatchObject({ since });
    expect(kindsOf(world)).toEqual({ alarm: 1 });
    expect(() => world.row(numbers[0] ?? "")).toThrow("0 rows");

    await accept(world);
    await world.beats(4);
    expect(await world.journal.state("brake")).toBe(null);
    // What was deleted with the operator's knowledge is still an open complaint.
    for (const number of numbers) expect(world.row(number)["Kode"]).toBe(number);
    expect(kindsOf(world)).toEqual({ alarm: 1 });
  });

  test("is accepted once: the next strange reading brakes again", async () => {
    const { world } = await withTickets();
    world.google.people.deleteRows("Log Aduan", 1, 10, "Sri");
    await world.beats();
    await accept(world);
    await world.beats(4);
    world.google.people.deleteRows("Log Aduan", 1, 10, "Sri");
    await world.beats(2);
    expect(await world.journal.state("brake")).not.toBe(null);
  });

  test("is not accepted by a word of an hour ago", async () => {
    const { world } = await withTickets();
    world.google.people.deleteRows("Log Aduan", 1, 10, "Sri");
    await world.beats();
    await accept(world);
    world.clock.now += 61 * MINUTE;
    await world.beats(2);
    expect(await world.journal.state("brake")).not.toBe(null);
    await accept(world, "kata-2");
    await world.beats(2);
    expect(await world.journal.state("brake")).toBe(null);
  });

  test("holds every letter that stands on a cell, and keeps the time of the last good reading", async () => {
    const { world, numbers } = await withTickets();
    const [first = ""] = numbers;
    const cells = { Prioritas: "Tinggi", "Tinjauan Lapangan": "Perlu", Petugas: "Budi" };
    world.type(numbers.at(-1) ?? "", cells);
    await world.beats(1);
    const good = await world.journal.state("sheet-read");
    world.google.people.deleteRows("Log Aduan", 1, 10, "Sri");
    await world.beats(45);
    // Step 3 of all has passed its warning and its deadline meanwhile.
    expect(await world.journal.state("sheet-read")).toBe(good);
    expect(kindsOf(world)).toEqual({ alarm: 1 });
    expect(() => world.row(first)).toThrow("0 rows");
    world.google.people.undo("Sri");
    await world.beats(4);
    expect(await world.journal.state("brake")).toBe(null);
    expect(kindsOf(world)).toMatchObject({ assignment: 2 });
  });
});

describe("a mass change", () => {
  test("counts for the tickets, but its letters wait for the operator, who hears of it once", async () => {
    const { world, numbers } = await withTickets();
    await finishAll(world, numbers);
    expect(world.ticket(numbers[0] ?? "").fields.status).toBe("Selesai");
    expect(kindsOf(world)).toEqual({ alarm: 1 });
    expect(world.sent.map(({ to }) => to.address)).toEqual([OPERATOR]);

    await world.restart();
    await world.beats(30);
    expect(kindsOf(world)).toEqual({ alarm: 1 });
    expect((await awaitingAccept(world.journal)).length).toBeGreaterThan(0);

    await accept(world);
    await world.beats(3);
    // One to each reporter; the heads read one list each.
    expect(kindsOf(world)).toEqual({ alarm: 1, resolution: 20, grouped: 2 });
    expect(await awaitingAccept(world.journal)).toEqual([]);
    expect(world.ticket(numbers[0] ?? "").phase).toBe("closed");
  });

  test("taken back before anybody accepted it sends nothing at all", async () => {
    const { world, numbers } = await withTickets();
    await finishAll(world, numbers);
    for (const number of numbers) {
      world.type(number, { Status: "Dikerjakan", "Hasil Perbaikan": "" });
    }
    await world.beats(4);
    await accept(world);
    await world.beats(3);
    expect(kindsOf(world)).toEqual({ alarm: 1 });
    expect(await awaitingAccept(world.journal)).toEqual([]);
  });

  test("of officers holds the letters to both sides, and takes back what is undone", async () => {
    const { world, numbers } = await withTickets();
    const assigned = { Prioritas: "Sedang", "Tinjauan Lapangan": "Perlu" };
    for (const number of numbers) world.type(number, { ...assigned, Petugas: "Budi" });
    await world.beats(4);
    // Many first assignments are a Monday morning, and hold nothing.
    expect(kindsOf(world)).toEqual({ grouped: 2 });
    world.sent.length = 0;

    for (const number of numbers) world.type(number, { Petugas: "Tono" });
    await world.beats(4);
    expect(world.ticket(numbers[0] ?? "").assigned).toEqual(["Tono"]);
    expect(kindsOf(world)).toEqual({ alarm: 1 });
    await accept(world);
    await world.beats(3);
    expect(kindsOf(world)).toEqual({ alarm: 1, grouped: 2 });
    const told = world.sent.slice(1).map(({ to }) => to.address);
    expect(told.toSorted()).toEqual(["budi@kantor.example", "tono@kantor.example"]);
  });

  test("of fifteen tickets is a good day's work", async () => {
    const { world, numbers } = await withTickets();
    await finishAll(world, numbers.slice(0, 15));
    expect(kindsOf(world)).toMatchObject({ resolution: 15 });
    expect(await awaitingAccept(world.journal)).toEqual([]);
  });

  test("that nobody accepts for a week is told to nobody, and its tickets close all the same", async () => {
    const { world, numbers } = await withTickets();
    await finishAll(world, numbers);
    world.clock.now += 7 * 24 * 60 * MINUTE;
    await world.beats(2);
    expect(await awaitingAccept(world.journal)).toEqual([]);
    expect(world.ticket(numbers[0] ?? "").phase).toBe("closed");
    expect(kindsOf(world)).not.toHaveProperty("resolution");
  });
});
