import { expect, test } from "vitest";

import { DAY } from "../../src/desk/time.ts";
import type { OtherMailLine } from "../../src/worker/sheet-port.ts";
import { at } from "../journal/builders.ts";
import { columnOf } from "../sheet/support/sheet-office.ts";
import { openOfficeAtWork, type OfficeAtWork } from "./support/office-at-work.ts";

const TAB = "Surat Lain";

function aLine(subject: string, seen: number, uid = 90): OtherMailLine {
  const from = "warta@penyedia.example";
  return {
    mailRef: `INBOX/1/${uid}`,
    at: seen,
    from,
    subject,
    class: "bulk",
    reason: "kiriman massal",
  };
}

/** Lines that *Surat Lain* shows, written now. */
async function withLines(...subjects: string[]) {
  const world = await openOfficeAtWork();
  await world.commit({ otherMail: subjects.map((each, nth) => aLine(each, world.clock.now, nth)) });
  await world.beats(2);
  expect(subjectsOf(world)).toEqual(subjects);
  return world;
}

function subjectsOf(world: OfficeAtWork): string[] {
  return columnOf(world, "Perihal", TAB);
}

/** The Saturday a month later, when nobody is there. */
async function aMonthLater(world: OfficeAtWork) {
  world.clock.now += 31 * DAY;
  await world.beats(2);
}

test("lines of Surat Lain go after thirty days, but for what people ticked, changed or wrote beside", async () => {
  const world = await withLines("lama", "dicentang", "diubah", "dicatat", "dihapus centangnya");
  const { people } = world.google;
  people.setCell({ tab: TAB, row: 2, column: "Jadikan aduan" }, true, "Sri");
  people.setCell({ tab: TAB, row: 3, column: "Alasan" }, "tanya Pak Budi", "Sri");
  people.insertColumn(TAB, "Jadikan aduan", "Catatan", "Sri");
  people.setCell({ tab: TAB, row: 4, column: "Catatan" }, "simpan", "Sri");
  people.clearCell({ tab: TAB, row: 5, column: "Jadikan aduan" }, "Sri");
  people.setCell({ tab: TAB, row: 7, column: "Perihal" }, "ketikan sendiri", "Sri");
  await world.commit({ otherMail: [aLine("muda", world.clock.now + 2 * DAY)] });
  await aMonthLater(world);
  expect(subjectsOf(world)).toEqual([
    "dicentang",
    "diubah",
    "dicatat",
    "",
    "ketikan sendiri",
    "muda",
  ]);
});

test("nothing is taken away in service hours, and only once a day", async () => {
  const world = await withLines("lama");
  // A Monday.
  world.clock.now = at("2026-12-28T09:00+07:00");
  await world.beats(2);
  expect(subjectsOf(world)).toEqual(["lama"]);
  world.clock.now = at("2026-12-28T17:00+07:00");
  await world.beats(2);
  expect(subjectsOf(world)).toEqual([]);
  const deletions = world.google.requests.filter(({ body }) => body.includes("deleteDimension"));
  expect(deletions).toHaveLength(1);
});

test("a row that slips under the deletion is put back at once", async () => {
  const world = await withLines("satu", "dua", "tiga");
  const { google } = world;
  await world.commit({ otherMail: [aLine("muda", world.clock.now + 5 * DAY)] });
  await world.beats(2);
  google.betweenReadAndWrite = ({ body }) => {
    if (!body.includes("deleteDimension")) return;
    google.betweenReadAndWrite = null;
    google.people.moveRows(TAB, 4, 1, 1, "Sri");
  };
  await aMonthLater(world);
  expect(google.betweenReadAndWrite).toBe(null);
  expect(subjectsOf(world)).toEqual(["tiga", "muda"]);
  world.clock.now += DAY;
  await world.beats(2);
  expect(subjectsOf(world)).toEqual(["muda"]);
});

test.each(["before", "after"] as const)(
  "a deletion whose answer was lost %s it was made is looked at, and tried again the next day",
  async (when) => {
    const world = await withLines("satu", "dua");
    // Monday, 15.59: the heartbeat is written, and nothing else is due when the office closes.
    world.clock.now = at("2026-12-28T15:58+07:00");
    await world.beats(1);
    world.google.faults.add({ kind: "unavailable", when, for: "spreadsheets.batchUpdate" });
    await world.beats(3);
    const left = when === "after" ? [] : ["satu", "dua"];
    expect(subjectsOf(world)).toEqual(left);
    world.clock.now += DAY;
    await world.beats(1);
    expect(subjectsOf(world)).toEqual([]);
  },
);
