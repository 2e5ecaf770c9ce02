import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { parseConfig } from "../config.ts";
import { instant } from "../desk/words.ts";
import { openJournal } from "../journal/sqlite.ts";
import { type AcceptAsked, awaitingAccept, type Brake } from "../worker/accept.ts";
import { openClock } from "./adapters.ts";
import type { CommandContext } from "./context.ts";

/**
 * The next reading is meant, however strange, and held letters of a mass change may go. The word is
 * left in the journal, beside the worker that holds DATA_DIR, which answers it once.
 */
export async function accept(context: CommandContext): Promise<number> {
  const { out, err } = context;
  const config = parseConfig(context.env, context.readFile);
  const file = join(config.dataDir, "journal.db");
  if (!existsSync(file)) {
    err(`Jurnal ${file} belum ada; aduan belum pernah dijalankan di sini.`);
    return 1;
  }
  const { clock } = await openClock(config);
  const journal = await openJournal(file);
  try {
    const brake = (await journal.state<Brake | null>("brake")) ?? null;
    const letters = await awaitingAccept(journal);
    if (brake === null && letters.length === 0) {
      out("Tidak ada yang menunggu persetujuan.");
      return 0;
    }
    if (brake !== null) out(`Ditahan sejak ${instant(brake.since, config.zone)}: ${brake.reason}`);
    if (letters.length > 0) out(`Surat yang ditahan karena perubahan besar: ${letters.length}`);
    const asked: AcceptAsked = { id: randomUUID(), at: clock.now() };
    await journal.ask("accept", asked);
    out("Diterima. Berlaku untuk pembacaan lembar kerja berikutnya, satu kali.");
    return 0;
  } finally {
    await journal.close();
  }
}
