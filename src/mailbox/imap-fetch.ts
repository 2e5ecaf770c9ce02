import type { FetchMessageObject, ImapFlow } from "imapflow";

import { RemoteError } from "../errors.ts";
import { examine } from "./imap-connection.ts";
import { withoutFiles } from "./imap-large.ts";

/** A mail's bytes as the server gave them. */
export interface FetchedMail {
  uid: number;
  receivedAt: number;
  /** What the server says the mail weighs. */
  size: number;
  source: Uint8Array;
  /** The mail is larger than what is ever fetched of one. */
  truncated: boolean;
  /** Its files stayed on the server. */
  filesOmitted: boolean;
}

/** The most that is loaded of one mail; the largest that Gmail and Microsoft 365 pass on fits. */
const SOURCE_LIMIT = 40 * 1024 * 1024;

/** A larger mail is loaded without its files, unless they are what is wanted. */
const SMALL = 256 * 1024;

type Take = (mail: FetchedMail) => Promise<void>;

/** INTERNALDATE of each of these mails that is still there. */
export async function internalDates(
  client: ImapFlow,
  uids: readonly number[] | string,
): Promise<Map<number, number>> {
  if (uids.length === 0) return new Map();
  const range = typeof uids === "string" ? uids : uids.join(",");
  const found = await client.fetchAll(range, { internalDate: true }, { uid: true });
  return new Map(found.map((message) => [message.uid, receivedAt(message)]));
}

/** UIDs that match, in order. Throws `RemoteError` when the server will not search. */
export async function searchUids(
  client: ImapFlow,
  query: Parameters<ImapFlow["search"]>[0],
): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  if (!Array.isArray(found)) {
    throw new RemoteError("The server refused to search the folder", { kind: "temporary" });
  }
  return found;
}

/**
 * Gives each mail to `take` as it comes, in one FETCH. A mail that is gone is left out; when the
 * server breaks the FETCH off because of one, the rest are asked for one by one.
 */
export async function fetchMails(
  client: ImapFlow,
  uids: readonly number[],
  take: Take,
): Promise<void> {
  const given = new Set<number>();
  const large: FetchedMail[] = [];
  const sort: Take = async (mail) => {
    given.add(mail.uid);
    // Nothing else can be asked while the server is still answering.
    if (mail.source.length < SMALL || mail.size <= mail.source.length) await take(mail);
    else large.push(mail);
  };
  try {
    await fetchRange(client, uids.join(","), { maxLength: SMALL, take: sort });
  } catch (error) {
    if (!isRefusal(error) || !client.usable) throw error;
    for (const uid of uids.filter((each) => !given.has(each))) {
      const single = { maxLength: SMALL, take: sort };
      await fetchRange(client, String(uid), single).catch((refused: unknown) => {
        if (!isRefusal(refused)) throw refused;
      });
    }
  }
  for (const mail of large) await takeLarge(client, mail, take);
}

/** Its text and the heads of its files; all of it from a server that cannot give these alone. */
async function takeLarge(client: ImapFlow, mail: FetchedMail, take: Take): Promise<void> {
  const source = await withoutFiles(client, mail.uid).catch((error: unknown) => {
    if (!isRefusal(error)) throw error;
    return undefined;
  });
  if (!source) {
    await fetchRange(client, String(mail.uid), { maxLength: SOURCE_LIMIT, take });
    return;
  }
  await take({ ...mail, source, truncated: mail.size > SOURCE_LIMIT, filesOmitted: true });
}

/** Pictures and PDFs of a mail, inside a mail without its other files; undefined when it is gone. */
export async function fetchFiles(
  client: ImapFlow,
  place: { folder: string; uidValidity: string; uid: number },
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const box = await examine(client, place.folder);
  if (String(box.uidValidity) !== place.uidValidity) return undefined;
  const told = await client.fetchOne(String(place.uid), { size: true }, { uid: true });
  if (told === false) return undefined;
  const isSmall = (told.size ?? 0) <= SMALL;
  const source = isSmall
    ? undefined
    : await withoutFiles(client, place.uid, { filesUpTo: maxBytes });
  return source ?? (await fetchOne(client, place))?.source;
}

/** One mail again, whole; undefined when it is gone or the folder was renumbered since. */
export async function fetchOne(
  client: ImapFlow,
  { folder, uidValidity, uid }: { folder: string; uidValidity: string; uid: number },
): Promise<FetchedMail | undefined> {
  const box = await examine(client, folder);
  if (String(box.uidValidity) !== uidValidity) return undefined;
  let found: FetchedMail | undefined;
  const take: Take = async (mail) => {
    found = mail;
  };
  await fetchRange(client, String(uid), { maxLength: SOURCE_LIMIT, take }).catch((error) => {
    if (!isRefusal(error) || !client.usable) throw error;
  });
  return found;
}

async function fetchRange(
  client: ImapFlow,
  range: string,
  { maxLength, take }: { maxLength: number; take: Take },
): Promise<void> {
  const query = { internalDate: true, size: true, source: { maxLength } };
  for await (const message of client.fetch(range, query, { uid: true })) {
    const source = message.source ?? new Uint8Array();
    const size = message.size ?? source.length;
    await take({
      uid: message.uid,
      receivedAt: receivedAt(message),
      size,
      source,
      truncated: source.length >= SOURCE_LIMIT && size > source.length,
      filesOmitted: false,
    });
  }
}

function receivedAt({ internalDate }: FetchMessageObject): number {
  const at = new Date(internalDate ?? Number.NaN).getTime();
  if (Number.isNaN(at)) {
    throw new RemoteError("The server gave no INTERNALDATE", { kind: "temporary" });
  }
  return at;
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && "responseStatus" in error && error.responseStatus !== undefined;
}
