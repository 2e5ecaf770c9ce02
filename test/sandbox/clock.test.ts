import { expect, test } from "vitest";

import { ClockError, SandboxClock, type ClockAnswer } from "../../src/sandbox/clock.ts";
import { nextBeat, nextOpening } from "../../src/sandbox/pacing.ts";

const at = (text: string) => Date.parse(`${text}+07:00`);

const beats: { name: string; now: string; want: string }[] = [
  { name: "a minute on in working hours", now: "2026-11-24T09:00:00", want: "2026-11-24T09:01:00" },
  { name: "the next whole minute", now: "2026-11-24T09:00:20", want: "2026-11-24T09:01:00" },
  { name: "a minute on in the break", now: "2026-11-24T12:30:00", want: "2026-11-24T12:31:00" },
  { name: "five minutes on at night", now: "2026-11-24T21:40:00", want: "2026-11-24T21:45:00" },
  { name: "the opening itself", now: "2026-11-24T07:28:00", want: "2026-11-24T07:30:00" },
  {
    name: "five minutes on at the weekend",
    now: "2026-11-28T09:01:00",
    want: "2026-11-28T09:05:00",
  },
];
for (const { name, now, want } of beats) {
  test(`the next beat is ${name}`, () => {
    expect(nextBeat(at(now))).toBe(at(want));
  });
}

const openings: { name: string; now: string; want: string }[] = [
  { name: "today's, before it", now: "2026-11-24T06:00:00", want: "2026-11-24T07:30:00" },
  { name: "tomorrow's, once open", now: "2026-11-24T07:30:00", want: "2026-11-25T07:30:00" },
  { name: "Monday's, on Friday", now: "2026-11-27T17:00:00", want: "2026-11-30T07:30:00" },
  { name: "Monday's, on Sunday night", now: "2026-11-29T23:59:00", want: "2026-11-30T07:30:00" },
];
for (const { name, now, want } of openings) {
  test(`the next opening is ${name}`, () => {
    expect(nextOpening(at(now))).toBe(at(want));
  });
}

test("a jump plays every beat, each only after the worker reported the one before", async () => {
  const clock = aClock("2026-11-24T07:15:00");
  const worker = follow(clock);
  await clock.advanceTo(at("2026-11-24T07:32:30"));
  expect(worker.beats()).toEqual([
    at("2026-11-24T07:20:00"),
    at("2026-11-24T07:25:00"),
    at("2026-11-24T07:30:00"),
    at("2026-11-24T07:31:00"),
    at("2026-11-24T07:32:00"),
  ]);
  expect(clock.now()).toBe(at("2026-11-24T07:32:30"));
  expect(clock.status()).toMatchObject({ beats: 5, failed: 0, goingTo: null });
  worker.stop();
});

test("moving without a beat tells the worker the instant and waits until it knows", async () => {
  const clock = aClock("2026-11-24T08:00:00");
  const worker = follow(clock);
  await clock.moveTo(at("2026-11-24T08:00:20"));
  expect(worker.heard.at(-1)).toMatchObject({ now: at("2026-11-24T08:00:20"), beat: false });
  expect(clock.status().beats).toBe(0);
  worker.stop();
});

test("the first question is answered at once, without a beat", async () => {
  const clock = aClock("2026-11-24T08:00:00");
  expect(await clock.next(0)).toEqual({
    seq: 1,
    now: at("2026-11-24T08:00:00"),
    rate: 0,
    beat: false,
  });
});

test("a question without news is answered with nothing in the end", async () => {
  const clock = aClock("2026-11-24T08:00:00");
  expect(await clock.next(1, 5)).toBeNull();
});

test("a worker that starts in the middle of a beat gets that beat again", async () => {
  const clock = aClock("2026-11-24T08:00:00");
  const jump = clock.beat();
  await settled();
  const lost = await clock.next(1);
  const greeting = await clock.next(0);
  expect(greeting).toMatchObject({ beat: false });
  const again = await clock.next(greeting?.seq ?? 0);
  expect(again).toMatchObject({ beat: true, now: lost?.now });
  clock.done(lost?.seq ?? 0, true);
  expect(clock.status().beats).toBe(0);
  clock.done(again?.seq ?? 0, false);
  await jump;
  expect(clock.status()).toMatchObject({ beats: 1, failed: 1 });
});

test("time flows between beats when its rate is one", () => {
  let machine = 5_000;
  const clock = new SandboxClock({
    start: at("2026-11-24T08:00:00"),
    rate: 1,
    machine: () => machine,
  });
  machine += 1_500;
  expect(clock.now()).toBe(at("2026-11-24T08:00:01.500"));
});

test("a jump ends with the reason when the worker is gone", async () => {
  const clock = aClock("2026-11-24T08:00:00");
  const jump = clock.advanceTo(at("2026-11-24T09:00:00"));
  await settled();
  clock.fail("The worker ended with code 1");
  await expect(jump).rejects.toThrow(ClockError);
  expect(clock.status().goingTo).toBeNull();
});

test("a jump is given up when the worker does not answer", async () => {
  const clock = new SandboxClock({ start: at("2026-11-24T08:00:00"), rate: 0, patience: 5 });
  await expect(clock.advanceTo(at("2026-11-24T08:05:00"))).rejects.toThrow("does not answer");
});

test("a stopped jump stands where its last beat was", async () => {
  const clock = aClock("2026-11-24T08:00:00");
  const worker = follow(clock, () => {
    if (clock.now() === at("2026-11-24T08:02:00")) clock.stop();
  });
  await clock.advanceTo(at("2026-11-24T10:00:00"));
  expect(clock.now()).toBe(at("2026-11-24T08:02:00"));
  worker.stop();
});

test("a closed clock moves no more", async () => {
  const clock = aClock("2026-11-24T08:00:00");
  clock.close();
  await expect(clock.advanceTo(at("2026-11-24T09:00:00"))).rejects.toThrow("closed");
});

function aClock(start: string): SandboxClock {
  return new SandboxClock({ start: at(start), rate: 0 });
}

/** Jobs of the clock start in a microtask of their own. */
async function settled(): Promise<void> {
  await Promise.resolve();
  await Promise.resolve();
}

/** What the worker's side does: asks, works, reports. */
function follow(clock: SandboxClock, work: () => void = () => {}) {
  const heard: ClockAnswer[] = [];
  const running = new AbortController();
  void (async () => {
    let seq = 0;
    while (!running.signal.aborted) {
      const answer = await clock.next(seq);
      if (!answer) continue;
      heard.push(answer);
      seq = answer.seq;
      if (!answer.beat) continue;
      work();
      clock.done(seq, true);
    }
  })();
  return {
    heard,
    beats: () => heard.filter(({ beat }) => beat).map(({ now }) => now),
    stop: () => {
      running.abort();
      clock.close();
    },
  };
}
