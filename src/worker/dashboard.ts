import { digestFor } from "../desk/digest.ts";
import { addMonths, monthOf, recapOf } from "../desk/recap.ts";
import { DAY, MINUTE, type Instant } from "../desk/time.ts";
import { digestInput, lastDigest } from "./digest-input.ts";
import type { Keeper } from "./keeper.ts";
import type { Dashboard } from "./sheet-port.ts";

/** *Dasbor* is written at most so often (DESIGN 5.1). */
const EVERY = 15 * MINUTE;

/** Months before the running one, and days to spare for what was reported long before it was logged. */
const MONTHS_BEFORE = 5;
const SPARE = 35 * DAY;

/** Today's figures and the running month's, or null when *Dasbor* was written lately. */
export async function dashboardDue(keeper: Keeper): Promise<Dashboard | null> {
  const { journal } = keeper.ports;
  const { calendar, now, downtimes } = keeper.world();
  const written = (await journal.state<Instant>("dashboard")) ?? null;
  if (written !== null && now >= written && now - written < EVERY) return null;
  const digest = digestFor(
    { kind: "section-head" },
    await digestInput(keeper, await lastDigest(keeper)),
  );
  const month = monthOf(now, calendar);
  const from = calendar.startOfDay(`${addMonths(month, -MONTHS_BEFORE)}-01`);
  const tickets = await journal.openedBetween(from - SPARE, now + 1);
  const options = { calendar, now, downtimes, monthsBefore: MONTHS_BEFORE };
  return { digest, recap: recapOf(month, tickets, options) };
}
