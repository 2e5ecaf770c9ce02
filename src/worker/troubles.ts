import { DAY, type Instant } from "../desk/time.ts";
import { failingSentences } from "./failing.ts";
import type { Keeper } from "./keeper.ts";
import type { Health } from "./pulse.ts";

/** An alarm as the digest repeats it. */
interface Trouble {
  at: Instant;
  /** What the alarm was about: `sheet`, `brake`, `refused/…`. */
  name: string;
  text: string;
}

const REMEMBERED = 7 * DAY;

/** The alarms of the last days with this one, for the journal's state `troubles`. */
export async function withTrouble(
  keeper: Keeper,
  { name, title, lines }: { name: string; title: string; lines: readonly string[] },
): Promise<Trouble[]> {
  const { journal, clock } = keeper.ports;
  const now = clock.now();
  const before = (await journal.state<Trouble[]>("troubles")) ?? [];
  const text = [`${title}.`, ...lines].join(" ");
  return [...before.filter(({ at }) => now - at < REMEMBERED), { at: now, name, text }];
}

/** The digest lists failed letters, the calendar's gaps and what fails now by themselves. */
const TOLD_ELSEWHERE = /^(?:letter|calendar|away)\//;

/** Sentences: what the worker could not do since then, and what it cannot do now. */
export async function troubles(keeper: Keeper, since: Instant): Promise<string[]> {
  const { journal } = keeper.ports;
  const { calendar } = keeper.world();
  const told = ((await journal.state<Trouble[]>("troubles")) ?? [])
    .filter(({ at, name }) => at >= since && !TOLD_ELSEWHERE.test(name))
    .map(({ text }) => text);
  const health = (await journal.state<Health>("health")) ?? {};
  const failing = failingSentences(health, calendar.zone);
  return [...new Set([...failing, ...told])];
}
