import type { ImapFlow } from "imapflow";

import { RemoteError } from "../errors.ts";
import { findSentFolder } from "./folders.ts";
import { examine } from "./imap-connection.ts";
import { searchUids } from "./imap-fetch.ts";

/** Path of the Sent folder, or undefined; asked once a connection. */
export function sentFolderFinder(configured: string | undefined) {
  const found = new WeakMap<ImapFlow, Promise<string | undefined>>();
  return (client: ImapFlow): Promise<string | undefined> => {
    const asked = found.get(client) ?? client.list().then((all) => findSentFolder(all, configured));
    found.set(client, asked);
    return asked;
  };
}

/**
 * Is this letter in the folder? SEARCH matches substrings and providers replace Message-IDs
 * (GOOGLE 9.1), so both of our marks are looked for and then compared exactly.
 */
export async function isLetterIn(
  client: ImapFlow,
  folder: string,
  { messageId, mark }: { messageId: string; mark: string },
): Promise<boolean> {
  await examine(client, folder);
  for (const [name, value] of [
    ["Message-ID", messageId],
    ["X-Aduan-Surat", mark],
  ] as const) {
    const uids = await searchUids(client, { header: { [name]: value } });
    if (uids.length === 0) continue;
    const found = await client.fetchAll(uids.join(","), { headers: [name] }, { uid: true });
    if (found.some(({ headers }) => headerValue(headers, name) === value)) return true;
  }
  return false;
}

/** Files a copy as sent and read. Throws `RemoteError` when the server takes none. */
export async function appendTo(
  client: ImapFlow,
  folder: string,
  { raw, at }: { raw: Uint8Array; at: number },
): Promise<void> {
  const done = await client.append(folder, Buffer.from(raw), ["\\Seen"], new Date(at));
  if (!done) throw new RemoteError("The server filed no copy", { kind: "temporary" });
}

function headerValue(headers: Buffer | undefined, name: string): string {
  const unfolded = (headers ?? Buffer.alloc(0)).toString().replaceAll(/\r?\n[ \t]+/g, " ");
  const prefix = `${name.toLowerCase()}:`;
  const line = unfolded.split(/\r?\n/).find((each) => each.toLowerCase().startsWith(prefix));
  return line?.slice(prefix.length).trim() ?? "";
}
