import { afterEach, beforeEach, expect, test } from "vitest";

import { imapMailbox } from "../../src/mailbox/imap.ts";
import type { Mailbox } from "../../src/worker/ports.ts";
import { aReader, imapOptions, raw, readAll, subjects } from "./imap-support.ts";
import { scriptedImap } from "./scripted-imap.ts";
import type { ScriptedImap } from "./scripted-imap.ts";

let server: ScriptedImap;
let mailbox: Mailbox;

beforeEach(async () => {
  server = await scriptedImap();
  mailbox = imapMailbox(imapOptions(server));
});

afterEach(async () => {
  await mailbox.close();
  await server.close();
});

test("a FETCH that ends with NO because of one mail gives the others, and asks no more (B005)", async () => {
  const reader = aReader();
  await readAll(mailbox, reader);
  for (const uid of [101, 102, 103]) server.mails.set(uid, raw(`surat ${uid}`));
  server.refused.add(102);
  expect(subjects(await readAll(mailbox, reader))).toEqual(["surat 101", "surat 103"]);
  server.mails.delete(102);
  expect(await readAll(mailbox, reader)).toEqual([]);
  const before = server.asked.length;
  await readAll(mailbox, reader);
  expect(server.asked.slice(before).filter((command) => command.includes("BODY"))).toEqual([]);
  server.refused.clear();
  server.mails.set(104, raw("surat 102"));
  expect(subjects(await readAll(mailbox, reader))).toEqual(["surat 102"]);
});

test("a mail that IDLE never tells of is read by the next beat (B082)", async () => {
  const reader = aReader();
  await readAll(mailbox, reader);
  let woken = 0;
  const stop = await mailbox.watch(() => {
    woken += 1;
  });
  await readAll(mailbox, reader);
  server.mails.set(1, raw("jam sembilan"));
  expect(woken).toBe(0);
  expect(subjects(await readAll(mailbox, reader))).toEqual(["jam sembilan"]);
  expect(server.asked.filter((command) => /^LOGIN|^AUTHENTICATE/i.test(command))).toHaveLength(1);
  await stop();
});

test("a mail is searched for and fetched in one breath, without listening in between", async () => {
  const reader = aReader();
  const stop = await mailbox.watch(() => {});
  await readAll(mailbox, reader);
  server.mails.set(1, raw("segera"));
  const before = server.asked.length;
  await readAll(mailbox, reader);
  const asked = server.asked.slice(before);
  const until = asked.findIndex((command) => command.includes("BODY"));
  const words = asked
    .slice(0, until + 1)
    .map((command) => command.replace(/^UID /i, "").split(" ")[0]);
  expect(words).toEqual(["EXAMINE", "SEARCH", "FETCH"]);
  await stop();
});
