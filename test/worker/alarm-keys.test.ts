import { expect, test } from "vitest";

import { columnOf } from "../sheet/support/sheet-office.ts";
import { LOG, mailsFrom } from "./support/log-acts.ts";
import { kindsOf, openOfficeAtWork } from "./support/office-at-work.ts";

const OFFICES = Array.from({ length: 8 }, (_, nth) => `opd${nth + 1}`);

test("complaints that wait for a protected column are one alarm, however many they become (B028)", async () => {
  const world = await openOfficeAtWork();
  world.sent.length = 0;
  world.google.people.protect({ tab: LOG, column: "Perihal" }, [], "Kepala");
  for (const office of OFFICES) {
    await mailsFrom(world, office);
    await world.beats(2);
  }
  expect(columnOf(world, "No. Aduan")).toEqual([]);
  expect(kindsOf(world)).toMatchObject({ acknowledgement: 8, alarm: 1 });
  world.google.people.undo("Kepala");
  await world.beats(3);
  expect(columnOf(world, "No. Aduan")).toHaveLength(8);
  expect(kindsOf(world)).toMatchObject({ alarm: 1 });
});
