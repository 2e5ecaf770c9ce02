import { open, readdir } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

const TAIL_BYTES = 64 * 1024;

const Entry = z.looseObject({ time: z.string(), level: z.number(), msg: z.string() });

/** The last entries of the worker's newest log file, one a line for people; [] before there is one. */
export async function logTail(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  const newest = files.toSorted((a, b) => a.localeCompare(b)).at(-1);
  if (newest === undefined) return [];
  const lines = (await endOf(join(folder, newest))).split("\n");
  return lines.flatMap(readable);
}

async function endOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString("utf8");
  } finally {
    await file.close();
  }
}

/** A line cut off at its beginning is left out. */
function readable(line: string): string[] {
  const entry = Entry.safeParse(jsonOf(line));
  if (!entry.success) return [];
  const { time, level, msg, ...fields } = entry.data;
  const shown = Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [[time.slice(11, 19), LEVELS[level] ?? "", msg, ...shown].join(" ")];
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const LEVELS: Readonly<Record<number, string>> = {
  20: "debug",
  30: "info",
  40: "warn",
  50: "error",
};
