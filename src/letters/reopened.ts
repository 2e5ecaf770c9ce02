import { type Context, type FactsOf, timeWords } from "./context.ts";
import { ticketData, type TicketData } from "./ticket-data.ts";
import { shorten } from "./values.ts";

export interface ReopenedData extends TicketData {
  quote: string;
  dueAt: string;
}

/** To the reporter and to staff: the fault is back, the same number goes on. */
export function reopened(facts: FactsOf<"reopened">, context: Context): ReopenedData {
  return {
    ...ticketData(context),
    quote: shorten(facts.quote, 300),
    dueAt: timeWords(facts.dueAt, context),
  };
}
