import { parseMessage } from "../../src/mailbox/message.ts";
import type { DeliveryFailure, Message, MessageClass } from "../../src/desk/message.ts";

export const HELPDESK = "helpdesk@kominfo.kuduskab.example";
export const OUR_DOMAIN = "kominfo.kuduskab.example";
/** 08.12 WIB on an ordinary working day. */
export const RECEIVED = Date.parse("2026-11-24T08:12:00+07:00");

/** What must become of one raw message; a field that is absent is not looked at. */
export interface Verdict {
  class: MessageClass;
  answered: boolean;
  from?: string | null;
  replyTo?: string;
  subject?: string;
  /** The whole readable text. */
  text?: string;
  newText?: string;
  /** Pieces that the text must hold. */
  holds?: string[];
  /** Pieces that it must not hold. */
  lacks?: string[];
  attachments?: string[];
  failures?: Partial<DeliveryFailure>[];
  reported?: string[];
  thanks?: boolean;
  problems?: RegExp;
  forwarded?: { address: string; attachedOriginal: boolean } | null;
}

export interface Row {
  name: string;
  raw: Uint8Array;
  want: Verdict;
  truncated?: boolean;
  sent?: boolean;
}

/** A row of the corpus: one message and its verdict. */
export function row(name: string, raw: string | Uint8Array, want: Verdict): Row {
  return { name, raw: typeof raw === "string" ? Buffer.from(raw) : raw, want };
}

export interface MailOptions {
  from?: string | null;
  subject?: string | null;
  id?: string;
  /** Further header lines, as they stand. */
  headers?: string[];
  body?: string;
}

/** A small mail from a village to the helpdesk. */
export function aMail(options: MailOptions = {}): string {
  const { from = "Pemdes Colo <pemdes.colo@desa.example>", subject = "Internet mati" } = options;
  const lines = [
    ...(from === null ? [] : [`From: ${from}`]),
    `To: ${HELPDESK}`,
    ...(subject === null ? [] : [`Subject: ${subject}`]),
    "Date: Tue, 24 Nov 2026 08:12:00 +0700",
    `Message-ID: <${options.id ?? "m1@desa.example"}>`,
    ...(options.headers ?? []),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${(options.body ?? "Mohon dicek.").replaceAll("\n", "\r\n")}`;
}

export interface PartOptions {
  type: string;
  headers?: string[];
  body: string;
}

/** A mail of several parts; a `type` such as `mixed` or `report; report-type=…`. */
export function aMultipart(type: string, parts: PartOptions[], options: MailOptions = {}): string {
  const inner = parts.map(({ type: partType, headers = [], body }) =>
    ["--b0", `Content-Type: ${partType}`, ...headers, "", body.replaceAll("\n", "\r\n")].join(
      "\r\n",
    ),
  );
  return aMail({
    ...options,
    headers: [
      ...(options.headers ?? []),
      "MIME-Version: 1.0",
      `Content-Type: multipart/${type}; boundary="b0"`,
    ],
    body: [...inner, "--b0--", ""].join("\r\n").replaceAll("\r\n", "\n"),
  });
}

export function plain(body: string): PartOptions {
  return { type: "text/plain; charset=utf-8", body };
}

export function file(type: string, name: string, content: string | Uint8Array): PartOptions {
  return {
    type: `${type}; name="${name}"`,
    headers: [
      "Content-Transfer-Encoding: base64",
      `Content-Disposition: attachment; filename="${name}"`,
    ],
    body: Buffer.from(content).toString("base64").replaceAll(/.{76}/g, "$&\n"),
  };
}

export function asBase64(body: string | Uint8Array): string {
  return Buffer.from(body).toString("base64").replaceAll(/.{76}/g, "$&\r\n");
}

/** Reads a raw mail as the worker would. */
export function read(
  raw: string | Uint8Array,
  { truncated = false, sent = false }: { truncated?: boolean; sent?: boolean } = {},
): Promise<Message> {
  const source = typeof raw === "string" ? Buffer.from(raw) : raw;
  const place = { folder: "INBOX", uidValidity: "7", uid: 41, receivedAt: RECEIVED };
  return parseMessage(
    { ...place, source, truncated, sent },
    { ourAddresses: [HELPDESK], letterDomain: OUR_DOMAIN, ticketPrefix: "JKD" },
  );
}
