import { MINUTE, type Duration, type Instant } from "../desk/time.ts";
import { RemoteError } from "../errors.ts";
import type { Keeper } from "./keeper.ts";
import type { Health, Source } from "./pulse.ts";

/** After a failure: login or key refused, one try every 6 minutes (DESIGN 4). */
const REFUSED_PAUSE: Duration = 6 * MINUTE;
/** Other IMAP and SMTP failures after 0, 1, 2, then every 4 minutes. */
const PAUSES: readonly Duration[] = [0, MINUTE, 2 * MINUTE, 4 * MINUTE];

/** How each source fares, and when it may be tried again. One source's failure is its own. */
export class Sources {
  readonly #keeper: Keeper;
  readonly #failures = new Map<Source, { count: number; nextAt: Instant }>();
  #health: Health = {};

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  get health(): Health {
    return this.#health;
  }

  async load(): Promise<void> {
    this.#health = (await this.#keeper.ports.journal.state<Health>("health")) ?? {};
  }

  /** Runs a pass unless its source is being left alone; answers whether it went well. */
  async attempt(source: Source, pass: () => Promise<unknown>): Promise<boolean> {
    const now = this.#keeper.ports.clock.now();
    const failure = this.#failures.get(source);
    if (failure && now < failure.nextAt) return false;
    try {
      await pass();
      this.#failures.delete(source);
      await this.#note(source, "");
      return true;
    } catch (error) {
      // Anything else is our own fault and must be seen, not retried for ever in silence.
      if (!(error instanceof RemoteError)) {
        this.#keeper.ports.log.error("Pass failed", { source, error: stackOf(error) });
      } else {
        this.#keeper.ports.log.warn("Source failed", {
          source,
          kind: error.kind,
          error: error.message,
        });
      }
      const count = (failure?.count ?? 0) + 1;
      this.#failures.set(source, { count, nextAt: now + pauseOf(source, error, count) });
      await this.#note(source, sentenceOf(error));
      return false;
    }
  }

  async #note(source: Source, problem: string): Promise<void> {
    const now = this.#keeper.ports.clock.now();
    const before = this.#health[source];
    const isGood = problem === "";
    const failingSince = isGood ? null : (before?.failingSince ?? now);
    const lastGoodAt = isGood ? now : (before?.lastGoodAt ?? null);
    this.#health = { ...this.#health, [source]: { lastGoodAt, failingSince, problem } };
  }

  /** Kept in the journal for `status` and for the downtime after a start; once a beat. */
  async save(): Promise<void> {
    const now = this.#keeper.ports.clock.now();
    await this.#keeper.commit({ state: { health: this.#health, "last-beat": now } });
  }
}

function pauseOf(source: Source, error: unknown, count: number): Duration {
  if (error instanceof RemoteError && error.kind === "misconfigured") return REFUSED_PAUSE;
  if (source === "sheet" || source === "form") return 0;
  return PAUSES[Math.min(count, PAUSES.length) - 1] ?? 0;
}

function sentenceOf(error: unknown): string {
  // What a server says is no Indonesian, and no advice.
  if (error instanceof RemoteError) return error.remedy ?? `gangguan sementara (${error.message})`;
  return "Kesalahan di dalam program; lihat berkas log.";
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
