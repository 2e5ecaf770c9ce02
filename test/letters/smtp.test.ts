import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { ConfigError } from "../../src/errors.ts";
import { TooBigError } from "../../src/letters/smtp-errors.ts";
import { checkSmtp, smtpMailer } from "../../src/letters/smtp.ts";
import type { SmtpOptions } from "../../src/letters/smtp.ts";
import type { Fault } from "../../src/sandbox/mail/faults.ts";
import { startMail } from "../../src/sandbox/mail/server.ts";
import type { SandboxMail } from "../../src/sandbox/mail/server.ts";
import { Secret } from "../../src/secret.ts";
import type { Mailer } from "../../src/worker/ports.ts";
import { aLetter } from "./outgoing.ts";

const HELPDESK = { address: "helpdesk@kuduskab.example", password: "rahasia" };
const NOW = Date.parse("2026-11-25T01:00:00Z");

let mail: SandboxMail;
let mailer: Mailer;

beforeEach(async () => {
  mail = await startMail({ now: () => NOW, helpdesk: HELPDESK });
  mailer = smtpMailer(options());
});

afterEach(async () => {
  await mailer.close();
  await mail.close();
});

function options(overrides: Partial<SmtpOptions> = {}): SmtpOptions {
  return {
    ...mail.smtp,
    secure: false,
    user: HELPDESK.address,
    password: new Secret(HELPDESK.password),
    from: "Helpdesk Diskominfo <helpdesk@kuduskab.example>",
    replyTo: HELPDESK.address,
    pool: 5,
    ...overrides,
  };
}

function inbox(address: string) {
  return mail.mailboxes.get(address) ?? [];
}

test("a letter reaches its one recipient with the bytes that were built", async () => {
  const { raw } = await mailer.hand(aLetter());
  const [letter] = inbox("camat@jati.example");
  expect(letter?.raw.equals(raw)).toBe(true);
  expect(letter?.subject).toBe("[JKD-2026-0001] Aduan diterima");
});

test("an attempt repeated after a doubtful one has the same bytes and Message-ID", async () => {
  mail.faults.set("camat@jati.example", { kind: "drop", when: "after", stored: true, times: 1 });
  await expect(mailer.hand(aLetter())).rejects.toMatchObject({ kind: "uncertain" });
  await mailer.hand(aLetter());
  const [first, second] = inbox("camat@jati.example");
  expect(second?.raw.equals(first?.raw ?? Buffer.alloc(0))).toBe(true);
});

const outcomes: { name: string; fault: Fault; want: object }[] = [
  {
    name: "an unknown recipient is final for this letter, with the server's words",
    fault: { kind: "refuse", reply: "550 5.1.1 User unknown" },
    want: { kind: "rejected", message: "550 5.1.1 User unknown" },
  },
  {
    name: "a recipient put off is tried later",
    fault: { kind: "refuse", reply: "451 4.7.1 Greylisted" },
    want: { kind: "temporary" },
  },
  {
    name: "a daily limit said with a 5 is only passing",
    fault: { kind: "refuse", reply: "550 5.4.5 Daily user sending limit exceeded", at: "data" },
    want: { kind: "temporary" },
  },
  {
    name: "a full mailbox is not a letter too big",
    fault: { kind: "refuse", reply: "552 5.2.2 Mailbox full" },
    want: { kind: "rejected" },
  },
  {
    name: "content refused after the final dot is final",
    fault: { kind: "refuse", reply: "554 5.7.1 Message refused", at: "data" },
    want: { kind: "rejected" },
  },
  {
    name: "a sender whom Postfix refuses at RCPT is our own mistake, not the recipient's",
    fault: {
      kind: "refuse",
      reply: "553 5.7.1 <helpdesk@kuduskab.example>: Sender address rejected: not owned by user",
    },
    want: { kind: "misconfigured", remedy: expect.stringContaining("MAIL_FROM") },
  },
  {
    name: "a connection cut before the message was taken is tried later",
    fault: { kind: "drop", when: "before" },
    want: { kind: "temporary" },
  },
  {
    name: "a connection lost after the final dot leaves it uncertain",
    fault: { kind: "drop", when: "after", stored: false },
    want: { kind: "uncertain" },
  },
];

describe("hand()", () => {
  for (const { name, fault, want } of outcomes) {
    test(`when ${name}`, async () => {
      mail.faults.set("camat@jati.example", fault);
      await expect(mailer.hand(aLetter())).rejects.toMatchObject({ name: "RemoteError", ...want });
      expect(inbox("camat@jati.example")).toHaveLength(0);
    });
  }
});

