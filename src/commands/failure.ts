import { ConfigError, LeaseLostError, NotDurableError, RemoteError } from "../errors.ts";
import { AlreadyRunningError } from "../worker/lease.ts";

/** What an error that ended a command means to people: lines in Indonesian and the exit code. */
export function failureOf(error: unknown): { lines: string[]; code: 1 | 2 } {
  if (error instanceof ConfigError) {
    const lines = error.problems.map((problem) => `  • ${problem}`);
    return { lines: ["Konfigurasi belum benar:", ...lines], code: 2 };
  }
  if (error instanceof AlreadyRunningError) return { lines: [error.message], code: 1 };
  if (error instanceof LeaseLostError) {
    return { lines: ["Jurnal telah diambil alih oleh aduan lain; yang ini berhenti."], code: 1 };
  }
  if (error instanceof NotDurableError) {
    const cause = error.cause instanceof Error ? ` (${error.cause.message})` : "";
    return {
      lines: [`Disk menolak menyimpan jurnal${cause}; aduan berhenti. Periksa disk DATA_DIR.`],
      code: 1,
    };
  }
  if (error instanceof RemoteError) return { lines: [error.remedy ?? error.message], code: 1 };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { lines: [`Galat tak terduga: ${text}`], code: 1 };
}
