import { parseConfig } from "../config.ts";
import { LeaseLostError, NotDurableError } from "../errors.ts";
import type { Journal } from "../worker/journal-port.ts";
import { runWorker } from "../worker/run.ts";
import { compose } from "./compose.ts";
import type { CommandContext } from "./context.ts";
import { keepHouse } from "./housekeeping.ts";
import { packLater } from "./pack-later.ts";

/** The worker until SIGTERM: the step in hand is finished, then everything is given back. */
export async function start(context: CommandContext): Promise<number> {
  const config = parseConfig(context.env, context.readFile, context.canWrite);
  const { ports, close } = await compose(config, context);
  const lost = new AbortController();
  // In place: the adapters hold on to `ports` and ask it late.
  ports.journal = ending(ports.journal, lost);
  const house = keepHouse(config.dataDir, ports.log);
  const packing = packLater(context.programDir, ports.log);
  try {
    ports.log.info("Started", { sentence: "aduan berjalan. Hentikan dengan Ctrl+C atau SIGTERM." });
    await runWorker(ports, config, AbortSignal.any([context.stop, lost.signal]));
    // A worker that was taken over must not end as if somebody had asked it to.
    if (lost.signal.aborted) throw lost.signal.reason;
    ports.log.info("Stopped", { sentence: "aduan berhenti dengan baik." });
    return 0;
  } finally {
    packing.stop();
    house.stop();
    await close();
  }
}

/** A pass survives whatever fails in it; what it must not survive is a lost lease or a failing disk. */
function ending(journal: Journal, lost: AbortController): Journal {
  return {
    ...journal,
    async commit(batch, lease) {
      try {
        await journal.commit(batch, lease);
      } catch (error) {
        if (error instanceof LeaseLostError || error instanceof NotDurableError) lost.abort(error);
        throw error;
      }
    },
  };
}
