import { mailParts } from "./mail-parts.ts";
import type { MailParts } from "./mail-parts.ts";

/** Most of a header block that is looked at when the whole message cannot be read. */
const MAX_HEAD = 64 * 1024;

/** Lines that describe the body, which is not there. */
const STRUCTURE = /^(?:content-|mime-version)/i;

/** Sender, subject and times of a message that is past the bounds or broken; never throws. */
export async function headerOnly(source: Uint8Array): Promise<MailParts> {
  try {
    return await mailParts(Buffer.from(`${headLines(source).join("\r\n")}\r\n\r\n`, "latin1"));
  } catch {
    const nothing = { text: "", html: "", htmlUnread: false, partsUnread: false };
    return { ...nothing, lines: [], headers: new Map(), parts: [] };
  }
}

function headLines(source: Uint8Array): string[] {
  const start = Buffer.from(source.subarray(0, MAX_HEAD)).toString("latin1");
  const [head = ""] = start.split(/\r?\n\r?\n/, 1);
  const kept: string[] = [];
  let dropping = false;
  for (const line of head.split(/\r?\n/)) {
    const continued = /^[ \t]/.test(line);
    if (!continued) dropping = STRUCTURE.test(line) || !/^[\w-]+[ \t]*:/.test(line);
    if (!dropping) kept.push(line.slice(0, 8_000));
  }
  return kept;
}
