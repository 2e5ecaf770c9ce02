import { statfs } from "node:fs/promises";
import { join } from "node:path";

import { HOUR } from "../desk/time.ts";
import { backUp } from "../journal/backup.ts";
import type { Log } from "../worker/ports.ts";

const LEAST_FREE = 500 * 1024 * 1024;

/** The machine's own chores, now and every hour: the journal's daily copy, and room on the disk. */
export function keepHouse(dataDir: string, log: Log): { stop(): void } {
  const chores = () => {
    copyJournal(dataDir, log);
    void lookAtDisk(dataDir, log);
  };
  chores();
  const timer = setInterval(chores, HOUR).unref();
  return { stop: () => clearInterval(timer) };
}

function copyJournal(dataDir: string, log: Log): void {
  const today = new Date().toISOString().slice(0, 10);
  try {
    const copy = backUp(join(dataDir, "journal.db"), join(dataDir, "backup"), today);
    if (copy !== undefined) log.info("Journal copied", { copy });
  } catch (error) {
    const sentence = "Cadangan jurnal hari ini gagal dibuat; periksa ruang dan izin DATA_DIR.";
    log.error("Journal copy failed", { error, sentence });
  }
}

async function lookAtDisk(dataDir: string, log: Log): Promise<void> {
  try {
    const { bavail, bsize } = await statfs(dataDir);
    const free = bavail * bsize;
    if (free >= LEAST_FREE) return;
    const sentence = `Ruang disk untuk DATA_DIR tinggal ${Math.floor(free / 1024 / 1024)} MB.`;
    log.error("Disk nearly full", { free, sentence });
  } catch (error) {
    log.warn("Disk not readable", { error });
  }
}
