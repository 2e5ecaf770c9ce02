import type { DigestInput } from "../desk/digest.ts";
import type { Letter } from "../desk/letter.ts";
import { LETTER_WORDS } from "../desk/letter-words.ts";
import { DAY, type Instant, type LocalDate } from "../desk/time.ts";
import { calendarRemarks } from "./calendar-care.ts";
import type { Keeper } from "./keeper.ts";
import { troubles } from "./troubles.ts";

/** Units disturbed often are counted over so long (DESIGN 7). */
const LOOK_BACK = 30 * DAY;
/** A letter may turn out to have failed long after it was sent. */
const FAILURES_LOOK_BACK = 7 * DAY;

/** The last digests that were planned, state `digest` of the journal. */
export interface LastDigest {
  day: LocalDate;
  /** When the figures were taken. */
  at: Instant;
  /** What they were compared with. */
  since: Instant;
  keys: readonly string[];
  /** Failed letters that have been named. */
  failed: readonly string[];
  /** None of them waits any more. */
  settled: boolean;
}

export async function lastDigest(keeper: Keeper): Promise<LastDigest | null> {
  type Stored = Pick<LastDigest, "day" | "at"> & Partial<LastDigest>;
  const stored = await keeper.ports.journal.state<Stored>("digest");
  if (stored === undefined) return null;
  // What an older program wrote down is less.
  return { since: stored.at, keys: [], failed: [], settled: true, ...stored };
}

/** What the day's figures are made from: for the digests and, in between, for *Dasbor*. */
export async function digestInput(
  keeper: Keeper,
  last: Pick<LastDigest, "at" | "failed"> | null,
): Promise<DigestInput> {
  const { journal } = keeper.ports;
  const { office, calendar, now } = keeper.world();
  const since = last?.at ?? now - DAY;
  const closed = await journal.closedBetween(Math.min(since, now - LOOK_BACK), now);
  const named = new Set(last?.failed);
  const failed = await failedLetters(keeper);
  return {
    open: [...keeper.tickets.values()].filter(({ phase }) => phase === "open"),
    closedSince: closed.filter(({ phaseSince }) => phaseSince >= since),
    recent: await journal.openedBetween(now - LOOK_BACK, now),
    since,
    office,
    calendar,
    now,
    failedLetters: failed.filter(({ key }) => !named.has(key)).map(failureLine),
    warnings: [...(await troubles(keeper, since)), ...(await calendarRemarks(keeper, since))],
  };
}

/** Those of the last days, bounced ones too; oldest first. */
export async function failedLetters(keeper: Keeper): Promise<Letter[]> {
  const failed = await keeper.lettersIn(["failed", "bounced", "presumed"]);
  const from = keeper.ports.clock.now() - FAILURES_LOOK_BACK;
  return failed.filter(({ plannedAt }) => plannedAt >= from);
}

function failureLine({ kind, ticket, state, detail }: Letter): { number: string; text: string } {
  const words = LETTER_WORDS[kind] ?? kind;
  const what = state === "presumed" ? "tidak pasti terkirim" : "tidak terkirim";
  return { number: ticket ?? "", text: `${words} ${what}${detail === "" ? "" : `: ${detail}`}` };
}
