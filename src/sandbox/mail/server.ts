import { createHash } from "node:crypto";

import { compose } from "./compose.ts";
import type { WrittenMail } from "./compose.ts";
import type { Faults } from "./faults.ts";
import { startImap } from "./imap-server.ts";
import type { ImapServer } from "./imap-server.ts";
import { received } from "./received.ts";
import type { ReceivedMail } from "./received.ts";
import { startSmtp } from "./smtp-server.ts";

export interface MailOptions {
  /** The office's time; INTERNALDATE of what arrives. */
  now: () => number;
  helpdesk: { address: string; password: string };
  /**
   * How the provider treats what is sent (GOOGLE 9.1): `plain` files no copy, `gmail` files one,
   * `365` files one and replaces the Message-ID; `old` knows only IMAP4rev1.
   */
  kind?: "plain" | "gmail" | "365" | "old";
  /** Largest message in bytes, announced by SMTP. */
  size?: number;
}

/** The office's mail: the helpdesk's mailbox, and everybody else's as lists. */
export interface SandboxMail {
  imap: { host: string; port: number };
  smtp: { host: string; port: number };
  /** A mail from outside for the helpdesk; answers its UID in INBOX. */
  deliver(mail: Uint8Array | string | WrittenMail, at?: number): Promise<number>;
  /** What reached each address, in lower case, oldest first. */
  mailboxes: Map<string, ReceivedMail[]>;
  /** Called for every mail to anybody but the helpdesk; answers how to stop. */
  onMail(callback: (mail: ReceivedMail) => void): () => void;
  faults: Faults;
  /** The reply to every login from now on; null: the password decides again. */
  refuseLogins(reply: string | null): void;
  logins(): number;
  /** The helpdesk's Sent folder. */
  sentFolder: string;
  sentCopies(): Buffer[];
  /** The store beneath, for tests that break it. */
  store: ImapServer;
  close(): Promise<void>;
}

const SENT_FOLDERS = {
  plain: "Terkirim",
  gmail: "[Gmail]/Surat Terkirim",
  "365": "Sent Items",
  old: "Sent",
};

export async function startMail(options: MailOptions): Promise<SandboxMail> {
  const { now, helpdesk, kind = "plain", size } = options;
  const user = helpdesk.address;
  const sentFolder = SENT_FOLDERS[kind];
  const login = { user, password: helpdesk.password };
  const store = await startImap({ ...login, sentFolder, extensions: kind !== "old" });
  const mailboxes = new Map<string, ReceivedMail[]>();
  const listeners = new Set<(mail: ReceivedMail) => void>();
  const faults: Faults = new Map();
  let loginReply: string | null = null;

  async function accept(submitted: Buffer, to: string[]): Promise<string> {
    const at = now();
    const { raw, answer } =
      kind === "365" ? withOwnId(submitted) : { raw: submitted, answer: "2.0.0 OK" };
    if (kind === "gmail" || kind === "365") store.append(sentFolder, raw, at, ["\\Seen"]);
    for (const address of to) {
      if (address === user.toLowerCase()) store.append("INBOX", raw, at);
      else await drop(await received(raw, address, at));
    }
    return answer;
  }

  async function drop(mail: ReceivedMail): Promise<void> {
    const box = mailboxes.get(mail.to) ?? [];
    box.push(mail);
    mailboxes.set(mail.to, box);
    for (const listener of listeners) listener(mail);
  }

  const smtp = await startSmtp({
    ...login,
    faults,
    loginReply: () => loginReply,
    size: size ?? null,
    accept,
  });

  return {
    imap: { host: store.host, port: store.port },
    smtp: { host: smtp.host, port: smtp.port },
    async deliver(mail, at = now()) {
      return store.append("INBOX", await rawOf(mail, user, at), at);
    },
    mailboxes,
    onMail(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    faults,
    refuseLogins(reply) {
      loginReply = reply;
    },
    logins: smtp.logins,
    sentFolder,
    sentCopies: () =>
      store.folder(sentFolder).messages.map(({ raw }) => Buffer.from(raw, "latin1")),
    store,
    async close() {
      await Promise.all([smtp.close(), store.close()]);
    },
  };
}

async function rawOf(mail: Uint8Array | string | WrittenMail, to: string, at: number) {
  if (typeof mail === "string") return Buffer.from(mail);
  return mail instanceof Uint8Array ? mail : compose(mail, to, at);
}

/** Microsoft 365 puts an id of its own in place of ours and tells it in the 250. */
function withOwnId(raw: Buffer): { raw: Buffer; answer: string } {
  const hash = createHash("sha256").update(raw).digest("hex").slice(0, 32);
  const id = `<${hash}@apcprd.prod.outlook.com>`;
  const text = raw
    .toString("latin1")
    .replace(/^Message-ID:.*(?:\r\n[ \t].*)*/im, `Message-ID: ${id}`);
  return {
    raw: Buffer.from(text, "latin1"),
    answer: `2.0.0 OK ${id} [Hostname=mail.kantor.example]`,
  };
}
