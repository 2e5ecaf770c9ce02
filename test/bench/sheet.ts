import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

import { DAY, MINUTE } from "../../src/desk/time.ts";
import type { Instant } from "../../src/desk/time.ts";
import { googleClient } from "../../src/google/client.ts";
import { openJournal } from "../../src/journal/sqlite.ts";
import { startGoogle } from "../../src/sandbox/google/server.ts";
import type { Google } from "../../src/sandbox/google/server.ts";
import { Secret } from "../../src/secret.ts";
import type { SheetCalls } from "../../src/sheet/calls.ts";
import { sheetCalls } from "../../src/sheet/calls.ts";
import { logBook } from "../../src/sheet/google-sheets.ts";
import { setupSpreadsheet } from "../../src/sheet/setup-spreadsheet.ts";
import { Keeper } from "../../src/worker/keeper.ts";
import type { WorkerPorts, WorkerSettings } from "../../src/worker/settings.ts";
import { sheetPass } from "../../src/worker/sheet-pass.ts";
import { aComplaint, aTicket } from "../journal/builders.ts";
import { benchIdentify } from "./identify.ts";
import type { Row } from "./table.ts";

/** A Saturday, so that no step runs on between two passes. */
const SATURDAY = Date.UTC(2026, 10, 28, 3);

/** What a reading of a growing log costs, a start over years of closed tickets, and identity alone. */
export async function benchSheet({ short }: { short: boolean }): Promise<Row[]> {
  const sizes = short ? [100, 1_000] : [100, 1_000, 5_000];
  const rows: Row[] = [];
  for (const size of sizes) rows.push(...(await passOver(size, short ? 5 : 20)));
  rows.push(...(await startOver(short ? 2_000 : 20_000)));
  return [...rows, ...benchIdentify({ short })];
}

/** An idle pass over so many open tickets: the reply of the strict emulator, worked on again and again. */
async function passOver(open: number, passes: number): Promise<Row[]> {
  const clock = { now: SATURDAY };
  const google = await startGoogle({ now: () => clock.now });
  try {
    const { keeper, calls } = await openKeeper(google, clock);
    await fill(keeper, clock, open);
    const recorded = await record(calls);
    const busy = measure(recorded, keeper, clock);
    // One pass more than counted, so that compiling is not counted.
    await busy(2);
    google.requests.length = 0;
    const { cpu, read, written } = await busy(passes);
    const what = `${open} open`;
    return [
      { what: `${what}: reads a pass`, value: read.calls / passes, unit: "" },
      { what: `${what}: writes a pass`, value: written.calls / passes, unit: "" },
      { what: `${what}: read`, value: read.bytes / passes / 1024, unit: "KB" },
      { what: `${what}: CPU a pass`, value: cpu / passes, unit: "ms" },
    ];
  } finally {
    await google.close();
  }
}

async function openKeeper(google: Google, clock: { now: Instant }) {
  const client = await googleClient({ key: google.keyFile(), rootUrl: google.rootUrl });
  const { spreadsheetId } = google;
  const options = { spreadsheetId, zone: "Asia/Jakarta", prefix: "JKD", now: () => clock.now };
  await setupSpreadsheet(client, options);
  const calls: SheetCalls = { ...sheetCalls(client, spreadsheetId) };
  const journal = await openJournal(":memory:");
  const ports = portsOf(clock, journal, logBook(calls, options));
  return { keeper: await Keeper.open(ports, SETTINGS), calls };
}

/** Rows are born as in an office that was long without Google. */
async function fill(keeper: Keeper, clock: { now: Instant }, open: number): Promise<void> {
  await keeper.record(
    Array.from({ length: open }, (_, nth) => {
      const time = new Date(clock.now + nth).toISOString();
      const text = `Jaringan di ruang ${nth} terputus sejak pagi, lampu modem merah dan tidak ada sinyal`;
      return {
        type: "form" as const,
        knownTicket: null,
        submission: {
          responseId: `jawaban-${nth}`,
          createTime: time,
          lastSubmittedTime: time,
          receivedAt: clock.now + nth * 1000,
          complaint: {
            ...aComplaint(),
            reportedAt: clock.now - DAY + nth * 1000,
            unit: `Kecamatan ${nth % 140}`,
            reporter: `Pelapor ${nth}`,
            text,
            channel: "Formulir" as const,
          },
        },
      };
    }),
  );
  let due = Number.POSITIVE_INFINITY;
  while (due > 0) {
    clock.now += MINUTE;
    await sheetPass(keeper);
    due = (await keeper.ports.journal.historyDue(1)).length;
  }
}

