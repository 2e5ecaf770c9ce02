import type { FetchQueryObject, ImapFlow, MessageStructureObject } from "imapflow";

import { KEPT, OMITTED } from "./mail-parts.ts";

/** Most of one text part that is loaded of a large mail. */
const LONGEST_TEXT = 512 * 1024;

/** Most of a head, the mail's own or a part's. */
const LONGEST_HEAD = 128 * 1024;

/** Parts beyond this many are left to the mailbox. */
const MOST_PARTS = 100;

/**
 * A large mail as its sender built it, but for its files: their heads stand there, with the size in
 * a line of ours, and their bytes stay on the server. Undefined when the mail is gone, or the server
 * tells nothing usable of how it is built. Pictures and PDFs come along up to `filesUpTo` bytes.
 */
export async function withoutFiles(
  client: ImapFlow,
  uid: number,
  { filesUpTo = 0 }: { filesUpTo?: number } = {},
): Promise<Buffer | undefined> {
  const described = await fetch(client, uid, { bodyStructure: true });
  const root = described?.bodyStructure;
  if (!root) return undefined;
  const leaves = leavesOf(root);
  if (leaves.length > MOST_PARTS) return undefined;
  const wants = wantsOf(leaves, filesUpTo);
  const bodyParts = [
    { key: "HEADER", maxLength: LONGEST_HEAD },
    ...leaves
      .filter(({ part }) => part !== undefined)
      .map(({ part }) => ({ key: `${part}.MIME`, maxLength: LONGEST_HEAD })),
    ...[...wants].map(([{ part = "TEXT" }, maxLength]) => ({ key: part, maxLength })),
  ];
  const fetched = await fetch(client, uid, { bodyParts });
  if (!fetched?.headers) return undefined;
  // What lies behind a line of a megabyte may be the sender.
  if (fetched.headers.length >= LONGEST_HEAD) return undefined;
  // The library keeps the mail's own head apart from its parts.
  const { headers, bodyParts: parts } = fetched;
  const loaded = (key: string) => (key === "HEADER" ? headers : parts?.get(key.toLowerCase()));
  if ([...wants.keys()].some(({ part = "TEXT" }) => loaded(part) === undefined)) return undefined;
  return Buffer.concat(written(root, (key) => loaded(key), wants));
}

async function fetch(client: ImapFlow, uid: number, query: FetchQueryObject) {
  const found = await client.fetchOne(String(uid), query, { uid: true });
  return found === false ? undefined : found;
}

function nodesOf(node: MessageStructureObject): MessageStructureObject[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

function leavesOf(node: MessageStructureObject): MessageStructureObject[] {
  return nodesOf(node).filter(({ type }) => !type.startsWith("multipart/"));
}

/** An attached message is one part, whatever lies in it. */
function childrenOf({ type, childNodes }: MessageStructureObject): MessageStructureObject[] {
  return type.startsWith("multipart/") ? (childNodes ?? []) : [];
}

/** How many bytes of a part are loaded; 0: none. */
function wanted({ type, disposition }: MessageStructureObject): number {
  const kept = KEPT[type.toLowerCase()];
  // A third more in base64, and its line ends.
  if (kept !== undefined) return Math.ceil(kept * 1.4);
  return /^text\/(?:plain|html)$/i.test(type) && disposition !== "attachment" ? LONGEST_TEXT : 0;
}

/** Texts, and files in the mail's order while there is room, each with the most that is loaded. */
function wantsOf(leaves: readonly MessageStructureObject[], filesUpTo: number): Wants {
  const wants = new Map<MessageStructureObject, number>();
  let room = filesUpTo;
  for (const leaf of leaves) {
    const size = decodedSize(leaf);
    const isFile = PASSED_ON.test(leaf.type) && size <= room;
    const most = wanted(leaf) || (isFile ? (leaf.size ?? 0) : 0);
    if (most === 0) continue;
    wants.set(leaf, most);
    if (isFile) room -= size;
  }
  return wants;
}

/** What may go on to an officer, and what phones send it as. */
const PASSED_ON = /^(?:image\/|application\/(?:x-)?pdf$|application\/octet-stream$)/i;

type Wants = ReadonlyMap<MessageStructureObject, number>;

type Loaded = (key: string) => Buffer | undefined;

function written(node: MessageStructureObject, loaded: Loaded, wants: Wants): Buffer[] {
  const boundary = node.parameters?.["boundary"] ?? "";
  if (node.type.startsWith("multipart/")) {
    const label = `Content-Type: ${node.type}; boundary="${boundary}"\r\n`;
    const head = node.part === undefined ? headOf(loaded("HEADER")) : Buffer.from(label);
    const between = Buffer.from(`\r\n--${boundary}\r\n`);
    const children = childrenOf(node).flatMap((child) => [
      between,
      ...written(child, loaded, wants),
    ]);
    return [head, Buffer.from("\r\n"), ...children, Buffer.from(`\r\n--${boundary}--\r\n`)];
  }
  const head = headOf(loaded(node.part === undefined ? "HEADER" : `${node.part}.MIME`));
  const body = wants.has(node) ? loaded(node.part ?? "TEXT") : undefined;
  if (body) return [head, Buffer.from("\r\n"), body];
  return [head, Buffer.from(`${OMITTED}: ${decodedSize(node)}\r\n\r\n`)];
}

/** Without the blank line that ends it, and without a line that only we may write. */
function headOf(bytes: Buffer | undefined): Buffer {
  const text = (bytes ?? Buffer.alloc(0)).toString("latin1").replace(/(?:\r?\n)+$/, "");
  const lines = text.split(/\r?\n/).filter((line) => !line.toLowerCase().startsWith(OMITTED));
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(""), "latin1");
}

/** Lines of 76 characters carry 57 bytes. */
function decodedSize({ size = 0, encoding = "" }: MessageStructureObject): number {
  return encoding.toLowerCase() === "base64" ? Math.floor((size * 57) / 78) : size;
}
