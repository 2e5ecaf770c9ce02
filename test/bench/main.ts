import process from "node:process";
import { parseArgs } from "node:util";

import { benchClock } from "./clock.ts";
import { benchIdle } from "./idle.ts";
import { benchIntake } from "./intake.ts";
import { benchJournal } from "./journal.ts";
import { benchLatency } from "./latency.ts";
import { benchLetters } from "./letters.ts";
import { benchMail } from "./mail.ts";
import { benchSheet } from "./sheet.ts";
import type { Bench } from "./table.ts";
import { printRows } from "./table.ts";

/*
 * npm run bench [-- --short] [NAME…]
 * Each figure beside the physical limit that was measured in the same run. No thresholds: a slow
 * machine is no fault.
 */

const BENCHES: Readonly<Record<string, Bench>> = {
  journal: benchJournal,
  intake: benchIntake,
  mail: benchMail,
  letters: benchLetters,
  latency: benchLatency,
  idle: benchIdle,
  sheet: benchSheet,
  clock: async () => {
    benchClock(print);
    return [];
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: "boolean", default: false } },
});

let failed = false;
for (const [name, bench] of Object.entries(BENCHES)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  print(`\n${name}`);
  try {
    printRows(await bench({ short: values.short }), print);
  } catch (error) {
    failed = true;
    print(`  failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
// Timers of the mail server's library outlive its connections.
process.exit(failed ? 1 : 0);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
