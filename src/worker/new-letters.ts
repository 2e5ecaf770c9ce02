import type { Decision } from "../desk/desk.ts";
import type { World } from "../desk/draft.ts";
import type { Letter, LetterPlan } from "../desk/letter.ts";
import type { Ticket } from "../desk/ticket.ts";
import type { Instant } from "../desk/time.ts";
import { letterId } from "./letter-id.ts";
import type { WorkerSettings } from "./settings.ts";

/** More of one kind to one person in one pass become one letter with a list (DESIGN 7). */
const MOST_SINGLE = 3;

const AWAITS_ACCEPT = "perubahan besar: menunggu perintah accept";

/** The letters that a decision plans, ready for the outbox. */
export function newLetters(
  decision: Pick<Decision, "letters" | "tickets">,
  world: World,
  settings: WorkerSettings,
): Letter[] {
  const titles = titlesOf(decision.tickets);
  return grouped(decision.letters, titles, world.now).map((plan) =>
    toLetter(plan, world, settings),
  );
}

export function toLetter(
  plan: LetterPlan,
  { office, now }: World,
  settings: WorkerSettings,
): Letter {
  const { letterSecret, smtp } = settings;
  return {
    ...plan,
    state: plan.awaits === undefined ? "planned" : "held",
    detail: plan.awaits === undefined ? "" : AWAITS_ACCEPT,
    attempts: 0,
    nextAt: now,
    handedAt: null,
    sentAt: null,
    messageId: letterId(plan.key, letterSecret, smtp.address).messageId,
    rendered: null,
    serverMessageId: "",
    reachable: 0,
    mode: office.policy.sendMode,
  };
}

/** What a list calls each complaint. */
export function titlesOf(tickets: readonly Ticket[]): ReadonlyMap<string, string> {
  return new Map(
    tickets.map(({ number, fields }) => [
      number,
      [fields.subject, fields.unit].filter((part) => part !== "").join(", "),
    ]),
  );
}

/**
 * More than three of a kind to one person become one plan with a list; the others stay as they are.
 * Letters to reporters are never grouped: each is about that reporter's own complaint.
 */
export function grouped(
  plans: readonly LetterPlan[],
  titles: ReadonlyMap<string, string>,
  now: Instant,
): LetterPlan[] {
  const byPerson = Map.groupBy(plans, ({ to, kind, facts, awaits }) => {
    // Who takes over and who hands over are told different things.
    const side = "side" in facts ? facts.side : "";
    return `${kind} ${side} ${to.address} ${to.role} ${awaits ?? ""}`;
  });
  return [...byPerson.values()].flatMap((some) => {
    const [first] = some;
    const isSingle = some.length <= MOST_SINGLE || !first || first.to.role === "reporter";
    if (isSingle || first.ticket === null) return some;
    const items = some.map(({ ticket, facts }) => ({
      number: ticket ?? "",
      title: titles.get(ticket ?? "") ?? "",
      facts,
    }));
    return {
      ...first,
      key: `grouped/${first.key}`,
      reasons: some.flatMap((plan) => plan.reasons),
      kind: "grouped" as const,
      ticket: null,
      facts: { kind: "grouped" as const, of: first.kind, items },
      causedBySheet: some.some((plan) => plan.causedBySheet),
      plannedAt: now,
      expiresAt: null,
    };
  });
}
