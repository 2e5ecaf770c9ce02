import * as fc from "fast-check";

import { type HostileTicket, hostileTicket, type Kind, KINDS } from "../letters/support/hostile.ts";
import { firstFault } from "../letters/support/parse-back.ts";

const SEED = Number(process.env["SOAK_SEED"] ?? 20_261_124);

/** A mail parser reads from every kind of letter of random tickets what it was made from. */
export async function soakLetters(numRuns: number): Promise<{ letters: number }> {
  const tickets = fc.sample(hostileTicket, { numRuns, seed: SEED });
  const letters = tickets.flatMap((ticket) =>
    KINDS.map((kind): [HostileTicket, Kind] => [ticket, kind]),
  );
  const fault = await firstFault(letters);
  if (fault !== "") throw new Error(fault);
  return { letters: letters.length };
}
