import { validate as isCron } from "node-cron";
import * as z from "zod";

import { formId, spreadsheetId } from "./config-links.ts";
import type { PastedId } from "./config-links.ts";
import { Secret } from "./secret.ts";

/*
 * Every name of the environment. A message says what is expected, and completes the sentence
 * `NAME: tertulis "…"; diharapkan …`.
 */

const ADDRESS = /^[^\s@<>",;:()]+@[^\s@<>",;:()]+$/u;

const MAIL_FROM_WANTED = "satu alamat, misalnya Helpdesk Diskominfo <helpdesk@kab.example>";
const ZONE_WANTED =
  "zona waktu menurut daftar IANA: Asia/Jakarta (WIB), Asia/Makassar (WITA), atau Asia/Jayapura (WIT)";
const CRON_WANTED =
  'lima bagian cron "menit jam tanggal bulan hari", misalnya "* * * * *" untuk tiap menit';
const SECRET_WANTED = "32 karakter acak atau lebih, misalnya hasil dari: openssl rand -hex 32";
const host = matching(
  /^[^\s/:@]+$|^\[?[0-9a-f:]+\]?$/iu,
  "nama server saja, misalnya mail.kab.example",
);
const port = text("angka 1 sampai 65535, misalnya 993")
  .refine((value) => /^\d+$/u.test(value) && Number(value) >= 1 && Number(value) <= 65_535, {
    error: "angka 1 sampai 65535, misalnya 993",
  })
  .transform(Number);
const yesOrNo = z
  .enum(["true", "false"], { error: "true atau false (true: TLS sejak awal)" })
  .transform((value) => value === "true");
const password = text("kata sandi kotak surat, atau sandi aplikasi").transform(
  (value) => new Secret(value),
);

export const Fields = z.object({
  IMAP_HOST: host,
  IMAP_PORT: port.default(993),
  IMAP_SECURE: yesOrNo.optional(),
  IMAP_USER: text("nama pengguna kotak surat helpdesk, biasanya alamatnya"),
  IMAP_PASSWORD: password,
  IMAP_FOLDER: text("nama folder").default("INBOX"),
  INTAKE_SINCE: text("tanggal, misalnya 2026-11-24 atau 2026-11-24T08:00").optional(),
  SMTP_HOST: host,
  SMTP_PORT: port.default(465),
  SMTP_SECURE: yesOrNo.optional(),
  SMTP_USER: text("nama pengguna pengirim surat").optional(),
  SMTP_PASSWORD: password.optional(),
  MAIL_FROM: text(MAIL_FROM_WANTED).refine((value) => senderAddress(value) !== undefined, {
    error: MAIL_FROM_WANTED,
  }),
  SENT_COPY: z
    .enum(["server", "append", "none"], {
      error:
        "server (server menyimpan sendiri), append (disimpan aduan), atau none (tanpa salinan)",
    })
    .default("append"),
  SENT_FOLDER: text("nama folder").optional(),
  GOOGLE_APPLICATION_CREDENTIALS: text("jalur berkas kunci JSON akun layanan"),
  SPREADSHEET_ID: pasted(
    "id lembar kerja, atau tautannya https://docs.google.com/spreadsheets/d/…/edit",
    spreadsheetId,
  ),
  FORM_ID: pasted("id formulir, atau tautan editnya", formId).optional(),
  GOOGLE_API_ROOT_URL: address("alamat https://, atau http:// pada mesin ini saja", (url) =>
    url.protocol === "https:" ? true : url.protocol === "http:" && isLoopback(url),
  )
    .transform((value) => (value.endsWith("/") ? value : `${value}/`))
    .optional(),
  DATA_DIR: text("folder untuk jurnal dan log").default("./data"),
  TEMPLATES_DIR: text("folder templat surat").optional(),
  TICKET_PREFIX: matching(
    /^[A-Z][A-Z0-9]{1,9}$/u,
    "2 sampai 10 huruf besar atau angka tanpa spasi, misalnya JKD",
  ).default("JKD"),
  OFFICE_TIMEZONE: text(ZONE_WANTED).refine(isZone, { error: ZONE_WANTED }).default("Asia/Jakarta"),
  POLL_CRON: text(CRON_WANTED)
    .refine((value) => value.split(/\s+/u).length === 5 && isCron(value), { error: CRON_WANTED })
    .default("* * * * *"),
  OPERATOR_EMAIL: matching(ADDRESS, "satu alamat surel, misalnya operator@kab.example"),
  LETTER_SECRET: text(SECRET_WANTED)
    .min(32, { error: SECRET_WANTED })
    .transform((value) => new Secret(value)),
  PING_URL: address("alamat http:// atau https://", (url) =>
    /^https?:$/u.test(url.protocol),
  ).optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"], { error: "debug, info, warn, atau error" })
    .default("info"),
  CLOCK_URL: address(
    "alamat http:// pada mesin ini saja (127.0.0.1); hanya untuk kantor contoh",
    (url) => url.protocol === "http:" && isLoopback(url),
  ).optional(),
});

export type Fields = z.infer<typeof Fields>;

export const NAMES = Object.keys(Fields.shape);

/** The address in `Name <local@domain>` or in a bare address; undefined when there is not one. */
export function senderAddress(sender: string): string | undefined {
  if (/\p{Cc}/u.test(sender)) return undefined;
  const candidate = /^[^<>]*<([^<>]+)>$/u.exec(sender)?.[1] ?? sender;
  return ADDRESS.test(candidate.trim()) ? candidate.trim().toLowerCase() : undefined;
}

export function isLoopback({ hostname }: Pick<URL, "hostname">): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/u.test(hostname);
}

function text(expected: string) {
  return z.string({ error: expected });
}

function matching(pattern: RegExp, expected: string) {
  return text(expected).regex(pattern, { error: expected });
}

function address(expected: string, isRight: (url: URL) => boolean) {
  return text(expected).refine((value) => URL.canParse(value) && isRight(new URL(value)), {
    error: expected,
  });
}

function pasted(expected: string, read: (value: string) => PastedId) {
  return text(expected).transform((value, context) => {
    const found = read(value);
    if ("id" in found) return found.id;
    context.addIssue({ code: "custom", message: found.problem });
    return z.NEVER;
  });
}

/** `WIB` and offsets are no zones of the IANA list, though some programs take them. */
function isZone(value: string): boolean {
  if (!/^(UTC|[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/u.test(value)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value);
    return true;
  } catch {
    return false;
  }
}
