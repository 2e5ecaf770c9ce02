import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { accept } from "../../src/commands/accept.ts";
import { openJournal } from "../../src/journal/sqlite.ts";
import type { Batch } from "../../src/worker/journal-port.ts";
import { env, reader } from "../config/right.ts";
import { MONDAY, aLetter } from "../journal/builders.ts";

async function run(batch: Batch | null) {
  const folder = await mkdtemp(join(tmpdir(), "aduan-"));
  // The worker's own connection stays open, as it does beside a command.
  const worker = batch ? await openJournal(join(folder, "journal.db")) : null;
  const lease = await worker?.lease();
  if (worker && lease && batch) await worker.commit(batch, lease);
  const out: string[] = [];
  const err: string[] = [];
  const code = await accept({
    args: [],
    env: env({ DATA_DIR: folder }),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    readFile: reader(),
    canWrite: () => true,
    pid: 1,
    host: "kantor",
    programDir: ".",
    stop: new AbortController().signal,
  });
  const asked = await worker?.state("ask/accept");
  // Its lease still holds: nothing was taken from it.
  if (worker && lease) await worker.commit({ state: { after: true } }, lease);
  await worker?.close();
  await rm(folder, { recursive: true });
  return { code, out, err, asked };
}

test("accept leaves its word for the running worker and says what it is about", async () => {
  const brake = { reason: "20 dari 40 aduan terbuka hilang.", since: MONDAY };
  const awaits = "accept" as const;
  const newLetters = [
    aLetter({ key: "a", reasons: ["a"], state: "held", awaits }),
    aLetter({ key: "b", reasons: ["b"], state: "held" }),
  ];
  const { code, out, asked } = await run({ newLetters, state: { brake } });
  expect(out).toEqual([
    "Ditahan sejak 23 November 2026 pukul 08.00 WIB: 20 dari 40 aduan terbuka hilang.",
    "Surat yang ditahan karena perubahan besar: 1",
    "Diterima. Berlaku untuk pembacaan lembar kerja berikutnya, satu kali.",
  ]);
  expect(asked).toEqual({ id: expect.any(String), at: expect.any(Number) });
  expect(code).toBe(0);
});

test("accept leaves no word when nothing waits: it would let a later mistake pass", async () => {
  const { code, out, asked } = await run({ state: { brake: null } });
  expect(out).toEqual(["Tidak ada yang menunggu persetujuan."]);
  expect(asked).toBeUndefined();
  expect(code).toBe(0);
});

test("accept makes no journal where there is none", async () => {
  const { code, err } = await run(null);
  expect(err.join()).toContain("belum ada");
  expect(code).toBe(1);
});
