import { type Context, type FactsOf, leftWords, stepWords, timeWords } from "./context.ts";
import { ticketData, type TicketData } from "./ticket-data.ts";

export interface DeadlineMovedData extends TicketData {
  step: string;
  dueAt: string;
  /** `""` when there was none. */
  before: string;
  /** There was none, since the clock was held for a third party. */
  stopped: boolean;
  /** The new deadline comes sooner than the old one did. */
  earlier: boolean;
  /** `""` when it has passed already. */
  left: string;
}

/** To the officer: *Hari Libur* or *Pengaturan* has moved the deadline of his repair. */
export function deadlineMoved(
  facts: FactsOf<"deadline-moved">,
  context: Context,
): DeadlineMovedData {
  return {
    ...ticketData(context),
    step: stepWords(facts.step),
    dueAt: timeWords(facts.dueAt, context),
    before: timeWords(facts.before, context),
    stopped: facts.before === null,
    earlier: facts.before !== null && facts.dueAt < facts.before,
    left: leftWords(facts.step, facts.dueAt, context),
  };
}
