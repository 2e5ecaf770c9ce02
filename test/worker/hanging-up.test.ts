import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { smtpMailer } from "../../src/letters/smtp.ts";
import { openLog, type FileLog } from "../../src/log.ts";
import { imapMailbox } from "../../src/mailbox/imap.ts";
import { parseMessage } from "../../src/mailbox/message.ts";
import { startMail, type SandboxMail } from "../../src/sandbox/mail/server.ts";
import { Secret } from "../../src/secret.ts";
import type { Mailbox, Mailer } from "../../src/worker/ports.ts";
import { columnOf } from "../sheet/support/sheet-office.ts";
import { HELPDESK } from "./support/inbox.ts";
import { moodyLine, type MoodyLine } from "./support/moody-line.ts";
import { openOfficeAtWork, OPERATOR, type OfficeAtWork } from "./support/office-at-work.ts";

/*
 * B077 (b) and (d) through the real mail adapters and the real log: a server that accepts every
 * connection and closes it 15 ms later, for two hours of the six.
 */

const PASSWORD = "rahasia";
const OFFICES = ["opd1", "opd2", "opd3", "opd4", "opd5"];

let folder: string;
let log: FileLog;
let mail: SandboxMail;
let imap: MoodyLine;
let smtp: MoodyLine;
let world: OfficeAtWork;
let mailbox: Mailbox;
let mailer: Mailer;
let now: () => number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "aduan-"));
  log = openLog({ dir: folder, level: "info", console: null });
  now = () => Date.parse("2026-11-25T02:00:00Z");
  mail = await startMail({ now: () => now(), helpdesk: { address: HELPDESK, password: PASSWORD } });
  imap = await moodyLine(mail.imap);
  smtp = await moodyLine(mail.smtp);
  const account = { secure: false, user: HELPDESK, password: new Secret(PASSWORD) };
  const place = { ourAddresses: [HELPDESK], letterDomain: "kantor.example", ticketPrefix: "JKD" };
  mailbox = imapMailbox({
    ...account,
    host: imap.host,
    port: imap.port,
    folder: "INBOX",
    log,
    parse: (raw) => parseMessage(raw, place),
    attachmentsOf: () => Promise.resolve({ files: [], tooBig: [] }),
  });
  mailer = smtpMailer({
    ...account,
    host: smtp.host,
    port: smtp.port,
    from: HELPDESK,
    replyTo: HELPDESK,
    pool: 5,
  });
  world = await openOfficeAtWork(undefined, { log, mailbox, mailer });
  now = () => world.clock.now;
});

afterEach(async () => {
  await mailbox.close();
  await mailer.close();
  await imap.close();
  await smtp.close();
  await mail.close();
  log.close();
  rmSync(folder, { recursive: true });
});

/** What the operator was told, by the name of each alarm. */
const alarms = () =>
  (mail.mailboxes.get(OPERATOR) ?? []).map(({ subject }) =>
    subject.split("/").slice(1, 3).join("/"),
  );

const receipts = () =>
  OFFICES.map(
    (office) =>
      (mail.mailboxes.get(`umum@${office}.example`) ?? []).filter(({ subject }) =>
        subject.startsWith("acknowledgement"),
      ).length,
  );

const loggedBytes = () =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

const remarks = () => columnOf(world, "Masalah", "Pengaturan").join("\n");

async function fiveMails() {
  for (const office of OFFICES) {
    await mail.deliver({
      from: `umum@${office}.example`,
      subject: `Internet ${office} mati`,
      text: `Kantor ${office} tidak dapat internet.`,
    });
  }
}

async function twoHours(line: MoodyLine): Promise<void> {
  line.connections = 0;
  await world.beats(10);
  expect(line.connections).toBeLessThanOrEqual(20);
  await world.beats(50);
  line.connections = 0;
  await world.beats(60);
  expect(line.connections).toBeLessThanOrEqual(15);
  expect(loggedBytes()).toBeLessThan(33_000);
}

test("a mailbox that hangs up on every connection is told once, and read within six minutes after", async () => {
  imap.hangUp();
  await fiveMails();
  await twoHours(imap);
  expect(alarms()).toEqual(["away/mail"]);
  expect(remarks()).toContain("Kotak surat tidak terbaca sejak");
  imap.mend();
  await world.beats(6);
  expect(columnOf(world, "No. Aduan")).toHaveLength(5);
  expect(receipts()).toEqual([1, 1, 1, 1, 1]);
  expect(alarms()).toEqual(["away/mail", "back/mail"]);
  expect(remarks()).not.toContain("Kotak surat");
});

test("a mail server that hangs up on every connection fails, and each letter leaves once when it is mended", async () => {
  smtp.hangUp();
  await fiveMails();
  await twoHours(smtp);
  expect(receipts()).toEqual([0, 0, 0, 0, 0]);
  // No letter could tell the operator.
  expect(remarks()).toContain("Surat tidak dapat dikirim sejak 25 November 2026");
  expect(await world.journal.state("health")).toMatchObject({
    delivery: { failingSince: expect.any(Number) },
  });
  smtp.mend();
  await world.beats(6);
  expect(receipts()).toEqual([1, 1, 1, 1, 1]);
  expect(alarms()).toEqual(["back/delivery"]);
  expect(remarks()).not.toContain("Surat tidak dapat dikirim");
});
