import { type Context, type FactsOf, timeWords } from "./context.ts";
import { ticketData, type TicketData } from "./ticket-data.ts";
import { shorten } from "./values.ts";

export interface ResolutionData extends TicketData {
  finishedAt: string;
  reopenUntil: string;
}

/** To the reporter: the fault is repaired, and what to do if it is not. */
export function resolution(facts: FactsOf<"resolution">, context: Context): ResolutionData {
  return {
    ...ticketData(context),
    ...(facts.cause === undefined ? {} : { cause: shorten(facts.cause, 300) }),
    ...(facts.result === undefined ? {} : { result: shorten(facts.result, 600) }),
    finishedAt: timeWords(facts.finishedAt, context),
    reopenUntil: timeWords(facts.reopenUntil, context),
  };
}
