import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { NotLoadedError } from "../../src/errors.ts";
import { checkImap } from "../../src/mailbox/imap-check.ts";
import { imapMailbox } from "../../src/mailbox/imap.ts";
import { startMail } from "../../src/sandbox/mail/server.ts";
import type { SandboxMail } from "../../src/sandbox/mail/server.ts";
import { Secret } from "../../src/secret.ts";
import type { Mailbox } from "../../src/worker/ports.ts";
import { muffler } from "./imap-muffler.ts";
import {
  aReader,
  HELPDESK,
  imapOptions,
  plainParse,
  raw,
  readAll,
  subjects,
  wakes,
} from "./imap-support.ts";
import type { Reader } from "./imap-support.ts";

let mail: SandboxMail;
let mailbox: Mailbox;
let reader: Reader;

beforeEach(async () => {
  mail = await startMail({ now: () => Date.parse("2026-11-25T01:00:00Z"), helpdesk: HELPDESK });
  mailbox = imapMailbox(imapOptions(mail.imap));
  reader = aReader();
  await readAll(mailbox, reader);
});

afterEach(async () => {
  await mailbox.close();
  await mail.close();
});

async function deliver(...names: string[]): Promise<void> {
  for (const name of names) await mail.deliver(raw(name));
}

/** Asked between the list and the fetch. */
async function expunging(): Promise<Set<string>> {
  mail.store.expunge("INBOX", 2);
  return new Set();
}

function textOf(uid: number): string {
  return mail.store.folder("INBOX").messages.find((message) => message.uid === uid)?.raw ?? "";
}

function setText(uid: number, text: string): void {
  for (const message of mail.store.folder("INBOX").messages) {
    if (message.uid === uid) Object.assign(message, { raw: text, parsed: undefined });
  }
}

test("a mail that vanishes between list and fetch holds nothing up (B005)", async () => {
  await deliver("satu", "dua", "tiga");
  const read: string[] = [];
  for await (const batch of mailbox.read(reader.cursor, { since: null, known: expunging })) {
    read.push(...subjects(batch.messages));
  }
  expect(read).toEqual(["satu", "tiga"]);
});

describe("a mail of which the server gives nothing", () => {
  test("is asked for again, and the cursor waits for it (B095)", async () => {
    await deliver("satu", "dua", "tiga");
    const text = textOf(2);
    setText(2, "");
    expect(subjects(await readAll(mailbox, reader))).toEqual(["satu", "tiga"]);
    expect(reader.cursor?.inbox?.uid).toBe(1);
    expect(await readAll(mailbox, reader)).toEqual([]);
    setText(2, text);
    expect(subjects(await readAll(mailbox, reader))).toEqual(["dua"]);
    expect(await readAll(mailbox, reader)).toEqual([]);
  });

  test("is handed over as it is at the third time, and then left alone (B095)", async () => {
    await deliver("kosong", "lain");
    setText(1, "");
    expect(subjects(await readAll(mailbox, reader))).toEqual(["lain"]);
    expect(await readAll(mailbox, reader)).toEqual([]);
    expect((await readAll(mailbox, reader)).map(({ uid }) => uid)).toEqual([1]);
    expect(await readAll(mailbox, reader)).toEqual([]);
    expect(reader.cursor?.inbox?.uid).toBe(2);
  });
});

test("a mail that the parser chokes on is a complaint with what the envelope tells (B083)", async () => {
  const picky = imapMailbox(
    imapOptions(mail.imap, {
      parse: async (message) => {
        if (message.uid === 1) throw new Error("choked");
        return plainParse(message);
      },
    }),
  );
  await deliver("racun", "baik");
  const [poisoned, good] = await readAll(picky, reader);
  expect(good?.subject).toBe("baik");
  expect(poisoned).toMatchObject({
    subject: "racun",
    from: { address: "camat@jati.example" },
    verdict: { class: "complaint", rule: "unreadable", answerable: true },
  });
  expect(poisoned?.problems[0]).toContain("INBOX");
  await picky.close();
});

