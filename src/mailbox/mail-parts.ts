import type { AttachmentStream, HeaderLines, Headers, MailParser, MessageText } from "mailparser";

import { NotLoadedError } from "../errors.ts";
import { asPlainText, LenientIconv, looksMisread, relabel } from "./charset.ts";
import { contentType } from "./headers.ts";

/** A part that is no text of the message. Content only for the kinds that {@link KEPT} names. */
export interface Part {
  type: string;
  /** As the sender wrote it; not yet safe to show. */
  name: string;
  disposition: string;
  /** Parameters of Content-Type, lower-case keys. */
  params: Readonly<Record<string, string>>;
  size: number;
  content: Buffer | null;
  /** What a head claims to be the size of bytes that are not there; whoever wrote the head. */
  omitted?: number;
}

/** A message taken apart; nothing of it is cleaned yet. */
export interface MailParts {
  lines: HeaderLines;
  headers: Headers;
  text: string;
  html: string;
  /** The HTML was too long or too deep for the converter. */
  htmlUnread: boolean;
  /** There are more parts than the parser takes, or deeper ones; these are the first. */
  partsUnread: boolean;
  parts: Part[];
}

/** Kinds whose content says what a message is, with the most that is read of each. */
export const KEPT: Readonly<Record<string, number>> = {
  "message/delivery-status": 64 * 1024,
  "message/global-delivery-status": 64 * 1024,
  "message/disposition-notification": 16 * 1024,
  "text/rfc822-headers": 64 * 1024,
  "message/rfc822-headers": 64 * 1024,
  "message/rfc822": 256 * 1024,
  "message/global": 256 * 1024,
  "text/calendar": 64 * 1024,
  "application/ics": 64 * 1024,
  "application/ms-tnef": 2 * 1024 * 1024,
  "application/vnd.ms-tnef": 2 * 1024 * 1024,
};

/** Head of a part whose bytes stayed on the server; its value is their number. */
export const OMITTED = "x-aduan-omitted";

/** A parser that has not ended by then will not. */
const TIME_LIMIT = 20_000;

/** Takes a message apart; throws past the parser's bounds. A doubtful charset is read twice. */
export async function mailParts(
  source: Uint8Array,
  { filesOmitted = false }: { filesOmitted?: boolean } = {},
): Promise<MailParts> {
  const parts = await whole(source);
  return filesOmitted ? { ...parts, parts: parts.parts.map(withToldSize) } : parts;
}

function withToldSize({ omitted, ...part }: Part): Part {
  return omitted === undefined ? part : { ...part, size: omitted };
}

async function whole(source: Uint8Array): Promise<MailParts> {
  const parts = await parse(source).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EMAXLEN")) throw error;
    return null;
  });
  if (parts === null) return beginning(source);
  if (!isHollow(parts)) return inRightCharset(parts, source);
  // The boundary is missing or never comes: the body is read as it stands.
  const { lines, headers } = parts;
  const body = asPlainText(source);
  const read = await parse(body).then((plain) => inRightCharset(plain, body));
  return { ...read, lines, headers };
}

/** Some that are read of a message with more parts than anybody writes (B055). */
const FIRST_PARTS = 100;

/** A message past the parser's bounds, as far as its first parts go. */
async function beginning(source: Uint8Array): Promise<MailParts> {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  let end = 0;
  for (let seen = 0; seen <= FIRST_PARTS && end !== -1; seen++)
    end = bytes.indexOf("\n--", end + 1);
  const start = bytes.subarray(0, end === -1 ? bytes.length : end + 1);
  return { ...(await inRightCharset(await parse(start), start)), partsUnread: true };
}

function isHollow({ text, html, parts, headers }: MailParts): boolean {
  const isEmpty = text === "" && html === "" && parts.length === 0;
  return isEmpty && contentType(headers).value.startsWith("multipart/");
}

