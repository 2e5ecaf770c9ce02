import type { Letter } from "../desk/letter.ts";
import type { Keeper } from "./keeper.ts";
import { lostCause } from "./outbox-rules.ts";

/**
 * The letter with only what is still true, or why nothing of it is. A list is shortened until it
 * is rendered; from then on it is sent as it stands, or not at all.
 */
export async function stillTrue(
  keeper: Keeper,
  letter: Letter,
): Promise<{ letter: Letter } | { lost: string }> {
  const { facts } = letter;
  if (facts.kind !== "grouped") {
    const ticket = letter.ticket === null ? undefined : await keeper.bring(letter.ticket);
    const lost = lostCause(letter, ticket);
    return lost === undefined ? { letter } : { lost };
  }
  const items: typeof facts.items = [];
  let reason = "";
  for (const item of facts.items) {
    const single = { ...letter, kind: facts.of, ticket: item.number, facts: item.facts };
    const lost = lostCause(single, await keeper.bring(item.number));
    if (lost === undefined) items.push(item);
    else reason = lost;
  }
  if (items.length === 0) return { lost: reason };
  if (items.length === facts.items.length || letter.rendered !== null) return { letter };
  return { letter: { ...letter, facts: { ...facts, items } } };
}
