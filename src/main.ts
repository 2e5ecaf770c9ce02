import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmdirSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join, resolve } from "node:path";
import process from "node:process";

import { asksForHelp, unwantedArgument } from "./commands/arguments.ts";
import type { Command, CommandContext } from "./commands/context.ts";
import { failureOf } from "./commands/failure.ts";
import { COMMAND_HELP, unknownCommand, usage } from "./commands/help.ts";

/** Loaded when asked for: a start must not pay for the sandbox, nor `status` for Google. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  status: async () => (await import("./commands/status.ts")).status,
  start: async () => (await import("./commands/start.ts")).start,
  once: async () => (await import("./commands/once.ts")).once,
  setup: async () => (await import("./commands/setup.ts")).setup,
  check: async () => (await import("./commands/check.ts")).check,
  accept: async () => (await import("./commands/accept.ts")).accept,
  explain: async () => (await import("./commands/explain-ticket.ts")).explainTicket,
  sandbox: async () => {
    const { sandbox } = await import("./sandbox/main.ts");
    return ({ args, out }) => sandbox(args, out);
  },
  verdicts: async () => {
    const { verdicts } = await import("./commands/verdicts.ts");
    return ({ args, out }) => verdicts(args, out);
  },
  preview: async () => (await import("./commands/preview.ts")).preview,
  vectors: async () => {
    const { vectors } = await import("./commands/vectors.ts");
    return ({ args, out }) => vectors(args, out);
  },
};

async function main(context: CommandContext, name: string | undefined): Promise<number> {
  const { args, out, err } = context;
  if (name === undefined || asksForHelp([name])) {
    out(usage());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    err(unknownCommand(name));
    return 2;
  }
  const text = COMMAND_HELP[name]?.text;
  if (text !== undefined && asksForHelp(args)) {
    out(text);
    return 0;
  }
  const unwanted = text === undefined ? undefined : unwantedArgument(name, args);
  if (unwanted !== undefined) {
    err(unwanted);
    return 2;
  }
  try {
    return await (
      await load()
    )(context);
  } catch (error) {
    const { lines, code } = failureOf(error);
    for (const line of lines) err(line);
    if (code === 2) for (const line of misnamedFiles()) err(line);
    return code;
  }
}

function contextOf(args: string[]): CommandContext {
  return {
    args,
    env: process.env,
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    readFile: (path) => readFileSync(path, "utf8"),
    canWrite,
    pid: process.pid,
    host: hostname(),
    programDir: resolve(import.meta.dirname, ".."),
    stop: stopSignal(),
    onCrash: (listener) => process.once("uncaughtExceptionMonitor", listener),
  };
}

/** The first signal asks to finish, a second one ends at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(1);
      stop.abort();
    });
  }
  return stop.signal;
}

function readEnvFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/** Windows hides the last part of a name, so that `.env.txt` looks like `.env`. */
function misnamedFiles(): string[] {
  const slips = [".env.txt", "env", "env.txt", ".env.example.txt"].filter((name) =>
    existsSync(name),
  );
  if (existsSync(".env") || slips.length === 0) return [];
  return [`Ada berkas "${slips[0]}" tetapi tidak ada ".env": ganti namanya menjadi .env`];
}

/** Asked by making a folder there for a moment: root is told that it may write to /proc. */
function canWrite(folder: string): boolean {
  let existing = resolve(folder);
  while (!existsSync(existing)) existing = dirname(existing);
  try {
    accessSync(existing, constants.W_OK);
    rmdirSync(mkdtempSync(join(existing, ".aduan-")));
    return true;
  } catch {
    return false;
  }
}

/** One command to its end, and the process's. */
export async function run([name, ...args]: readonly string[]): Promise<void> {
  // The office's zone is named wherever it counts, the machine's own counts nowhere; and node-cron
  // falls silent for an hour when that zone's clocks go back.
  process.env["TZ"] = "UTC";
  readEnvFile();
  const code = await main(contextOf(args), name);
  // Timers of libraries may outlive the work; the last line must be out before the end.
  process.stdout.write("", () => process.exit(code));
}

if (import.meta.main) await run(process.argv.slice(2));
