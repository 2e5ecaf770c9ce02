import { expect, test } from "vitest";

import type { Message } from "../../src/desk/message.ts";
import { parseMessage } from "../../src/mailbox/message.ts";
import { mailAndDelivery } from "../../src/worker/beat.ts";
import { Sources } from "../../src/worker/health.ts";
import type { MailBatch } from "../../src/worker/ports.ts";
import { at } from "../journal/builders.ts";
import { aKeeper } from "./support/a-keeper.ts";

const MORNING = at("2026-11-24T09:00+07:00");
const SITUATION = {
  ourAddresses: ["helpdesk@kominfo.example"],
  letterDomain: "kominfo.example",
  zone: "Asia/Jakarta",
};

test("a complaint is acknowledged while the rest of a backlog is still being read", async () => {
  const { keeper, taken } = await aKeeper(MORNING);
  const answered = Promise.withResolvers<void>();
  const { mailer } = keeper.ports;
  keeper.ports.mailer = {
    ...mailer,
    async hand(mail) {
      const receipt = await mailer.hand(mail);
      answered.resolve();
      return receipt;
    },
  };
  keeper.ports.mailbox.read = async function* () {
    yield batchOf(await complaint(1));
    // Goes on only once the first sender has been answered.
    await answered.promise;
    yield batchOf(await complaint(2));
  };

  const sources = new Sources(keeper);
  expect(await mailAndDelivery(keeper, sources)).toBe(true);

  expect(taken.map(({ to }) => to.address)).toEqual(["camat1@kec.example", "camat2@kec.example"]);
});

test("a mailbox that fails half way does not keep back the answers to what was read", async () => {
  const { keeper, taken } = await aKeeper(MORNING);
  keeper.ports.mailbox.read = async function* () {
    yield batchOf(await complaint(1));
    throw new Error("The line broke");
  };

  expect(await mailAndDelivery(keeper, new Sources(keeper))).toBe(false);

  expect(taken.map(({ to }) => to.address)).toEqual(["camat1@kec.example"]);
});

test("what a mail caused and how far reading came are kept together", async () => {
  const { keeper } = await aKeeper(MORNING);
  const { journal } = keeper.ports;
  const kept: string[] = [];
  keeper.ports.journal = {
    ...journal,
    async commit(batch, lease) {
      if ((batch.sources ?? []).length > 0 || batch.state?.["mail"] !== undefined) {
        kept.push((batch.events ?? []).length > 0 && batch.state?.["mail"] ? "both" : "one");
      }
      await journal.commit(batch, lease);
    },
  };
  keeper.ports.mailbox.read = async function* () {
    yield batchOf(await complaint(1));
  };

  await mailAndDelivery(keeper, new Sources(keeper));

  expect(kept).toEqual(["both"]);
});

function batchOf(message: Message): MailBatch {
  const folder = { folder: "INBOX", uidValidity: "1", uid: message.uid, floor: 1 };
  return {
    messages: [message],
    cursor: { inbox: folder, sent: null, lastReceivedAt: message.receivedAt },
  };
}

function complaint(uid: number): Promise<Message> {
  const source = [
    `From: Camat ${uid} <camat${uid}@kec.example>`,
    "To: helpdesk@kominfo.example",
    `Subject: Internet kantor ${uid} mati`,
    `Message-ID: <${uid}@kec.example>`,
    "",
    `Sejak pagi jaringan di kantor kecamatan ${uid} tidak dapat dipakai.`,
  ].join("\r\n");
  const place = { folder: "INBOX", uidValidity: "1", uid, receivedAt: MORNING, sent: false };
  return parseMessage({ ...place, source: Buffer.from(source), truncated: false }, SITUATION);
}
