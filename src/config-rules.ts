import { isLoopback, senderAddress } from "./config-fields.ts";
import { shown } from "./config-settings.ts";
import type { Instant } from "./desk/time.ts";

type Values = Readonly<Record<string, string>>;
type Rule = (
  values: Values,
  canWrite: (folder: string) => boolean,
) => [name: string, problem: string][];

/** What no single setting shows. Settings that are wrong by themselves (`told`) are left alone. */
export function ruleProblems(
  values: Values,
  told: ReadonlySet<string | undefined>,
  canWrite: (folder: string) => boolean,
): string[] {
  const found = RULES.flatMap((rule) => rule(values, canWrite));
  return found.filter(([name]) => !told.has(name)).map(([name, problem]) => `${name}: ${problem}.`);
}

/** A date alone is midnight in the office's zone; undefined when it is no date. */
export function intakeSince(text: string | undefined, zone: string): Instant | undefined {
  if (text === undefined) return undefined;
  const written = text.replace(/^(\d{4}-\d\d-\d\d) (?=\d)/u, "$1T");
  if (!/^\d{4}-\d\d-\d\d(T\d\d[:.]\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/u.test(written))
    return undefined;
  try {
    if (/T.*(Z|[+-]\d\d:?\d\d)$/u.test(written)) {
      return Temporal.Instant.from(written).epochMilliseconds;
    }
    return Temporal.PlainDateTime.from(written).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return undefined;
  }
}

const sinceIsADate: Rule = ({ INTAKE_SINCE: since }) =>
  since !== undefined && intakeSince(since, "UTC") === undefined
    ? [
        [
          "INTAKE_SINCE",
          `tertulis ${shown("INTAKE_SINCE", since)}; diharapkan tanggal, misalnya 2026-11-24 atau 2026-11-24T08:00`,
        ],
      ]
    : [];

/** The two ways to begin TLS have ports of their own; mixed up they only time out. */
const tlsFitsPort: Rule = (values) =>
  (["IMAP", "SMTP"] as const).flatMap((protocol): [string, string][] => {
    const [port, secure] = [values[`${protocol}_PORT`], values[`${protocol}_SECURE`]];
    const late = ["143", "587", "25"].includes(port ?? "") && secure === "true";
    const early = ["993", "465"].includes(port ?? "") && secure === "false";
    if (!late && !early) return [];
    const wanted = late ? "false (STARTTLS)" : "true (TLS sejak awal)";
    return [
      [`${protocol}_SECURE`, `tertulis "${secure}"; diharapkan ${wanted} untuk port ${port}`],
    ];
  });

const loginIsWhole: Rule = (values) => {
  const { SMTP_HOST: host, SMTP_USER: user, SMTP_PASSWORD: password } = values;
  const relay = host !== undefined && isLoopback({ hostname: host }) && !user && !password;
  if (relay || host === undefined) return [];
  const wanted = "belum diisi; hanya server SMTP pada mesin ini yang menerima surat tanpa login";
  const missing: [string, string][] = [];
  if (!user) missing.push(["SMTP_USER", wanted]);
  if (!password) missing.push(["SMTP_PASSWORD", wanted]);
  return missing;
};

/** No letter goes to the helpdesk's own mailbox, so alarms would reach nobody. */
const operatorIsAPerson: Rule = ({
  OPERATOR_EMAIL: operator,
  IMAP_USER: user,
  MAIL_FROM: from,
}) => {
  const own = [user?.toLowerCase(), senderAddress(from ?? "")];
  return operator !== undefined && own.includes(operator.toLowerCase())
    ? [
        [
          "OPERATOR_EMAIL",
          `tertulis "${operator}"; diharapkan alamat seorang operator, bukan kotak surat helpdesk sendiri`,
        ],
      ]
    : [];
};

const dataIsWritable: Rule = ({ DATA_DIR: folder = "./data" }, canWrite) =>
  canWrite(folder)
    ? []
    : [["DATA_DIR", `tertulis "${folder}"; diharapkan folder yang boleh ditulisi oleh akun ini`]];

const RULES: readonly Rule[] = [
  sinceIsADate,
  tlsFitsPort,
  loginIsWhole,
  operatorIsAPerson,
  dataIsWritable,
];
