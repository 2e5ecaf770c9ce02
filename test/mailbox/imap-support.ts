import type { Message } from "../../src/desk/message.ts";
import type { ImapOptions } from "../../src/mailbox/imap.ts";
import type { RawMail } from "../../src/mailbox/imap-reading.ts";
import { Secret } from "../../src/secret.ts";
import type { Log, Mailbox, MailCursor } from "../../src/worker/ports.ts";

export const HELPDESK = { address: "helpdesk@kuduskab.example", password: "rahasia" };

export const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** A parser that reads no more than these tests look at. */
export async function plainParse(mail: RawMail): Promise<Message> {
  const { folder, uidValidity, uid, sent, receivedAt, source, truncated } = mail;
  const [head = "", ...rest] = Buffer.from(source).toString().split("\r\n\r\n");
  const text = rest.join("\r\n\r\n");
  return {
    folder,
    uidValidity,
    uid,
    sent,
    receivedAt,
    text,
    newText: text,
    dateHeader: "",
    from: null,
    replyTo: null,
    authors: [],
    to: [],
    cc: [],
    messageId: "",
    inReplyTo: [],
    references: [],
    attachments: [],
    letterMarks: [],
    bodyHash: "",
    forwarded: null,
    failures: [],
    reportedIds: [],
    list: false,
    subject: /^subject: (.*)$/im.exec(head)?.[1]?.trim() ?? "",
    verdict: { class: "complaint", rule: "test", reason: "", answerable: true, thanks: false },
    problems: truncated ? ["dipotong"] : [],
  };
}

export function imapOptions(
  server: { host: string; port: number },
  overrides: Partial<ImapOptions> = {},
): ImapOptions {
  return {
    ...server,
    secure: false,
    user: HELPDESK.address,
    password: new Secret(HELPDESK.password),
    folder: "INBOX",
    parse: plainParse,
    attachmentsOf: async () => ({ files: [], tooBig: [] }),
    log: quiet,
    ...overrides,
  };
}

/** What the worker would remember between two readings. */
export interface Reader {
  cursor: MailCursor | null;
  /** References handed over so far. */
  had: Set<string>;
}

export function aReader(): Reader {
  return { cursor: null, had: new Set() };
}

/** One mail pass; answers the messages and keeps cursor and references as the journal does. */
export async function readAll(
  mailbox: Mailbox,
  reader: Reader,
  since: number | null = null,
): Promise<Message[]> {
  const messages: Message[] = [];
  const known = async (refs: string[]) => new Set(refs.filter((ref) => reader.had.has(ref)));
  for await (const batch of mailbox.read(reader.cursor, { since, known })) {
    for (const message of batch.messages) {
      reader.had.add(`${message.folder}/${message.uidValidity}/${message.uid}`);
    }
    messages.push(...batch.messages);
    reader.cursor = batch.cursor;
  }
  return messages;
}

export function subjects(messages: readonly Message[]): string[] {
  return messages.map(({ subject }) => subject);
}

/** A mail as short as can be. */
export function raw(subject: string, headers = ""): string {
  return `From: camat@jati.example\r\nSubject: ${subject}\r\n${headers}\r\nIsi ${subject}\r\n`;
}

/** Resolves when the watched mailbox wakes after `cause`. */
export async function wakes(mailbox: Mailbox, cause: () => Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = await mailbox.watch(resolve);
  await cause();
  await promise;
  await stop();
}

export const MEGABYTE = 1024 * 1024;

/** A complaint with a video of so many megabytes behind its text. */
export function withVideo(megabytes: number): Buffer {
  const line = `${Buffer.alloc(57, "v").toString("base64")}\r\n`;
  const lines = Math.ceil((megabytes * MEGABYTE) / 57);
  const head = [
    "From: dishub@kuduskab.example",
    "Subject: CCTV",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b1"',
    "",
    "--b1",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "CCTV simpang tujuh mati",
    "--b1",
    'Content-Type: video/mp4; name="rekaman.mp4"',
    "Content-Disposition: attachment; filename=rekaman.mp4",
    "Content-Transfer-Encoding: base64",
    "",
    "",
  ].join("\r\n");
  return Buffer.concat([
    Buffer.from(head),
    Buffer.alloc(lines * line.length, line),
    Buffer.from("--b1--\r\n"),
  ]);
}
