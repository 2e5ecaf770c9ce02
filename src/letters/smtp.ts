import { createTransport } from "nodemailer";
import addressparser from "nodemailer/lib/addressparser";

import { ConfigError, RemoteError } from "../errors.ts";
import type { Secret } from "../secret.ts";
import type { Mailer, OutgoingMail } from "../worker/ports.ts";
import { buildRaw, isAddress } from "./mime.ts";
import type { Sender } from "./mime.ts";
import { smtpError } from "./smtp-errors.ts";
import type { Handed } from "./smtp-errors.ts";

export interface SmtpOptions {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS is demanded unless the host is this machine. */
  secure: boolean;
  user: string;
  /** null: the server takes mail without a login. */
  password: Secret | null;
  /** MAIL_FROM: `Name <local@domain>` or an address alone. */
  from: string;
  replyTo: string;
  /** Connections kept open at once. */
  pool: number;
  tls?: { rejectUnauthorized?: boolean; ca?: string };
  /** Milliseconds without progress after which the server is given up; 120,000 unless told. */
  timeout?: number;
}

/** Hands letters to the office's SMTP server. Throws `ConfigError` when `from` is no address. */
export function smtpMailer(options: SmtpOptions): Mailer {
  const sender = parseSender(options);
  const transport = openTransport(options);
  const progress = new WeakMap<object, Progress>();
  let answeredAt = -Infinity;
  // The stream that ends up on the wire is only read once the server has answered DATA with 354.
  transport.use("stream", (mail, done) => {
    const { envelope } = mail.data;
    const seen = envelope && progress.get(envelope);
    mail.message.processFunc((wire) => {
      if (seen) seen.wire = wire;
      return wire;
    });
    done();
  });

  async function submit(raw: Buffer, to: string) {
    const envelope = { from: sender.address, to: [to], size: raw.length };
    const seen: Progress = {};
    progress.set(envelope, seen);
    try {
      const info = await transport.sendMail({ envelope, raw });
      answeredAt = performance.now();
      return info;
    } catch (error) {
      const loggedIn = options.password !== null;
      const handed = handedOver(seen);
      throw new Attempt(smtpError(error, { handed, sender: sender.address, loggedIn }), handed);
    }
  }

  return {
    async hand(mail: OutgoingMail) {
      const raw = await buildRaw(mail, sender);
      try {
        const mayBeStale = performance.now() - answeredAt < 2 * IDLE;
        const info = await retryStale(() => submit(raw, mail.to.address), mayBeStale);
        return { serverMessageId: info.serverMessageId ?? "", raw };
      } catch (error) {
        throw error instanceof Attempt ? error.reason : error;
      }
    },
    greet: () => greet(transport, options, sender),
    async close() {
      transport.close();
    },
  };
}

/** Logs in and out again. Answers one sentence in Indonesian, or throws `RemoteError`. */
export async function checkSmtp(options: SmtpOptions): Promise<string> {
  const sender = parseSender(options);
  const transport = openTransport(options);
  try {
    await greet(transport, options, sender);
    return `SMTP: tersambung ke ${options.host}:${options.port}, surat dikirim sebagai ${sender.address}.`;
  } finally {
    transport.close();
  }
}

/** On a connection of its own, beside the pool's. */
async function greet(
  transport: ReturnType<typeof openTransport>,
  options: SmtpOptions,
  sender: Sender,
): Promise<void> {
  try {
    await transport.verify();
  } catch (error) {
    const loggedIn = options.password !== null;
    const failure = smtpError(error, { handed: "nothing", sender: sender.address, loggedIn });
    throw new RemoteError(failure.message, {
      kind: failure.kind,
      remedy: failure.remedy ?? unreachable(options),
      cause: error,
    });
  }
}

function unreachable({ host, port }: SmtpOptions): string {
  return `Server SMTP ${host}:${port} tidak dapat dihubungi: periksa SMTP_HOST, SMTP_PORT, dan jaringan.`;
}

function parseSender({ from, replyTo }: SmtpOptions): Sender {
  // A line break would let the address parser see a second header.
  const parsed = /\p{Cc}/u.test(from) ? [] : addressparser(from, { flatten: true });
  const [first] = parsed;
  if (parsed.length !== 1 || !first?.address || !isAddress(first.address)) {
    throw new ConfigError([
      "MAIL_FROM: harus satu alamat, misalnya `Helpdesk <bantuan@kab.example>`.",
    ]);
  }
  if (!isAddress(replyTo)) throw new ConfigError(["Alamat balasan helpdesk tidak sah."]);
  return { name: first.name ?? "", address: first.address.toLowerCase(), replyTo };
}

function openTransport(options: SmtpOptions) {
  const { host, port, secure, user, password, pool, tls, timeout = 120_000 } = options;
  const local = ["127.0.0.1", "::1", "localhost"].includes(host);
  return createTransport({
    pool: true,
    host,
    port,
    secure,
    requireTLS: !secure && !local,
    ignoreTLS: !secure && local,
    ...(password ? { auth: { user, pass: password.reveal() }, forceAuth: true } : {}),
    ...(tls ? { tls } : {}),
    maxConnections: pool,
    // The library's own second try cannot tell whether the first was taken.
    maxRequeues: 0,
    idleTimeout: IDLE,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: Math.min(timeout, 30_000),
  });
}

/** Shorter than the patience of the servers we know, so that they seldom hang up first. */
const IDLE = 20_000;

interface Progress {
  wire?: { readableDidRead: boolean; readableEnded: boolean };
}

function handedOver({ wire }: Progress): Handed {
  if (!wire?.readableDidRead) return "nothing";
  return wire.readableEnded ? "all" : "part";
}

class Attempt extends Error {
  readonly reason: RemoteError;
  readonly handed: Handed;

  constructor(reason: RemoteError, handed: Handed) {
    super(reason.message);
    this.reason = reason;
    this.handed = handed;
  }
}

/**
 * A pooled connection may have died unnoticed; nothing of the message was sent over it. One that was
 * opened for this letter did not: a server that hangs up on everybody is not called twice as often.
 */
async function retryStale<T>(submit: () => Promise<T>, mayBeStale: boolean): Promise<T> {
  try {
    return await submit();
  } catch (error) {
    if (!mayBeStale || !(error instanceof Attempt) || !isStale(error)) throw error;
    return submit();
  }
}

function isStale({ reason, handed }: Attempt): boolean {
  const { cause } = reason;
  const lost = cause instanceof Error && "code" in cause && cause.code === "ECONNECTION";
  return lost && reason.kind === "temporary" && handed === "nothing";
}
