import * as fc from "fast-check";
import { expect, test } from "vitest";

import { type HostileTicket, hostileTicket, type Kind, KINDS } from "../letters/support/hostile.ts";
import { firstFault } from "../letters/support/parse-back.ts";

const TICKETS = 5_000;

test(`a mail parser reads from every letter of ${TICKETS} random tickets what it was made from`, async () => {
  const seed = Number(process.env["SOAK_SEED"] ?? 20_261_124);
  const tickets = fc.sample(hostileTicket, { numRuns: TICKETS, seed });
  const letters = tickets.flatMap((ticket) =>
    KINDS.map((kind): [HostileTicket, Kind] => [ticket, kind]),
  );
  expect(await firstFault(letters)).toBe("");
});
