import * as fc from "fast-check";
import { expect, test } from "vitest";

import { type HostileTicket, hostileTicket, type Kind, KINDS } from "./support/hostile.ts";
import { firstFault } from "./support/parse-back.ts";

/** 5,000 tickets and every kind for each: `npm run test:soak`. */
const TICKETS = 510;

test(
  `a mail parser reads from the letters of ${TICKETS} random tickets what they were made from`,
  { timeout: 120_000 },
  async () => {
    const tickets = fc.sample(hostileTicket, { numRuns: TICKETS, seed: 20_261_125 });
    const letters = tickets.flatMap((ticket, nth): [HostileTicket, Kind][] => {
      const kind = KINDS[nth % KINDS.length];
      return kind ? [[ticket, kind]] : [];
    });
    expect(letters).toHaveLength(TICKETS);
    expect(await firstFault(letters)).toBe("");
  },
);
