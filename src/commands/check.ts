import { parseConfig } from "../config.ts";
import type { Config } from "../config.ts";
import { ConfigError } from "../errors.ts";
import { openClock } from "./adapters.ts";
import { checksOf } from "./checks.ts";
import type { Check } from "./checks.ts";
import type { CommandContext } from "./context.ts";
import { failureOf } from "./failure.ts";

/**
 * Tries everything that the worker will need, in order, and goes on after a failure. Each line
 * says what was found, or what to do.
 */
export async function check(context: CommandContext): Promise<number> {
  const config = parseConfig(context.env, context.readFile, context.canWrite);
  context.out(right("Konfigurasi", describe(config)));
  const { clock } = await openClock(config);
  const checks = checksOf(config, { canWrite: context.canWrite, now: () => clock.now() });
  return (await runChecks(checks, context.out)) ? 0 : 1;
}

/** True when every check was well. */
export async function runChecks(
  checks: readonly Check[],
  out: (line: string) => void,
): Promise<boolean> {
  let well = true;
  for (const { name, run } of checks) {
    try {
      const { found, warnings } = await run();
      out(right(name, found));
      for (const warning of warnings) out(`  !  ${name}: ${warning}`);
    } catch (error) {
      well = false;
      out(`GAGAL  ${name}: ${reasonOf(error)}`);
    }
  }
  return well;
}

/** A mistake of the configuration found late is one line like the others. */
function reasonOf(error: unknown): string {
  return error instanceof ConfigError ? error.problems.join(" ") : failureOf(error).lines.join(" ");
}

function right(name: string, found: string): string {
  return `baik   ${name}: ${found.replace(`${name}: `, "")}`;
}

function describe({ imap, ticketPrefix, zone, dataDir }: Config): string {
  return `kotak surat ${imap.user}, nomor ${ticketPrefix}, zona ${zone}, data di ${dataDir}.`;
}
