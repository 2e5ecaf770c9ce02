import { expect, test } from "vitest";

import { EMPTY_MEMORY } from "../../src/desk/desk.ts";
import { RemoteError } from "../../src/errors.ts";
import { typeInto } from "../../src/sandbox/office/table.ts";
import { at } from "../journal/builders.ts";
import { columnOf } from "../sheet/support/sheet-office.ts";
import { LOG, mailsFrom } from "./support/log-acts.ts";
import { kindsOf, openOfficeAtWork } from "./support/office-at-work.ts";

test("a number's year is that of its report in the office's zone, whoever writes it down when (B097)", async () => {
  const world = await openOfficeAtWork(at("2026-12-31T23:56+07:00"));
  await world.commit({ state: { desk: { ...EMPTY_MEMORY, serials: { 2026: 431 } } } });
  await world.restart();
  world.sent.length = 0;
  world.clock.now = at("2026-12-31T23:58+07:00");
  const call = {
    "Waktu Lapor": "31/12/2026 16.00",
    Kanal: "Telepon",
    "OPD/Desa": "Dishub",
    "Uraian Aduan": "Jaringan loket putus",
  };
  typeInto(world.google, { tab: LOG, row: 1 }, call, "Rina");
  await world.beats(1);
  world.inbox.failure = () => new RemoteError("busy", { kind: "temporary" });
  world.clock.now = at("2026-12-31T23:59:59+07:00");
  await mailsFrom(world, "lama");
  world.clock.now = at("2027-01-01T00:00:01+07:00");
  await mailsFrom(world, "baru");
  await world.beats(3);
  world.inbox.failure = () => undefined;
  await world.beats(4);
  const numbers = columnOf(world, "No. Aduan");
  expect(numbers.toSorted()).toEqual(["JKD-2026-0432", "JKD-2026-0433", "JKD-2027-0001"]);
  expect(world.row("JKD-2027-0001")["Email Pelapor"]).toBe("umum@baru.example");
  expect(world.row("JKD-2026-0432")["OPD/Desa"]).toBe("Dishub");
  expect(world.row("JKD-2026-0433")["Email Pelapor"]).toBe("umum@lama.example");
  expect(kindsOf(world)["acknowledgement"]).toBe(2);
});

test("a number that people invented is flagged, and goes to no other ticket (B097)", async () => {
  const world = await openOfficeAtWork();
  const row = {
    "No. Aduan": "JKD-2026-0500",
    Kanal: "Telepon",
    "OPD/Desa": "Dishub",
    "Uraian Aduan": "Jaringan loket putus",
  };
  typeInto(world.google, { tab: LOG, row: 1 }, row, "Rina");
  await world.beats(4);
  expect(columnOf(world, "Catatan Sistem")[0]).toContain("JKD-2026-0500 tidak dikenal");
  await world.commit({ state: { desk: { ...EMPTY_MEMORY, serials: { 2026: 498 } } } });
  await world.restart();
  await world.beats(1);
  const given = await world.complaints("Dinsos", "RSUD", "PUPR");
  expect(given).toEqual(["JKD-2026-0499", "JKD-2026-0501", "JKD-2026-0502"]);
  await world.beats(3);
  expect(columnOf(world, "No. Aduan")).toEqual(["JKD-2026-0500", ...given]);
});
