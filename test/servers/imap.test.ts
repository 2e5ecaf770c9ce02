import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Message } from "../../src/desk/message.ts";
import type { RawMail } from "../../src/mailbox/imap-reading.ts";
import { checkImap } from "../../src/mailbox/imap-check.ts";
import { imapMailbox } from "../../src/mailbox/imap.ts";
import { parseMessage } from "../../src/mailbox/message.ts";
import { muffler } from "../mailbox/imap-muffler.ts";
import { nested } from "../mailbox/large-mail.ts";
import { aReader, HELPDESK, imapOptions, raw, readAll, subjects } from "../mailbox/imap-support.ts";
import { startDovecotAlone } from "./dovecot-alone.ts";
import type { DovecotAlone } from "./dovecot-alone.ts";
import { missingDovecot } from "./dovecot.ts";

function at(day: string): Date {
  return new Date(`${day}T02:00:00Z`);
}

function parse(mail: RawMail): Promise<Message> {
  return parseMessage(mail, { ourAddresses: [HELPDESK.address] });
}

const why = missingDovecot();
const skipped = why === "" ? "" : ` (${why})`;

describe.skipIf(why !== "")(`the mailbox on Dovecot${skipped}`, () => {
  let server: DovecotAlone;

  beforeAll(async () => {
    server = await startDovecotAlone({ secure: true });
  }, 30_000);

  afterAll(() => server?.stop(), 30_000);

  async function empty(): Promise<void> {
    await server.asOwner((client) => client.messageDelete("1:*"));
  }

  async function append(...names: string[]): Promise<void> {
    await server.asOwner(async (client) => {
      for (const name of names) await client.append("INBOX", raw(name));
    });
  }

  test("a line killed while mails are fetched loses none and repeats none", async () => {
    const mailbox = imapMailbox(imapOptions(server.imap));
    const reader = aReader();
    await readAll(mailbox, reader);
    const names = Array.from({ length: 120 }, (_, nth) => `putus ${nth}`);
    await append(...names);
    const read: string[] = [];
    let batches = 0;
    const known = async (refs: string[]) => new Set(refs.filter((ref) => reader.had.has(ref)));
    const first = async () => {
      for await (const batch of mailbox.read(reader.cursor, { since: null, known })) {
        for (const { uid, uidValidity } of batch.messages) {
          reader.had.add(`INBOX/${uidValidity}/${uid}`);
        }
        read.push(...subjects(batch.messages));
        reader.cursor = batch.cursor;
        batches += 1;
        if (batches === 1) await server.dovecot.doveadm("kick", HELPDESK.address);
      }
    };
    await first().catch(() => {});
    read.push(...subjects(await readAll(mailbox, reader)));
    expect(read.toSorted()).toEqual(names.toSorted());
    await mailbox.close();
    await empty();
  });

  test("after a new UIDVALIDITY the last two days are read again, and nothing older", async () => {
    const mailbox = imapMailbox(imapOptions(server.imap));
    const reader = aReader();
    await readAll(mailbox, reader, at("2026-11-01").getTime());
    await server.asOwner(async (client) => {
      await client.append("INBOX", raw("lama"), [], at("2026-11-20"));
      await client.append("INBOX", raw("dua hari"), [], at("2026-11-23"));
      await client.append("INBOX", raw("terakhir"), [], at("2026-11-24"));
    });
    expect(await readAll(mailbox, reader)).toHaveLength(3);
    const before = reader.cursor?.inbox?.uidValidity;
    await mailbox.close();
    const target = ["-u", HELPDESK.address, "--uid-validity", "1888888888", "INBOX"];
    await server.dovecot.doveadm("mailbox", "update", ...target);
    const again = imapMailbox(imapOptions(server.imap));
    expect(subjects(await readAll(again, reader))).toEqual(["dua hari", "terakhir"]);
    expect(reader.cursor?.inbox?.uidValidity).not.toBe(before);
    expect(await readAll(again, reader)).toEqual([]);
    await again.close();
    await empty();
  });

  test("a line that swallows every byte is given up and replaced (B082)", async () => {
    const proxy = await muffler(server.imap.port);
    const mailbox = imapMailbox(imapOptions(proxy, { timeout: 400 }));
    const reader = aReader();
    await readAll(mailbox, reader);
    const stop = await mailbox.watch(() => {});
    proxy.muffle(true);
    await append("jam sembilan");
    await expect(readAll(mailbox, reader)).rejects.toMatchObject({ kind: "temporary" });
    proxy.muffle(false);
    expect(subjects(await readAll(mailbox, reader))).toEqual(["jam sembilan"]);
    await stop();
    await mailbox.close();
    await proxy.close();
    await empty();
  });

  test("no mail is marked, moved or deleted, large ones and their files included", async () => {
    const mailbox = imapMailbox(imapOptions(server.imap));
    const reader = aReader();
    await readAll(mailbox, reader);
    await append("satu", "dua");
    await server.asOwner((client) =>
      client.append("INBOX", nested({ original: true }), ["\\Flagged"]),
    );
    const flags = () =>
      server.asOwner(async (client) => {
        const all = await client.fetchAll("1:*", { flags: true, uid: true });
        return all.map(({ uid, flags: set }) => [uid, [...(set ?? [])].toSorted()]);
      });
    const before = await flags();
    const messages = await readAll(mailbox, reader);
    for (const { uid, uidValidity } of messages) {
      await mailbox.files(`INBOX/${uidValidity}/${uid}`, 1_000_000);
      await mailbox.message(`INBOX/${uidValidity}/${uid}`);
    }
    expect(messages).toHaveLength(3);
    expect((await flags()).map(([uid, set]) => [uid, set])).toEqual(before);
    await mailbox.close();
    await empty();
  });

  test("a large mail reads as it would whole, the original that it passes on included", async () => {
    let loaded = 0;
    const mailbox = imapMailbox(
      imapOptions(server.imap, {
        parse: (mail) => {
          loaded = mail.source.length;
          return parse(mail);
        },
      }),
    );
    const reader = aReader();
    await readAll(mailbox, reader);
    await server.asOwner((client) => client.append("INBOX", nested({ original: true })));
    const [message] = await readAll(mailbox, reader);
    const place = { folder: "INBOX", uidValidity: "1", uid: 1, sent: false, truncated: false };
    const whole = await parse({ ...place, receivedAt: 0, source: nested({ original: true }) });
    expect(loaded).toBeLessThan(5_000);
    expect(message?.forwarded).toEqual(whole.forwarded);
    expect(whole.forwarded?.address).toBe("kades.colo@desa.example");
    expect(message?.text).toBe(whole.text);
    expect(message?.bodyHash).toBe(whole.bodyHash);
    expect(message?.attachments.map(({ name, part }) => [name, part])).toEqual(
      whole.attachments.map(({ name, part }) => [name, part]),
    );
    await mailbox.close();
    await empty();
  });

  describe.each([
    ["TLS", () => ({ host: "127.0.0.1", port: server.imapsPort, secure: true })],
    // Any host but this machine's own name must offer STARTTLS.
    ["STARTTLS", () => ({ host: "127.0.0.2", port: server.imap.port, secure: false })],
  ])("over %s with a certificate that vouches for itself", (_name, way) => {
    test("is refused with a sentence that names the certificate", async () => {
      const untrusted = imapOptions(way(), { secure: way().secure });
      await expect(checkImap(untrusted)).rejects.toMatchObject({
        kind: "misconfigured",
        remedy: expect.stringContaining("sertifikat"),
      });
    });

    test("is read once the certificate is trusted", async () => {
      const trusted = imapOptions(way(), { secure: way().secure, tls: { ca: server.cert } });
      expect(await checkImap(trusted)).toContain("tersambung");
    });
  });
});

