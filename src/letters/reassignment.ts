import { fileNames } from "./assignment.ts";
import { type Context, type FactsOf, stepWords, timeWords } from "./context.ts";
import { ticketData, type TicketData } from "./ticket-data.ts";
import { listWords, shorten } from "./values.ts";

export interface ReassignmentData extends TicketData {
  /** True to who takes over, false to who hands over. */
  takesOver: boolean;
  /** The officers on the other side, `""` when nobody is named. */
  others: string;
  step: string;
  dueAt: string;
  files: string;
}

/** To both sides when *Petugas* changes. */
export function reassignment(facts: FactsOf<"reassignment">, context: Context): ReassignmentData {
  return {
    ...ticketData(context),
    takesOver: facts.side === "new",
    others: listWords(facts.others.map((name) => shorten(name, 60))),
    step: stepWords(facts.step),
    dueAt: timeWords(facts.dueAt, context),
    files: fileNames(context),
  };
}
