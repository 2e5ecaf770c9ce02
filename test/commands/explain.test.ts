import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import { explainTicket } from "../../src/commands/explain-ticket.ts";
import type { Letter } from "../../src/desk/letter.ts";
import { PARTS } from "../../src/desk/split.ts";
import { openJournal } from "../../src/journal/sqlite.ts";
import { env, reader } from "../config/right.ts";
import { wib } from "../desk/clock-builders.ts";
import { DeskLife } from "../desk/support/desk-life.ts";
import { aMail } from "../desk/support/messages.ts";
import { aLetter } from "../journal/builders.ts";

/** The command asks the clock as the worker does. */
const NOW = wib("2026-12-28 11.00");
const clock = createServer((_, answer) => {
  answer.end(JSON.stringify({ seq: 1, now: NOW, rate: 0, beat: false }));
});
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aduan-explain-"));
  await once(clock.listen(0, "127.0.0.1"), "listening");
  await keep(beforeChristmas());
});
afterAll(async () => {
  clock.close();
  await rm(folder, { recursive: true });
});

interface Past {
  life: DeskLife;
  letters: Letter[];
}

/**
 * Reported on Friday, 18 December 2026, twenty minutes before the Friday break; the provider is
 * waited for from 14.00 until Monday, 28 December, 09.00. The worker is down on Tuesday morning.
 */
function beforeChristmas(): Past {
  const life = new DeskLife("2026-12-18 11.10");
  const sentAt = new Map<string, number>();
  life.mailer = ({ key }) => {
    sentAt.set(key, life.now);
    return { state: "sent" };
  };
  const number = life.mail(aMail) ?? "";
  life.until("2026-12-18 13.04");
  life.type(number, { priority: "Sedang", visit: "Perlu", officers: "Budi Santoso" });
  life.until("2026-12-18 13.59");
  life.type(number, { status: "Menunggu Pihak Ketiga", suspectedCause: "Gangguan ISP" });
  life.until("2026-12-22 07.00").down("2026-12-22 13.30");
  life.until("2026-12-28 08.59").type(number, { status: "Dikerjakan" });
  life.until("2026-12-28 09.59");
  life.type(number, { status: "Selesai", result: "ISP memulihkan jalur", cause: "Gangguan ISP" });
  life.until("2026-12-28 10.10");
  const letters = life.letters.map((plan) => {
    const at = sentAt.get(plan.key) ?? null;
    return aLetter({ ...plan, state: "sent", sentAt: at, handedAt: at });
  });
  return { life, letters };
}

async function keep({ life, letters }: Past): Promise<void> {
  const journal = await openJournal(join(folder, "journal.db"));
  await journal.commit(
    {
      tickets: [...life.tickets.values()],
      events: life.events,
      newLetters: letters,
      state: { office: life.office, downtimes: life.downtimes },
    },
    await journal.lease(),
  );
  await journal.close();
}

async function aduanExplain(...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const address = clock.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const code = await explainTicket({
    args,
    env: env({ DATA_DIR: folder, CLOCK_URL: `http://127.0.0.1:${port}` }),
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    readFile: reader(),
    canWrite: () => true,
    pid: 1,
    host: "uji",
    programDir: ".",
    stop: new AbortController().signal,
  });
  return { code, said: said.join("\n") };
}

test("explain tells a complaint over a Friday, a third party, Christmas and the worker's own downtime", async () => {
  const { code, said } = await aduanExplain("jkd-2026-0001");
  expect(code).toBe(0);
  await expect(`${said}\n`).toMatchFileSnapshot("snapshots/explain.txt");
});

const Said = z.object({
  split: z.record(z.string(), z.unknown()).transform((parts) => new Map(Object.entries(parts))),
  runs: z.array(
    z.object({
      startedAt: z.number(),
      endedAt: z.number(),
      late: z.number(),
      causes: z.array(z.object({ length: z.number() })),
      pieces: z.array(z.object({ from: z.number(), to: z.number() })),
    }),
  ),
});

test("explain --json gives the same figures, and every part adds up", async () => {
  const { said } = await aduanExplain("JKD-2026-0001", "--json");
  const { split, runs } = Said.parse(JSON.parse(said));
  expect(PARTS.reduce((sum, part) => sum + Number(split.get(part)), 0)).toBe(split.get("age"));
  for (const { startedAt, endedAt, late, causes, pieces } of runs) {
    expect(causes.reduce((sum, { length }) => sum + length, 0)).toBe(late);
    expect([pieces[0]?.from ?? startedAt, pieces.at(-1)?.to ?? endedAt]).toEqual([
      startedAt,
      endedAt,
    ]);
    for (const [at, { from }] of pieces.entries())
      expect(from).toBe(pieces[at - 1]?.to ?? startedAt);
  }
});

test("explain says what is wrong with its arguments, and which number it does not know", async () => {
  expect(await aduanExplain()).toMatchObject({ code: 2 });
  expect(await aduanExplain("JKD-2026-0001", "JKD-2026-0002")).toMatchObject({ code: 2 });
  expect(await aduanExplain("--semua")).toMatchObject({ code: 2 });
  expect(await aduanExplain("--help")).toMatchObject({
    code: 0,
    said: expect.stringContaining("aduan explain NOMOR [--json]") as unknown,
  });
  expect(await aduanExplain("JKD-2026-0777")).toEqual({
    code: 1,
    said: "Aduan JKD-2026-0777 tidak ada dalam jurnal.",
  });
});
