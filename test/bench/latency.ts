import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { runWorker } from "../../src/worker/run.ts";
import { startMailServers } from "./mail-servers.ts";
import { percentile } from "./table.ts";
import type { Row } from "./table.ts";
import { openBenchWorker } from "./worker.ts";

const PATIENCE = 10_000;
/** So many mails until the engine has compiled what they all pass through. */
const COLD = 20;

/** From the EXISTS of a mail to its acknowledgement accepted, one mail at a time. */
export async function benchLatency({ short }: { short: boolean }): Promise<Row[]> {
  const mails = COLD + (short ? 20 : 200);
  const servers = await startMailServers(0);
  const folder = await mkdtemp(join(tmpdir(), "aduan-bench-"));
  const { ports, settings, close } = await openBenchWorker(servers, folder, { senders: mails });
  const stop = new AbortController();
  const watching = Promise.withResolvers<void>();
  const mailbox = {
    ...ports.mailbox,
    async watch(arrived: () => void) {
      const unwatch = await ports.mailbox.watch(arrived);
      watching.resolve();
      return unwatch;
    },
  };
  const running = runWorker({ ...ports, mailbox }, settings, stop.signal);
  try {
    await watching.promise;
    const took: number[] = [];
    for (let sender = 0; sender < mails; sender += 1) {
      const arrival = acknowledged();
      const at = await servers.deliver(sender);
      const ms = (await arrival) - at;
      took.push(ms);
    }
    const goal = "25 ms at the 95th";
    // The very first one also connects to the mail server and loads what reads and writes mails.
    const [first = Number.NaN, ...cold] = took.slice(0, COLD);
    const warm = took.slice(COLD);
    return [
      { what: "EXISTS to acknowledgement, median", value: percentile(warm, 0.5), unit: "ms" },
      { what: "… 95th percentile", value: percentile(warm, 0.95), unit: "ms", goal },
      { what: "… the first mail after a start", value: first, unit: "ms" },
      {
        what: `… the next ${COLD - 1}, 95th percentile`,
        value: percentile(cold, 0.95),
        unit: "ms",
      },
    ];
  } finally {
    stop.abort();
    await running;
    await close();
    servers.close();
    await rm(folder, { recursive: true });
  }

  async function acknowledged(): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>();
    servers.onLetter(resolve);
    const late = once(AbortSignal.timeout(PATIENCE), "abort").then((): number => {
      throw new Error(`No acknowledgement within ${PATIENCE} ms`);
    });
    return Promise.race([promise, late]);
  }
}
