import { RemoteError } from "../errors.ts";

/** How much of the message had been given to the connection when it failed. */
export type Handed = "nothing" | "part" | "all";

/** The server refuses the size; the same letter without its files may pass (DESIGN 13, Mail). */
export class TooBigError extends RemoteError {
  readonly tooBig = true;
}

/** What nodemailer tells of a failure; every field may be missing. */
export interface SmtpFailure {
  message: string;
  code?: string | undefined;
  originalCode?: string | undefined;
  command?: string | undefined;
  response?: string | undefined;
  responseCode?: number | undefined;
}

export interface SmtpContext {
  handed: Handed;
  /** Our own address: a refusal that names it is about us, whatever command it answers. */
  sender: string;
  loggedIn: boolean;
}

/** What a failed hand-over means for the letter (DESIGN 7, states). */
export function smtpError(error: unknown, context: SmtpContext): RemoteError {
  const failure = asFailure(error);
  const message = describe(failure);
  if (isTooBig(failure)) return new TooBigError(message, { kind: "rejected", cause: error });
  const remedy = remedyFor(failure, context);
  if (remedy) return new RemoteError(message, { kind: "misconfigured", remedy, cause: error });
  return new RemoteError(message, { kind: kindOf(failure, context.handed), cause: error });
}

function asFailure(error: unknown): SmtpFailure {
  return error instanceof Error ? error : { message: String(error) };
}

/** The server's own words on one line, without anybody's address. */
function describe({ response, message }: SmtpFailure): string {
  return (response ?? message)
    .replaceAll(/[^\s<>:@]+@[^\s<>:,;]+/g, "…")
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 300);
}

function isTooBig(failure: SmtpFailure): boolean {
  const { responseCode, command, code } = failure;
  if (responseCode === undefined) return code === "EMESSAGE" && command === "MAIL FROM";
  if (responseCode < 500) return false;
  const status = enhancedStatus(failure);
  if (/^5\.(?:3\.4|2\.3)$/.test(status)) return true;
  return responseCode === 552 && status === "" && command !== "RCPT TO";
}

/** RFC 3463 status such as `5.7.1`, or `""`. */
function enhancedStatus({ response = "" }: SmtpFailure): string {
  return /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? "";
}

/** What the operator must change, or undefined when the refusal is not about our own set-up. */
function remedyFor(failure: SmtpFailure, context: SmtpContext): string | undefined {
  if (isLoginRefused(failure)) {
    return "Server SMTP menolak login: periksa SMTP_USER dan SMTP_PASSWORD (Gmail: sandi aplikasi).";
  }
  if (isTlsRefused(failure)) {
    return "Sambungan aman ke server SMTP gagal: periksa SMTP_PORT, SMTP_SECURE, dan sertifikat server.";
  }
  if (isSenderRefused(failure, context)) {
    return "Server SMTP menolak pengirim: MAIL_FROM harus alamat milik akun SMTP_USER.";
  }
  if (isRelayRefused(failure, context)) {
    return "Server SMTP tidak mau meneruskan surat ke luar: isi SMTP_USER dan SMTP_PASSWORD.";
  }
  if (isServiceRefused(failure)) {
    return "Server SMTP menolak mesin ini: hubungi pengelola server surel.";
  }
  return undefined;
}

/** 4xx answers to AUTH too: whatever the reason, no letter will pass before a login does. */
function isLoginRefused(failure: SmtpFailure): boolean {
  const { code = "", responseCode = 0 } = failure;
  if (["EAUTH", "ENOAUTH", "EOAUTH2", "ECONFIG"].includes(code)) return true;
  if ([530, 534, 535, 538].includes(responseCode)) return true;
  return /^5\.7\.(?:8|9|14|30|57)$/.test(enhancedStatus(failure));
}

function isTlsRefused({ code, originalCode = "", responseCode }: SmtpFailure): boolean {
  if (responseCode !== undefined) return false;
  if (code !== "ETLS" && code !== "ESOCKET") return false;
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|WRONG_VERSION|ERR_TLS|ERR_SSL/.test(originalCode);
}

/** Postfix answers RCPT even when it is the sender that it refuses, and then names the sender. */
function isSenderRefused(failure: SmtpFailure, { sender }: SmtpContext): boolean {
  const { command, response = "", responseCode = 0 } = failure;
  if (responseCode < 500 || isPassing(failure)) return false;
  if (command === "MAIL FROM") return true;
  if (/^5\.(?:2\.252|7\.60)$/.test(enhancedStatus(failure))) return true;
  return command === "RCPT TO" && response.toLowerCase().includes(`<${sender}>: sender`);
}

function isRelayRefused({ response = "", responseCode = 0 }: SmtpFailure, context: SmtpContext) {
  return !context.loggedIn && responseCode >= 500 && /relay/i.test(response);
}

function isServiceRefused({ command = "", responseCode = 0 }: SmtpFailure): boolean {
  return responseCode >= 500 && ["CONN", "EHLO", "HELO", "STARTTLS"].includes(command);
}

/** Said with a 5, but passing: Google's daily limit, and policy delays that some label oddly. */
function isPassing(failure: SmtpFailure): boolean {
  return /^(?:5\.4\.5|4\.\d+\.\d+)$/.test(enhancedStatus(failure)) || failure.responseCode === 503;
}

function kindOf(failure: SmtpFailure, handed: Handed): "temporary" | "rejected" | "uncertain" {
  const { responseCode = 0, code } = failure;
  if (responseCode >= 400 && responseCode < 500) return "temporary";
  if (responseCode >= 500) return isPassing(failure) ? "temporary" : "rejected";
  if (handed === "all") return "uncertain";
  return code === "EENVELOPE" ? "rejected" : "temporary";
}
