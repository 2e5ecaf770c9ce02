import { rowLateSentence } from "../desk/lateness.ts";
import type { Keeper } from "./keeper.ts";
import type { SheetView } from "./sheet-port.ts";

/**
 * What *Catatan Sistem* says beyond the ticket itself, by number: cells that could not be read, and
 * why the complaint is late.
 */
export function rowSentences(
  keeper: Keeper,
  view: Pick<SheetView, "facts">,
): Record<string, string[]> {
  const { calendar, now, downtimes, office } = keeper.world();
  const said = new Map(view.facts.map(({ number, problems }) => [number, [...problems]]));
  for (const ticket of keeper.tickets.values()) {
    const late = rowLateSentence(ticket, calendar, downtimes, now, office.policy.stepFiveCount);
    if (late === "") continue;
    said.set(ticket.number, [...(said.get(ticket.number) ?? []), `${late}.`]);
  }
  return Object.fromEntries(said);
}
