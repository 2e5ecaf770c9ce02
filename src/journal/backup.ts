import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import type { LocalDate } from "../desk/time.ts";

const KEPT = 14;
const NAME = /^journal-\d{4}-\d\d-\d\d\.db$/u;

/**
 * A day's copy of the journal, whole and consistent while the worker writes. Keeps the newest 14.
 * Answers the copy's path, or undefined when the day has one already.
 */
export function backUp(journal: string, folder: string, day: LocalDate): string | undefined {
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, `journal-${day}.db`);
  if (existsSync(copy)) return undefined;
  // Under another name until it is whole: a half copy must not pass for the day's.
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  const database = new DatabaseSync(journal, { readOnly: true, timeout: 5_000 });
  try {
    database.prepare("vacuum into ?").run(part);
  } finally {
    database.close();
  }
  renameSync(part, copy);
  dropOld(folder);
  return copy;
}

function dropOld(folder: string): void {
  const copies = readdirSync(folder).filter((name) => NAME.test(name));
  for (const name of copies.toSorted().slice(0, -KEPT)) rmSync(join(folder, name));
}
