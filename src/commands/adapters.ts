import { join } from "node:path";

import type { Config } from "../config.ts";
import type { Office } from "../desk/office.ts";
import { googleClient } from "../google/client.ts";
import type { GoogleClient } from "../google/client.ts";
import { lettersFrom } from "../letters/render.ts";
import type { SmtpOptions } from "../letters/smtp.ts";
import { attachmentsOf } from "../mailbox/attachments.ts";
import type { ImapOptions } from "../mailbox/imap.ts";
import { parseMessage } from "../mailbox/message.ts";
import { mailRefOf } from "../worker/mail-keys.ts";
import type { Clock, Letters, Log } from "../worker/ports.ts";
import type { PoisonGuard } from "./poison-mail.ts";
import { remoteClock } from "../worker/remote-clock.ts";
import type { RemoteClock } from "../worker/remote-clock.ts";

// What each adapter is told, out of the one configuration; `check` and the worker share it.

const POOLED_CONNECTIONS = 5;
const TEN_MINUTES = 600_000;

export function imapOptions(
  { imap, smtp, zone, ticketPrefix }: Config,
  log: Log,
  office: () => Promise<Office | undefined>,
  guard: PoisonGuard = (_ref, read) => read(),
): ImapOptions {
  const own = [imap.user.toLowerCase(), smtp.address].filter((each) => each.includes("@"));
  const letterDomain = smtp.address.slice(smtp.address.lastIndexOf("@") + 1);
  const addresses = kept(TEN_MINUTES, async () => {
    return [...own, ...((await office())?.policy.ourAddresses ?? [])];
  });
  return {
    host: imap.host,
    port: imap.port,
    secure: imap.secure,
    user: imap.user,
    password: imap.password,
    folder: imap.folder,
    ...(imap.sentFolder === null ? {} : { sentFolder: imap.sentFolder }),
    log,
    parse: async (raw) => {
      const ourAddresses = await addresses();
      const context = { ourAddresses, letterDomain, ticketPrefix, zone };
      return guard(mailRefOf(raw), () => parseMessage(raw, context));
    },
    attachmentsOf,
  };
}

export function smtpOptions({ imap, smtp }: Config): SmtpOptions {
  return {
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    user: smtp.user,
    password: smtp.password,
    from: smtp.from,
    // Answers belong into the mailbox that is read.
    replyTo: imap.user.includes("@") ? imap.user : smtp.address,
    pool: POOLED_CONNECTIONS,
  };
}

export function openGoogle({ google }: Config): Promise<GoogleClient> {
  return googleClient({
    key: { client_email: google.email, private_key: google.key.reveal() },
    rootUrl: google.rootUrl ?? undefined,
  });
}

export function openLetters({ templatesDir }: Config, log: Log, programDir: string): Letters {
  return lettersFrom({
    templatesDir: join(programDir, "templates"),
    overridesDir: templatesDir ?? undefined,
    onProblem({ file, line, reason }) {
      const sentence = `Templat ${file} baris ${line} tidak dipakai: ${reason}`;
      log.error("Template refused", { file, line, sentence });
    },
  });
}

/** The machine's clock, or the one that CLOCK_URL names. */
export async function openClock({
  clockUrl,
}: Config): Promise<{ clock: Clock; remoteClock?: RemoteClock }> {
  if (clockUrl === null) return { clock: { now: Date.now } };
  const remote = remoteClock(clockUrl);
  await remote.begin();
  return { clock: remote, remoteClock: remote };
}

/** Asks again only after a while: every mail read would else ask the journal. */
function kept<T>(milliseconds: number, ask: () => Promise<T>): () => Promise<T> {
  let last: { at: number; value: Promise<T> } | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.at > milliseconds) last = { at: now, value: ask() };
    return last.value;
  };
}
