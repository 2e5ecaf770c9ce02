import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { simpleParser } from "mailparser";
import * as z from "zod";

import { parseMessage } from "../../src/mailbox/message.ts";
import { Keeper } from "../../src/worker/keeper.ts";
import { mailPass } from "../../src/worker/mail-pass.ts";
import { CORPUS } from "../mail/corpus.ts";
import { startMailServers } from "./mail-servers.ts";
import type { Row } from "./table.ts";
import { openBenchWorker } from "./worker.ts";

const MEGABYTE = 1024 * 1024;

/** Parsing and classifying beside the bare parser, a large mail's memory, and a backlog. */
export async function benchMail({ short }: { short: boolean }): Promise<Row[]> {
  return [...(await parsing(short ? 5 : 30)), ...(await largeMail()), ...(await backlog(short))];
}

/** What people write, day by day. */
const ORDINARY = ["complaints", "replies", "thanks", "samples", "writers"];

function mailsOf(areas: readonly string[]): Uint8Array[] {
  const rows = areas.flatMap((area) => CORPUS[area] ?? []);
  // The largest are built to be slow.
  return rows.map(({ raw }) => raw).filter(({ length }) => length > 0 && length < 8_000);
}

async function parsing(rounds: number): Promise<Row[]> {
  const ordinary = await compared(mailsOf(ORDINARY), rounds * 3);
  const all = await compared(mailsOf(Object.keys(CORPUS)), rounds);
  return [
    { what: "bare parser, ordinary mails", value: ordinary.bare, unit: "mails/s" },
    row("parse and classify, ordinary mails", ordinary),
    row("… the whole corpus, odd charsets read twice", all),
  ];
}

function row(what: string, { ours, bare: value }: { ours: number; bare: number }): Row {
  const limit = { what: "the bare parser", value };
  return { what, value: ours, unit: "mails/s", limit, goal: "70 %" };
}

async function compared(
  raws: readonly Uint8Array[],
  rounds: number,
): Promise<{ ours: number; bare: number }> {
  // Mail by mail in turns, so that both meet the same machine; the first round only warms up.
  let [ours, theirs] = [0, 0];
  for (let round = 0; round <= rounds; round += 1) {
    for (const raw of raws) {
      const [a, b] = [await seconds(() => read(raw)), await seconds(() => bare(raw))];
      if (round === 0) continue;
      ours += a;
      theirs += b;
    }
  }
  const mails = raws.length * rounds;
  return { ours: mails / ours, bare: mails / theirs };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function bare(raw: Uint8Array) {
  return simpleParser(Buffer.from(raw), { skipTextToHtml: true, keepDeliveryStatus: true });
}

function read(source: Uint8Array) {
  const place = { folder: "INBOX", uidValidity: "1", uid: 1, receivedAt: 0, sent: false };
  const ours = { ourAddresses: ["helpdesk@kab.example"], letterDomain: "kab.example" };
  return parseMessage({ ...place, source, truncated: false }, { ...ours, ticketPrefix: "JKD" });
}

const Told = z.object({ risen: z.number(), loaded: z.number() });

/** The way of a mail of 25 MB from the server to its place in the journal, in a process of its own. */
async function largeMail(): Promise<Row[]> {
  const servers = await startMailServers(0);
  await servers.deliverVideo(18);
  const child = fork(join(import.meta.dirname, "large-mail-child.ts"), [String(servers.imap.port)]);
  const [told] = await once(child, "message");
  const { risen, loaded } = Told.parse(told);
  child.kill("SIGKILL");
  servers.close();
  return [
    { what: "a mail of 25 MB raises the peak memory by", value: risen / 1024, unit: "MB" },
    { what: "… of which this much was loaded", value: loaded / 1024, unit: "KB" },
  ];
}

/** As many as a regency has; the others who write are strangers. */
const UNITS = 200;

/** Mail of an outage, read to the journal; memory as it stands after each quarter. */
async function backlog(short: boolean): Promise<Row[]> {
  const mails = short ? 1_000 : 10_000;
  const servers = await startMailServers(0);
  const folder = await mkdtemp(join(tmpdir(), "aduan-bench-"));
  const { ports, settings, close } = await openBenchWorker(servers, folder, { senders: UNITS });
  try {
    const keeper = await Keeper.open(ports, settings);
    await mailPass(keeper);
    await servers.fill(mails);
    const quarters: number[] = [];
    const { mailbox } = ports;
    ports.mailbox = {
      ...mailbox,
      async *read(...how) {
        let count = 0;
        for await (const batch of mailbox.read(...how)) {
          yield batch;
          count += batch.messages.length;
          if (count >= (mails / 4) * (quarters.length + 1)) quarters.push(memory());
        }
      },
    };
    const began = performance.now();
    const { messages } = await mailPass(keeper);
    const took = (performance.now() - began) / 1000;
    if (messages !== mails) throw new Error(`Read ${messages} of ${mails} mails`);
    const [first = 0] = quarters;
    return [
      {
        what: `backlog of ${mails.toLocaleString("en")}, to the journal`,
        value: mails / took,
        unit: "mails/s",
      },
      { what: "… memory after the first quarter", value: first, unit: "MB" },
      { what: "… after the last", value: quarters.at(-1) ?? 0, unit: "MB", goal: "flat" },
    ];
  } finally {
    await close();
    servers.close();
    await rm(folder, { recursive: true });
  }
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / MEGABYTE;
}
