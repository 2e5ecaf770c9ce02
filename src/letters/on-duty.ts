import { type Context, type FactsOf, timeWords } from "./context.ts";
import { ticketData, ticketOf, type TicketData } from "./ticket-data.ts";

export interface OnDutyData extends TicketData {
  opensAt: string;
  /** Why it looks urgent: the suggestion's own words. */
  reason: string;
}

/** Out of hours, to whoever is on duty and the section head: a complaint that looks urgent. */
export function onDuty(facts: FactsOf<"on-duty">, context: Context): OnDutyData {
  return {
    ...ticketData(context),
    opensAt: timeWords(facts.opensAt, context),
    reason: ticketOf(context).complaint.suggestion.reason,
  };
}
