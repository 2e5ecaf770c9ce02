import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

import { pino } from "pino";

import { consoleLine } from "./log-console.ts";
import { harmless } from "./log-harmless.ts";
import { repeatGate } from "./log-repeat.ts";
import type { Log } from "./worker/ports.ts";

const DAYS_KEPT = 30;

export interface LogOptions {
  /** Folder of the log files, `DATA_DIR/log`; made when it is missing. */
  dir: string;
  level: LogLevel;
  /** Takes one short line in Indonesian, without its line end; null: silent. */
  console: ((line: string) => void) | null;
}

export type LogLevel = "debug" | "info" | "warn" | "error";

export interface FileLog extends Log {
  close(): void;
}

/** One JSON line an entry in a file a day (UTC), in English; what people read goes to `console`. */
export function openLog({ dir, level, console }: LogOptions): FileLog {
  const files = dailyFiles(dir);
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, files);
  const gate = repeatGate();

  function write(kind: LogLevel, message: string, fields: Record<string, unknown> = {}): void {
    const clean = harmless(fields);
    const repeated = gate(kind, message, clean, Date.now());
    if (repeated === "again") return;
    logger[kind](repeated > 0 ? { ...clean, repeated } : clean, message);
    const line = consoleLine(kind, message, clean);
    if (line && logger.isLevelEnabled(kind)) console?.(line);
  }

  return {
    debug: (message, fields) => write("debug", message, fields),
    info: (message, fields) => write("info", message, fields),
    warn: (message, fields) => write("warn", message, fields),
    error: (message, fields) => write("error", message, fields),
    close: () => files.close(),
  };
}

/** Written at once, so that the last line before a crash is there. */
function dailyFiles(dir: string) {
  mkdirSync(dir, { recursive: true });
  let day = "";
  let file: number | undefined;

  function close(): void {
    if (file !== undefined) closeSync(file);
    file = undefined;
    day = "";
  }

  return {
    close,
    write(line: string): void {
      const today = new Date().toISOString().slice(0, 10);
      if (file === undefined || today !== day) {
        close();
        day = today;
        file = openSync(join(dir, `aduan-${today}.log`), "a");
        dropOldFiles(dir);
      }
      writeSync(file, line);
    },
  };
}

function dropOldFiles(dir: string): void {
  const files = readdirSync(dir).filter((name) => /^aduan-\d{4}-\d\d-\d\d\.log$/u.test(name));
  for (const name of files.toSorted().slice(0, -DAYS_KEPT)) rmSync(join(dir, name));
}
