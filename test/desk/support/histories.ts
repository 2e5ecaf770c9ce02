import * as fc from "fast-check";

import type { DayRule } from "../../../src/desk/policy.ts";
import { CANCEL_REASONS, STATUSES, VISITS, type StaffFields } from "../../../src/desk/ticket.ts";
import { KINDS, PRIORITIES } from "../../../src/desk/complaint.ts";
import { HOUR, MINUTE } from "../../../src/desk/time.ts";
import { policy } from "../clock-builders.ts";
import type { DeskLife } from "./desk-life.ts";
import { aComplaint, aMail, aSubmission, REPORTER } from "./messages.ts";
import { anOffice, aPolicy, BUDI } from "./office.ts";

/** One thing that happens to an office; indices pick among the tickets there are. */
export type Happening =
  | { what: "mail" | "form" | "typed"; hoursAgo: number }
  | { what: "reply"; ticket: number; from: string; thanks: boolean }
  | { what: "cells"; ticket: number; cells: Partial<StaffFields>; beats: number }
  | { what: "parent"; ticket: number; of: number }
  | { what: "finished"; ticket: number; minutesAgo: number }
  | { what: "beats"; count: number }
  | { what: "down"; minutes: number }
  | { what: "rules"; days: DayRule[]; thirdPartyStopsClock: boolean }
  | { what: "mailer"; outcome: string };

const index = fc.nat({ max: 2 });

const cells: fc.Arbitrary<Partial<StaffFields>> = fc.oneof(
  fc.record({ status: fc.constantFrom(...STATUSES) }),
  fc.record({ priority: fc.constantFrom(...PRIORITIES, "" as const) }),
  fc.record({ visit: fc.constantFrom(...VISITS, "" as const) }),
  fc.record({
    officers: fc.constantFrom(
      "",
      "Budi Santoso",
      "Tono Wibowo",
      "Wawan",
      "Budi Santoso, Tono Wibowo",
    ),
  }),
  fc.record({ result: fc.constantFrom("", "Kabel diganti") }),
  fc.record({ kind: fc.constantFrom(...KINDS) }),
  fc.record({ cancelReason: fc.constantFrom(...CANCEL_REASONS, "" as const) }),
  fc.constant({
    priority: "Sedang" as const,
    visit: "Tidak perlu" as const,
    officers: "Budi Santoso",
  }),
  fc.constant({ status: "Selesai" as const, result: "Beres" }),
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constantFrom("mail" as const, "form" as const, "typed" as const),
      hoursAgo: fc.integer({ min: 0, max: 90 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("reply" as const),
      ticket: index,
      from: fc.constantFrom(REPORTER, BUDI, "tamu@gmail.com"),
      thanks: fc.boolean(),
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      what: fc.constant("cells" as const),
      ticket: index,
      cells,
      // Mostly long enough to settle.
      beats: fc.constantFrom(0, 1, 3, 3, 4),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant("parent" as const), ticket: index, of: index }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant("finished" as const),
      ticket: index,
      minutesAgo: fc.integer({ min: -60, max: 600 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant("beats" as const),
      count: fc.integer({ min: 1, max: 20 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("down" as const),
      minutes: fc.integer({ min: 6, max: 600 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("rules" as const),
      days: fc.subarray<DayRule>([
        { date: "2026-11-25", name: "Libur daerah", what: "libur", windows: [] },
        { date: "2026-11-27", name: "Libur daerah", what: "libur", windows: [] },
      ]),
      thirdPartyStopsClock: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant("mailer" as const),
      outcome: fc.constantFrom("sent", "failed", "away"),
    }),
  },
);

export const history = fc.array(happening, { minLength: 25, maxLength: 90, size: "max" });

/** Lets it happen; what has no ticket to happen to is left out. */
export function live(life: DeskLife, event: Happening): void {
  const numbers = [...life.tickets.keys()];
  const at = (wanted: number) => numbers[wanted % Math.max(1, numbers.length)];
  const number = "ticket" in event ? at(event.ticket) : undefined;
  switch (event.what) {
    case "mail":
      life.mail((uid, now) => aMail(uid, now - event.hoursAgo * MINUTE));
      return;
    case "form":
      life.form(aSubmission(`R${numbers.length}`, life.now));
      return;
    case "typed":
      life.typed(
        `JKD-2026-9${String(numbers.length).padStart(3, "0")}`,
        aComplaint(life.now - event.hoursAgo * HOUR, { channel: "Telepon" }),
      );
      return;
    case "beats":
      beats(life, event.count);
      return;
    case "down":
      life.downtimes.push({ from: life.now, to: life.now + event.minutes * MINUTE });
      life.now += event.minutes * MINUTE;
      return;
    case "rules":
      life.office = anOffice({
        policy: aPolicy({
          calendar: { ...policy.calendar, days: event.days },
          thirdPartyStopsClock: event.thirdPartyStopsClock,
        }),
      });
      return;
    case "mailer":
      life.mailer = () =>
        event.outcome === "away" ? false : { state: event.outcome, detail: "x" };
      return;
    default:
      if (number !== undefined) onTicket(life, number, event, at);
  }
}

function beats(life: DeskLife, count: number): void {
  for (let beat = 0; beat < count; beat++) {
    life.now += MINUTE;
    life.beat();
  }
}

function onTicket(
  life: DeskLife,
  number: string,
  event: Happening,
  at: (wanted: number) => string | undefined,
): void {
  if (event.what === "cells") beats(life.type(number, event.cells), event.beats);
  if (event.what === "parent") life.type(number, { parent: at(event.of) ?? "" });
  if (event.what === "finished") {
    life.type(number, { finishedAt: life.now - event.minutesAgo * MINUTE });
  }
  if (event.what !== "reply") return;
  const { from, thanks } = event;
  const inReplyTo = life.ticket(number).messageIds.slice(0, 1);
  life.mail((uid, now) => aMail(uid, now, { from, inReplyTo, verdict: { thanks } }), number);
}
