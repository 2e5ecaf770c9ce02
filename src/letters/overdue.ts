import {
  type Context,
  type FactsOf,
  lateExplanation,
  lateWords,
  stepWords,
  timeWords,
} from "./context.ts";
import { ticketData, type TicketData } from "./ticket-data.ts";

export interface OverdueData extends TicketData {
  step: string;
  identification: boolean;
  dueAt: string;
  late: string;
  /** What the time went into, as one sentence; `""` when nothing is known. */
  explanation: string;
  /** When the section head has been or will be told, `""` when never. */
  headToldAt: string;
  headTold: boolean;
}

/** After a deadline, to whoever the step is waiting for. */
export function overdue(facts: FactsOf<"overdue">, context: Context): OverdueData {
  return {
    ...ticketData(context),
    step: stepWords(facts.step),
    identification: facts.step === 3,
    dueAt: timeWords(facts.dueAt, context),
    late: lateWords(facts.step, facts.dueAt, context),
    explanation: lateExplanation(context),
    headToldAt: timeWords(facts.headToldAt, context),
    headTold: facts.headToldAt !== null && facts.headToldAt <= context.now,
  };
}
