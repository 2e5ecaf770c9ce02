import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ImapFlow } from "imapflow";
import { simpleParser } from "mailparser";
import { createTransport } from "nodemailer";

import type { RenderedLetter } from "../../src/desk/letter.ts";
import { mailAndDelivery } from "../../src/worker/beat.ts";
import { Sources } from "../../src/worker/health.ts";
import { Keeper } from "../../src/worker/keeper.ts";
import { fsyncs } from "./journal.ts";
import { LOGIN, startMailServers } from "./mail-servers.ts";
import type { MailServers } from "./mail-servers.ts";
import { senderAddress } from "./senders.ts";
import { percentile } from "./table.ts";
import type { Row } from "./table.ts";
import { openBenchWorker } from "./worker.ts";

const BATCH = 50;
const POOL = 5;

/** What the worker wrote to a reporter: the bare chain has the same to hand over. */
type Acknowledgement = Pick<RenderedLetter, "subject" | "text" | "html">;

/** A machine that is shared changes its speed within seconds: the two are measured in turns. */
const TURNS = 5;

/**
 * Fetch → parse → journal → acknowledgement handed over, beside each part alone and a bare chain.
 * A first round of each warms everything up, as in a worker that has run for a while; of the turns
 * the one with the middle ratio is told.
 */
export async function benchIntake({ short }: { short: boolean }): Promise<Row[]> {
  const mails = short ? 100 : 500;
  const servers = await startMailServers(mails);
  const folder = await mkdtemp(join(tmpdir(), "aduan-bench-"));
  try {
    const { acknowledgement } = await intake(servers, join(folder, "warm"), mails);
    const raws: Buffer[] = [];
    const fetching = await rate(mails, () =>
      fetchAll(servers, (batch) => void raws.push(...batch)),
    );
    const parsing = await rate(mails, async () => {
      for (const raw of raws) await parse(raw);
    });
    const sending = await rate(mails, () => sendAll(servers, mails, acknowledgement));
    const syncing = fsyncs(join(folder, "sync"), mails / BATCH, BATCH * 8_000) * BATCH;
    const chain = () => rate(mails, () => bareChain(servers, folder, acknowledgement));
    await chain();
    const turns: { bare: number; ours: number }[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      const bare = await chain();
      const { perSecond: ours } = await intake(servers, join(folder, String(turn)), mails);
      turns.push({ bare, ours });
    }
    const ratios = turns.map(({ bare, ours }) => ours / bare);
    const { bare, ours } = turns[ratios.indexOf(percentile(ratios, 0.5))] ?? turns[0]!;
    return [
      { what: "imapflow fetching alone", value: fetching, unit: "mails/s" },
      { what: "mailparser alone", value: parsing, unit: "mails/s" },
      { what: "SMTP alone, pooled", value: sending, unit: "letters/s" },
      { what: `fsync alone, one for ${BATCH}`, value: syncing, unit: "mails/s" },
      { what: "bare chain of the four", value: bare, unit: "mails/s" },
      {
        what: "intake to acknowledgement",
        value: ours,
        unit: "mails/s",
        limit: { what: "bare chain", value: bare },
        goal: "60 %",
      },
      ...[Math.min(...ratios), Math.max(...ratios)].map((ratio, at) => ({
        what: `  ${at === 0 ? "least" : "most"} of ${TURNS} turns`,
        value: ratio * 100,
        unit: "% of bare chain",
      })),
    ];
  } finally {
    servers.close();
    await rm(folder, { recursive: true });
  }
}

async function rate(count: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return count / ((performance.now() - began) / 1000);
}

async function fetchAll(
  { imap }: MailServers,
  take: (batch: Buffer[]) => void | Promise<void>,
): Promise<void> {
  const auth = { user: LOGIN.user, pass: LOGIN.password };
  const client = new ImapFlow({ ...imap, secure: false, auth, logger: false });
  await client.connect();
  await client.mailboxOpen("INBOX", { readOnly: true });
  let batch: Buffer[] = [];
  for await (const { source } of client.fetch("1:*", { source: true, internalDate: true })) {
    if (source) batch.push(source);
    if (batch.length < BATCH) continue;
    await take(batch);
    batch = [];
  }
  if (batch.length > 0) await take(batch);
  await client.logout();
}

function parse(raw: Buffer) {
  return simpleParser(raw, { skipTextToHtml: true, keepDeliveryStatus: true });
}

function pool({ smtp }: MailServers) {
  const auth = { user: LOGIN.user, pass: LOGIN.password };
  return createTransport({ ...smtp, secure: false, auth, pool: true, maxConnections: POOL });
}

function letterTo(sender: number, acknowledgement: Acknowledgement) {
  return { from: LOGIN.user, to: senderAddress(sender), ...acknowledgement };
}

async function sendAll(
  servers: MailServers,
  mails: number,
  acknowledgement: Acknowledgement,
): Promise<void> {
  const transport = pool(servers);
  const all = Array.from({ length: mails }, (_, sender) =>
    transport.sendMail(letterTo(sender, acknowledgement)),
  );
  await Promise.all(all);
  transport.close();
}

/** What any program that loses nothing must do at least: fetch, parse, one fsync a batch, answer. */
async function bareChain(
  servers: MailServers,
  folder: string,
  acknowledgement: Acknowledgement,
): Promise<void> {
  const transport = pool(servers);
  let sender = 0;
  await fetchAll(servers, async (batch) => {
    const parsed = [];
    for (const raw of batch) parsed.push(await parse(raw));
    fsyncs(join(folder, "chain"), 1, JSON.stringify(parsed).length);
    await Promise.all(batch.map(() => transport.sendMail(letterTo(sender++, acknowledgement))));
  });
  transport.close();
}

/** The worker's own passes over the same mails, with Google away. */
async function intake(
  servers: MailServers,
  folder: string,
  mails: number,
): Promise<{ perSecond: number; acknowledgement: Acknowledgement }> {
  await mkdir(folder);
  const { ports, settings, close } = await openBenchWorker(servers, folder, { senders: mails });
  const keeper = await Keeper.open(ports, settings);
  const sources = new Sources(keeper);
  let letters = 0;
  const { promise: all, resolve } = Promise.withResolvers<void>();
  const began = Date.now();
  servers.onLetter((at) => {
    // Those of the chain before may still be on their way to us.
    if (at >= began) letters += 1;
    if (letters === mails) resolve();
  });
  const perSecond = await rate(mails, async () => {
    await mailAndDelivery(keeper, sources);
  });
  await Promise.race([all, once(AbortSignal.timeout(5_000), "abort")]);
  const sent = await ports.journal.lettersIn(["sent"]);
  await close();
  if (letters !== mails) throw new Error(`Handed over ${letters} letters for ${mails} mails`);
  const rendered = sent[0]?.rendered;
  if (!rendered) throw new Error("No acknowledgement in the journal");
  const { subject, text, html } = rendered;
  return { perSecond, acknowledgement: { subject, text, html } };
}
