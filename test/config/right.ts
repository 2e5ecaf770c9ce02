import { parseConfig } from "../../src/config.ts";
import { ConfigError } from "../../src/errors.ts";

type Env = Record<string, string | undefined>;

/** Files by path; what is not here does not exist. */
export const KEY_FILE = JSON.stringify({
  type: "service_account",
  client_email: "aduan@proyek.iam.gserviceaccount.example",
  private_key: "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
});

/** A configuration without a mistake; a test states only what it is about. */
export function env(overrides: Env = {}): Env {
  return {
    IMAP_HOST: "mail.kab.example",
    IMAP_USER: "helpdesk@kab.example",
    IMAP_PASSWORD: "rahasia-imap",
    SMTP_HOST: "mail.kab.example",
    SMTP_USER: "helpdesk@kab.example",
    SMTP_PASSWORD: "rahasia-smtp",
    MAIL_FROM: "Helpdesk Diskominfo <helpdesk@kab.example>",
    GOOGLE_APPLICATION_CREDENTIALS: "/kunci.json",
    SPREADSHEET_ID: "AbC_123-xyz",
    OPERATOR_EMAIL: "operator@kab.example",
    LETTER_SECRET: "0123456789abcdef0123456789abcdef",
    ...overrides,
  };
}

export function reader(files: Record<string, string> = {}): (path: string) => string {
  const known: Record<string, string> = { "/kunci.json": KEY_FILE, ...files };
  return (path) => {
    const content = known[path];
    if (content !== undefined) return content;
    const code = path.endsWith("/") ? "EISDIR" : "ENOENT";
    throw Object.assign(new Error(`${code}: ${path}`), { code });
  };
}

/** The list of mistakes, none when the configuration is right. */
export function mistakes(
  values: Env,
  files: Record<string, string> = {},
  canWrite?: (folder: string) => boolean,
): readonly string[] {
  try {
    parseConfig(values, reader(files), canWrite);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
