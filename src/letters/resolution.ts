import { type Context, type FactsOf, timeWords } from "./context.ts";
import { ticketData, type TicketData } from "./ticket-data.ts";

export interface ResolutionData extends TicketData {
  finishedAt: string;
  reopenUntil: string;
}

/** To the reporter: the fault is repaired, and what to do if it is not. */
export function resolution(facts: FactsOf<"resolution">, context: Context): ResolutionData {
  return {
    ...ticketData(context),
    finishedAt: timeWords(facts.finishedAt, context),
    reopenUntil: timeWords(facts.reopenUntil, context),
  };
}
