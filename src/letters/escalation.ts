import {
  type Context,
  type FactsOf,
  lateExplanation,
  lateWords,
  stepWords,
  timeWords,
} from "./context.ts";
import { ticketData, type TicketData } from "./ticket-data.ts";

export interface EscalationData extends TicketData {
  toDivisionHead: boolean;
  step: string;
  dueAt: string;
  late: string;
  /** What the time went into, as one sentence; `""` when nothing is known. */
  explanation: string;
  sectionToldAt: string;
}

/** To a head: a complaint that is still late (DOMAIN 1.7). */
export function escalation(facts: FactsOf<"escalation">, context: Context): EscalationData {
  return {
    ...ticketData(context),
    toDivisionHead: facts.level === "division-head",
    step: stepWords(facts.step),
    dueAt: timeWords(facts.dueAt, context),
    late: lateWords(facts.step, facts.dueAt, context),
    explanation: lateExplanation(context),
    sectionToldAt: timeWords(facts.sectionToldAt, context),
  };
}