/** From now on every read is the same text, as it came, and every write is only counted. */
async function record(calls: SheetCalls): Promise<Recorded> {
  const read = { calls: 0, bytes: 0 };
  const written = { calls: 0, bytes: 0 };
  const real = { ...calls };
  const replies = new Map<boolean, string>();
  calls.read = async (plan) => {
    let reply = replies.get(plan.withSystem);
    if (reply === undefined) {
      reply = JSON.stringify((await real.read(plan)).spreadsheet);
      replies.set(plan.withSystem, reply);
    }
    read.calls += 1;
    read.bytes += reply.length;
    return { spreadsheet: JSON.parse(reply), serverDate: null };
  };
  calls.writeColumns = count(written);
  calls.writeRequests = count(written);
  return { read, written };
}

interface Recorded {
  read: { calls: number; bytes: number };
  written: { calls: number; bytes: number };
}

function count(written: Recorded["written"]) {
  return async (plan: unknown): Promise<string[]> => {
    written.calls += 1;
    written.bytes += JSON.stringify(plan).length;
    return [];
  };
}

function measure({ read, written }: Recorded, keeper: Keeper, clock: { now: Instant }) {
  return async (passes: number): Promise<Recorded & { cpu: number }> => {
    for (const each of [read, written]) Object.assign(each, { calls: 0, bytes: 0 });
    const before = process.cpuUsage();
    for (let pass = 0; pass < passes; pass++) {
      clock.now += 1000;
      await sheetPass(keeper);
    }
    const { user, system } = process.cpuUsage(before);
    return { read, written, cpu: (user + system) / 1000 };
  };
}

/** From opening the file to a keeper with its tickets in hand. */
async function startOver(closed: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "aduan-bench-"));
  try {
    const file = join(folder, "journal.db");
    const journal = await openJournal(file);
    const lease = await journal.lease();
    const tickets = Array.from({ length: closed }, (_, nth) =>
      aTicket({
        number: `JKD-2026-${nth}`,
        phase: "closed",
        phaseSince: SATURDAY - (nth % 900) * DAY,
      }),
    );
    await journal.commit({ tickets }, lease);
    await journal.close();
    const began = performance.now();
    const again = await openJournal(file);
    const book = { read: () => Promise.reject(new Error("not read here")) };
    const keeper = await Keeper.open(portsOf({ now: SATURDAY }, again, book), SETTINGS);
    const took = performance.now() - began;
    const inHand = keeper.tickets.size;
    await again.close();
    const what = `start over ${closed} closed tickets`;
    return [
      { what, value: took, unit: "ms" },
      { what: "of these in hand (closed within 30 days)", value: inHand, unit: "" },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

const SETTINGS: WorkerSettings = {
  imap: { user: "helpdesk@kantor.example", since: null },
  smtp: { address: "helpdesk@kantor.example", sentCopy: "server" },
  ticketPrefix: "JKD",
  zone: "Asia/Jakarta",
  cron: "* * * * *",
  operator: "operator@kantor.example",
  letterSecret: new Secret("0123456789abcdef0123456789abcdef"),
  pingUrl: null,
};

function never(): Promise<never> {
  return Promise.reject(new Error("not part of a sheet pass"));
}

function portsOf(
  clock: { now: Instant },
  journal: WorkerPorts["journal"],
  book: WorkerPorts["book"],
): WorkerPorts {
  return {
    clock: { now: () => clock.now },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    journal,
    book,
    mailbox: {
      async *read() {},
      files: never,
      message: never,
      findSent: never,
      appendSent: never,
      watch: never,
      close: never,
    },
    mailer: { hand: never, greet: never, close: never },
    letters: {
      render() {
        throw new Error("not part of a sheet pass");
      },
      files: never,
    },
    forms: null,
    host: "bench",
    newInstallation: () => "bench",
  };
}
