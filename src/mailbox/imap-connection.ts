import { ImapFlow } from "imapflow";
import type { MailboxObject } from "imapflow";

import { RemoteError } from "../errors.ts";
import type { Secret } from "../secret.ts";
import type { Log } from "../worker/ports.ts";
import { imapError } from "./imap-errors.ts";

export interface ConnectionOptions {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS is demanded unless the host is this machine. */
  secure: boolean;
  user: string;
  password: Secret;
  /** Watched for arriving mail. */
  folder: string;
  tls?: { rejectUnauthorized?: boolean; ca?: string };
  /** Milliseconds of silence after which a command is given up; 60,000 unless told. */
  timeout?: number;
  log: Log;
}

/** One connection for everything, opened when needed, since an account has few (GOOGLE 9.2). */
export interface ImapConnection {
  /** Runs work on the connection, one at a time; failures of the server are `RemoteError`. */
  use<T>(work: (client: ImapFlow) => Promise<T>, kind?: "read" | "wrote"): Promise<T>;
  /** Calls back when mail arrived in the watched folder, or may have while the line was down. */
  watch(arrived: (() => void) | null): void;
  close(): Promise<void>;
}

/** A line that broke sooner than this is not opened again at once: the beat does it. */
const STEADY = 60_000;

export function imapConnection(options: ConnectionOptions): ImapConnection {
  let client: ImapFlow | null = null;
  let arrived: (() => void) | null = null;
  let closed = false;
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function take<T>(work: (live: ImapFlow) => Promise<T>): Promise<T> {
    if (closed) throw new RemoteError("The mailbox is closed", { kind: "temporary" });
    const live = client?.usable ? client : await open();
    try {
      return await work(live);
    } finally {
      setImmediate(() => restUnlessAsked(live));
    }
  }

  async function open(): Promise<ImapFlow> {
    client?.close();
    const fresh = newClient(options);
    const openedAt = performance.now();
    fresh.on("error", (error: { code?: string }) => {
      options.log.warn("Mailbox connection failed", { code: error.code });
    });
    fresh.on("exists", ({ path, count, prevCount }) => {
      if (path === options.folder && count > prevCount) arrived?.();
    });
    await fresh.connect();
    client = fresh;
    fresh.on("close", () => {
      if (client !== fresh) return;
      client = null;
      options.log.warn("Mailbox connection lost", {});
      if (performance.now() - openedAt >= STEADY) arrived?.();
    });
    options.log.info("Mailbox connected", { idle: fresh.capabilities.has("IDLE") });
    return fresh;
  }

  /** Whoever reads on asks at once; breaking off a listening line costs a round trip. */
  function restUnlessAsked(live: ImapFlow): void {
    if (arrived && waiting === 0 && live.usable) turn = turn.then(() => rest(live));
  }

  /** Leaves the connection listening until the next command breaks in. */
  async function rest(live: ImapFlow): Promise<void> {
    try {
      if (!live.mailbox || live.mailbox.path !== options.folder) {
        await examine(live, options.folder);
      }
      listen(live).catch(() => {});
    } catch {
      // Whatever ended the line is told by "error" or "close"; the work itself is done.
    }
  }

  async function listen(live: ImapFlow): Promise<void> {
    const since = performance.now();
    await live.idle();
    // A server that refuses to idle would be asked without end.
    const refused = performance.now() - since < 1_000;
    if (arrived && live.usable && waiting === 0 && !refused) await listen(live);
  }

  return {
    async use(work, kind = "read") {
      waiting += 1;
      const mine = turn.then(() => take(work));
      turn = mine.catch(() => {});
      try {
        return await mine;
      } catch (error) {
        throw imapError(error, kind);
      } finally {
        waiting -= 1;
      }
    },
    watch(callback) {
      arrived = callback;
    },
    async close() {
      closed = true;
      arrived = null;
      const last = client;
      client = null;
      last?.close();
      await turn;
    },
  };
}

/** Selects a folder for reading only, anew, so that the server tells what has come. */
export async function examine(client: ImapFlow, folder: string): Promise<MailboxObject> {
  return client.mailboxOpen(folder, { readOnly: true });
}

/** The folder as it was last selected; selects it where another one is, or none. */
export async function selected(client: ImapFlow, folder: string): Promise<MailboxObject> {
  const { mailbox } = client;
  return mailbox && mailbox.path === folder ? mailbox : examine(client, folder);
}

function newClient(options: ConnectionOptions): ImapFlow {
  const { host, port, secure, user, password, tls, timeout = 60_000 } = options;
  const local = ["127.0.0.1", "::1", "localhost"].includes(host);
  return new ImapFlow({
    host,
    port,
    secure,
    ...(secure ? {} : { doSTARTTLS: !local }),
    auth: { user, pass: password.reveal() },
    ...(tls ? { tls } : {}),
    clientInfo: { name: "aduan" },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: 4 * 60_000,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    // In IDLE the first silence is answered with a NOOP, the second ends the connection.
    socketTimeout: timeout,
  });
}
