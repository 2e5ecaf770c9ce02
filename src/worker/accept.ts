import type { Letter } from "../desk/letter.ts";
import { DAY, HOUR, type Duration, type Instant } from "../desk/time.ts";
import type { Journal } from "./journal-port.ts";
import type { Keeper } from "./keeper.ts";

/*
 * `accept` runs beside the worker and must not take its lease: it leaves a word in the journal
 * (`Journal.ask`), and the worker answers it once, in the transaction of the reading it let pass.
 */

/** State `ask/accept`. */
export interface AcceptAsked {
  /** Each word counts once. */
  id: string;
  at: Instant;
}

/** State `brake`: why readings are not acted on, and since when; null: they are. */
export interface Brake {
  reason: string;
  since: Instant;
}

/** What the operator looked at an hour ago may be something else by now. */
const VALID: Duration = HOUR;
/** Letters of a mass change that nobody accepted: longer than a weekend and a holiday. */
const PATIENCE: Duration = 7 * DAY;

/** The word that has not been answered; `valid` is false when it came too long ago. */
export async function acceptAsked(
  keeper: Keeper,
): Promise<{ id: string; valid: boolean } | undefined> {
  const { journal, clock } = keeper.ports;
  const asked = await journal.state<AcceptAsked>("ask/accept");
  if (!asked || asked.id === (await journal.state<string>("accept-answered"))) return undefined;
  return { id: asked.id, valid: clock.now() - asked.at <= VALID };
}

/** Letters that wait for the operator's word. */
export async function awaitingAccept(journal: Pick<Journal, "lettersIn">): Promise<Letter[]> {
  return (await journal.lettersIn(["held"])).filter(({ awaits }) => awaits !== undefined);
}

/** Free to go, and decided on once more like any other letter. */
export function freed({ awaits: _word, ...letter }: Letter): Letter {
  return { ...letter, state: "planned", detail: "", reachable: 0 };
}

export function waitedTooLong({ plannedAt }: Letter, now: Instant): boolean {
  return now - plannedAt > PATIENCE;
}
