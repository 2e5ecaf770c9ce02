import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { listening } from "./ports.ts";

const run = promisify(execFile);

export interface PostfixOptions {
  folder: string;
  ports: { smtp: number; lmtp: number; auth: number };
  /** Everybody who has a mailbox and may log in and send as himself. */
  users: readonly { address: string }[];
  /** Recipients answered with a reply of their own, `450 4.2.1 …`. */
  replies: Readonly<Record<string, string>>;
}

export interface Postfix {
  stop(): Promise<void>;
}

/** Debian's Postfix with configuration and queue of its own: submission with login, then LMTP. */
export async function startPostfix(options: PostfixOptions): Promise<Postfix> {
  const { ports, users, replies } = options;
  const folder = join(options.folder, "postfix");
  await mkdir(join(folder, "spool"), { recursive: true });
  await mkdir(join(folder, "data"));
  await run("chown", ["postfix", join(folder, "data")]);
  const mailboxes = users.map(({ address }) => `${address} ${address}\n`).join("");
  await writeFile(join(folder, "mailboxes"), mailboxes);
  const access = Object.entries(replies).map(([address, reply]) => `${address} ${reply}\n`);
  await writeFile(join(folder, "access"), access.join(""));
  await writeFile(join(folder, "main.cf"), mainCf(folder, ports, users));
  await writeFile(join(folder, "master.cf"), masterCf(ports.smtp));
  await run("/usr/sbin/postfix", ["-c", folder, "start"]);
  await listening(ports.smtp);
  return {
    async stop() {
      // Ends the master named by the pid file in this instance's own folder.
      await run("/usr/sbin/postfix", ["-c", folder, "stop"]);
    },
  };
}

function mainCf(
  folder: string,
  { lmtp, auth }: PostfixOptions["ports"],
  users: PostfixOptions["users"],
): string {
  const domains = new Set(users.map(({ address }) => address.split("@")[1]));
  return `
compatibility_level = 3.6
queue_directory = ${folder}/spool
data_directory = ${folder}/data
maillog_file = ${folder}/postfix.log
maillog_file_prefixes = ${folder}
myhostname = mail.kantor.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
virtual_mailbox_domains = ${[...domains].join(", ")}
virtual_mailbox_maps = texthash:${folder}/mailboxes
virtual_transport = lmtp:inet:127.0.0.1:${lmtp}
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${auth}
smtpd_sasl_auth_enable = yes
smtpd_sender_login_maps = texthash:${folder}/mailboxes
smtpd_sender_restrictions = reject_sender_login_mismatch
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access texthash:${folder}/access, reject_unlisted_recipient, permit_sasl_authenticated, reject
smtpd_error_sleep_time = 0
message_size_limit = 2000000
`;
}

function masterCf(port: number): string {
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    unix("pickup", "pickup", "60 1").replace("unix -", "unix n"),
    unix("cleanup", "cleanup", "- 0").replace("unix -", "unix n"),
    unix("qmgr", "qmgr", "300 1").replace("unix -", "unix n"),
    unix("rewrite", "trivial-rewrite"),
    unix("bounce", "bounce", "- 0"),
    unix("defer", "bounce", "- 0"),
    unix("trace", "bounce", "- 0"),
    unix("proxymap", "proxymap"),
    unix("error", "error"),
    unix("retry", "error"),
    unix("lmtp", "lmtp"),
    unix("smtp", "smtp"),
    unix("anvil", "anvil", "- 1"),
    unix("scache", "scache", "- 1"),
    unix("showq", "showq").replace("unix -", "unix n"),
    "postlog unix-dgram n - n - 1 postlogd",
    "",
  ].join("\n");
}

/** A service behind a socket; none is chrooted, so that no files need copying. */
function unix(name: string, command: string, limits = "- -"): string {
  return `${name} unix - - n ${limits} ${command}`;
}
