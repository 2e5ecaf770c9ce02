import { digestDue, digestPlans } from "../desk/digest-due.ts";
import { helpdesk } from "../desk/people.ts";
import { DAY, MINUTE } from "../desk/time.ts";
import { digestInput, failedLetters, lastDigest, type LastDigest } from "./digest-input.ts";
import type { Keeper } from "./keeper.ts";
import { toLetter } from "./new-letters.ts";

/** A digest that waits for the mail server is written afresh this often, so that it says what is. */
const FRESH_FOR = 15 * MINUTE;

/** The day's digests, planned once; what could not leave yet is kept up to date. */
export async function planDaily(keeper: Keeper): Promise<number> {
  const { calendar, office, now } = keeper.world();
  const last = await lastDigest(keeper);
  const { digestAt } = office.policy;
  const day = digestDue(now, { calendar, digestAt, lastDay: last?.day ?? null });
  if (day === undefined) {
    if (last !== null) await refresh(keeper, last);
    return 0;
  }
  const seen = last === null ? null : await lastSeen(keeper, last);
  const input = await digestInput(keeper, seen);
  const plans = digestPlans(day, { ...input, helpdesk: toHelpdesk(keeper) });
  const state: LastDigest = {
    day,
    at: now,
    since: input.since ?? now - DAY,
    keys: plans.map(({ key }) => key),
    failed: (await failedLetters(keeper)).map(({ key }) => key),
    settled: false,
  };
  await keeper.commit({
    newLetters: plans.map((plan) => toLetter(plan, keeper.world(), keeper.settings)),
    state: { digest: state },
  });
  return plans.length;
}

/** Where the readers' knowledge ends: a digest that never left told them nothing. */
async function lastSeen(
  { ports: { journal } }: Keeper,
  last: LastDigest,
): Promise<Pick<LastDigest, "at" | "failed">> {
  const letters = await Promise.all(last.keys.map((key) => journal.letter(key)));
  const isUnread = letters.length > 0 && letters.every((letter) => letter?.state === "expired");
  return isUnread ? { at: last.since, failed: [] } : last;
}

/** Letters that wait are composed afresh (DESIGN 7, B059); one that may have left never is. */
async function refresh(keeper: Keeper, last: LastDigest): Promise<void> {
  const { journal } = keeper.ports;
  const { now } = keeper.world();
  if (last.settled || now - last.at < FRESH_FOR) return;
  const letters = await Promise.all(last.keys.map((key) => journal.letter(key)));
  const waiting = letters.filter((letter) => letter?.state === "planned");
  const settled = waiting.length === 0;
  const input = settled ? null : await digestInput(keeper, { at: last.since, failed: [] });
  const plans = input ? digestPlans(last.day, { ...input, helpdesk: toHelpdesk(keeper) }) : [];
  const fresh = new Map(plans.map((plan) => [plan.key, plan.facts]));
  await keeper.commit({
    letters: waiting.flatMap((letter) => {
      const facts = letter && fresh.get(letter.key);
      return facts ? [{ ...letter, facts, rendered: null, nextAt: now }] : [];
    }),
    state: { digest: { ...last, at: settled ? last.at : now, settled } },
  });
}

function toHelpdesk(keeper: Keeper) {
  const { office, calendar, now } = keeper.world();
  return helpdesk(office, calendar.localDate(now), keeper.settings.operator);
}
