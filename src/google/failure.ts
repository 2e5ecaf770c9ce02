import { RemoteError } from "../errors.ts";
import type { RemoteErrorKind } from "../errors.ts";

export interface CallAbout {
  /** "lembar kerja", "formulir": for the remedy. */
  what: string;
  write: boolean;
  account: string;
}

/** Google's refusal, or its silence, in our four words; decided by codes and reasons, not by texts. */
export function remoteError(error: unknown, about: CallAbout): RemoteError {
  if (error instanceof RemoteError) return error;
  const failure = failureOf(error);
  const { kind, remedy } = meaning(failure, about);
  return new RemoteError(failure.message, {
    kind,
    // Not the library's own error: it carries the request's body into the log.
    cause: { status: failure.status, reason: failure.reason, code: failure.network },
    ...(remedy === undefined ? {} : { remedy }),
  });
}

interface Failure {
  message: string;
  /** HTTP status; null when no answer came. */
  status: number | null;
  /** `SERVICE_DISABLED`, of the error's details; `invalid_grant` of the token's refusal. */
  reason: string;
  /** `ECONNRESET` and its like. */
  network: string;
  ofToken: boolean;
}

interface Meaning {
  kind: RemoteErrorKind;
  remedy?: string;
}

function meaning(failure: Failure, about: CallAbout): Meaning {
  const { status, reason, network, ofToken } = failure;
  if (ofToken) return tokenMeaning(failure);
  if (status === 403 || status === 404) return accessMeaning(reason, status, about);
  if (status === 401) {
    // The client drops the token, so the next call signs in afresh; a bad key fails there.
    return {
      kind: "temporary",
      remedy:
        "Google menolak tanda masuk; dicoba lagi dengan yang baru. Bila berulang, ganti kunci akun layanan.",
    };
  }
  if (status === 429) {
    return {
      kind: "temporary",
      remedy: "Kuota Google terlampaui; dicoba lagi pada menit berikutnya.",
    };
  }
  if (status !== null && status >= 400 && status < 500 && status !== 408)
    return { kind: "rejected" };
  const neverSent = NEVER_SENT.has(network);
  // A 5xx, a cut connection or silence says nothing about whether a write was done.
  return { kind: about.write && !neverSent ? "uncertain" : "temporary" };
}

/** The token is asked for before the call itself, so nothing can have been written. */
function tokenMeaning({ status, reason }: Failure): Meaning {
  if (status === null || status >= 500 || status === 429) return { kind: "temporary" };
  if (reason !== "invalid_grant") {
    return {
      kind: "misconfigured",
      remedy: "Google menolak masuk; periksa berkas kunci akun layanan.",
    };
  }
  return {
    kind: "misconfigured",
    remedy:
      "Google menolak masuk: jam komputer ini mungkin salah, atau kunci akun layanan sudah dicabut. Cocokkan jam (NTP), lalu periksa berkas kunci.",
  };
}

function accessMeaning(reason: string, status: number, { what, account }: CallAbout): Meaning {
  if (reason === "SERVICE_DISABLED" || reason === "accessNotConfigured") {
    const api = what === "formulir" ? "Google Forms API" : "Google Sheets API";
    return {
      kind: "misconfigured",
      remedy: `Aktifkan ${api} pada proyek Google Cloud akun layanan.`,
    };
  }
  if (reason === "ACCESS_TOKEN_SCOPE_INSUFFICIENT") {
    return { kind: "misconfigured", remedy: `Akun layanan tidak diberi izin untuk ${what}.` };
  }
  const share = `Bagikan ${what} kepada ${account} sebagai Editor.`;
  if (status !== 404) return { kind: "misconfigured", remedy: share };
  const name = what === "formulir" ? "FORM_ID" : "SPREADSHEET_ID";
  return {
    kind: "misconfigured",
    remedy: `${share} Periksa juga ${name}: ${what} dengan ID itu mungkin sudah dihapus, atau ID-nya salah.`,
  };
}

const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** Google no longer takes the token that the library still believes in. */
export function isStaleToken(error: unknown): boolean {
  const { status, ofToken } = failureOf(error);
  return status === 401 && !ofToken;
}

function failureOf(error: unknown): Failure {
  const fields = isRecord(error) ? error : {};
  const response = isRecord(fields["response"]) ? fields["response"] : {};
  const data = isRecord(response["data"]) ? response["data"] : {};
  const status = numberIn(response["status"]) ?? numberIn(fields["status"]);
  const cause = isRecord(fields["cause"]) ? fields["cause"] : {};
  return {
    message: error instanceof Error ? oneLine(error.message) : "Google tidak menjawab",
    status,
    reason: reasonIn(data),
    network: textIn(fields["code"]) || textIn(cause["code"]),
    ofToken: isTokenCall(fields["config"]),
  };
}

function reasonIn(data: Record<string, unknown>): string {
  const error = data["error"];
  if (typeof error === "string") return error;
  const details: unknown = isRecord(error) ? error["details"] : undefined;
  if (!Array.isArray(details)) return "";
  for (const detail of details) {
    if (isRecord(detail) && typeof detail["reason"] === "string") return detail["reason"];
  }
  return "";
}

function isTokenCall(config: unknown): boolean {
  const url = isRecord(config) ? config["url"] : undefined;
  const path = url instanceof URL ? url.pathname : (URL.parse(textIn(url))?.pathname ?? "");
  return path.endsWith("/token");
}

/** An HTML page of a proxy or of Google would fill the log. */
function oneLine(message: string): string {
  return message.trimStart().startsWith("<")
    ? "Google menjawab dengan halaman HTML, bukan data"
    : message.replaceAll(/\s+/g, " ").slice(0, 500);
}

function numberIn(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function textIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
