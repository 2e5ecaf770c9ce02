import { describe, expect, test } from "vitest";

import { parseMessage } from "../../src/mailbox/message.ts";
import { BOMBS, bombOf, MIXED, parts, PLAIN, recipients, TEXT } from "./bombs.ts";
import { HELPDESK } from "./builder.ts";

function read(source: Uint8Array) {
  const place = { folder: "INBOX", uidValidity: "1", uid: 7, sent: false, truncated: false };
  const raw = { ...place, receivedAt: 0, source };
  return parseMessage(raw, { ourAddresses: [HELPDESK], ticketPrefix: "JKD" });
}

describe("a mail built to stop its reader is a complaint of its sender (B055)", () => {
  test.each(BOMBS)("$name", async ({ raw, sender, isRead, bound }) => {
    const message = await read(raw);
    expect(message.verdict).toMatchObject({ class: "complaint", answerable: true });
    expect(message.replyTo?.address).toBe(sender);
    expect(message.text).toContain(isRead ? TEXT : "lihat di kotak surat, folder INBOX, UID 7");
    expect(message.to.length + message.cc.length).toBeLessThanOrEqual(200);
    expect(message.problems).toHaveLength(bound === "" ? 0 : 1);
    expect(message.problems.join("")).toContain(bound);
  });
});

test("without a subject a mail nested too deep is no empty one", async () => {
  const [deep] = BOMBS;
  const raw = Buffer.from(String(deep?.raw).replace(/^Subject:.*\r\n/m, ""));
  expect((await read(raw)).verdict).toMatchObject({ class: "complaint", answerable: true });
});

test.each([
  [99, []],
  [100, [expect.stringContaining("lebih dari 100")]],
])(
  "of %i recipients beside us a hundred are kept, and said when there are more",
  async (count, problems) => {
    const message = await read(bombOf("warga", [recipients(count), PLAIN], TEXT));
    expect(message.to).toHaveLength(100);
    expect(message.problems).toEqual(problems);
  },
);

test("nine hundred parts are read to the last; of more only the first hundred", async () => {
  const some = await read(bombOf("foto", [MIXED], parts(TEXT, files(900))));
  expect(some.attachments.length).toBeGreaterThan(90);
  expect(some.problems).toEqual([]);
  const many = await read(bombOf("foto", [MIXED], parts(TEXT, files(1_100))));
  expect(many.text).toBe(TEXT);
  expect(many.problems).toEqual([expect.stringContaining("terlalu banyak bagian")]);
});

function files(count: number): string[] {
  return Array.from(
    { length: count },
    (_, nth) => `Content-Type: image/png; name="foto-${nth}.png"\r\n\r\nx`,
  );
}
