import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { backUp } from "../../src/journal/backup.ts";
import { openJournal } from "../../src/journal/sqlite.ts";
import type { Journal } from "../../src/worker/journal-port.ts";
import { aTicket } from "./builders.ts";

describe("the journal's daily copy", () => {
  let folder: string;
  let copies: string;
  let file: string;
  let journal: Journal;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "aduan-backup-"));
    copies = join(folder, "backup");
    file = join(folder, "journal.db");
    journal = await openJournal(file);
    await journal.commit({ tickets: [aTicket()] }, await journal.lease());
  });
  afterEach(async () => {
    await journal.close();
    await rm(folder, { recursive: true });
  });

  test("holds what was committed, taken while the worker has the journal open", async () => {
    const copy = await openJournal(backUp(file, copies, "2026-11-23") ?? "");
    expect(await copy.load()).toEqual([aTicket()]);
    await copy.close();
  });

  test("is made once a day", () => {
    expect(backUp(file, copies, "2026-11-23")).toBe(join(copies, "journal-2026-11-23.db"));
    expect(backUp(file, copies, "2026-11-23")).toBeUndefined();
  });

  test("starts afresh over a half copy that a crash left", async () => {
    backUp(file, copies, "2026-11-22");
    await writeFile(join(copies, "journal-2026-11-23.db.part"), "setengah");
    const copy = await openJournal(backUp(file, copies, "2026-11-23") ?? "");
    expect(await copy.load()).toHaveLength(1);
    await copy.close();
  });

  test("keeps the newest fourteen and no other file's place", async () => {
    for (let day = 10; day < 26; day += 1) backUp(file, copies, `2026-11-${day}`);
    await writeFile(join(copies, "catatan.txt"), "");
    backUp(file, copies, "2026-11-26");
    const names = await readdir(copies);
    expect(names.filter((name) => name.endsWith(".db"))).toHaveLength(14);
    expect(names).toContain("journal-2026-11-26.db");
    expect(names).toContain("catatan.txt");
    expect(names).not.toContain("journal-2026-11-12.db");
  });
});
