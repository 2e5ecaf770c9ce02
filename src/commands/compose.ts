import { randomUUID } from "node:crypto";
import { join } from "node:path";

import type { Config } from "../config.ts";
import type { Office } from "../desk/office.ts";
import { googleForms } from "../form/google-forms.ts";
import { openJournal } from "../journal/sqlite.ts";
import { openLog } from "../log.ts";
import type { FileLog } from "../log.ts";
import { imapMailbox } from "../mailbox/imap.ts";
import { googleSheets } from "../sheet/google-sheets.ts";
import { lockFolder } from "../worker/lease.ts";
import type { RemoteClock } from "../worker/remote-clock.ts";
import type { WorkerPorts } from "../worker/settings.ts";
import { imapOptions, openClock, openGoogle, openLetters, smtpOptions } from "./adapters.ts";
import type { CommandContext } from "./context.ts";
import { poisonGuard } from "./poison-mail.ts";
import { lazyMailer } from "./lazy-mailer.ts";

export interface Composed {
  ports: WorkerPorts & { remoteClock?: RemoteClock };
  /** Gives everything back, the lock on DATA_DIR last. */
  close: () => Promise<void>;
}

/**
 * The worker's outside, made of the real adapters. Throws `AlreadyRunningError` when another
 * process holds DATA_DIR, `ConfigError` when the journal cannot be used. Connects to nothing yet.
 */
export async function compose(config: Config, context: CommandContext): Promise<Composed> {
  const { dataDir } = config;
  const lock = lockFolder(dataDir, {
    pid: context.pid,
    host: context.host,
    startedAt: Date.now(),
  });
  const log = openLog({
    dir: join(dataDir, "log"),
    level: config.logLevel,
    console: context.out,
  });
  try {
    const ports = await portsOf(config, context, log);
    return {
      ports,
      async close() {
        await ports.mailbox.close();
        await ports.mailer.close();
        await ports.journal.close();
        log.close();
        lock.release();
      },
    };
  } catch (error) {
    log.close();
    lock.release();
    throw error;
  }
}

async function portsOf(
  config: Config,
  context: CommandContext,
  log: FileLog,
): Promise<Composed["ports"]> {
  const clock = await openClock(config);
  const google = await openGoogle(config);
  const letters = openLetters(config, log, context.programDir);
  const journal = await openJournal(join(config.dataDir, "journal.db"));
  const { formId, spreadsheetId } = config.google;
  const office = () => journal.state<Office>("office");
  const guard = poisonGuard(config.dataDir, context.onCrash ?? (() => {}));
  return {
    ...clock,
    log,
    journal,
    mailbox: imapMailbox(imapOptions(config, log, office, guard)),
    mailer: lazyMailer(smtpOptions(config)),
    letters,
    book: googleSheets(google, {
      spreadsheetId,
      zone: config.zone,
      prefix: config.ticketPrefix,
      now: () => clock.clock.now(),
    }),
    // Answers from before the first run are no new complaints, like the mail of that time.
    forms:
      formId === null
        ? null
        : googleForms(google, { formId, startAt: config.imap.since ?? clock.clock.now() }),
    host: context.host,
    newInstallation: randomUUID,
  };
}
