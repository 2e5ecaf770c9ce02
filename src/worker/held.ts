import { waitsForCells } from "../desk/ladder.ts";
import type { Letter } from "../desk/letter.ts";
import type { Keeper } from "./keeper.ts";
import { stillTrue } from "./lost-causes.ts";
import { grouped, titlesOf, toLetter } from "./new-letters.ts";
import { isAboutDeadline, isExpired } from "./outbox-rules.ts";

/**
 * Letters that waited for a fresh reading are decided on again now that there is one. What a day
 * planned one by one would come as a storm: it leaves as a list, as if it had come due at once
 * (DESIGN 7, B044).
 */
export async function releaseHeld(keeper: Keeper): Promise<void> {
  const held = await keeper.lettersIn(["held"]);
  const free = held.filter((letter) => letter.awaits === undefined && !isInDoubt(keeper, letter));
  if (free.length === 0) return;
  const planned = free.map((letter) => ({ ...letter, state: "planned" as const }));
  const lists = [...Map.groupBy(await listable(keeper, planned), ({ mode }) => mode).values()]
    .map((some) => listsOf(keeper, some))
    .flat();
  const listed = new Set(lists.flatMap(({ reasons }) => reasons));
  await keeper.commit({
    newLetters: lists,
    letters: planned.map((letter) =>
      listed.has(letter.key) ? { ...letter, state: "grouped", detail: "" } : letter,
    ),
  });
}

/**
 * Staff changed a cell that may end the step; whether it counts the next readings tell. A list waits
 * for each of its complaints: who finished one must not read in it that he is late.
 */
export function isInDoubt(keeper: Keeper, { facts, ticket }: Letter): boolean {
  const about = facts.kind === "grouped" ? facts.items : [{ number: ticket ?? "", facts }];
  return about.some((each) => {
    const found = keeper.tickets.get(each.number);
    if (!found || !isAboutDeadline(each.facts)) return false;
    return waitsForCells(each.facts.step, found, keeper.unsettled(found.number));
  });
}

/** Not what a mail server may have seen already, nor what will not be sent at all. */
async function listable(keeper: Keeper, letters: readonly Letter[]): Promise<Letter[]> {
  const now = keeper.ports.clock.now();
  const some: Letter[] = [];
  for (const letter of letters) {
    if (letter.rendered !== null || isExpired(letter, now)) continue;
    if (!("lost" in (await stillTrue(keeper, letter)))) some.push(letter);
  }
  return some;
}

function listsOf(keeper: Keeper, letters: readonly Letter[]): Letter[] {
  const world = keeper.world();
  const own = new Set<unknown>(letters);
  const [first] = letters;
  return grouped(letters, titlesOf([...keeper.tickets.values()]), world.now)
    .filter((plan) => !own.has(plan))
    .map((plan) => ({
      ...toLetter({ ...plan, reasons: [plan.key, ...plan.reasons] }, world, keeper.settings),
      // A setting changed since sends nothing that was planned before it (DESIGN 7).
      ...(first ? { mode: first.mode } : {}),
    }));
}
