import { spawn } from "node:child_process";
import { join } from "node:path";
import { execPath } from "node:process";

import { SECOND } from "../desk/time.ts";
import { freshPack } from "../pack/fresh.mjs";
import type { Log } from "../worker/ports.ts";

/** The first pass and whatever waited for it come first. */
const AT_WORK = 30 * SECOND;

/** Has this program packed for its next start, once it is at work, unless that was done before. */
export function packLater(programDir: string, log: Log): { stop(): void } {
  const timer = setTimeout(() => {
    if (freshPack(programDir) === undefined) pack(programDir, log);
  }, AT_WORK).unref();
  return { stop: () => clearTimeout(timer) };
}

function pack(programDir: string, log: Log): void {
  const script = join(programDir, "src/pack/build-child.ts");
  const child = spawn(execPath, [script, programDir], { stdio: "ignore" });
  child.unref();
  // Where it cannot be made, as in a folder that may not be written, a start takes longer; no more.
  child.once("error", (error) => log.debug("Not packed", { error }));
  child.once("close", (code) => log.debug("Packed for the next start", { code }));
}
