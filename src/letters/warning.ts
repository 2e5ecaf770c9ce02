import { clockTime } from "../desk/words.ts";
import { type Context, type FactsOf, leftWords, stepWords, timeWords } from "./context.ts";
import { ticketData, type TicketData } from "./ticket-data.ts";

export interface WarningData extends TicketData {
  step: string;
  /** Step 3 asks for other cells than a repair does. */
  identification: boolean;
  dueAt: string;
  dueClock: string;
  left: string;
}

/** Before a deadline, to whoever can still keep it. */
export function warning(facts: FactsOf<"warning">, context: Context): WarningData {
  return {
    ...ticketData(context),
    step: stepWords(facts.step),
    identification: facts.step === 3,
    dueAt: timeWords(facts.dueAt, context),
    dueClock: clockTime(facts.dueAt, context.calendar.zone),
    left: leftWords(facts.step, facts.dueAt, context),
  };
}
