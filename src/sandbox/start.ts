import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { serve } from "@hono/node-server";

import { HOUR, type Instant } from "../desk/time.ts";
import { SandboxClock } from "./clock.ts";
import { HELPDESK, OPERATOR } from "./example-office.ts";
import { openForm } from "./office/form-desk.ts";
import { startGoogle, type Google } from "./google/server.ts";
import { startMail, type SandboxMail } from "./mail/server.ts";
import { createOffice, type OfficeParts } from "./office.ts";
import { Correspondence } from "./office/correspondence.ts";
import { fillOffice } from "./office/fill.ts";
import { WorkerProcess } from "./worker-process.ts";

export interface SandboxOptions {
  start: Instant;
  rate: 0 | 1;
  port: number;
  /** The worker's program; only for tests. */
  main?: string;
}

/** The whole office, running. */
export interface Sandbox extends OfficeParts {
  url: string;
  close(): Promise<void>;
}

/** Starts the servers, lets `setup` make the spreadsheet, fills it in as its people would, starts the worker. */
export async function startSandbox({ start, rate, port, main }: SandboxOptions): Promise<Sandbox> {
  const folder = await mkdtemp(join(scratch(), "aduan-sandbox-"));
  const clock = new SandboxClock({ start, rate });
  const now = () => clock.now();
  const password = randomBytes(12).toString("hex");
  const mail = await startMail({ now, helpdesk: { address: HELPDESK.address, password } });
  const google = await startGoogle({ now });
  const form = openForm(google.form);
  const keyFile = join(folder, "key.json");
  await writeFile(keyFile, JSON.stringify(google.keyFile()), { mode: 0o600 });

  const correspondence = new Correspondence(mail, now);
  const env: Record<string, string> = {};
  const worker = new WorkerProcess({ env, folder, ...(main === undefined ? {} : { main }) });
  const logFolder = join(folder, "data", "log");
  const parts = { clock, mail, google, form, worker, correspondence, logFolder };
  const { server, url } = await listen(parts, port);
  Object.assign(env, configuration({ start, mail, google, password, keyFile, folder, url }));
  worker.onChange(({ running, starts, ended }) => {
    // While it is away nobody reports beats; a jump must not wait for them.
    if (!running && starts > 0) clock.fail(`Pekerja ${ended}`);
  });

  async function close(): Promise<void> {
    clock.close();
    await worker.stop();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ("closeAllConnections" in server) server.closeAllConnections();
    });
    await Promise.all([mail.close(), google.close()]);
    await rm(folder, { recursive: true, force: true });
  }

  try {
    const code = await worker.run("setup");
    if (code !== 0) throw new Error(`setup ended with code ${code}:\n${worker.tail().join("\n")}`);
    fillOffice(google);
    worker.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { ...parts, url, close };
}

/** The journal waits for the disk at every commit; where there is a folder in memory, a play need not. */
function scratch(): string {
  return existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
}

function listen(parts: OfficeParts, port: number) {
  return new Promise<{ server: ReturnType<typeof serve>; url: string }>((resolve, reject) => {
    const options = { fetch: createOffice(parts).fetch, hostname: "127.0.0.1", port };
    const server = serve(options, (address) => {
      resolve({ server, url: `http://127.0.0.1:${address.port}/` });
    });
    server.once("error", reject);
  });
}

interface Addresses {
  start: Instant;
  mail: SandboxMail;
  google: Google;
  password: string;
  keyFile: string;
  folder: string;
  url: string;
}

/** Everything that tells the worker where it is; it cannot see that this is no real office. */
function configuration(it: Addresses): Record<string, string> {
  const { start, mail, google, password, keyFile, folder, url } = it;
  return {
    IMAP_HOST: mail.imap.host,
    IMAP_PORT: String(mail.imap.port),
    IMAP_SECURE: "false",
    IMAP_USER: HELPDESK.address,
    IMAP_PASSWORD: password,
    // Whoever is quick may write before the worker has looked into the mailbox for the first time.
    INTAKE_SINCE: minuteOf(start),
    SMTP_HOST: mail.smtp.host,
    SMTP_PORT: String(mail.smtp.port),
    SMTP_SECURE: "false",
    SMTP_USER: HELPDESK.address,
    SMTP_PASSWORD: password,
    MAIL_FROM: HELPDESK.address,
    SENT_COPY: "append",
    GOOGLE_APPLICATION_CREDENTIALS: keyFile,
    GOOGLE_API_ROOT_URL: google.rootUrl,
    SPREADSHEET_ID: google.spreadsheetId,
    FORM_ID: google.form.id,
    DATA_DIR: join(folder, "data"),
    CLOCK_URL: new URL("clock", url).href,
    LETTER_SECRET: randomBytes(24).toString("hex"),
    OPERATOR_EMAIL: OPERATOR.address,
    OFFICE_TIMEZONE: "Asia/Jakarta",
  };
}

/** `2026-11-24T08:00` in the office's zone. */
function minuteOf(instant: Instant): string {
  return new Date(instant + 7 * HOUR).toISOString().slice(0, 16);
}
