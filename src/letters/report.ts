import { currentRun } from "../desk/ticket.ts";
import { durationWords } from "../desk/words.ts";
import { type Context, type FactsOf, timeWords } from "./context.ts";
import { ticketData, ticketOf, type TicketData } from "./ticket-data.ts";

export interface ReportData extends TicketData {
  finishedAt: string;
  /** Working time from report to repair. */
  took: string;
  dueAt: string;
  onTime: boolean;
  late: boolean;
  unmeasured: boolean;
}

/** To the heads: how the complaint was handled (SOP step 6). */
export function report(facts: FactsOf<"report">, context: Context): ReportData {
  const ticket = ticketOf(context);
  const repair = currentRun(ticket, 5) ?? currentRun(ticket, 4);
  const from = ticket.fields.reportedAt ?? ticket.complaint.reportedAt;
  return {
    ...ticketData(context),
    finishedAt: timeWords(facts.finishedAt, context),
    took: durationWords(Math.max(0, context.calendar.measureWorking(from, facts.finishedAt))),
    dueAt: timeWords(repair?.dueAt ?? null, context),
    onTime: repair?.outcome === "on-time",
    late: repair?.outcome === "late",
    unmeasured: repair?.outcome === "unmeasured",
  };
}
