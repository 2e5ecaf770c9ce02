import { request } from "node:http";
import type { IncomingMessage, RequestOptions } from "node:http";
import { performance } from "node:perf_hooks";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
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
    const answer = await ask(`${root}/next?after=${after}`, signal ? { signal } : {});
    const body = await text(answer);
    if (answer.statusCode === 204) return undefined;
    if (answer.statusCode !== 200) {
      throw new Error(`Cannot read the clock: ${answer.statusCode}`);
    }
    return Told.parse(JSON.parse(body));
  }

  async function report(seq: number, ok: boolean): Promise<void> {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ seq, ok });
    (await ask(`${root}/done`, { method: "POST", headers }, body)).resume();
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
        const instant = await patiently(stop, () => next(told?.seq ?? 0, stop));
        if (!instant) continue;
        take(instant);
        if (!instant.beat) continue;
        // What fails in a beat is no trouble of the clock's: swallowed, its end would never be told.
        const ok = await beat();
        await patiently(stop, () => report(instant.seq, ok));
      }
    },
  };
}

/** Undefined, half a second later, when the sandbox cannot be reached; at once when `stop` came. */
async function patiently<T>(stop: AbortSignal, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (stop.aborted) return undefined;
    if (!isOfNetwork(error)) throw error;
    await sleep(500, undefined, { signal: stop }).catch(() => undefined);
    return undefined;
  }
}

/** node:http, because `fetch` is loaded at its first call and would count for a start that it serves. */
function ask(url: string, options: RequestOptions, body?: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, options, resolve).once("error", reject).end(body);
  });
}

/** The sandbox went away or is not there yet; what it answers wrongly is no such thing. */
function isOfNetwork(error: unknown): boolean {
  return error instanceof Error && "code" in error;
}
