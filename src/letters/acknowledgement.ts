import { type Context, type FactsOf, timeWords } from "./context.ts";
import { ticketData, type TicketData } from "./ticket-data.ts";

export interface AcknowledgementData extends TicketData {
  outOfHours: boolean;
  opensAt: string;
  step3Due: string;
  missing: boolean;
  askUnit: boolean;
  askPlace: boolean;
  parent: string;
  dutyPhone: string;
  keepMonths: number;
}

/** To the reporter: the number, what was understood, when handling starts (SOP step 2). */
export function acknowledgement(
  facts: FactsOf<"acknowledgement">,
  context: Context,
): AcknowledgementData {
  return {
    ...ticketData(context),
    outOfHours: facts.outOfHours,
    opensAt: timeWords(facts.opensAt, context),
    step3Due: timeWords(facts.step3DueAt, context),
    missing: facts.missing.length > 0,
    askUnit: facts.missing.includes("unit"),
    askPlace: facts.missing.includes("place"),
    parent: facts.parent ?? "",
    dutyPhone: facts.dutyPhone,
    keepMonths: context.office.policy.keepContactsMonths,
  };
}
