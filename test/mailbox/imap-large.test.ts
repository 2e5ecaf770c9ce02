import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { attachmentsOf } from "../../src/mailbox/attachments.ts";
import type { Message } from "../../src/desk/message.ts";
import { imapMailbox } from "../../src/mailbox/imap.ts";
import type { RawMail } from "../../src/mailbox/imap-reading.ts";
import { parseMessage } from "../../src/mailbox/message.ts";
import { startMail } from "../../src/sandbox/mail/server.ts";
import type { SandboxMail } from "../../src/sandbox/mail/server.ts";
import { aReader, HELPDESK, imapOptions, readAll } from "./imap-support.ts";
import { nested, PICTURE } from "./large-mail.ts";

// The library beneath the sandbox gives attached mails without their heads.
const NESTED = nested({ original: false });

let mail: SandboxMail;
let loaded: number[];

beforeEach(async () => {
  mail = await startMail({ now: () => Date.parse("2026-11-25T01:00:00Z"), helpdesk: HELPDESK });
  loaded = [];
});

afterEach(() => mail.close());

function sizes(all: Message["attachments"]): number[] {
  return all.map(({ size }) => size);
}

function parse(raw: RawMail): Promise<Message> {
  loaded.push(raw.source.length);
  return parseMessage(raw, { ourAddresses: [HELPDESK.address] });
}

/** Reads one mail as the worker does. */
async function readOne(raw: Uint8Array): Promise<Message | undefined> {
  const mailbox = imapMailbox(imapOptions(mail.imap, { parse, attachmentsOf }));
  const reader = aReader();
  await readAll(mailbox, reader);
  mail.store.append("INBOX", raw, Date.parse("2026-11-25T01:00:00Z"));
  const [message] = await readAll(mailbox, reader);
  await mailbox.close();
  return message;
}

describe("a large mail", () => {
  test("is read as it would be whole, but for the bytes of its files", async () => {
    const message = await readOne(NESTED);
    const place = { folder: "INBOX", uidValidity: "1", uid: 1, sent: false, truncated: false };
    const whole = await parseMessage(
      { ...place, receivedAt: message?.receivedAt ?? 0, source: NESTED },
      { ourAddresses: [HELPDESK.address] },
    );
    const nameless = { attachments: [], uidValidity: "" };
    expect({ ...message, ...nameless }).toEqual({ ...whole, ...nameless });
    expect(message?.attachments.map(({ name, part }) => [name, part])).toEqual(
      whole.attachments.map(({ name, part }) => [name, part]),
    );
    const [told = 0, ...others] = sizes(message?.attachments ?? []);
    const [real = 0, ...rest] = sizes(whole.attachments);
    expect(Math.abs(told - real)).toBeLessThan(100);
    expect(others).toEqual(rest);
    expect(loaded[0]).toBeLessThan(5_000);
  });

  test("gives its pictures whole when a letter wants them", async () => {
    const message = await readOne(NESTED);
    const mailbox = imapMailbox(imapOptions(mail.imap, { parse, attachmentsOf }));
    const found = await mailbox.files(`INBOX/${message?.uidValidity}/${message?.uid}`, 1_000_000);
    expect(found?.files.map(({ name, content }) => [name, content.length])).toEqual([
      ["ap.png", PICTURE.length],
    ]);
    await mailbox.close();
  });

  test("is loaded whole when it has more parts than are asked for one by one", async () => {
    const parts = Array.from({ length: 120 }, (_, nth) => `--b\r\n\r\n${nth}${"x".repeat(3_000)}`);
    const head = 'Subject: s\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n';
    const raw = `${head}${parts.join("\r\n")}\r\n--b--\r\n`;
    await readOne(Buffer.from(raw));
    expect(loaded).toEqual([raw.length]);
  });
});

test("a long text without parts is read up to what is kept of it", async () => {
  const raw = `From: a@b.example\r\nSubject: panjang\r\n\r\n${"Switch mati.\r\n".repeat(60_000)}`;
  const message = await readOne(Buffer.from(raw));
  expect(message?.text.startsWith("Switch mati.\nSwitch mati.")).toBe(true);
  expect(message?.problems.join(" ")).toContain("dipotong");
  expect(loaded[0]).toBeLessThan(600_000);
});

test("a small mail comes whole at once", async () => {
  const raw = "From: a@b.example\r\nSubject: kecil\r\nX-Aduan-Omitted: 5\r\n\r\nIsi";
  expect((await readOne(Buffer.from(raw)))?.text).toBe("Isi");
  expect(loaded).toEqual([raw.length]);
});
