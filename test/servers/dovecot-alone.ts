import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { ImapFlow } from "imapflow";

import { HELPDESK } from "../mailbox/imap-support.ts";
import { startDovecot } from "./dovecot.ts";
import type { Dovecot, DovecotOptions } from "./dovecot.ts";
import { freePorts } from "./ports.ts";

const run = promisify(execFile);

/** One helpdesk mailbox on a Dovecot of its own. */
export interface DovecotAlone {
  imap: { host: string; port: number };
  /** TLS from the first byte; 0 without a certificate. */
  imapsPort: number;
  /** The certificate that vouches for itself. */
  cert: string;
  dovecot: Dovecot;
  /** Another program of the mailbox's owner, such as webmail. */
  asOwner<T>(work: (client: ImapFlow) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export async function startDovecotAlone(
  options: Partial<DovecotOptions> & { secure?: boolean } = {},
): Promise<DovecotAlone> {
  const { secure = false, ...rest } = options;
  const folder = await mkdtemp(join(tmpdir(), "aduan-imap-"));
  await chmod(folder, 0o755);
  const [imap = 0, lmtp = 0, auth = 0, imaps = 0] = await freePorts(4);
  const files = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
  if (secure) await makeCertificate(files);
  const dovecot = await startDovecot({
    folder,
    ports: { imap, lmtp, auth },
    users: [HELPDESK],
    ...(secure ? { tls: { ...files, imaps } } : {}),
    ...rest,
  });
  return {
    imap: { host: "127.0.0.1", port: imap },
    imapsPort: secure ? imaps : 0,
    cert: secure ? await readFile(files.cert, "utf8") : "",
    dovecot,
    async asOwner(work) {
      const client = new ImapFlow({
        host: "127.0.0.1",
        port: imap,
        secure: false,
        doSTARTTLS: false,
        auth: { user: HELPDESK.address, pass: HELPDESK.password },
        logger: false,
      });
      await client.connect();
      await client.mailboxOpen("INBOX");
      try {
        return await work(client);
      } finally {
        await client.logout();
      }
    },
    async stop() {
      await dovecot.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeCertificate({ cert, key }: { cert: string; key: string }): Promise<void> {
  const names = "subjectAltName=IP:127.0.0.1,IP:127.0.0.2";
  const request = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  const subject = ["-nodes", "-days", "2", "-subj", "/CN=dovecot", "-addext", names];
  await run("openssl", [...request, ...subject, "-keyout", key, "-out", cert]);
}
