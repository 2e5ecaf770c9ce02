import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import type { Instant } from "../desk/time.ts";

/** Who holds the folder. */
export interface Holder {
  pid: number;
  host: string;
  startedAt: Instant;
}

export interface FolderLock {
  release(): void;
}

/** Another worker runs on the same DATA_DIR; the message is a sentence in Indonesian. */
export class AlreadyRunningError extends Error {
  override name = "AlreadyRunningError" as const;
}

/**
 * Takes the folder for this process alone, until it ends: the operating system frees the lock even
 * after `kill -9`. Throws `AlreadyRunningError` at once when another holds it.
 */
export function lockFolder(folder: string, me: Holder): FolderLock {
  mkdirSync(folder, { recursive: true });
  const note = join(folder, "lock.txt");
  // A database of its own, so that other commands can read the journal meanwhile.
  const database = new DatabaseSync(join(folder, "lock.db"), { timeout: 0 });
  try {
    database.exec("begin exclusive");
  } catch (error) {
    database.close();
    throw new AlreadyRunningError(held(folder, note), { cause: error });
  }
  writeFileSync(note, noteOf(me));
  return {
    release() {
      rmSync(note, { force: true });
      database.close();
    },
  };
}

function noteOf({ pid, host, startedAt }: Holder): string {
  return `pid ${pid}\nhost ${host}\nmulai ${new Date(startedAt).toISOString()}\n`;
}

function held(folder: string, note: string): string {
  const holder = textOf(note).trim().replaceAll("\n", ", ");
  const who = holder === "" ? "" : ` (${holder})`;
  return `aduan sudah berjalan dengan DATA_DIR ${folder}${who}; hentikan dahulu yang itu, atau pakai DATA_DIR lain.`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