test("one refused recipient harms no other letter (B047)", async () => {
  mail.faults.set("kabid@kuduskab.example", { kind: "refuse", reply: "451 4.3.0 Later", times: 3 });
  const kasi = { name: "Kasi", address: "kasi@kuduskab.example" };
  const kabid = { name: "Kabid", address: "kabid@kuduskab.example" };
  await mailer.hand(aLetter({ to: kasi }));
  for (const attempt of [1, 2, 3]) {
    await expect(mailer.hand(aLetter({ to: kabid })), `attempt ${attempt}`).rejects.toMatchObject({
      kind: "temporary",
    });
  }
  await mailer.hand(aLetter({ to: kabid }));
  expect([inbox(kasi.address).length, inbox(kabid.address).length]).toEqual([1, 1]);
});

for (const reply of ["535 5.7.8 Bad credentials", "454 4.7.0 Temporary authentication failure"]) {
  test(`a login answered ${reply.slice(0, 9)} halts the mailer and blames no letter (B004)`, async () => {
    mail.refuseLogins(reply);
    await expect(mailer.hand(aLetter())).rejects.toMatchObject({
      kind: "misconfigured",
      remedy: expect.stringContaining("SMTP_PASSWORD"),
    });
    expect(mail.logins()).toBe(1);
    mail.refuseLogins(null);
    await mailer.hand(aLetter());
    expect(inbox("camat@jati.example")).toHaveLength(1);
  });
}

test("a letter above the announced size is known as too big before it is sent", async () => {
  const small = await startMail({ now: () => NOW, helpdesk: HELPDESK, size: 500 });
  const careful = smtpMailer(options(small.smtp));
  try {
    await expect(careful.hand(aLetter())).rejects.toBeInstanceOf(TooBigError);
  } finally {
    await careful.close();
    await small.close();
  }
});

test("a letter refused for its size after the dot passes without its files", async () => {
  const reply = "552 5.3.4 Message too big";
  mail.faults.set("camat@jati.example", { kind: "refuse", reply, at: "data", above: 9_000 });
  const file = { name: "foto.jpg", type: "image/jpeg", content: new Uint8Array(20_000) };
  await expect(mailer.hand(aLetter({ files: [file] }))).rejects.toMatchObject({ tooBig: true });
  await mailer.hand(aLetter());
  expect(inbox("camat@jati.example")).toHaveLength(1);
});

test("Microsoft 365 tells the id that it put in place of ours", async () => {
  const office = await startMail({ now: () => NOW, helpdesk: HELPDESK, kind: "365" });
  const sending = smtpMailer(options(office.smtp));
  try {
    const { serverMessageId } = await sending.hand(aLetter());
    expect(serverMessageId).toMatch(/^<\w+@apcprd\.prod\.outlook\.com>$/);
    expect(office.sentCopies()[0]?.toString()).toContain(`Message-ID: ${serverMessageId}`);
  } finally {
    await sending.close();
    await office.close();
  }
});

test("a server that cannot be reached is temporary", async () => {
  const port = mail.smtp.port;
  await mail.close();
  const lonely = smtpMailer(options({ port }));
  await expect(lonely.hand(aLetter())).rejects.toMatchObject({ kind: "temporary" });
  await lonely.close();
});

describe("checkSmtp()", () => {
  test("says in one line that all is well", async () => {
    expect(await checkSmtp(options())).toContain("helpdesk@kuduskab.example");
  });

  test("names the setting to look at when the password is wrong", async () => {
    await expect(checkSmtp(options({ password: new Secret("salah") }))).rejects.toMatchObject({
      kind: "misconfigured",
      remedy: expect.stringContaining("SMTP_PASSWORD"),
    });
  });

  test("names host and port when nobody answers", async () => {
    const port = mail.smtp.port;
    await mail.close();
    await expect(checkSmtp(options({ port }))).rejects.toMatchObject({
      remedy: expect.stringContaining(`127.0.0.1:${port}`),
    });
  });
});

for (const from of [
  "",
  "Tanpa Alamat",
  "a@b.example, c@d.example",
  "A <a@b.example>\r\nBcc: x@y.example",
]) {
  test(`MAIL_FROM ${JSON.stringify(from)} is refused at once`, () => {
    expect(() => smtpMailer(options({ from }))).toThrow(ConfigError);
  });
}
