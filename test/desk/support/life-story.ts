import { historyWords } from "../../../src/desk/history.ts";
import type { LetterFacts, LetterPlan } from "../../../src/desk/letter.ts";
import { show } from "../clock-builders.ts";
import type { DeskLife } from "./desk-life.ts";

/**
 * Everything that happened to a desk's tickets, as people would tell it: a line for each event, a
 * line for each letter with what it says, and how each step stood in the end.
 */
export function storyOf(life: DeskLife): string {
  const told = [
    ...life.events.map((event) => {
      const { what, detail } = historyWords(event, "Asia/Jakarta");
      return { at: event.at, line: `${event.number.slice(-4)} ${event.by}: ${what}. ${detail}` };
    }),
    ...life.letters.map((letter) => ({ at: letter.plannedAt, line: letterLine(letter) })),
  ].toSorted((a, b) => a.at - b.at);
  const ends = [...life.tickets.values()].flatMap(({ number, phase, runs, notes }) => [
    `${number} ${phase}`,
    ...runs.map(({ round, step, startedAt, dueAt, endedAt, outcome, reason }) =>
      `  r${round} langkah ${step}: ${clock(startedAt)}, batas ${clock(dueAt)}, akhir ${clock(endedAt)} ${outcome ?? ""} ${reason}`.trimEnd(),
    ),
    ...Object.entries(notes).map(([name, text]) => `  ${name}: ${text}`),
  ]);
  return [...told.map(({ at, line }) => `${clock(at)} ${line}`), "", ...ends, ""].join("\n");
}

function letterLine({ key, to, facts, expiresAt }: LetterPlan): string {
  const until = expiresAt === null ? "" : ` s.d. ${clock(expiresAt)}`;
  return `     surat ${key} → ${to.address}${until} ${factsWords(facts)}`.trimEnd();
}

function factsWords(facts: LetterFacts): string {
  return Object.entries(facts)
    .filter(([name]) => name !== "kind")
    .map(([name, value]) => `${name}=${worded(value)}`)
    .join(" ");
}

function worded(value: unknown): string {
  // Instants are the only large numbers.
  if (typeof value === "number" && value > 1_000_000) return clock(value);
  return typeof value === "string" ? `"${value}"` : JSON.stringify(value);
}

/** Day and clock; the stories are of November and December 2026. */
function clock(at: number | null): string {
  return show(at).replace(/^2026-/, "");
}
