import { expect, test } from "vitest";

import { unreadableMessage } from "../../src/mailbox/unreadable.ts";
import { aMailDesk, written } from "./support/mail-desk.ts";

function at(text: string): number {
  return Date.parse(`${text}:00+07:00`);
}

test.each([
  ["far ahead", "Date: Sat, 17 March 2096 05:32:00 +0000"],
  ["years ago", "Date: Mon, 1 Jan 2018 01:04:44 +0100"],
  ["no date at all", `Date: ${"x".repeat(181)}`],
])("a Date %s counts for nothing (B022)", async (_what, header) => {
  const desk = await aMailDesk("2026-11-24T08:12:00+07:00");
  await desk.arrive(written("desa.colo@desa.example", "Internet mati", "Mati.", [header]));
  const ticket = await desk.ticket("JKD-2026-0001");
  expect(ticket.complaint.reportedAt).toBe(at("2026-11-24T08:12"));
  expect(ticket.runs[0]?.dueAt).toBe(at("2026-11-24T08:22"));
});

test("the mail of an outage is acknowledged in its order, and nobody is late for it (B113)", async () => {
  const desk = await aMailDesk("2026-12-01T08:00:00+07:00");
  desk.keeper.downtimes = [{ from: at("2026-11-27T15:00"), to: desk.clock.now }];
  const times = [
    ...Array.from({ length: 5 }, () => at("2026-11-27T15:30")),
    ...Array.from({ length: 10 }, () => at("2026-11-28T10:00")),
    ...Array.from({ length: 25 }, () => at("2026-12-01T07:50")),
  ];
  const mails = times.map((time, nth) =>
    desk.read(written(`desa${nth}@unit${nth}.example`, `Aduan ${nth}`, `Mati ${nth}.`), time),
  );
  await desk.take(...(await Promise.all(mails)));
  const tickets = [...desk.keeper.tickets.values()].toSorted((a, b) =>
    a.number < b.number ? -1 : 1,
  );
  expect(tickets.map(({ complaint }) => complaint.subject)).toEqual(
    times.map((_, nth) => `Aduan ${nth}`),
  );
  expect(tickets.map(({ complaint }) => complaint.reportedAt)).toEqual(times);
  expect(desk.taken.map(({ to }) => to.address).toSorted()).toEqual(
    times.map((_, nth) => `desa${nth}@unit${nth}.example`).toSorted(),
  );
  const ends = tickets.map(({ runs }) => [runs[0]?.dueAt, runs[0]?.outcome]);
  expect(ends[0]).toEqual([at("2026-11-27T15:40"), "unmeasured"]);
  expect(ends[5]).toEqual([at("2026-11-30T07:40"), "unmeasured"]);
  expect(ends[39]).toEqual([at("2026-12-01T08:00"), "on-time"]);
});

test("a mail that only its envelope tells of is a ticket, acknowledged, and told once (B083)", async () => {
  const desk = await aMailDesk();
  const place = { folder: "INBOX", uidValidity: "1", uid: 7, sent: false };
  const from = [{ name: "Colo", address: "desa.colo@desa.example" }];
  const poisoned = unreadableMessage(
    { ...place, receivedAt: desk.clock.now },
    { from, subject: "racun" },
  );
  await desk.take(poisoned, await desk.read(written("kec.bae@kuduskab.example", "WiFi", "Mati.")));
  await desk.take(poisoned);
  expect(desk.keeper.tickets.size).toBe(2);
  expect((await desk.ticket("JKD-2026-0001")).fields).toMatchObject({
    subject: "racun",
    unit: "Desa Colo",
    text: expect.stringContaining("lihat di kotak surat, folder INBOX"),
  });
  expect(desk.lettersTo("desa.colo@desa.example")).toEqual(["acknowledgement"]);
  expect(desk.lettersTo("operator@kominfo.example")).toEqual(["alarm"]);
});
