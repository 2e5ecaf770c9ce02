import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { listening } from "./ports.ts";

const run = promisify(execFile);

export interface DovecotOptions {
  folder: string;
  ports: { imap: number; lmtp: number; auth: number };
  users: readonly { address: string; password: string }[];
  /** PEM files of a certificate for 127.0.0.1 and 127.0.0.2; offers STARTTLS, and TLS on `imaps`. */
  tls?: { cert: string; key: string; imaps: number };
  /** What the server says it can, in place of all that it can. */
  capability?: string;
  /** Name of the folder for sent mail, without its mark. */
  plainSent?: string;
}

/** Why Dovecot cannot be started here, or "" when it can. */
export function missingDovecot(): string {
  const missing = [
    ["dovecot-imapd", "/usr/lib/dovecot/imap"],
    ["dovecot-lmtpd", "/usr/lib/dovecot/lmtp"],
  ].filter(([, path = ""]) => !existsSync(path));
  return missing.length > 0 ? `not installed: ${missing.map(([name]) => name).join(", ")}` : "";
}

export interface Dovecot {
  /** Runs `doveadm` against this instance. */
  doveadm(...args: string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Debian's Dovecot with configuration and mail of its own; IMAP, LMTP and SASL on loopback. */
export async function startDovecot(options: DovecotOptions): Promise<Dovecot> {
  const { folder, ports, users } = options;
  const config = join(folder, "dovecot.conf");
  const mail = join(folder, "mail");
  await mkdir(mail, { recursive: true });
  const root = process.getuid?.() === 0;
  if (root) await chown(mail, NOBODY, NOBODY);
  const lines = users.map(({ address, password }) => `${address}:{PLAIN}${password}::::::\n`);
  await writeFile(join(folder, "users"), lines.join(""));
  await chmod(join(folder, "users"), 0o644);
  await writeFile(config, configuration(options, root));
  const server = spawn("/usr/sbin/dovecot", ["-F", "-c", config], { stdio: "ignore" });
  const ended = once(server, "exit");
  await Promise.race([
    Promise.all([listening(ports.imap), listening(ports.lmtp), listening(ports.auth)]),
    ended.then(() => Promise.reject(new Error(`Dovecot ended, see ${folder}/dovecot.log`))),
  ]);
  return {
    async doveadm(...args) {
      await run("/usr/bin/doveadm", ["-c", config, ...args]);
    },
    async stop() {
      server.kill("SIGTERM");
      await ended;
    },
  };
}

/** Dovecot opens nobody's mail as root. */
const NOBODY = 65_534;

function configuration(options: DovecotOptions, root: boolean): string {
  const { folder, ports, tls, capability, plainSent } = options;
  const { username } = userInfo();
  const owner = root
    ? `uid=${NOBODY} gid=${NOBODY}`
    : `uid=${process.getuid?.()} gid=${process.getgid?.()}`;
  return `
protocols = imap lmtp
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
${tls ? `ssl = yes\nssl_cert = <${tls.cert}\nssl_key = <${tls.key}` : "ssl = no"}
${capability === undefined ? "" : `imap_capability = ${capability}`}
disable_plaintext_auth = no
auth_failure_delay = 0
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
${root ? "" : withoutRoot(username)}
passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = ${owner} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox "${plainSent ?? "Terkirim"}" {
    ${plainSent === undefined ? "special_use = \\Sent" : ""}
    auto = create
  }
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1, 127.0.0.2
    port = ${ports.imap}
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${tls?.imaps ?? 0}
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${ports.lmtp}
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service auth {
  inet_listener {
    address = 127.0.0.1
    port = ${ports.auth}
  }
}
`;
}

/** Without root nothing can change its user or its root folder. */
function withoutRoot(user: string): string {
  const services = ["anvil", "imap-login", "auth", "auth-worker", "stats", "ipc", "old-stats"];
  return [
    `default_internal_user = ${user}`,
    `default_login_user = ${user}`,
    ...services.map((name) => `service ${name} {\n  chroot =\n}`),
  ].join("\n");
}
