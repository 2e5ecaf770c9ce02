import { type Context, type FactsOf, timeWords } from "./context.ts";
import { ticketData, type TicketData } from "./ticket-data.ts";
import { shorten } from "./values.ts";

export interface ReplyReceivedData extends TicketData {
  from: string;
  at: string;
  quote: string;
}

/** To the officer: somebody answered on this complaint. */
export function replyReceived(
  facts: FactsOf<"reply-received">,
  context: Context,
): ReplyReceivedData {
  return {
    ...ticketData(context),
    from: shorten(facts.from, 80),
    at: timeWords(facts.at, context),
    quote: shorten(facts.quote, 300),
  };
}
