import { expect, test } from "vitest";

import { aMailDesk, MAILBOX, written } from "./support/mail-desk.ts";
import { ADMIN } from "../desk/support/office.ts";

const REPORTER = "kec.dawe@kuduskab.example";

async function acknowledged() {
  const desk = await aMailDesk();
  await desk.arrive(written(REPORTER, "Internet mati", "Mati sejak pagi."));
  const ack = desk.taken.find(({ to }) => to.address === REPORTER);
  return { desk, ack: ack?.messageId ?? "" };
}

function report(fields: string, ack: string): string {
  return [
    "Return-Path: <>",
    "From: MAILER-DAEMON@mail.kuduskab.example (Mail Delivery System)",
    `To: ${MAILBOX}`,
    "Subject: Undelivered Mail Returned to Sender",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="d1"',
    "",
    "--d1",
    "Content-Type: text/plain",
    "",
    "Your message could not be delivered.",
    "--d1",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mail.kuduskab.example",
    "",
    `Final-Recipient: rfc822; ${REPORTER}`,
    fields,
    "--d1",
    "Content-Type: text/rfc822-headers",
    "",
    `Message-ID: ${ack}`,
    "Subject: [JKD-2026-0001] Aduan diterima",
    "--d1--",
  ].join("\n");
}

const FAILED = "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown";

test("a bounce changes Surat Terakhir, tells the helpdesk once, and opens nothing (B100)", async () => {
  const { desk, ack } = await acknowledged();
  await desk.arrive(report(FAILED, ack));
  const ticket = await desk.ticket("JKD-2026-0001");
  expect(ticket.lastLetter?.text).toBe(
    "Tanda terima tidak terkirim: alamat tidak dikenal server penerima 5.1.1",
  );
  expect(desk.lettersTo(ADMIN)).toEqual(["alarm"]);
  expect(desk.lettersTo(REPORTER)).toEqual(["acknowledgement"]);
  await desk.arrive(report(FAILED, ack));
  expect(desk.lettersTo(ADMIN)).toEqual(["alarm"]);
  expect(desk.keeper.tickets.size).toBe(1);
});

test("a server that still tries has not failed; then it delivers, or fails once (B062)", async () => {
  const { desk, ack } = await acknowledged();
  const delayed = "Action: delayed\nStatus: 4.4.1";
  await desk.arrive(report(delayed, ack));
  const before = await desk.ticket("JKD-2026-0001");
  expect(before.lastLetter?.text).toBe(
    "Tanda terima tertunda: server penerima masih mencoba 4.4.1",
  );
  expect(desk.lettersTo(ADMIN)).toEqual([]);
  await desk.arrive(report("Action: failed\nStatus: 5.4.7", ack));
  expect((await desk.ticket("JKD-2026-0001")).lastLetter?.text).toContain("5.4.7");
  await desk.arrive(report("Action: delivered\nStatus: 2.0.0", ack));
  const after = await desk.ticket("JKD-2026-0001");
  expect(after.lastLetter?.text).toBe("Tanda terima terkirim");
  expect(Object.values(after.notes)).toEqual(Object.values(before.notes));
});

test("a full mailbox is told to the helpdesk, and still written to", async () => {
  const { desk, ack } = await acknowledged();
  await desk.arrive(report("Action: failed\nStatus: 5.2.2", ack));
  expect((await desk.ticket("JKD-2026-0001")).lastLetter?.text).toContain("penuh 5.2.2");
  await desk.arrive(written(REPORTER, "WiFi mati", "WiFi aula mati."));
  expect(desk.lettersTo(REPORTER)).toEqual(["acknowledgement", "acknowledgement"]);
});

test("a plain bounce finds its letter by the recipient, or by the number in its title (B043)", async () => {
  const { desk } = await acknowledged();
  await desk.arrive(
    written(
      "postmaster@surel.example",
      "Delivery Failure",
      `Could not deliver message to the following recipient(s):\nFailed Recipient: ${REPORTER}\nReason: Remote host said: 550 5.1.1 does not exist`,
      ["Return-Path: <>"],
    ),
  );
  expect((await desk.ticket("JKD-2026-0001")).lastLetter?.text).toContain("5.1.1");
  await desk.arrive(written("kec.bae@kuduskab.example", "WiFi mati", "WiFi mati."));
  await desk.arrive(
    written(
      "Mail Administrator <postmaster@kuduskab.example>",
      "Tidak terkirim: [JKD-2026-0002] Aduan diterima",
      "Pesan Anda tidak sampai ke beberapa atau semua penerima.",
    ),
  );
  expect((await desk.ticket("JKD-2026-0002")).lastLetter?.text).toBe(
    "Tanda terima tidak terkirim: ditolak server penerima, alasan tidak disebutkan",
  );
  expect(desk.keeper.tickets.size).toBe(2);
});

test("Exchange answers our letter with its report, and reopens nothing (B071)", async () => {
  const { desk, ack } = await acknowledged();
  await desk.arrive(
    report("Action: failed\nStatus: 5.1.10\nDiagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR", ack)
      .replace(
        "Undelivered Mail Returned to Sender",
        "Undeliverable: [JKD-2026-0001] Aduan selesai",
      )
      .replace(
        "Auto-Submitted: auto-replied",
        `X-MS-Exchange-Message-Is-Ndr:\nIn-Reply-To: ${ack}`,
      ),
  );
  const ticket = await desk.ticket("JKD-2026-0001");
  expect(ticket).toMatchObject({ round: 1, lastMessage: null });
  expect(ticket.lastLetter?.text).toContain("5.1.10");
  expect(desk.lettersTo(REPORTER)).toEqual(["acknowledgement"]);
});

test("a report about no letter of ours is one line in Surat Lain", async () => {
  const { desk } = await acknowledged();
  await desk.arrive(
    report(FAILED.replace("5.1.1", "5.0.0"), "<lain@x.example>").replaceAll(
      REPORTER,
      "x@y.example",
    ),
  );
  expect(await desk.aside()).toHaveLength(1);
  expect((await desk.ticket("JKD-2026-0001")).lastLetter?.text).toBe("Tanda terima terkirim");
  expect(desk.lettersTo(ADMIN)).toEqual([]);
});
