import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { imapMailbox } from "../../src/mailbox/imap.ts";
import { startMail } from "../../src/sandbox/mail/server.ts";
import type { SandboxMail } from "../../src/sandbox/mail/server.ts";
import type { Mailbox } from "../../src/worker/ports.ts";
import { aReader, HELPDESK, imapOptions, raw, readAll, subjects } from "./imap-support.ts";
import type { Reader } from "./imap-support.ts";

let now: number;
let mail: SandboxMail;
let mailbox: Mailbox;
let reader: Reader;

beforeEach(async () => {
  now = at("08:00");
  mail = await startMail({ now: () => now, helpdesk: HELPDESK });
  mailbox = imapMailbox(imapOptions(mail.imap));
  reader = aReader();
});

afterEach(async () => {
  await mailbox.close();
  await mail.close();
});

function at(time: string, day = "2026-11-25"): number {
  return Date.parse(`${day}T${time}:00+07:00`);
}

async function nothingKnown(): Promise<Set<string>> {
  return new Set();
}

async function deliver(...names: string[]): Promise<void> {
  for (const name of names) await mail.deliver(raw(name));
}

describe("the first reading", () => {
  test("leaves alone what lies in the mailbox already", async () => {
    await deliver("lama 1", "lama 2");
    expect(await readAll(mailbox, reader)).toEqual([]);
    await deliver("baru");
    expect(subjects(await readAll(mailbox, reader))).toEqual(["baru"]);
    expect(subjects(await readAll(mailbox, reader))).toEqual([]);
  });

  test("begins at INTAKE_SINCE, to the minute and by the server's receipt", async () => {
    await mail.deliver(raw("kemarin"), at("23:59", "2026-11-24"));
    await mail.deliver(raw("sebelum"), at("07:29"));
    await mail.deliver(raw("tepat"), at("07:30"));
    await mail.deliver(raw("sesudah"), at("07:31"));
    const messages = await readAll(mailbox, reader, at("07:30"));
    expect(subjects(messages)).toEqual(["tepat", "sesudah"]);
    expect(messages.map(({ receivedAt }) => receivedAt)).toEqual([at("07:30"), at("07:31")]);
    expect(await readAll(mailbox, reader, at("07:30"))).toEqual([]);
  });

  test("of an empty mailbox misses nothing that comes next", async () => {
    await readAll(mailbox, reader);
    await deliver("pertama");
    expect(subjects(await readAll(mailbox, reader))).toEqual(["pertama"]);
  });
});

test("a long backlog comes in batches, in order of arrival, each with its cursor", async () => {
  await readAll(mailbox, reader);
  const names = Array.from({ length: 120 }, (_, index) => `surat ${index + 1}`);
  await deliver(...names);
  const sizes: number[] = [];
  const uids: (number | undefined)[] = [];
  for await (const batch of mailbox.read(reader.cursor, { since: null, known: nothingKnown })) {
    sizes.push(batch.messages.length);
    uids.push(batch.cursor.inbox?.uid);
  }
  expect(sizes).toEqual([50, 50, 20]);
  expect(uids).toEqual([50, 100, 120]);
});

test("a reading cut off half-way goes on where the receiver had come", async () => {
  await readAll(mailbox, reader);
  await deliver(...Array.from({ length: 70 }, (_, index) => `surat ${index + 1}`));
  const known = async (refs: string[]) => new Set(refs.filter((ref) => reader.had.has(ref)));
  for await (const batch of mailbox.read(reader.cursor, { since: null, known })) {
    for (const { uid, uidValidity } of batch.messages)
      reader.had.add(`INBOX/${uidValidity}/${uid}`);
    reader.cursor = batch.cursor;
    break;
  }
  const restarted = imapMailbox(imapOptions(mail.imap));
  expect(subjects(await readAll(restarted, reader))).toEqual(
    Array.from({ length: 20 }, (_, index) => `surat ${index + 51}`),
  );
  await restarted.close();
});

test("a mail that shows up late, below the cursor, is still found", async () => {
  await readAll(mailbox, reader);
  await deliver("satu", "dua", "tiga");
  const box = mail.store.folder("INBOX");
  const [late] = box.messages.splice(1, 1);
  expect(subjects(await readAll(mailbox, reader))).toEqual(["satu", "tiga"]);
  if (late) box.messages.splice(1, 0, late);
  expect(subjects(await readAll(mailbox, reader))).toEqual(["dua"]);
});

