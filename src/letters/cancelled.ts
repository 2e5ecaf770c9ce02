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
  /** As staff wrote it in *Keterangan*; their remarks are for nobody else's eyes. */
  referredTo: string;
}

/** To the reporter: why the complaint is not taken further. */
export function cancelled(facts: FactsOf<"cancelled">, context: Context): CancelledData {
  const { reason } = facts;
  const data = ticketData(context);
  const duplicate = reason === "Ganda";
  const notOurs = reason === "Bukan aduan";
  const referred = reason === "Dirujuk";
  const incomplete = reason === "Data tidak lengkap";
  return {
    ...data,
    duplicate,
    notOurs,
    referred,
    incomplete,
    otherReason: duplicate || notOurs || referred || incomplete ? "" : reason,
    parent: ticketOf(context).fields.parent,
    referredTo: referred ? data.remark : "",
  };
}
