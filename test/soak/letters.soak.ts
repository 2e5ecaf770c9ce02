import * as fc from "fast-check";
import { expect, test } from "vitest";

import { type HostileTicket, hostileTicket, type Kind, KINDS } from "../letters/support/hostile.ts";
import { firstFault } from "../letters/support/parse-back.ts";

const TICKETS = 5_000;
/** About as many letters as a complaint causes in its life; the next ticket gets the next kinds. */
const LETTERS_EACH = 5;

test(`a mail parser reads from ${LETTERS_EACH} letters of each of ${TICKETS} random tickets what they were made from`, async () => {
  const seed = Number(process.env["SOAK_SEED"] ?? 20_261_124);
  const tickets = fc.sample(hostileTicket, { numRuns: TICKETS, seed });
  const letters = tickets.flatMap((ticket, nth) =>
    Array.from({ length: LETTERS_EACH }, (_, more) => KINDS[(nth + more * 4) % KINDS.length])
      .filter((kind) => kind !== undefined)
      .map((kind): [HostileTicket, Kind] => [ticket, kind]),
  );
  expect(letters).toHaveLength(TICKETS * LETTERS_EACH);
  expect(await firstFault(letters)).toBe("");
});
