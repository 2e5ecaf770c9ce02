import { ImapFlow } from "imapflow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { smtpMailer } from "../../src/letters/smtp.ts";
import type { SmtpOptions } from "../../src/letters/smtp.ts";
import { imapMailbox } from "../../src/mailbox/imap.ts";
import { parseMessage } from "../../src/mailbox/message.ts";
import { Secret } from "../../src/secret.ts";
import type { Mailbox, Mailer } from "../../src/worker/ports.ts";
import { aLetter } from "../letters/outgoing.ts";
import {
  aReader,
  HELPDESK,
  imapOptions,
  MEGABYTE,
  raw,
  readAll,
  subjects,
  wakes,
  withVideo,
} from "../mailbox/imap-support.ts";
import { missingServers, PASSWORD, startDovecotPostfix } from "./harness.ts";
import type { MailServers } from "./harness.ts";

const CAMAT = { name: "Camat Jati", address: "camat@jati.example" };
const HELPDESK_PERSON = { name: "Helpdesk", address: HELPDESK.address };
const why = missingServers();

function letterTo(address: string) {
  return aLetter({ to: { name: "", address } });
}

describe.skipIf(why !== "")(`with Dovecot and Postfix${why && ` (${why})`}`, () => {
  let servers: MailServers;
  let mailbox: Mailbox;
  let helpdesk: Mailer;
  let camat: Mailer;

  beforeAll(async () => {
    servers = await startDovecotPostfix({
      addresses: [HELPDESK.address, CAMAT.address, "penuh@jati.example"],
      replies: { "penuh@jati.example": "450 4.2.1 Later" },
    });
    mailbox = imapMailbox(imapOptions(servers.imap));
    helpdesk = smtpMailer(smtpOptions());
    camat = smtpMailer(smtpOptions({ user: CAMAT.address, from: CAMAT.address }));
  }, 30_000);

  afterAll(async () => {
    await mailbox?.close();
    await helpdesk?.close();
    await camat?.close();
    await servers?.stop();
  }, 30_000);

  function smtpOptions(overrides: Partial<SmtpOptions> = {}): SmtpOptions {
    return {
      ...servers.smtp,
      secure: false,
      user: HELPDESK.address,
      password: new Secret(PASSWORD),
      from: `Helpdesk <${HELPDESK.address}>`,
      replyTo: HELPDESK.address,
      pool: 2,
      ...overrides,
    };
  }

  async function asOwner<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = new ImapFlow({
      ...servers.imap,
      secure: false,
      auth: { user: HELPDESK.address, pass: PASSWORD },
      logger: false,
    });
    await client.connect();
    await client.mailboxOpen("INBOX");
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  }

  test("a mail wakes IDLE and is read, unseen, exactly once", async () => {
    const reader = aReader();
    await readAll(mailbox, reader);
    await wakes(mailbox, () => camat.hand(aLetter({ to: HELPDESK_PERSON })));
    expect(await readAll(mailbox, reader)).toHaveLength(1);
    expect(await readAll(mailbox, reader)).toHaveLength(0);
    expect(await asOwner((client) => client.search({ seen: true }))).toEqual([]);
  });

  test("a letter arrives with our Message-ID, and its copy is found in Sent", async () => {
    const letter = aLetter({ messageId: "<kepada-camat@kuduskab.example>" });
    expect(await mailbox.findSent(letter)).toBe("absent");
    const { raw: bytes } = await helpdesk.hand(letter);
    await mailbox.appendSent(bytes, Date.parse("2026-11-25T01:00:00Z"));
    expect(await mailbox.findSent(letter)).toBe("found");
    expect(await mailbox.findSent({ ...letter, messageId: "<x@y.example>" })).toBe("found");
    expect(await mailbox.findSent({ messageId: "<x@y.example>", mark: "JKD" })).toBe("absent");
  });

  test("a mail that vanishes between list and fetch holds nothing up", async () => {
    const reader = aReader();
    await readAll(mailbox, reader);
    await asOwner(async (client) => {
      for (const name of ["satu", "dua", "tiga"]) await client.append("INBOX", raw(name));
    });
    const read: string[] = [];
    const known = async () => {
      await asOwner((client) => client.messageDelete({ subject: "dua" }));
      return new Set<string>();
    };
    for await (const batch of mailbox.read(reader.cursor, { since: null, known })) {
      read.push(...subjects(batch.messages));
    }
    expect(read).toEqual(["satu", "tiga"]);
  });

  test("a mail of 60 MB is not loaded whole, and says so (B074)", async () => {
    const reader = aReader();
    await readAll(mailbox, reader);
    const big = withVideo(60);
    await asOwner((client) => client.append("INBOX", big));
    let loaded = 0;
    const measuring = imapMailbox(
      imapOptions(servers.imap, {
        parse: async (message) => {
          loaded = message.source.length;
          return parseMessage(message, { ourAddresses: [HELPDESK.address] });
        },
      }),
    );
    const [message] = await readAll(measuring, reader);
    expect(message).toMatchObject({ subject: "CCTV", text: "CCTV simpang tujuh mati" });
    expect(message?.attachments.map(({ name }) => name)).toEqual(["rekaman.mp4"]);
    const [video] = message?.attachments ?? [];
    expect(Math.abs((video?.size ?? 0) - 60 * MEGABYTE)).toBeLessThan(100);
    expect(message?.problems.join(" ")).toContain("terlalu besar");
    expect(loaded).toBeLessThan(2_000);
    await measuring.close();
  }, 20_000);

  test("a changed UIDVALIDITY loses nothing", async () => {
    const reader = aReader();
    await readAll(mailbox, reader, Date.parse("2026-01-01T00:00:00Z"));
    await asOwner((client) => client.append("INBOX", raw("sebelum")));
    expect(subjects(await readAll(mailbox, reader))).toEqual(["sebelum"]);
    const before = reader.cursor?.inbox?.uidValidity;
    await mailbox.close();
    await servers.dovecot.doveadm(
      "mailbox",
      "update",
      "-u",
      HELPDESK.address,
      "--uid-validity",
      "1999999999",
      "INBOX",
    );
    await asOwner((client) => client.append("INBOX", raw("sesudah")));
    mailbox = imapMailbox(imapOptions(servers.imap));
    const again = subjects(await readAll(mailbox, reader));
    expect(again).toContain("sesudah");
    expect(again).toContain("sebelum");
    expect(reader.cursor?.inbox?.uidValidity).not.toBe(before);
    expect(await readAll(mailbox, reader)).toEqual([]);
  });

  test("a connection that the server kills is replaced by the next reading", async () => {
    const reader = aReader();
    await readAll(mailbox, reader);
    await servers.dovecot.doveadm("kick", HELPDESK.address);
    await asOwner((client) => client.append("INBOX", raw("sesudah putus")));
    const messages = await readAll(mailbox, reader).catch(() => readAll(mailbox, reader));
    expect(subjects(messages)).toEqual(["sesudah putus"]);
  });

  test("a wrong password is the operator's to mend, on both ways", async () => {
    const wrong = new Secret("salah");
    const locked = imapMailbox(imapOptions(servers.imap, { password: wrong }));
    await expect(readAll(locked, aReader())).rejects.toMatchObject({
      kind: "misconfigured",
      remedy: expect.stringContaining("IMAP_PASSWORD"),
    });
    await locked.close();
    const mailer = smtpMailer(smtpOptions({ password: wrong }));
    await expect(mailer.hand(aLetter())).rejects.toMatchObject({
      kind: "misconfigured",
      remedy: expect.stringContaining("SMTP_PASSWORD"),
    });
    await mailer.close();
  });

  test("Postfix' refusals mean what they mean", async () => {
    await expect(helpdesk.hand(letterTo("tidak-ada@jati.example"))).rejects.toMatchObject({
      kind: "rejected",
      message: expect.stringContaining("550 5.1.1"),
    });
    await expect(helpdesk.hand(letterTo("penuh@jati.example"))).rejects.toMatchObject({
      kind: "temporary",
    });
    const stranger = smtpMailer(smtpOptions({ from: CAMAT.address }));
    await expect(stranger.hand(aLetter())).rejects.toMatchObject({
      kind: "misconfigured",
      remedy: expect.stringContaining("MAIL_FROM"),
    });
    await stranger.close();
    const anonymous = smtpMailer(smtpOptions({ password: null }));
    await expect(anonymous.hand(letterTo("warga@luar.example"))).rejects.toMatchObject({
      kind: "misconfigured",
    });
    await anonymous.close();
    const file = { name: "rekap.pdf", type: "application/pdf", content: new Uint8Array(2_000_000) };
    await expect(helpdesk.hand(aLetter({ files: [file] }))).rejects.toMatchObject({ tooBig: true });
  });
});
