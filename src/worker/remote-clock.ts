import { setTimeout as sleep } from "node:timers/promises";
import { performance } from "node:perf_hooks";
import { z } from "zod";
import type { Clock } from "./ports.ts";

/** One instant of the sandbox's clock: with `beat` all passes run once at it. */
const Told = z.object({
  seq: z.number(),
  now: z.number(),
  /** 1: time flows; 0: it stands still between instants. */
  rate: z.union([z.literal(0), z.literal(1)]),
  beat: z.boolean(),
});
type Told = z.infer<typeof Told>;

/** CLOCK_URL in place of node-cron and of the machine's time (DESIGN 10); loopback only. */
export interface RemoteClock extends Clock {
  /** Waits for the first instant; must have ended before `now` is asked. */
  begin(): Promise<void>;
  /** Runs `beat` at every instant the clock names, reporting each done, until the signal. */
  follow(beat: () => Promise<boolean>, stop: AbortSignal): Promise<void>;
}

export function remoteClock(url: string): RemoteClock {
  const root = url.replace(/\/$/, "");
  let told: Told | undefined;
  let toldAt = 0;

  function take(instant: Told): void {
    told = instant;
    toldAt = performance.now();
  }

  async function next(after: number, signal?: AbortSignal): Promise<Told | undefined> {
    const answer = await fetch(`${root}/next?after=${after}`, signal ? { signal } : {});
    if (answer.status === 204) return undefined;
    if (!answer.ok) throw new Error(`Cannot read the clock: ${answer.status}`);
    return Told.parse(await answer.json());
  }

  return {
    now() {
      if (!told) throw new Error("Cannot tell the time: the clock was not asked yet");
      return Math.floor(told.now + told.rate * (performance.now() - toldAt));
    },
    async begin() {
      const first = await next(0);
      if (first) take(first);
    },
    async follow(beat, stop) {
      while (!stop.aborted) {
        try {
          const instant = await next(told?.seq ?? 0, stop);
          if (!instant) continue;
          take(instant);
          if (!instant.beat) continue;
          const ok = await beat();
          const body = JSON.stringify({ seq: instant.seq, ok });
          const headers = { "content-type": "application/json" };
          await fetch(`${root}/done`, { method: "POST", body, headers });
        } catch (error) {
          if (stop.aborted) return;
          if (!(error instanceof TypeError)) throw error;
          await sleep(500, undefined, { signal: stop }).catch(() => undefined);
        }
      }
    },
  };
}
