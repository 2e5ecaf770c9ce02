import type { StaffFields } from "../../../src/desk/ticket.ts";
import type { Finding } from "./findings.ts";
import { textIn } from "./log-tab.ts";
import type { Outcome } from "./outcome.ts";

/** What staff say in a row, and a ticket takes from there. */
export const SAID = [
  "unit",
  "reporter",
  "email",
  "text",
  "priority",
  "visit",
  "officers",
  "status",
  "cause",
  "result",
  "cancelReason",
  "remark",
] as const satisfies readonly (keyof StaffFields)[];

/** What stands in the row of an open ticket is what the ticket says: nothing typed is overlooked. */
export function unheard({ world, log, memory, tickets, marks }: Outcome): Finding[] {
  if (memory.brakedAt !== null) return [];
  return tickets.flatMap((ticket) => {
    const { number, phase, fields } = ticket;
    const bearers = log.rows.filter((row) => textIn(log, row, "number") === number);
    const [row] = bearers;
    const isAsked = memory.tickets[number]?.question != null;
    if (phase !== "open" || isAsked || row === undefined || bearers.length > 1) return [];
    const mark = marks.get(number) ?? number;
    const about = [mark, world.truth.rowOwner(log, row) ?? "nobody"];
    return SAID.flatMap((key): Finding[] => {
      const shown = textIn(log, row, key);
      if (shown === fields[key] || (key === "status" && shown === "" && fields[key] === "Baru")) {
        return [];
      }
      // What a person put into a row of his own that is no choice: the row says so. What the worker
      // appended itself must be right.
      const isUnknown = textIn(log, row, "note").includes(`"${shown}" tidak dikenal`);
      if (ticket.origin === "typed" && isUnknown) return [];
      const text = `${number} (${mark}) says ${key} "${fields[key]}", its row "${shown}"`;
      return [{ fault: "wrongWorkerCells", about, text }];
    });
  });
}
