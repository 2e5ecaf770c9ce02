import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { openJournal } from "../../src/journal/sqlite.ts";
import type { Batch } from "../../src/worker/journal-port.ts";
import { aLetter, aTicket, anEvent } from "../journal/builders.ts";
import type { Row } from "./table.ts";

const MAILS_A_BATCH = 50;
const EVENTS_A_MAIL = 4;

/** Commits of one letter's change, and of intake batches, beside an fsync of as many bytes. */
export async function benchJournal({ short }: { short: boolean }): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "aduan-bench-"));
  const rounds = short ? 40 : 200;
  try {
    const plain = fsyncs(join(folder, "plain"), rounds, 4096);
    const journal = await openJournal(join(folder, "journal.db"));
    const lease = await journal.lease();
    await journal.commit({ newLetters: [aLetter()] }, lease);
    const small = await perSecond(rounds, async (n) => {
      await journal.commit({ letters: [aLetter({ attempts: n })] }, lease);
    });
    const batches = Array.from({ length: rounds / 4 }, (_, n) => intakeBatch(n));
    const bytes = JSON.stringify(batches[0]).length;
    const bulkPlain = fsyncs(join(folder, "bulk"), rounds / 4, bytes);
    const bulk = await perSecond(batches.length, async (n) => {
      await journal.commit(batches[n] ?? {}, lease);
    });
    await journal.close();
    return [
      { what: "commits of one letter", value: small, unit: "/s", limit: limit(plain) },
      {
        what: `mails in batches of ${MAILS_A_BATCH}`,
        value: bulk * MAILS_A_BATCH,
        unit: "/s",
        limit: { ...limit(bulkPlain * MAILS_A_BATCH), what: "fsync of the same bytes" },
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Appends of `bytes`, each on the disk before the next; per second. */
export function fsyncs(path: string, rounds: number, bytes: number): number {
  const content = Buffer.alloc(bytes, "a");
  const file = openSync(path, "a");
  const began = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    writeSync(file, content);
    fsyncSync(file);
  }
  const seconds = (performance.now() - began) / 1000;
  closeSync(file);
  return rounds / seconds;
}

async function perSecond(rounds: number, work: (n: number) => Promise<void>): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < rounds; n += 1) await work(n);
  return rounds / ((performance.now() - began) / 1000);
}

function intakeBatch(n: number): Batch {
  const numbers = Array.from({ length: MAILS_A_BATCH }, (_, mail) => `JKD-2026-${n}-${mail}`);
  return {
    tickets: numbers.map((number) => aTicket({ number })),
    events: numbers.flatMap((number) =>
      Array.from({ length: EVENTS_A_MAIL }, (_, seq) => anEvent(number, seq + 1)),
    ),
    sources: numbers.flatMap((number) =>
      ["uid", "mid", "copy"].map((kind) => ({ key: `${kind}:${number}`, ticket: number, at: 0 })),
    ),
    newLetters: numbers.map((ticket) => {
      const key = `${ticket}/acknowledgement`;
      return aLetter({ key, reasons: [key], ticket });
    }),
    state: { mail: { uid: n } },
  };
}

function limit(value: number): { what: string; value: number } {
  return { what: "fsync alone", value };
}
