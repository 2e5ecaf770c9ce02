import { Transform, type TransformCallback } from "node:stream";

/**
 * Text of a body whose label cannot be believed: valid UTF-8 is UTF-8 whatever the label says,
 * UTF-7 is read by its rules, everything else is windows-1252, which never fails (DESIGN 13).
 */
export function decodeLeniently(bytes: Uint8Array, label: string): string {
  const name = label.toLowerCase().replace(PREFIX, "");
  if (UTF7.test(name)) return decodeUtf7(new TextDecoder("latin1").decode(bytes));
  const utf8 = asUtf8(bytes);
  if (!VAGUE.test(name)) {
    try {
      return new TextDecoder(name).decode(bytes);
    } catch {
      // A label that nobody knows says nothing.
    }
  }
  return utf8 ?? new TextDecoder("windows-1252").decode(bytes);
}

/** Does the parser's own reading need the second, slower one? */
export function looksMisread(text: string, source: Uint8Array): boolean {
  if (text.includes("\uFFFD")) return true;
  return /[+&][A-Za-z0-9+/]*-/.test(text) && UTF7_LABEL.test(latin1(source.subarray(0, 262_144)));
}

/**
 * The same message with every doubtful label replaced by one that only {@link LenientIconv} knows,
 * and header lines in raw windows-1252 rewritten as UTF-8. The structure stays as it is.
 */
export function relabel(source: Uint8Array): Buffer {
  const text = latin1(source);
  const headEnd = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const head = latin1ToUtf8Lines(text.slice(0, headEnd));
  const marked = (head + text.slice(headEnd))
    .replaceAll(/(charset\s*=\s*"?)([\w.:-]{1,40})/gi, (whole, before: string, label: string) =>
      DOUBTFUL.test(label) || !isKnown(label) ? `${before}${MARK}${label}` : whole,
    )
    .replaceAll(/=\?([\w.:-]{1,40})\?([bq])\?/gi, (whole, label: string, way: string) =>
      isKnown(label) ? whole : `=?windows-1252?${way}?`,
    );
  const typed = /^content-type:/im.test(head)
    ? marked.replaceAll(
        /^(content-type:[ \t]*text\/(?:plain|html))[ \t]*(?=\r?$)(?!\r?\n[ \t])/gim,
        `$1; charset=${MARK}none`,
      )
    : `Content-Type: text/plain; charset=${MARK}none\r\n${marked}`;
  return Buffer.from(typed, "latin1");
}

/** The same message with its body labelled as plain text in place of what its own label promises. */
export function asPlainText(source: Uint8Array): Buffer {
  const text = latin1(source);
  const headEnd = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const head = text
    .slice(0, headEnd)
    .replaceAll(
      /^content-type:[^\n]*(?:\n[ \t][^\n]*)*/gim,
      "Content-Type: text/plain; charset=utf-8\r",
    );
  return Buffer.from(head + text.slice(headEnd), "latin1");
}

/** What the parser calls for every charset but UTF-8 when it reads a relabelled message. */
export class LenientIconv extends Transform {
  readonly #label: string;
  readonly #chunks: Buffer[] = [];

  constructor(from: string) {
    super();
    this.#label = from;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#chunks.push(chunk);
    done();
  }

  override _flush(done: TransformCallback): void {
    this.push(Buffer.from(decodeLeniently(Buffer.concat(this.#chunks), this.#label)));
    done();
  }
}

const MARK = "x-reread-";
const PREFIX = /^x-reread-/;
const DOUBTFUL = /^(?:us-?ascii|ascii|utf-?8|.*utf-?7.*|unknown-8bit|x-unknown)$/i;
const VAGUE = /^(?:us-?ascii|ascii|utf-?8|none|unknown-8bit|x-unknown)$/;
const UTF7 = /utf-?7/;
const UTF7_LABEL = /charset\s*=\s*"?[\w-]*utf-?7/i;

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** Lines that are no UTF-8 become UTF-8, all still one character a byte. */
function latin1ToUtf8Lines(head: string): string {
  return head
    .split("\n")
    .map((line) => {
      const bytes = Buffer.from(line, "latin1");
      if (asUtf8(bytes) !== undefined) return line;
      return Buffer.from(new TextDecoder("windows-1252").decode(bytes)).toString("latin1");
    })
    .join("\n");
}

/** RFC 2152; a run that decodes to nothing sensible stays as it was written. */
function decodeUtf7(text: string): string {
  return text.replaceAll(/\+([A-Za-z0-9+/]*)-?/g, (whole, run: string) => {
    if (run === "") return whole.endsWith("-") ? "+" : whole;
    const bytes = Buffer.from(run, "base64");
    const even = bytes.subarray(0, bytes.length - (bytes.length % 2)).swap16();
    const decoded = even.toString("utf16le");
    return decoded !== "" && decoded.isWellFormed() ? decoded : whole;
  });
}
