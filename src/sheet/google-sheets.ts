import { MINUTE } from "../desk/time.ts";
import { RemoteError } from "../errors.ts";
import type { GoogleClient } from "../google/client.ts";
import type { LogBook, SheetReading } from "../worker/sheet-port.ts";
import { type SheetCalls, sheetCalls } from "./calls.ts";
import { layoutOf } from "./layout.ts";
import { readingOf } from "./reading.ts";
import { nextHistoryFrom, type ReadPlan, readPlan } from "./read-request.ts";
import type { Session, SheetOptions } from "./session.ts";
import { UnsureBirths } from "./unsure-births.ts";

/** As often as the heartbeat: a lost disk loses no more than this of what *Sistem* holds. */
const SYSTEM_EVERY = 10 * MINUTE;

/** The office's spreadsheet as the log; the only file of this folder that talks is `calls.ts`. */
export function googleSheets(client: GoogleClient, options: SheetOptions): LogBook {
  return logBook(sheetCalls(client, options.spreadsheetId), options);
}

/** The log over any way of calling; tests bring a spreadsheet of their own. */
export function logBook(calls: SheetCalls, options: SheetOptions): LogBook {
  const session: Session = {
    calls,
    options,
    unsure: new UnsureBirths(),
    office: null,
  };
  let plan: ReadPlan | null = null;
  let systemReadAt = 0;

  return {
    async read(lastGood): Promise<SheetReading> {
      const known = plan !== null;
      plan ??= readPlan(await calls.outline());
      // Forgotten until this reading succeeds: a tab may be gone.
      const withSystem = options.now() - systemReadAt >= SYSTEM_EVERY;
      const current = { ...plan, withSystem };
      plan = null;
      const { spreadsheet, serverDate } = await readOnce(calls, current, known);
      const layout = layoutOf(spreadsheet);
      if (layout.tabs.has("system")) systemReadAt = options.now();
      const lastHistory = layout.tabs.get("history")?.rows.at(-1)?.index;
      if (layout.problems.length === 0) {
        plan = { ...current, historyFrom: nextHistoryFrom(lastHistory) };
      }
      return readingOf(session, layout, serverDate, lastGood);
    },
  };
}

/** Reading by the ids of yesterday's tabs is refused once one is gone: look again, once. */
async function readOnce(
  calls: SheetCalls,
  plan: ReadPlan,
  fromMemory: boolean,
): ReturnType<SheetCalls["read"]> {
  try {
    return await calls.read(plan);
  } catch (error) {
    const isRefusal = error instanceof RemoteError && error.kind === "rejected";
    if (!fromMemory || !isRefusal) throw error;
    return calls.read(readPlan(await calls.outline()));
  }
}