describe.skipIf(why !== "")(`a Dovecot that says it can little${skipped}`, () => {
  let server: DovecotAlone;

  beforeAll(async () => {
    server = await startDovecotAlone({ capability: "IMAP4rev1", plainSent: "Sent Items" });
  }, 30_000);

  afterAll(() => server?.stop(), 30_000);

  test("is read beat by beat, its Sent folder found by name, and said so once (B086)", async () => {
    const mailbox = imapMailbox(imapOptions(server.imap));
    const reader = aReader();
    await readAll(mailbox, reader);
    const stop = await mailbox.watch(() => {});
    await server.asOwner((client) => client.append("INBOX", raw("satu")));
    expect(subjects(await readAll(mailbox, reader))).toEqual(["satu"]);
    await stop();
    await mailbox.close();
    const again = imapMailbox(imapOptions(server.imap));
    await server.asOwner((client) => client.append("INBOX", raw("dua")));
    expect(subjects(await readAll(again, reader))).toEqual(["dua"]);
    const copy = Buffer.from(raw("salinan", "Message-ID: <s@k.example>\r\n"));
    await again.appendSent(copy, Date.parse("2026-11-25T01:00:00Z"));
    expect(await again.findSent({ messageId: "<s@k.example>", mark: "x" })).toBe("found");
    expect((await readAll(again, reader)).map(({ folder }) => folder)).toEqual(["Sent Items"]);
    await again.close();
    const line = await checkImap(imapOptions(server.imap));
    expect(line).toContain("tanpa IDLE");
    expect(line).toContain("Sent Items");
  });
});
