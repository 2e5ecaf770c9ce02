import { Fields, NAMES, senderAddress } from "./config-fields.ts";
import { readGoogleKey } from "./config-google-key.ts";
import type { GoogleKey } from "./config-google-key.ts";
import { intakeSince, ruleProblems } from "./config-rules.ts";
import { collectSettings, shown } from "./config-settings.ts";
import type { Instant } from "./desk/time.ts";
import { ConfigError } from "./errors.ts";
import type { LogLevel } from "./log.ts";
import type { Secret } from "./secret.ts";

/** Connections and secrets; what the office decides stands in *Pengaturan*. */
export interface Config {
  imap: {
    host: string;
    port: number;
    secure: boolean;
    user: string;
    password: Secret;
    folder: string;
    /** Mail older than this is left alone on the first run; null: everything before the start. */
    since: Instant | null;
    sentFolder: string | null;
  };
  smtp: {
    host: string;
    port: number;
    secure: boolean;
    user: string;
    /** null: a server on this machine that takes mail without a login. */
    password: Secret | null;
    /** As written: `Helpdesk <helpdesk@kab.example>` or a bare address. */
    from: string;
    /** The address in `from`, lower-case. */
    address: string;
    /** Who files a copy in Sent: the server itself, the worker, or nobody. */
    sentCopy: "server" | "append" | "none";
  };
  google: GoogleKey & {
    spreadsheetId: string;
    formId: string | null;
    /** With a slash at its end; null: Google itself. */
    rootUrl: string | null;
  };
  dataDir: string;
  /** null: the templates that come with the program. */
  templatesDir: string | null;
  ticketPrefix: string;
  /** IANA zone. */
  zone: string;
  cron: string;
  operator: string;
  letterSecret: Secret;
  pingUrl: string | null;
  logLevel: LogLevel;
  clockUrl: string | null;
}

export interface ConfigFiles {
  /** Throws node's own error (ENOENT, EISDIR, EACCES) when a file cannot be read. */
  readFile: (path: string) => string;
  /** Can the folder be made and written? Asked without making it. */
  canWrite?: (folder: string) => boolean;
}

/** The whole configuration. Throws `ConfigError` with every mistake at once, in Indonesian. */
export function parseConfig(
  env: Record<string, string | undefined>,
  readFile: ConfigFiles["readFile"],
  canWrite: ConfigFiles["canWrite"] = () => true,
): Config {
  const { values, problems } = collectSettings(env, NAMES, readFile);
  const told = new Set(problems.map((problem) => problem.split(/_FILE:|:/u)[0]));
  const fields = Fields.safeParse(values);
  for (const [name, expected] of fields.success ? [] : firstIssues(fields.error)) {
    if (!told.has(name))
      problems.push(`${name}: ${given(name, values[name])}; diharapkan ${expected}.`);
    told.add(name);
  }
  const path = values["GOOGLE_APPLICATION_CREDENTIALS"];
  const key = path === undefined ? undefined : readGoogleKey(path, readFile);
  if (key && "problem" in key) {
    problems.push(`GOOGLE_APPLICATION_CREDENTIALS: ${masked(path ?? "", key.problem)}.`);
  }
  problems.push(...ruleProblems(values, told, canWrite));
  if (problems.length > 0 || !fields.success || !key || "problem" in key) {
    throw new ConfigError(problems);
  }
  return assemble(fields.data, key);
}

function* firstIssues(error: { issues: { path: PropertyKey[]; message: string }[] }) {
  const seen = new Set<string>();
  for (const { path, message } of error.issues) {
    const name = String(path[0]);
    if (seen.has(name)) continue;
    seen.add(name);
    yield [name, message] as const;
  }
}

function given(name: string, value: string | undefined): string {
  return value === undefined ? "belum diisi" : `tertulis ${shown(name, value)}`;
}

/** A pasted key where the path belongs must not be printed as a path. */
function masked(path: string, problem: string): string {
  return problem.replaceAll(`"${path}"`, shown("GOOGLE_APPLICATION_CREDENTIALS", path));
}

function assemble(fields: Fields, key: GoogleKey): Config {
  return {
    imap: {
      host: fields.IMAP_HOST,
      port: fields.IMAP_PORT,
      secure: fields.IMAP_SECURE ?? fields.IMAP_PORT !== 143,
      user: fields.IMAP_USER,
      password: fields.IMAP_PASSWORD,
      folder: fields.IMAP_FOLDER,
      since: intakeSince(fields.INTAKE_SINCE, fields.OFFICE_TIMEZONE) ?? null,
      sentFolder: fields.SENT_FOLDER ?? null,
    },
    smtp: {
      host: fields.SMTP_HOST,
      port: fields.SMTP_PORT,
      secure: fields.SMTP_SECURE ?? fields.SMTP_PORT === 465,
      user: fields.SMTP_USER ?? "",
      password: fields.SMTP_PASSWORD ?? null,
      from: fields.MAIL_FROM,
      address: senderAddress(fields.MAIL_FROM) ?? "",
      sentCopy: fields.SENT_COPY,
    },
    google: {
      ...key,
      spreadsheetId: fields.SPREADSHEET_ID,
      formId: fields.FORM_ID ?? null,
      rootUrl: fields.GOOGLE_API_ROOT_URL ?? null,
    },
    dataDir: fields.DATA_DIR,
    templatesDir: fields.TEMPLATES_DIR ?? null,
    ticketPrefix: fields.TICKET_PREFIX,
    zone: fields.OFFICE_TIMEZONE,
    cron: fields.POLL_CRON,
    operator: fields.OPERATOR_EMAIL.toLowerCase(),
    letterSecret: fields.LETTER_SECRET,
    pingUrl: fields.PING_URL ?? null,
    logLevel: fields.LOG_LEVEL,
    clockUrl: fields.CLOCK_URL ?? null,
  };
}
