import { MINUTE, SECOND, type Instant } from "../desk/time.ts";
import { nextBeat } from "./pacing.ts";

/** What the worker is told: its time is `now` plus `rate` times the real milliseconds since. */
export interface ClockAnswer {
  seq: number;
  now: Instant;
  rate: 0 | 1;
  /** Run every pass once at this instant, then report it done. */
  beat: boolean;
}

export interface ClockStatus {
  now: Instant;
  rate: 0 | 1;
  /** Where a jump under way is going; null: none is. */
  goingTo: Instant | null;
  /** Beats that the worker reported done, and how many of them with a failure. */
  beats: number;
  failed: number;
}

export interface ClockOptions {
  start: Instant;
  /** 1: time flows between beats; 0: it stands still. */
  rate: 0 | 1;
  /** The machine's milliseconds; only for tests. */
  machine?: () => number;
  /** How long a beat may take before the jump is given up, in real milliseconds. */
  patience?: number;
}

/** What a jump waits for before its next step. */
interface Awaited {
  what: "beat-done" | "instant-known";
  resolve(): void;
  reject(error: Error): void;
}

interface Waiter {
  after: number;
  answer(answer: ClockAnswer | null): void;
}

/** A jump that came to no end: the worker is gone, does not answer, or somebody stopped it. */
export class ClockError extends Error {
  override name = "ClockError" as const;
}

/** The sandbox's time, which the worker follows by CLOCK_URL. It never leaps: beats are played one by one. */
export class SandboxClock {
  readonly #rate: 0 | 1;
  readonly #machine: () => number;
  readonly #patience: number;
  readonly #waiters = new Set<Waiter>();
  readonly #listeners = new Set<() => void>();
  #base: Instant;
  #since: number;
  #seq = 1;
  #beat = false;
  #awaited: Awaited | null = null;
  #queue: Promise<void> = Promise.resolve();
  #goingTo: Instant | null = null;
  #stopped = false;
  #closed = false;
  #beats = 0;
  #failed = 0;

  constructor({ start, rate, machine = Date.now, patience = 3 * MINUTE }: ClockOptions) {
    this.#base = start;
    this.#rate = rate;
    this.#machine = machine;
    this.#since = machine();
    this.#patience = patience;
  }

  now(): Instant {
    return this.#base + this.#rate * (this.#machine() - this.#since);
  }

  status(): ClockStatus {
    return {
      now: this.now(),
      rate: this.#rate,
      goingTo: this.#goingTo,
      beats: this.#beats,
      failed: this.#failed,
    };
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The worker's long poll: null when nothing happened within 25 s. */
  next(after: number, timeout: number = 25 * SECOND): Promise<ClockAnswer | null> {
    if (after === 0) return Promise.resolve(this.#greet());
    if (after >= this.#seq && this.#awaited?.what === "instant-known") this.#awaited.resolve();
    if (this.#seq > after) return Promise.resolve(this.#answer());
    return new Promise((resolve) => {
      const waiter: Waiter = {
        after,
        answer: (answer) => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve(answer);
        },
      };
      const timer = setTimeout(() => waiter.answer(null), timeout);
      this.#waiters.add(waiter);
    });
  }

  /** The worker's report; one about an instant that is no longer the current one is ignored. */
  done(seq: number, ok: boolean): void {
    if (seq !== this.#seq || this.#awaited?.what !== "beat-done") return;
    this.#beats += 1;
    if (!ok) this.#failed += 1;
    this.#awaited.resolve();
  }

  /** Runs the passes once now. */
  beat(): Promise<void> {
    return this.#enqueue(() => this.#show(this.now(), "beat-done"));
  }

  /** Moves to an instant without a beat; resolves when the worker knows it. */
  moveTo(instant: Instant): Promise<void> {
    return this.#enqueue(() => this.#moveTo(instant));
  }

  /** Plays every beat until `target`, then stands there; after `stop`, where its last beat was. */
  advanceTo(target: Instant): Promise<void> {
    return this.#enqueue(async () => {
      this.#stopped = false;
      this.#goingTo = target;
      try {
        for (let at = nextBeat(this.now()); at <= target; at = nextBeat(this.now())) {
          if (this.#stopped) return;
          await this.#show(at, "beat-done");
        }
        await this.#moveTo(target);
      } finally {
        this.#goingTo = null;
        this.#tell();
      }
    });
  }

  /** Ends a jump after the beat in hand. */
  stop(): void {
    this.#stopped = true;
  }

  /** The worker is gone: whoever waits for it hears why. */
  fail(reason: string): void {
    this.#stopped = true;
    this.#awaited?.reject(new ClockError(reason));
  }

  /** Nothing moves any more; whoever still wants to hears so. */
  close(): void {
    this.#closed = true;
    this.fail("The sandbox is closing");
    for (const waiter of this.#waiters) waiter.answer(null);
  }

  /** A worker that has just started learns the time first; a beat its predecessor left unfinished comes again. */
  #greet(): ClockAnswer {
    const answer: ClockAnswer = { ...this.#answer(), beat: false };
    if (this.#awaited) this.#seq += 1;
    return answer;
  }

  #answer(): ClockAnswer {
    return { seq: this.#seq, now: this.now(), rate: this.#rate, beat: this.#beat };
  }

  #enqueue(job: () => Promise<void>): Promise<void> {
    const result = this.#queue.then(job);
    this.#queue = result.catch(() => {});
    return result;
  }

  async #moveTo(instant: Instant): Promise<void> {
    if (instant > this.now()) await this.#show(instant, "instant-known");
  }

  async #show(at: Instant, what: Awaited["what"]): Promise<void> {
    if (this.#closed) throw new ClockError("The sandbox is closed");
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(
      () => reject(new ClockError("The worker does not answer")),
      this.#patience,
    );
    this.#awaited = { what, resolve, reject };
    this.#publish(at, what === "beat-done");
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      this.#awaited = null;
    }
  }

  #publish(instant: Instant, beat: boolean): void {
    this.#base = instant;
    this.#since = this.#machine();
    this.#seq += 1;
    this.#beat = beat;
    for (const waiter of this.#waiters) {
      if (this.#seq > waiter.after) waiter.answer(this.#answer());
    }
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
