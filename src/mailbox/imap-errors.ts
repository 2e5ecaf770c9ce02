import { RemoteError } from "../errors.ts";

interface ImapFailure {
  message: string;
  code?: string | undefined;
  authenticationFailed?: boolean | undefined;
  mailboxMissing?: boolean | undefined;
  responseStatus?: string | undefined;
  responseText?: string | undefined;
  serverResponseCode?: string | undefined;
}

/** A failure of the mail server or the way to it as `RemoteError`; anything else as it is. */
export function imapError(error: unknown, wrote: "read" | "wrote" = "read"): unknown {
  if (error instanceof RemoteError || !(error instanceof Error) || !isRemote(error)) return error;
  const failure: ImapFailure = error;
  const message = describe(failure);
  const remedy = remedyFor(failure);
  if (remedy) return new RemoteError(message, { kind: "misconfigured", remedy, cause: error });
  const lost = failure.responseStatus === undefined && wrote === "wrote";
  return new RemoteError(message, { kind: lost ? "uncertain" : "temporary", cause: error });
}

/** A mistake in our own code carries none of these. */
function isRemote(error: Error): boolean {
  return ["code", "responseStatus", "authenticationFailed", "mailboxMissing"].some(
    (field) => field in error,
  );
}

function describe({ message, code, responseText, serverResponseCode }: ImapFailure): string {
  const words = [serverResponseCode ?? code, responseText ?? message].filter(Boolean).join(": ");
  return `IMAP ${words}`
    .replaceAll(/[^\s<>:@]+@[^\s<>:,;]+/g, "…")
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .slice(0, 300);
}

function remedyFor(failure: ImapFailure): string | undefined {
  const { code = "", authenticationFailed, mailboxMissing } = failure;
  if (authenticationFailed && !isCrowded(failure)) {
    return "Server IMAP menolak login: periksa IMAP_USER dan IMAP_PASSWORD (Gmail: sandi aplikasi).";
  }
  if (mailboxMissing || failure.serverResponseCode === "NONEXISTENT") {
    return "Folder tidak ada di kotak surat: periksa IMAP_FOLDER dan SENT_FOLDER.";
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|WRONG_VERSION|ERR_TLS|ERR_SSL|STARTTLS/.test(code)) {
    return "Sambungan aman ke server IMAP gagal: periksa IMAP_PORT, IMAP_SECURE, dan sertifikat server.";
  }
  return undefined;
}

/** Phones and webmail share the account's connections; the next beat may find one free. */
function isCrowded({ serverResponseCode = "", responseText = "" }: ImapFailure): boolean {
  return (
    ["UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG"].includes(serverResponseCode) ||
    /too many/i.test(responseText)
  );
}
