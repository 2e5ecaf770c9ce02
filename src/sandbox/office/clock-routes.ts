import { Hono } from "hono";
import { z } from "zod";

import { DAY, HOUR, MINUTE, type Instant } from "../../desk/time.ts";
import type { SandboxClock } from "../clock.ts";
import { nextOpening } from "../pacing.ts";
import { bodyOf, check, InputError, wholeNumber } from "./input.ts";

const LONGEST_JUMP = 14 * DAY;

const Jump = z.union(
  [
    z.strictObject({ minutes: wholeNumber.max(24 * 60, "paling banyak 1440 menit") }),
    z.strictObject({ hours: wholeNumber.max(336, "paling banyak 336 jam") }),
    z.strictObject({ to: z.literal("opening") }),
    z.strictObject({ to: z.iso.datetime({ offset: true }) }),
  ],
  {
    error:
      'isi "minutes", "hours", atau "to" ("opening" atau waktu seperti 2026-11-24T08:00:00+07:00)',
  },
);

/** For people: look at the time and move it. A jump goes on after the answer; events tell how far it is. */
export function clockRoutes(clock: SandboxClock): Hono {
  return new Hono()
    .get("/", (context) => context.json(clock.status()))
    .post("/", async (context) => {
      const target = targetOf(await bodyOf(context, Jump), clock.now());
      if (target <= clock.now()) throw new InputError("Jam hanya dapat dimajukan");
      if (target - clock.now() > LONGEST_JUMP)
        throw new InputError("Paling jauh 14 hari sekali maju");
      if (clock.status().goingTo !== null) throw new InputError("Jam sedang dimajukan", 409);
      clock.advanceTo(target).catch(() => {});
      return context.json(clock.status(), 202);
    })
    .delete("/", (context) => {
      clock.stop();
      return context.json(clock.status());
    });
}

function targetOf(jump: z.infer<typeof Jump>, now: Instant): Instant {
  if ("minutes" in jump) return now + jump.minutes * MINUTE;
  if ("hours" in jump) return now + jump.hours * HOUR;
  return jump.to === "opening" ? nextOpening(now) : Date.parse(jump.to);
}

const Report = z.object({ seq: wholeNumber, ok: z.boolean() });

/** For the worker: CLOCK_URL. */
export function workerClockRoutes(clock: SandboxClock): Hono {
  return new Hono()
    .get("/next", async (context) => {
      const answer = await clock.next(check(context.req.query("after") ?? 0, wholeNumber));
      return answer ? context.json(answer) : context.body(null, 204);
    })
    .post("/done", async (context) => {
      const { seq, ok } = await bodyOf(context, Report);
      clock.done(seq, ok);
      return context.body(null, 204);
    });
}
