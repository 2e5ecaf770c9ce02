import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ImapFlow } from "imapflow";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compose, type Composed } from "../../src/commands/compose.ts";
import { parseConfig, type Config } from "../../src/config.ts";
import { HELPDESK, STAFF } from "../../src/sandbox/example-office.ts";
import { startGoogle, type Google } from "../../src/sandbox/google/server.ts";
import { fillOffice } from "../../src/sandbox/office/fill.ts";
import { tableOf, typeInto } from "../../src/sandbox/office/table.ts";
import { setupSpreadsheet } from "../../src/sheet/setup-spreadsheet.ts";
import { openGoogle } from "../../src/commands/adapters.ts";
import { runOnce, runWorker } from "../../src/worker/run.ts";
import { missingServers, PASSWORD, startDovecotPostfix, type MailServers } from "./harness.ts";

const why = missingServers();
const REPORTER = "kecamatandawe@kuduskab.example";
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

describe.skipIf(why !== "")(`a complaint through Dovecot and Postfix${why && ` (${why})`}`, () => {
  let servers: MailServers;
  let google: Google;
  let folder: string;
  let config: Config;
  let office: Composed;

  beforeAll(async () => {
    const people = Object.values(STAFF).map(({ address }) => address);
    servers = await startDovecotPostfix({ addresses: [HELPDESK.address, REPORTER, ...people] });
    google = await startGoogle({ now: Date.now });
    folder = await mkdtemp(join(tmpdir(), "aduan-way-"));
    const keyFile = join(folder, "key.json");
    await writeFile(keyFile, JSON.stringify(google.keyFile()));
    const readFile = (path: string) =>
      path === keyFile ? JSON.stringify(google.keyFile()) : unreadable(path);
    config = parseConfig(environment(keyFile), readFile);
    const options = {
      spreadsheetId: config.google.spreadsheetId,
      zone: config.zone,
      prefix: config.ticketPrefix,
      now: Date.now,
    };
    await setupSpreadsheet(await openGoogle(config), options);
    fillOffice(google);
    setting("Perubahan Dianggap Tetap", "0");
    office = await compose(config, {
      args: [],
      env: {},
      out: () => {},
      err: () => {},
      readFile,
      canWrite: () => true,
      pid: process.pid,
      host: "uji",
      programDir: join(import.meta.dirname, "../.."),
      stop: new AbortController().signal,
    });
  }, 60_000);

  afterAll(async () => {
    await office?.close();
    await google?.close();
    await servers?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  function environment(keyFile: string): Record<string, string> {
    return {
      IMAP_HOST: servers.imap.host,
      IMAP_PORT: String(servers.imap.port),
      IMAP_SECURE: "false",
      IMAP_USER: HELPDESK.address,
      IMAP_PASSWORD: PASSWORD,
      SMTP_HOST: servers.smtp.host,
      SMTP_PORT: String(servers.smtp.port),
      SMTP_SECURE: "false",
      SMTP_USER: HELPDESK.address,
      SMTP_PASSWORD: PASSWORD,
      MAIL_FROM: `Helpdesk <${HELPDESK.address}>`,
      SENT_COPY: "append",
      GOOGLE_APPLICATION_CREDENTIALS: keyFile,
      GOOGLE_API_ROOT_URL: google.rootUrl,
      SPREADSHEET_ID: google.spreadsheetId,
      DATA_DIR: join(folder, "data"),
      OPERATOR_EMAIL: STAFF.sri.address,
      LETTER_SECRET: "x".repeat(40),
    };
  }

  function setting(name: string, value: string): void {
    const row = tableOf(google, "Pengaturan").find(({ cells }) => cells["Pengaturan"] === name);
    typeInto(google, { tab: "Pengaturan", row: row?.index ?? -1 }, { Nilai: value }, "Sri Lestari");
  }

  function logRow(): Readonly<Record<string, string>> {
    return tableOf(google, "Log Aduan").find(({ cells }) => cells["No. Aduan"] !== "")?.cells ?? {};
  }

  function fill(cells: Record<string, string>): void {
    const row = tableOf(google, "Log Aduan").find((each) => each.cells["No. Aduan"] !== "");
    typeInto(google, { tab: "Log Aduan", row: row?.index ?? -1 }, cells, "Sri Lestari");
  }

  /** Two readings settle what staff typed; the third pass sends what it caused. */
  async function passes(): Promise<void> {
    for (let nth = 0; nth < 3; nth++)
      expect(await runOnce(office.ports, config)).toEqual({ ok: true });
  }

  async function reporterSends(
    mail: Parameters<ReturnType<typeof createTransport>["sendMail"]>[0],
  ) {
    const transport = createTransport({
      ...servers.smtp,
      secure: false,
      ignoreTLS: true,
      auth: { user: REPORTER, pass: PASSWORD },
    });
    await transport.sendMail({ from: `Camat Dawe <${REPORTER}>`, to: HELPDESK.address, ...mail });
    transport.close();
  }

  /** Waits, by the server's own word, until somebody's mailbox holds such a letter. */
  async function letterIn(address: string, subject: RegExp): Promise<string> {
    const client = new ImapFlow({
      ...servers.imap,
      secure: false,
      auth: { user: address, pass: PASSWORD },
      logger: false,
    });
    await client.connect();
    await client.mailboxOpen("INBOX");
    try {
      for (;;) {
        const arrival = new Promise((resolve) => client.once("exists", resolve));
        for await (const mail of client.fetch("1:*", { envelope: true, source: true })) {
          if (subject.test(mail.envelope?.subject ?? "")) return mail.source?.toString() ?? "";
        }
        await arrival;
      }
    } finally {
      client.close();
    }
  }

  test("a mail wakes the worker by IDLE: acknowledged and in the log before the next beat", async () => {
    const stop = new AbortController();
    const noBeats = { ...config, cron: "0 0 1 1 *" };
    const worker = runWorker(office.ports, noBeats, stop.signal);
    await letterOrStart(office);
    await reporterSends({
      subject: "Internet kantor mati total",
      text: "Sejak pagi internet di kantor kecamatan mati total. Foto terlampir.",
      messageId: "<asli-1@kuduskab.example>",
      attachments: [{ filename: "ont.png", content: PICTURE }],
    });
    const letter = await letterIn(REPORTER, /JKD-\d{4}-0001.*diterima/i);
    expect(letter).toMatch(/^Auto-Submitted: auto-replied/im);
    expect(letter).toContain("<asli-1@kuduskab.example>");
    stop.abort();
    await worker;
    await passes();
    expect(logRow()).toMatchObject({
      "OPD/Desa": "Kecamatan Dawe",
      Kanal: "Email",
      Status: "Baru",
    });
  }, 60_000);

  test("filling three cells assigns it, with the reporter's picture byte by byte", async () => {
    // High, so that it goes at any hour at which this test may run.
    fill({ Prioritas: "Tinggi", "Tinjauan Lapangan": "Tidak perlu", Petugas: STAFF.bagus.name });
    await passes();
    const letter = await letterIn(STAFF.bagus.address, /JKD-\d{4}-0001.*penugasan/i);
    expect(letter.replaceAll(/\r?\n/g, "")).toContain(PICTURE.toString("base64"));
    expect(logRow()["Tahap SOP"]).toContain("Langkah 4");
  }, 60_000);

  test("Selesai with its result tells the reporter and the heads, and closes it", async () => {
    fill({ "Hasil Perbaikan": "Adaptor ONT diganti", Status: "Selesai" });
    await passes();
    expect(await letterIn(REPORTER, /selesai/i)).toMatch(/JKD-\d{4}-0001/);
    await letterIn(STAFF.hendra.address, /laporan penanganan/i);
    await passes();
    expect(logRow()["Ditutup"]).not.toBe("");
  }, 60_000);

  test("an answer that is more than thanks reopens it under the same number", async () => {
    await reporterSends({
      subject: "Re: Internet kantor mati total",
      text: "Mohon maaf, internet mati lagi sejak siang ini.",
      inReplyTo: "<asli-1@kuduskab.example>",
    });
    await passes();
    await letterIn(REPORTER, /dibuka kembali/i);
    expect(logRow()["Tahap SOP"]).toContain("dibuka kembali 1");
    expect(tableOf(google, "Log Aduan").filter(({ cells }) => cells["Kode"] !== "")).toHaveLength(
      1,
    );
  }, 60_000);
});

function unreadable(path: string): string {
  throw new Error(`Cannot read "${path}"`);
}

/** The first beat has ended when the journal says that every source was tried. */
async function letterOrStart({ ports }: Composed): Promise<void> {
  while ((await ports.journal.state("health")) === undefined) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
