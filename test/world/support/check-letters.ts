import { STAFF } from "../../../src/sandbox/example-office.ts";
import type { Letter, LetterFacts } from "../../../src/desk/letter.ts";
import type { Finding } from "./findings.ts";
import { isFlagged, type Outcome } from "./outcome.ts";
import type { Delivery } from "./ports.ts";
import { OPERATOR } from "./world.ts";

/** Nobody gets what is another's, and nothing twice for one reason. */
export function checkLetters(outcome: Outcome): Finding[] {
  const delivered = outcome.world.post.delivered.flatMap(parts);
  return [...wrong(outcome, delivered), ...doubled(outcome, delivered)];
}

/** A letter about one ticket; one with a list is as many. */
interface Part {
  number: string;
  kind: string;
  facts: LetterFacts;
  to: string;
  letter: Letter;
}

function parts({ to, letter }: Delivery): Part[] {
  const { facts, ticket, kind } = letter;
  if (facts.kind === "grouped") {
    return facts.items.map((item) => ({
      number: item.number,
      kind: facts.of,
      facts: item.facts,
      to,
      letter,
    }));
  }
  return [{ number: ticket ?? "", kind, facts, to, letter }];
}

const ADDRESSES = {
  "section-head": [STAFF.hendra.address],
  "division-head": [STAFF.endang.address],
  helpdesk: [STAFF.sri.address, OPERATOR],
  operator: [OPERATOR],
  "on-duty": Object.values(STAFF).map(({ address }) => address),
} as const;

function wrong(outcome: Outcome, delivered: readonly Part[]): Finding[] {
  const { world, marks } = outcome;
  const { truth, reporters } = world;
  return delivered.flatMap(({ number, kind, to, letter }): Finding[] => {
    const mark = marks.get(number) ?? number;
    const { role } = letter.to;
    if (allowed(role).includes(to) || (letter.mode === "uji" && to === OPERATOR)) return [];
    const text = `${kind} about ${number} (${mark}) went to ${to}`;
    const finding: Finding = { fault: "wrongLetters", about: [mark], text };
    if (role === "reporter") {
      const said = truth.everSaid(mark, "email");
      return reporters.addressOf(mark) === to || said.includes(to) ? [] : [finding];
    }
    if (number === "") return [];
    const names = truth.everSaid(mark, "officers");
    const people = Object.values(STAFF).filter(({ name }) =>
      names.some((each) => each.includes(name.toLowerCase())),
    );
    return people.some(({ address }) => address === to) ? [] : [finding];
  });
}

function allowed(role: Letter["to"]["role"]): readonly string[] {
  return role === "reporter" || role === "officer" ? [] : ADDRESSES[role];
}

function doubled({ world, marks, tickets }: Outcome, delivered: readonly Part[]): Finding[] {
  const found: Finding[] = [];
  const byId = Map.groupBy(world.post.delivered, ({ messageId }) => messageId);
  for (const [, same] of byId) {
    const [first] = same;
    if (!first || same.length < 2) continue;
    const mark = marks.get(first.letter.ticket ?? "") ?? "";
    const text = `${first.letter.key} was delivered ${same.length} times`;
    found.push({ fault: "doubleLetters", about: [mark], text });
  }
  const once = delivered.filter(({ kind }) => ONCE_A_ROUND.has(kind));
  const byReason = Map.groupBy(once, ({ number, kind, letter, to, facts }) => {
    const mark = marks.get(number) ?? number;
    const round = /\/r(\d+)\//.exec(letter.reasons.find((r) => r.startsWith(`${number}/`)) ?? "");
    const step = "step" in facts ? facts.step : "";
    const due = "dueAt" in facts ? facts.dueAt : "";
    return [mark, kind, round?.[1] ?? "", step, due, letter.to.role, to].join(" ");
  });
  for (const [reason, same] of byReason) {
    const ids = new Set(same.map(({ letter }) => letter.key));
    if (ids.size < 2) continue;
    const mark = reason.split(" ")[0] ?? "";
    const text = `one reason, ${ids.size} letters: ${[...ids].join(", ")}`;
    const twins = tickets.filter(({ number }) => marks.get(number) === mark);
    found.push({ fault: "doubleLetters", about: [mark], text, isFlagged: isFlagged(twins) });
  }
  return found;
}

/** Kinds that one round has once for each recipient, and each deadline of a step. */
const ONCE_A_ROUND = new Set([
  "acknowledgement",
  "resolution",
  "report",
  "warning",
  "overdue",
  "escalation",
  "cancelled",
  "facts-request",
]);
