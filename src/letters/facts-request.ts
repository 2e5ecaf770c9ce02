import type { Context, FactsOf } from "./context.ts";
import { ticketData, type TicketData } from "./ticket-data.ts";

export interface FactsRequestData extends TicketData {
  missing: boolean;
  askUnit: boolean;
  askPlace: boolean;
  askPhone: boolean;
  askSince: boolean;
  askExtent: boolean;
}

/** To the reporter: what is needed before the cause can be looked for (*Menunggu Info*). */
export function factsRequest(facts: FactsOf<"facts-request">, context: Context): FactsRequestData {
  return {
    ...ticketData(context),
    missing: facts.missing.length > 0,
    askUnit: facts.missing.includes("unit"),
    askPlace: facts.missing.includes("place"),
    askPhone: facts.missing.includes("phone"),
    askSince: facts.missing.includes("since"),
    askExtent: facts.missing.includes("extent"),
  };
}
