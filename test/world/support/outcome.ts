import type { Ticket } from "../../../src/desk/ticket.ts";
import type { Memory } from "../../../src/sheet/memory.ts";
import type { LogTab } from "./log-tab.ts";
import type { World } from "./world.ts";

/** Everything the checks look at, once the world has been left alone. */
export interface Outcome {
  world: World;
  log: LogTab;
  memory: Memory;
  tickets: readonly Ticket[];
  /** Ticket number → mark of the complaint it was opened for. */
  marks: ReadonlyMap<string, string>;
}

/** All but one say that they may be another. */
export function isFlagged(tickets: readonly Ticket[]): boolean {
  const unsaid = tickets.filter(({ notes, complaint }) =>
    [...Object.values(notes), ...complaint.notes].every((note) => !note.includes("Diduga ganda")),
  );
  return unsaid.length <= 1;
}
