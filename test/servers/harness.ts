import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { missingDovecot, startDovecot } from "./dovecot.ts";
import type { Dovecot } from "./dovecot.ts";
import { freePorts } from "./ports.ts";
import { startPostfix } from "./postfix.ts";

/** Everybody with a mailbox on these servers; the password is the same for all. */
export const PASSWORD = "rahasia";

export interface MailServers {
  imap: { host: string; port: number };
  smtp: { host: string; port: number };
  dovecot: Dovecot;
  stop(): Promise<void>;
}

export interface MailServersOptions {
  addresses: readonly string[];
  /** Recipients that Postfix answers with a reply of their own. */
  replies?: Readonly<Record<string, string>>;
}

/** Why these tests cannot run here, or "" when they can. */
export function missingServers(): string {
  const dovecot = missingDovecot();
  if (dovecot !== "") return dovecot;
  if (!existsSync("/usr/sbin/postfix")) return "not installed: postfix";
  return process.getuid?.() === 0 ? "" : "Postfix can only be started by root";
}

/**
 * Dovecot and Postfix from Debian on free loopback ports, with configuration, mail and queue in a
 * folder of their own; instances that Debian runs are not touched. Stops them by their own pids.
 */
export async function startDovecotPostfix(options: MailServersOptions): Promise<MailServers> {
  const folder = await mkdtemp(join(tmpdir(), "aduan-mail-"));
  // Their processes run under users of their own.
  await chmod(folder, 0o755);
  const [imap = 0, lmtp = 0, auth = 0, smtp = 0] = await freePorts(4);
  const users = options.addresses.map((address) => ({ address, password: PASSWORD }));
  const dovecot = await startDovecot({ folder, ports: { imap, lmtp, auth }, users });
  const replies = options.replies ?? {};
  const postfix = await startPostfix({ folder, ports: { smtp, lmtp, auth }, users, replies });
  return {
    imap: { host: "127.0.0.1", port: imap },
    smtp: { host: "127.0.0.1", port: smtp },
    dovecot,
    async stop() {
      await postfix.stop();
      await dovecot.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
