import { join, resolve } from "node:path";

import { imapOptions, openLetters, smtpOptions } from "../../src/commands/adapters.ts";
import { parseConfig } from "../../src/config.ts";
import type { Config } from "../../src/config.ts";
import { defaultPolicy } from "../../src/desk/default-policy.ts";
import type { Office } from "../../src/desk/office.ts";
import { RemoteError } from "../../src/errors.ts";
import { openJournal } from "../../src/journal/sqlite.ts";
import { smtpMailer } from "../../src/letters/smtp.ts";
import { openLog } from "../../src/log.ts";
import { imapMailbox } from "../../src/mailbox/imap.ts";
import type { WorkerPorts } from "../../src/worker/settings.ts";
import { env, reader } from "../config/right.ts";
import { LOGIN } from "./mail-servers.ts";
import type { MailServers } from "./mail-servers.ts";
import { unitOf } from "./senders.ts";

export interface BenchWorker {
  ports: WorkerPorts;
  settings: Config;
  close: () => Promise<void>;
}

/** The worker's real mail side, journal and letters; Google is away, as it may be for a day. */
export async function openBenchWorker(
  servers: MailServers,
  folder: string,
  { senders }: { senders: number },
): Promise<BenchWorker> {
  const settings = parseConfig(configuration(servers, folder), reader());
  const journal = await openJournal(join(folder, "journal.db"));
  const office = officeOf(senders);
  await journal.commit({ state: { office } }, await journal.lease());
  const log = openLog({ dir: join(folder, "log"), level: "info", console: null });
  const away = new RemoteError("Google is away", { kind: "temporary" });
  const ports: WorkerPorts = {
    clock: { now: Date.now },
    log,
    journal,
    mailbox: imapMailbox(imapOptions(settings, log, async () => office)),
    mailer: smtpMailer(smtpOptions(settings)),
    letters: openLetters(settings, log, resolve(import.meta.dirname, "../..")),
    book: { read: () => Promise.reject(away) },
    forms: null,
    host: "bench",
    newInstallation: () => "bench",
  };
  return {
    ports,
    settings,
    async close() {
      await ports.mailbox.close();
      await ports.mailer.close();
      await journal.close();
      log.close();
    },
  };
}

function configuration({ imap, smtp }: MailServers, folder: string) {
  return env({
    IMAP_HOST: imap.host,
    IMAP_PORT: String(imap.port),
    IMAP_SECURE: "false",
    IMAP_USER: LOGIN.user,
    IMAP_PASSWORD: LOGIN.password,
    SMTP_HOST: smtp.host,
    SMTP_PORT: String(smtp.port),
    SMTP_SECURE: "false",
    SMTP_USER: LOGIN.user,
    SMTP_PASSWORD: LOGIN.password,
    MAIL_FROM: LOGIN.user,
    SENT_COPY: "server",
    INTAKE_SINCE: "2020-01-01",
    DATA_DIR: folder,
  });
}

function officeOf(senders: number): Office {
  return {
    policy: { ...defaultPolicy("Asia/Jakarta"), sendMode: "ya" },
    staff: [],
    units: Array.from({ length: senders }, (_, sender) => unitOf(sender)),
    duty: [],
    spreadsheetUrl: "",
    filterViews: {},
  };
}