test("mails wait when the parser is not there, and are read whole once it is", async () => {
  let isInstalled = false;
  const waiting = imapMailbox(
    imapOptions(mail.imap, {
      parse: async (message) => {
        if (!isInstalled) throw new NotLoadedError(new Error("Cannot find package"));
        return plainParse(message);
      },
    }),
  );
  await deliver("satu", "dua");
  const before = structuredClone(reader);
  await expect(readAll(waiting, reader)).rejects.toThrow(/part of the program/u);
  expect(reader).toEqual(before);
  isInstalled = true;
  expect(subjects(await readAll(waiting, reader))).toEqual(["satu", "dua"]);
  await waiting.close();
});

describe("watching", () => {
  test("wakes within moments of a mail, again and again", async () => {
    await wakes(mailbox, () => mail.deliver(raw("satu")));
    await readAll(mailbox, reader);
    await wakes(mailbox, () => mail.deliver(raw("dua")));
    expect(subjects(await readAll(mailbox, reader))).toEqual(["dua"]);
  });

  test("goes on after a reading, on the same connection", async () => {
    let woken = Promise.withResolvers<void>();
    const stop = await mailbox.watch(() => woken.resolve());
    for (const name of ["satu", "dua", "tiga"]) {
      woken = Promise.withResolvers<void>();
      await mail.deliver(raw(name));
      await woken.promise;
      expect(subjects(await readAll(mailbox, reader))).toEqual([name]);
    }
    await stop();
  });

  test("begins even while the server is away", async () => {
    const port = mail.imap.port;
    await mailbox.close();
    await mail.close();
    const lonely = imapMailbox(imapOptions({ host: "127.0.0.1", port }));
    const stop = await lonely.watch(() => {});
    await expect(readAll(lonely, aReader())).rejects.toMatchObject({ kind: "temporary" });
    await stop();
    await lonely.close();
  });
});

test("a line that breaks is opened again by the next reading", async () => {
  mail.store.drop();
  await deliver("sesudah putus");
  const messages = await readAll(mailbox, reader).catch(() => readAll(mailbox, reader));
  expect(subjects(messages)).toEqual(["sesudah putus"]);
});

test("a line that falls silent is given up, and the next reading finds the mail", async () => {
  const proxy = await muffler(mail.imap.port);
  const behind = imapMailbox(imapOptions(proxy, { timeout: 300 }));
  await readAll(behind, reader);
  const stop = await behind.watch(() => {});
  proxy.muffle(true);
  await deliver("jam sembilan");
  await expect(readAll(behind, reader)).rejects.toMatchObject({ kind: "temporary" });
  proxy.muffle(false);
  expect(subjects(await readAll(behind, reader))).toEqual(["jam sembilan"]);
  await stop();
  await behind.close();
  await proxy.close();
});

test("a server that knows only IMAP4rev1 serves, without waking (B086)", async () => {
  const old = await startMail({
    now: () => Date.parse("2026-11-25T01:00:00Z"),
    helpdesk: HELPDESK,
    kind: "old",
  });
  const box = imapMailbox(imapOptions(old.imap));
  const clerk = aReader();
  await readAll(box, clerk);
  await old.deliver(raw("satu"));
  await old.deliver(raw("dua"));
  expect(subjects(await readAll(box, clerk))).toEqual(["satu", "dua"]);
  await box.appendSent(Buffer.from(raw("salinan")), 0);
  expect(subjects(await readAll(box, clerk))).toEqual(["salinan"]);
  expect(await readAll(box, clerk)).toEqual([]);
  expect(await checkImap(imapOptions(old.imap))).toContain("tanpa IDLE");
  await box.close();
  await old.close();
});

describe("checkImap()", () => {
  test("tells folder, Sent and IDLE in one sentence", async () => {
    const line = await checkImap(imapOptions(mail.imap));
    expect(line).toContain("INBOX");
    expect(line).toContain("Terkirim");
    expect(line).toContain("IDLE");
  });

  for (const { name, overrides, setting } of [
    { name: "password", overrides: { password: new Secret("salah") }, setting: "IMAP_PASSWORD" },
    { name: "folder", overrides: { folder: "Aduan" }, setting: "IMAP_FOLDER" },
    { name: "port", overrides: { port: 1 }, setting: "IMAP_PORT" },
  ]) {
    test(`names the setting behind a wrong ${name}`, async () => {
      await expect(checkImap(imapOptions(mail.imap, overrides))).rejects.toMatchObject({
        name: "RemoteError",
        remedy: expect.stringContaining(setting),
      });
    });
  }
});
