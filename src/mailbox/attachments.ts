import type { Attachment } from "../desk/complaint.ts";
import { cleanLine, cut } from "../desk/plain-text.ts";
import { partContents } from "./mail-parts.ts";
import type { Part } from "./mail-parts.ts";

/** Parts that carry the mail's own machinery, not something that a person attached. */
const MACHINERY =
  /^(?:application\/(?:x-)?pkcs7-signature|application\/pgp-(?:signature|encrypted)|message\/(?:global-)?delivery-status|message\/disposition-notification|message\/feedback-report|(?:text|message)\/rfc822-headers)$/;

/** Longest name that *Lampiran* shows. */
export const MAX_NAME = 120;

/** What *Lampiran* shows; the index is the part's place among all parts that are no text. */
export function attachmentList(parts: readonly Part[]): Attachment[] {
  return parts
    .map((part, index) => ({
      name: safeName(part, index),
      type: part.type,
      size: part.size,
      part: index,
    }))
    .filter(({ type }) => !MACHINERY.test(type))
    .slice(0, MAX_LISTED);
}

const MAX_LISTED = 100;

/** Base name on one line, its ending kept when it is cut. */
function safeName({ name, type }: Pick<Part, "name" | "type">, index: number): string {
  const line = cleanLine(name, 2_000);
  const base = line.split(/[/\\]/).at(-1)?.replace(/^\.+/, "").trim() ?? "";
  if (base === "") return `lampiran-${index + 1}${ENDINGS[type] ?? ""}`;
  if (base.length <= MAX_NAME) return base;
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(base)?.[0] ?? "";
  return cut(base, MAX_NAME - ending.length - 1) + "…" + ending;
}

const ENDINGS: Readonly<Record<string, string>> = {
  "application/pdf": ".pdf",
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "image/gif": ".gif",
  "message/rfc822": ".eml",
  "text/calendar": ".ics",
  "text/html": ".html",
  "text/plain": ".txt",
};

/** What may go on to an officer, each known by its type, its ending and its first bytes. */
const PASSED_ON: readonly { type: RegExp; ending: RegExp; magic: RegExp; as: string }[] = [
  {
    type: /^image\/p?jpe?g$/,
    ending: /\.(?:jpe?g|jfif)$/i,
    magic: /^\xFF\xD8\xFF/,
    as: "image/jpeg",
  },
  { type: /^image\/(?:x-)?png$/, ending: /\.png$/i, magic: /^\x89PNG\r\n/, as: "image/png" },
  { type: /^image\/gif$/, ending: /\.gif$/i, magic: /^GIF8[79]a/, as: "image/gif" },
  { type: /^image\/webp$/, ending: /\.webp$/i, magic: /^RIFF[^]{4}WEBP/, as: "image/webp" },
  {
    type: /^image\/hei[cf]$/,
    ending: /\.hei[cf]$/i,
    magic: /^[^]{4}ftyp(?:hei|mif|msf)/,
    as: "image/heic",
  },
  {
    type: /^application\/(?:x-)?pdf$/,
    ending: /\.pdf$/i,
    magic: /^[^]{0,8}%PDF-/,
    as: "application/pdf",
  },
];

/**
 * Pictures and PDFs of a raw mail, whole ones only, at most `maxBytes` in all, in the mail's order;
 * what there was no room for is named. A mail that cannot be read has none.
 */
export async function attachmentsOf(
  source: Uint8Array,
  { maxBytes }: { maxBytes: number },
): Promise<PassedOn> {
  const parts = await partContents(source, (part) => (mayPass(part) ? maxBytes : 0)).catch(
    () => [],
  );
  const files: PassedOn["files"] = [];
  const tooBig: string[] = [];
  let room = maxBytes;
  for (const [index, part] of parts.entries()) {
    const { content, size } = part.omitted === undefined ? part : { ...part, size: part.omitted };
    const name = safeName(part, index);
    if (size > room && mayPass(part)) tooBig.push(name);
    if (!content || size === 0 || size > room || content.length !== size) continue;
    const start = content.subarray(0, 32).toString("latin1");
    const kind = PASSED_ON.find(({ magic, ending }) => magic.test(start) && ending.test(name));
    if (!kind) continue;
    files.push({ name, type: kind.as, content });
    room -= size;
  }
  return { files, tooBig };
}

export interface PassedOn {
  files: { name: string; type: string; content: Uint8Array }[];
  tooBig: string[];
}

/** By its label; phones send pictures as octet-stream, and a nameless picture gets its ending. */
function mayPass({ type, name }: Pick<Part, "type" | "name">): boolean {
  if (PASSED_ON.some((kind) => kind.type.test(type))) return true;
  return (
    type === "application/octet-stream" && PASSED_ON.some(({ ending }) => ending.test(name.trim()))
  );
}
