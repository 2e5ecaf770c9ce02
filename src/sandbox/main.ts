import { once } from "node:events";
import { parseArgs } from "node:util";

import { MINUTE } from "../desk/time.ts";
import { ConfigError } from "../errors.ts";
import { startSandbox } from "./start.ts";
import { playWeek } from "./week/play.ts";

const HELP = `Kantor contoh: seluruh kantor pada satu komputer, tanpa akun apa pun.

  npm run sandbox                     menjalankan kantor contoh dan mencetak alamatnya
  npm run sandbox -- --port 8080      pada nomor port tertentu
  npm run sandbox -- --exit           memainkan satu minggu kerja, lalu berhenti
  npm run sandbox -- --exit --json    sama, hanya dengan satu baris JSON di akhir`;

/** The command `sandbox`; answers the exit code. */
export async function sandbox(args: string[], out: (line: string) => void): Promise<number> {
  const options = optionsOf(args);
  if (options.help) {
    out(HELP);
    return 0;
  }
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort());
  if (options.exit) return playWeek({ json: options.json, out, stop: stop.signal });
  const office = await startSandbox({ start: Date.now(), rate: 1, port: options.port });
  out(`Kantor contoh siap: ${office.url}`);
  out("Ctrl+C menghentikan semuanya.");
  const beat = () => {
    if (office.clock.status().goingTo === null && office.worker.status().running) {
      office.clock.beat().catch(() => {});
    }
  };
  beat();
  const minute = setInterval(beat, MINUTE);
  if (!stop.signal.aborted) await once(stop.signal, "abort");
  clearInterval(minute);
  await office.close();
  return 0;
}

function optionsOf(args: string[]) {
  const { values } = parse(args);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError([`--port: harus 0 sampai 65535, diberikan "${values.port}"`]);
  }
  return { ...values, port };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        exit: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
        port: { type: "string", default: "0" },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([`${reason}\n\n${HELP}`]);
  }
}
