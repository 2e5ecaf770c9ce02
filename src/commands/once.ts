import { parseConfig } from "../config.ts";
import { runOnce } from "../worker/run.ts";
import { compose } from "./compose.ts";
import type { CommandContext } from "./context.ts";

/** Every pass once; the exit code tells whether all were well. */
export async function once(context: CommandContext): Promise<number> {
  const config = parseConfig(context.env, context.readFile, context.canWrite);
  const { ports, close } = await compose(config, context);
  try {
    const { ok } = await runOnce(ports, config);
    context.out(ok ? "Semua tahap berhasil." : "Ada tahap yang gagal; lihat: aduan status");
    return ok ? 0 : 1;
  } finally {
    await close();
  }
}