async function inRightCharset(parts: MailParts, source: Uint8Array): Promise<MailParts> {
  const seen = `${parts.text}\n${parts.html}`;
  if (!looksMisread(seen, source) && !looksMisread(shownHeaders(parts), source)) return parts;
  return parse(relabel(source), true).catch(() => parts);
}

/** Content of every part that `wanted` asks for, in order; the others are read past. */
export async function partContents(
  source: Uint8Array,
  wanted: (part: Omit<Part, "size" | "content">) => number,
): Promise<Part[]> {
  return (await parse(source, false, wanted)).parts;
}

/** `""` when every header line is plain ASCII, which nothing can misread. */
function shownHeaders({ lines, headers }: MailParts): string {
  if (lines.every(({ line }) => PLAIN.test(line))) return "";
  return ["subject", "from", "sender", "reply-to"]
    .map((key) => JSON.stringify(headers.get(key) ?? ""))
    .join();
}

const PLAIN = /^(?:(?!=\?)[\t\r\n -~])*$/;

let library: Promise<{ MailParser: typeof MailParser }> | undefined;

/**
 * With the first message, not at the start: it is a quarter of everything there is to load. Throws
 * `NotLoadedError`; asked again it tries again.
 */
export function parserLibrary(): Promise<{ MailParser: typeof MailParser }> {
  library ??= import("mailparser").catch((error: unknown) => {
    library = undefined;
    throw new NotLoadedError(error);
  });
  return library;
}

async function parse(
  source: Uint8Array,
  leniently = false,
  wanted: (part: Omit<Part, "size" | "content">) => number = ({ type }) => KEPT[type] ?? 0,
): Promise<MailParts> {
  const { MailParser: Parser } = await parserLibrary();
  const parser = new Parser({
    skipTextToHtml: true,
    skipImageLinks: true,
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    maxHtmlLengthToParse: 200_000,
    checksumAlgo: false,
    ...(leniently ? { Iconv: LenientIconv } : {}),
  });
  const parts: Part[] = [];
  let text: MessageText = { type: "text" };
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error("Cannot parse message: no end")), TIME_LIMIT);
  parser.on("data", (data) => {
    // Called from a timer of the parser's: what is thrown here would end the process.
    try {
      if (data.type === "text") text = data;
      else parts.push(readPart(data, wanted));
    } catch (error) {
      reject(error);
    }
  });
  parser.on("error", reject);
  parser.once("end", () => resolve());
  parser.end(source);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    // A late error of an abandoned parser must not end the process.
    parser.on("error", () => {});
  }
  return {
    lines: parser.headerLines || [],
    headers: parser.headers || new Map(),
    text: text.text ?? "",
    html: text.html ?? "",
    htmlUnread: text.textConversionError !== undefined,
    partsUnread: false,
    parts,
  };
}

/** The part's size is known only when its stream has ended, before the message's own end. */
function readPart(
  stream: AttachmentStream,
  wanted: (part: Omit<Part, "size" | "content">) => number,
): Part {
  const part: Part = {
    type: typeOf(stream.contentType),
    name: stream.filename ?? "",
    disposition: stream.contentDisposition ?? "",
    params: contentType(stream.headers).params,
    size: 0,
    content: null,
  };
  const omitted = stream.headers.get(OMITTED);
  if (typeof omitted === "string") part.omitted = Number(omitted) || 0;
  const limit = wanted(part);
  const chunks: Buffer[] = [];
  stream.content.on("data", (chunk: Buffer) => {
    const room = limit - part.size;
    if (room > 0) chunks.push(chunk.subarray(0, room));
    part.size += chunk.length;
  });
  const finish = () => {
    if (limit > 0) part.content = Buffer.concat(chunks);
    stream.release?.();
  };
  stream.content.once("end", finish);
  stream.content.once("error", finish);
  return part;
}

/** The parser gives `false` for an empty Content-Type, against its own declaration. */
function typeOf(label: unknown): string {
  const type = typeof label === "string" ? label.trim().toLowerCase() : "";
  return type === "" ? "application/octet-stream" : type;
}
