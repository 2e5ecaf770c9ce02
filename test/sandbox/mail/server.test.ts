import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";

import { startMail } from "../../../src/sandbox/mail/server.ts";
import type { SandboxMail } from "../../../src/sandbox/mail/server.ts";

const HELPDESK = { address: "helpdesk@kuduskab.example", password: "rahasia" };
const NOW = Date.parse("2026-11-25T01:00:00Z");

let mail: SandboxMail;

beforeEach(async () => {
  mail = await startMail({ now: () => NOW, helpdesk: HELPDESK, kind: "gmail" });
});

afterEach(() => mail.close());

async function submit(to: string[], subject: string): Promise<void> {
  const auth = { user: HELPDESK.address, pass: HELPDESK.password };
  const transport = createTransport({ ...mail.smtp, auth });
  await transport.sendMail({ from: HELPDESK.address, to, subject, text: "Isi surat" });
}

test("a mail to somebody lies in his mailbox, read and dated by the office's clock", async () => {
  await submit(["Camat@Jati.example"], "Aduan diterima");
  expect(mail.mailboxes.get("camat@jati.example")).toMatchObject([
    { to: "camat@jati.example", subject: "Aduan diterima", text: "Isi surat\n", at: NOW },
  ]);
});

test("whoever listens hears of each mail until he stops", async () => {
  const heard: string[] = [];
  const stop = mail.onMail(({ subject }) => heard.push(subject));
  await submit(["a@b.example"], "satu");
  stop();
  await submit(["a@b.example"], "dua");
  expect(heard).toEqual(["satu"]);
});

test("a mail to the helpdesk itself lies in its INBOX", async () => {
  await submit([HELPDESK.address], "kepada sendiri");
  expect(mail.store.folder("INBOX").messages[0]?.raw).toContain("Subject: kepada sendiri");
  expect(mail.mailboxes.size).toBe(0);
});

test("Gmail files what is sent by itself", async () => {
  await submit(["a@b.example"], "salinan");
  expect(mail.sentCopies().map(String)).toEqual([expect.stringContaining("Subject: salinan")]);
});

test("a written mail arrives with its trace, its headers and its files", async () => {
  await mail.deliver({
    from: "Camat Jati <camat@jati.example>",
    subject: "Internet mati",
    text: "Sejak pagi.",
    headers: { "Message-ID": "<a@jati.example>", "In-Reply-To": "<b@k.example>" },
    attachments: [{ name: "foto.jpg", type: "image/jpeg", content: new Uint8Array([1]) }],
  });
  const [message] = mail.store.folder("INBOX").messages;
  expect(message?.internaldate).toBe("25-Nov-2026 01:00:00 +0000");
  for (const part of [
    "Return-Path: <camat@jati.example>\r\n",
    "Message-ID: <a@jati.example>\r\n",
    "In-Reply-To: <b@k.example>\r\n",
    "foto.jpg",
  ]) {
    expect(message?.raw).toContain(part);
  }
});

test("a raw mail arrives byte for byte, at the time that it is given", async () => {
  const raw = Buffer.from([0x53, 0x3a, 0xff, 0x0d, 0x0a, 0x0d, 0x0a, 0x00]);
  await mail.deliver(raw, NOW - 60_000);
  const [message] = mail.store.folder("INBOX").messages;
  expect(Buffer.from(message?.raw ?? "", "latin1").equals(raw)).toBe(true);
  expect(message?.internaldate).toBe("25-Nov-2026 00:59:00 +0000");
});

test("a fault with a count is over once it is used up", async () => {
  mail.faults.set("a@b.example", { kind: "refuse", reply: "451 4.3.0 Later", times: 1 });
  await expect(submit(["a@b.example"], "satu")).rejects.toThrow("451 4.3.0 Later");
  await submit(["a@b.example"], "dua");
  expect(mail.mailboxes.get("a@b.example")?.map(({ subject }) => subject)).toEqual(["dua"]);
});
