import type { Context, FactsOf } from "./context.ts";
import { ticketData, ticketOf, type TicketData } from "./ticket-data.ts";

export interface CancelledData extends TicketData {
  duplicate: boolean;
  notOurs: boolean;
  referred: boolean;
  incomplete: boolean;
  /** As staff chose it, when it is none of these. */
  otherReason: string;
  parent: string;
}

/** To the reporter: why the complaint is not taken further. */
export function cancelled(facts: FactsOf<"cancelled">, context: Context): CancelledData {
  const { reason } = facts;
  const duplicate = reason === "Ganda";
  const notOurs = reason === "Bukan aduan";
  const referred = reason === "Dirujuk";
  const incomplete = reason === "Data tidak lengkap";
  return {
    ...ticketData(context),
    duplicate,
    notOurs,
    referred,
    incomplete,
    otherReason: duplicate || notOurs || referred || incomplete ? "" : reason,
    parent: ticketOf(context).fields.parent,
  };
}
