import { join } from "node:path";
import { parseArgs } from "node:util";

import { parseConfig } from "../config.ts";
import { makeCalendar } from "../desk/calendar.ts";
import type { Downtime } from "../desk/custody.ts";
import { defaultPolicy } from "../desk/default-policy.ts";
import { explain } from "../desk/explain.ts";
import type { Office } from "../desk/office.ts";
import { openJournal } from "../journal/sqlite.ts";
import { openClock } from "./adapters.ts";
import type { CommandContext } from "./context.ts";
import { EXPLAIN_HELP, explanationLines } from "./explain.ts";

/** `aduan explain NOMOR`, from the journal; also while the worker runs. */
export async function explainTicket(context: CommandContext): Promise<number> {
  const { out, err } = context;
  const asked = argumentsOf(context.args);
  if (asked?.help) {
    out(EXPLAIN_HELP);
    return 0;
  }
  if (!asked?.number) {
    err("Sebutkan tepat satu nomor aduan: aduan explain JKD-2026-0042");
    return 2;
  }
  const config = parseConfig(context.env, context.readFile);
  const journal = await openJournal(join(config.dataDir, "journal.db"), { readOnly: true });
  try {
    const ticket = await journal.ticket(asked.number);
    if (!ticket) {
      err(`Aduan ${asked.number} tidak ada dalam jurnal.`);
      return 1;
    }
    const office = await journal.state<Office>("office");
    const policy = office?.policy ?? defaultPolicy(config.zone);
    const { clock } = await openClock(config);
    const record = {
      events: await journal.events(ticket.number),
      letters: await journal.lettersOf(ticket.number),
    };
    const explanation = explain(ticket, record, {
      calendar: makeCalendar(policy.calendar),
      downtimes: (await journal.state<Downtime[]>("downtimes")) ?? [],
      policy,
      now: clock.now(),
    });
    out(explanationLines(explanation, { zone: config.zone, json: asked.json }));
    return 0;
  } finally {
    await journal.close();
  }
}

function argumentsOf(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const [number, ...rest] = positionals;
    return { ...values, number: rest.length === 0 ? number?.toUpperCase() : undefined };
  } catch {
    return undefined;
  }
}
