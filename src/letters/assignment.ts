import { type Context, type FactsOf, stepWords, timeWords } from "./context.ts";
import { ticketData, type TicketData } from "./ticket-data.ts";
import { shorten } from "./values.ts";

export interface AssignmentData extends TicketData {
  step: string;
  dueAt: string;
  /** Names of the files the reporter sent, `""` when there are none. */
  files: string;
}

/** To the officer (a copy to the section head): what to repair, until when (SOP steps 4 and 5). */
export function assignment(facts: FactsOf<"assignment">, context: Context): AssignmentData {
  return {
    ...ticketData(context),
    step: stepWords(facts.step),
    dueAt: timeWords(facts.dueAt, context),
    files: fileNames(context),
  };
}

/** At most five names; the rest as a number. */
export function fileNames({ ticket }: Context): string {
  const names = (ticket?.complaint.attachments ?? []).map(({ name }) => shorten(name, 60));
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown}, dan ${names.length - 5} lainnya` : shown;
}
