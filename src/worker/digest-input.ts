import type { DigestInput } from "../desk/digest.ts";
import { DAY, type Instant, type LocalDate } from "../desk/time.ts";
import { calendarRemarks } from "./calendar-care.ts";
import type { Keeper } from "./keeper.ts";

/** Units disturbed often are counted over so long (DESIGN 7). */
const LOOK_BACK = 30 * DAY;

/** The last digests that were planned; null: none yet. */
export interface LastDigest {
  day: LocalDate;
  at: Instant;
}

export async function lastDigest(keeper: Keeper): Promise<LastDigest | null> {
  return (await keeper.ports.journal.state<LastDigest>("digest")) ?? null;
}

/** What the day's figures are made from: for the digests and, in between, for *Dasbor*. */
export async function digestInput(keeper: Keeper, last: LastDigest | null): Promise<DigestInput> {
  const { journal } = keeper.ports;
  const { office, calendar, now } = keeper.world();
  const since = last?.at ?? now - DAY;
  const closed = await journal.closedBetween(now - LOOK_BACK, now);
  const failed = await journal.lettersIn(["failed", "bounced", "presumed"]);
  return {
    open: [...keeper.tickets.values()].filter(({ phase }) => phase === "open"),
    closedSince: closed.filter(({ phaseSince }) => phaseSince >= since),
    recent: await journal.openedBetween(now - LOOK_BACK, now),
    since,
    office,
    calendar,
    now,
    failedLetters: failed
      .filter(({ plannedAt }) => plannedAt >= since)
      .map(({ ticket, detail }) => ({ number: ticket ?? "", text: detail })),
    warnings: await calendarRemarks(keeper, since),
  };
}