test("after a UIDVALIDITY change mail of the last two days is read again, none of before the start", async () => {
  await mail.deliver(raw("sebelum mulai"), at("07:00"));
  await readAll(mailbox, reader);
  await mail.deliver(raw("tiga hari"), at("09:00", "2026-11-25"));
  await mail.deliver(raw("terakhir"), at("09:00", "2026-11-28"));
  await readAll(mailbox, reader);
  const box = mail.store.folder("INBOX");
  box.uidvalidity = 77;
  await mail.deliver(raw("sesudah"), at("10:00", "2026-11-28"));
  expect(subjects(await readAll(mailbox, reader))).toEqual(["terakhir", "sesudah"]);
  expect(reader.cursor?.inbox?.uidValidity).toBe("77");
  expect(await readAll(mailbox, reader)).toEqual([]);
});

test("a UIDVALIDITY change right after the start brings back nothing old", async () => {
  await mail.deliver(raw("sebelum mulai"), at("07:00"));
  await readAll(mailbox, reader);
  await mail.deliver(raw("pertama"), at("08:10"));
  await readAll(mailbox, reader);
  mail.store.folder("INBOX").uidvalidity = 78;
  expect(subjects(await readAll(mailbox, reader))).toEqual(["pertama"]);
});

test("a restart reads neither again nor past anything", async () => {
  await readAll(mailbox, reader);
  await deliver("satu", "dua");
  await readAll(mailbox, reader);
  await mailbox.close();
  await deliver("tiga");
  mailbox = imapMailbox(imapOptions(mail.imap));
  expect(subjects(await readAll(mailbox, reader))).toEqual(["tiga"]);
});

test("nothing is marked, moved or deleted by reading", async () => {
  await readAll(mailbox, reader);
  await deliver("satu", "dua");
  await readAll(mailbox, reader);
  await mailbox.files("INBOX/1/1", 1_000);
  expect(mail.store.folder("INBOX").messages.map(({ flags }) => flags)).toEqual([[], []]);
});

describe("Sent", () => {
  test("is read too: what people answer by hand comes as sent", async () => {
    await readAll(mailbox, reader);
    mail.store.append(mail.sentFolder, Buffer.from(raw("balasan petugas")), now);
    const messages = await readAll(mailbox, reader);
    expect(messages.map(({ subject, sent, folder }) => [subject, sent, folder])).toEqual([
      ["balasan petugas", true, "Terkirim"],
    ]);
    expect(await readAll(mailbox, reader)).toEqual([]);
  });

  test("is found by its mark under Gmail's translated name", async () => {
    const gmail = await startMail({ now: () => now, helpdesk: HELPDESK, kind: "gmail" });
    const box = imapMailbox(imapOptions(gmail.imap));
    const letter = Buffer.from(raw("salinan", "Message-ID: <a@b.example>\r\n"));
    await box.appendSent(letter, now);
    expect(gmail.sentCopies().map(String)).toEqual([String(letter)]);
    expect(await box.findSent({ messageId: "<a@b.example>", mark: "x" })).toBe("found");
    await box.close();
    await gmail.close();
  });

  test("takes copies as read, with the letter's own time", async () => {
    await mailbox.appendSent(Buffer.from(raw("salinan")), at("07:15"));
    const [copy] = mail.store.folder(mail.sentFolder).messages;
    expect(copy?.flags).toEqual(["\\Seen"]);
    expect(new Date(copy?.internaldate ?? "").getTime()).toBe(at("07:15"));
  });

  test("finds a letter by its mark where the provider replaced the id", async () => {
    const copy = raw("surat", "Message-ID: <lain@outlook.example>\r\nX-Aduan-Surat: JKD/1\r\n");
    await mailbox.appendSent(Buffer.from(copy), now);
    expect(await mailbox.findSent({ messageId: "<kita@k.example>", mark: "JKD/1" })).toBe("found");
  });

  test("does not take a longer mark for this one", async () => {
    const copy = raw("surat", "Message-ID: <a@k.example>\r\nX-Aduan-Surat: JKD/12\r\n");
    await mailbox.appendSent(Buffer.from(copy), now);
    expect(await mailbox.findSent({ messageId: "<b@k.example>", mark: "JKD/1" })).toBe("absent");
  });
});
