import { MINUTE, SECOND } from "../desk/time.ts";
import type { Instant } from "../desk/time.ts";

export const SOURCES = ["mail", "form", "sheet", "delivery"] as const;
export type Source = (typeof SOURCES)[number];

/** How one source fared; kept in the journal, so that `status` can tell it. */
export interface SourceHealth {
  /** null: never yet. */
  lastGoodAt: Instant | null;
  /** null: the last try was well. */
  failingSince: Instant | null;
  /** Of the last failure, one sentence in Indonesian; "" when the last try was well. */
  problem: string;
}

/** State `health` of the journal. A source that the office does not have is absent. */
export type Health = Partial<Record<Source, SourceHealth>>;

const FRESH = 5 * MINUTE;
const PATIENCE = 10 * SECOND;

/** A minute is healthy when mail, Sheet and hand-over were all well within the last five. */
export function isHealthy(health: Health, now: Instant): boolean {
  return (["mail", "sheet", "delivery"] as const).every((source) => {
    const good = health[source]?.lastGoodAt;
    return good != null && now - good <= FRESH;
  });
}

/**
 * Tells PING_URL that the worker lives; the silence of an unhealthy one is noticed there. Answers
 * whether it was heard: a watcher that is away must not disturb the work.
 */
export async function ping(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), redirect: "follow" });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
