import { existsSync } from "node:fs";
import { join } from "node:path";

import { parseConfig } from "../config.ts";
import type { Config } from "../config.ts";
import type { TicketEvent } from "../desk/event.ts";
import { historyWords } from "../desk/history.ts";
import type { Office } from "../desk/office.ts";
import { openJournal } from "../journal/sqlite.ts";
import { googleSheets } from "../sheet/google-sheets.ts";
import { setupSpreadsheet } from "../sheet/setup-spreadsheet.ts";
import type { Restore } from "../sheet/setup-spreadsheet.ts";
import type { HistoryLine, SheetMemory } from "../worker/sheet-port.ts";
import { openClock, openGoogle } from "./adapters.ts";
import type { CommandContext } from "./context.ts";

/**
 * Makes the spreadsheet's tabs, or repairs them; a lost log gets its open tickets back from the
 * journal. A second run changes nothing.
 */
export async function setup(context: CommandContext): Promise<number> {
  const config = parseConfig(context.env, context.readFile);
  const google = await openGoogle(config);
  const { clock } = await openClock(config);
  const { spreadsheetId } = config.google;
  const options = {
    spreadsheetId,
    zone: config.zone,
    prefix: config.ticketPrefix,
    now: () => clock.now(),
  };
  const { changes, problems } = await setupSpreadsheet(google, options, await restoreFrom(config));
  for (const change of changes) context.out(change);
  if (changes.length === 0) context.out("Lembar kerja sudah lengkap; tidak ada yang diubah.");
  for (const problem of problems) context.err(problem);
  // Advice is no failure; what counts is whether the worker could read it now.
  const { usable } = await googleSheets(google, options).read(null);
  return usable ? 0 : 1;
}

/** Undefined before the first reading: there is nothing yet that a lost log could have held. */
async function restoreFrom({ dataDir, zone }: Config): Promise<Restore | undefined> {
  const file = join(dataDir, "journal.db");
  if (!existsSync(file)) return undefined;
  const journal = await openJournal(file, { readOnly: true });
  try {
    const office = await journal.state<Office>("office");
    if (!office) return undefined;
    const tickets = await journal.load();
    const events = await Promise.all(tickets.map(({ number }) => journal.events(number)));
    return {
      tickets,
      office,
      memory: (await journal.state<SheetMemory>("sheet")) ?? null,
      history: events.flat().map((event) => historyLine(event, zone)),
    };
  } finally {
    await journal.close();
  }
}

function historyLine(event: TicketEvent, zone: string): HistoryLine {
  const { id, at, number, by } = event;
  return { id, at, number, who: by, ...historyWords(event, zone) };
}
