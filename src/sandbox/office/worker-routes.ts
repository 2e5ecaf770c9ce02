import { Hono } from "hono";
import { z } from "zod";

import type { WorkerProcess } from "../worker-process.ts";
import { bodyOf } from "./input.ts";
import { logTail } from "./worker-log.ts";

const Action = z.strictObject({
  action: z.enum(["start", "stop", "kill"], { error: 'isi "start", "stop", atau "kill"' }),
});

/** The worker's process: what it prints, and what happens when it is away for a while. */
export function workerRoutes(worker: WorkerProcess, logFolder: string): Hono {
  return new Hono()
    .get("/", (context) => context.json(worker.status()))
    .get("/log", async (context) =>
      context.json({ console: worker.tail(), file: await logTail(logFolder) }),
    )
    .post("/", async (context) => {
      const { action } = await bodyOf(context, Action);
      if (action === "start") worker.start();
      else await worker.stop(action === "kill" ? "SIGKILL" : "SIGTERM");
      return context.json(worker.status());
    });
}
