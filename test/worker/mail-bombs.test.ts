import { afterEach, beforeEach, expect, test } from "vitest";

import { attachmentsOf } from "../../src/mailbox/attachments.ts";
import { imapMailbox } from "../../src/mailbox/imap.ts";
import { parseMessage } from "../../src/mailbox/message.ts";
import { startMail, type SandboxMail } from "../../src/sandbox/mail/server.ts";
import { Secret } from "../../src/secret.ts";
import type { Mailbox } from "../../src/worker/ports.ts";
import { BOMBS, TEXT } from "../mail/bombs.ts";
import { columnOf } from "../sheet/support/sheet-office.ts";
import { HELPDESK } from "./support/inbox.ts";
import { openOfficeAtWork, type OfficeAtWork } from "./support/office-at-work.ts";

const PASSWORD = "rahasia";

let mail: SandboxMail;
let mailbox: Mailbox;
let world: OfficeAtWork;
let parsed: number;

beforeEach(async () => {
  const now = () => world?.clock.now ?? Date.parse("2026-11-25T01:00:00Z");
  mail = await startMail({ now, helpdesk: { address: HELPDESK, password: PASSWORD } });
  parsed = 0;
  const place = { ourAddresses: [HELPDESK], letterDomain: "kantor.example", ticketPrefix: "JKD" };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  mailbox = imapMailbox({
    ...mail.imap,
    secure: false,
    user: HELPDESK,
    password: new Secret(PASSWORD),
    folder: "INBOX",
    log,
    parse(raw) {
      parsed += 1;
      return parseMessage(raw, place);
    },
    attachmentsOf,
  });
  world = await openOfficeAtWork(undefined, { mailbox });
});

afterEach(async () => {
  await mailbox.close();
  await mail.close();
});

test("bombs in structure and head are a row and a receipt each, and the mail behind them is too (B055)", async () => {
  const normal = `From: umum@wajar.example\r\nTo: ${HELPDESK}\r\nSubject: laporan wajar\r\n\r\n${TEXT}`;
  for (const raw of [...BOMBS.map((bomb) => bomb.raw), Buffer.from(normal)]) {
    await mail.deliver(raw);
  }
  await world.beats(1);
  const senders = [...BOMBS.map(({ sender }) => sender), "umum@wajar.example"];
  const sent = world.sent.filter(({ rendered }) => rendered.subject.startsWith("acknowledgement"));
  expect(sent.map(({ to }) => to.address).toSorted()).toEqual(senders.toSorted());
  expect(columnOf(world, "No. Aduan")).toHaveLength(senders.length);
  expect(columnOf(world, "Email Pelapor")).toEqual(senders);
  const notes = columnOf(world, "Catatan Sistem");
  const texts = columnOf(world, "Uraian Aduan");
  for (const [nth, { isRead, bound }] of BOMBS.entries()) {
    expect(texts[nth]).toContain(isRead ? TEXT : "lihat di kotak surat");
    expect(notes[nth]).toContain(bound);
  }
  expect(parsed).toBe(senders.length);
  await world.beats(3);
  expect(parsed).toBe(senders.length);
  expect(world.sent.filter(({ to }) => to.address.includes("warga"))).toEqual([]);
});
