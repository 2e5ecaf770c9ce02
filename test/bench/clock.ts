import process from "node:process";

import { type Calendar, makeCalendar } from "../../src/desk/calendar.ts";
import { dueAt } from "../../src/desk/deadline.ts";
import { defaultPolicy } from "../../src/desk/default-policy.ts";
import type { TimedStep } from "../../src/desk/sop.ts";
import { DAY, MINUTE, type Instant } from "../../src/desk/time.ts";
import { benchDesk, cpuTime } from "./desk.ts";

const STEPS: readonly TimedStep[] = [2, 3, 4, 5, 6];
const STARTS = 2_000;
const FIRST: Instant = Date.UTC(2026, 0, 1);
const policy = defaultPolicy("Asia/Jakarta");

/** Due dates a second, beside a walk over the windows day by day, in one run on one core. */
export function benchClock(print: (line: string) => void): void {
  const calendar = makeCalendar(policy.calendar);
  const walk = plainWalk(calendar);
  const starts = Array.from(
    { length: STARTS },
    (_, n) => FIRST + Math.floor((n * 700 * DAY) / STARTS),
  );
  for (const start of starts) {
    const ours = dueAt(calendar, 4, start, policy);
    if (ours !== walk(start, policy.limits[4])) throw new Error(`Walk differs at ${start}`);
  }

  const mixed = perSecond(starts, (start, n) => dueAt(calendar, STEPS[n % 5] ?? 4, start, policy));
  const four = perSecond(starts, (start) => dueAt(calendar, 4, start, policy));
  const plain = perSecond(starts, (start) => walk(start, policy.limits[4]));
  const long = 500 * 60 * MINUTE;
  const far = perSecond(starts, (start) => calendar.addWorking(start, long));
  const farPlain = perSecond(starts, (start) => walk(start, long));
  print(`due dates, steps 2-6    ${figure(mixed)}/s (goal 200.000)`);
  print(
    `due dates, step 4       ${figure(four)}/s, ${(four / plain).toFixed(1)} times a plain walk`,
  );
  print(`plain walk, step 4      ${figure(plain)}/s`);
  print(
    `500 working hours       ${figure(far)}/s, ${(far / farPlain).toFixed(1)} times a plain walk`,
  );

  benchDesk(print);
}

/**
 * What one would write first: from window to window until the limit is used up. The days' windows
 * are looked up beforehand and the zone's offset is fixed, so that only the walk is measured.
 */
function plainWalk(calendar: Calendar): (start: Instant, limit: number) => Instant {
  const offset = 7 * 60 * MINUTE;
  const midnight = FIRST - offset;
  const days = Array.from({ length: 1_000 }, (_, n) =>
    calendar.windowsOn(calendar.localDate(midnight + n * DAY)),
  );
  return (start, limit) => {
    let left = limit;
    for (let n = Math.floor((start - midnight) / DAY); ; n++) {
      for (const window of days[n] ?? []) {
        const from = Math.max(start, midnight + n * DAY + window.from * MINUTE);
        const room = midnight + n * DAY + window.to * MINUTE - from;
        if (room <= 0) continue;
        if (left <= room) return from + left;
        left -= room;
      }
    }
  };
}

/** A second of one core, whatever else the machine does meanwhile. */
function perSecond(
  starts: readonly Instant[],
  compute: (start: Instant, n: number) => unknown,
): number {
  for (const [n, start] of starts.entries()) compute(start, n);
  const began = performance.now();
  const before = process.cpuUsage();
  let done = 0;
  while (performance.now() - began < 500) {
    for (const [n, start] of starts.entries()) compute(start, n);
    done += starts.length;
  }
  return (done * 1_000) / cpuTime(before);
}

function figure(value: number): string {
  return Math.round(value).toLocaleString("id-ID").padStart(11);
}

if (import.meta.main) benchClock((line) => process.stdout.write(`${line}\n`));
