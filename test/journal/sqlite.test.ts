import { mkdtemp, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { ConfigError, LeaseLostError, NotDurableError } from "../../src/errors.ts";
import { openJournal } from "../../src/journal/sqlite.ts";
import { aRendering } from "../letters/outgoing.ts";
import { aLetter, aTicket } from "./builders.ts";
import { lettersContract } from "./contract-letters.ts";
import { journalContract } from "./contract.ts";

journalContract("SQLite in memory", () => openJournal(":memory:"));
lettersContract("SQLite in memory", () => openJournal(":memory:"));

describe("a journal in a file", () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "aduan-journal-"));
    file = join(folder, "journal.db");
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("holds after it was closed and opened again", async () => {
    const first = await openJournal(file);
    await first.commit({ tickets: [aTicket()] }, await first.lease());
    await first.close();
    const second = await openJournal(file);
    expect(await second.load()).toEqual([aTicket()]);
    await second.close();
  });

  test("raises its token across restarts, so that a forgotten process cannot write", async () => {
    const forgotten = await openJournal(file);
    const old = await forgotten.lease();
    const started = await openJournal(file);
    await started.lease();
    await expect(forgotten.commit({ tickets: [aTicket()] }, old)).rejects.toThrow(LeaseLostError);
    await forgotten.close();
    await started.close();
  });

  test("has a commit on the disk before it says so, and goes on with other work meanwhile", async () => {
    const asked: string[] = [];
    const disk = Promise.withResolvers<void>();
    const journal = await openJournal(file, {
      sync: async (descriptor) => {
        asked.push(await readlink(`/proc/self/fd/${descriptor}`).catch(() => `${file}-wal`));
        if (asked.length > 1) await disk.promise;
      },
    });
    const lease = await journal.lease();
    let kept = false;
    const committed = journal.commit({ tickets: [aTicket()] }, lease).then(() => (kept = true));
    expect(await journal.load()).toHaveLength(1);
    expect(kept).toBe(false);
    disk.resolve();
    await committed;
    expect(asked).toEqual([`${file}-wal`, `${file}-wal`]);
    await journal.close();
  });

  test("takes nothing more once the disk refused to keep something", async () => {
    let refusals = 0;
    const journal = await openJournal(file, {
      sync: async () => {
        if (refusals++ === 1) throw new Error("EIO: i/o error, fsync");
      },
    });
    const lease = await journal.lease();
    const first = journal.commit({ state: { one: 1 } }, lease);
    await expect(first).rejects.toThrow(NotDurableError);
    const second = journal.commit({ state: { two: 2 } }, lease);
    await expect(second).rejects.toThrow(NotDurableError);
    expect(await journal.state("two")).toBeUndefined();
    await journal.close();
  });

  test("is readable by another process's connection while the worker writes", async () => {
    const worker = await openJournal(file);
    const lease = await worker.lease();
    const reader = await openJournal(file, { readOnly: true });
    await worker.commit({ tickets: [aTicket()] }, lease);
    expect(await reader.load()).toHaveLength(1);
    await expect(reader.lease()).rejects.toThrow(/readonly/u);
    await reader.close();
    await worker.close();
  });

  test("says that a file is no journal, and where the backups are", async () => {
    await writeFile(file, "bukan basis data, hanya teks yang cukup panjang".repeat(20));
    const opened = openJournal(file);
    await expect(opened).rejects.toThrow(ConfigError);
    await expect(openJournal(file)).rejects.toThrow(/backup/u);
  });

  test("reads a letter that an earlier program kept together with its words", async () => {
    const before = await openJournal(file);
    const lease = await before.lease();
    await before.commit({ newLetters: [aLetter()] }, lease);
    await before.close();
    const letter = aLetter({ state: "sent", rendered: aRendering({ subject: "Aduan diterima" }) });
    const raw = new DatabaseSync(file);
    raw.prepare("update letters set data = ?").run(JSON.stringify(letter));
    raw.close();
    const now = await openJournal(file);
    expect(await now.letter(letter.key)).toEqual(letter);
    await now.close();
  });

  test("refuses a journal that a newer program wrote", async () => {
    await (await openJournal(file)).close();
    const raw = new DatabaseSync(file);
    raw.exec("update version set number = 99");
    raw.close();
    await expect(openJournal(file)).rejects.toThrow(/versi jurnal 99/u);
  });
});
