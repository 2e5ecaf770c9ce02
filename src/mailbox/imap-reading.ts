import type { ImapFlow } from "imapflow";

import type { Message } from "../desk/message.ts";
import { DAY } from "../desk/time.ts";
import type { Instant } from "../desk/time.ts";
import { NotLoadedError } from "../errors.ts";
import type { FolderCursor, Log } from "../worker/ports.ts";
import { beginning, mailRef } from "./cursor.ts";
import type { Beginning, Dates } from "./cursor.ts";
import { examine, selected } from "./imap-connection.ts";
import type { ImapConnection } from "./imap-connection.ts";
import { fetchMails, internalDates, searchUids } from "./imap-fetch.ts";
import type { FetchedMail } from "./imap-fetch.ts";
import type { Place } from "./unreadable.ts";
import { unreadableMessage } from "./unreadable.ts";

/** A mail on its way to the parser. */
export interface RawMail extends Place {
  source: Uint8Array;
  truncated: boolean;
  filesOmitted?: boolean;
}

export interface FolderReading {
  folder: string;
  sent: boolean;
  cursor: FolderCursor | null;
  dates: Dates;
  known: (refs: string[]) => Promise<Set<string>>;
}

export interface FolderBatch {
  messages: Message[];
  cursor: FolderCursor;
  /** On the very first reading: INTERNALDATE of what was there already, plus a second. */
  startedAt?: Instant | null;
}

export type FolderReader = (reading: FolderReading) => AsyncGenerator<FolderBatch>;

/** Mails fetched and handed over at once. */
const BATCH = 50;

/** References that the journal is asked about at once. */
const QUESTION = 500;

/** How often a mail that the server lists but gives empty is asked for again. */
const TRIES = 3;

/** What one process has seen of a folder, so that nothing is fetched twice for nothing. */
interface Seen {
  done: Set<string>;
  tries: Map<string, number>;
}

/** Reads folders on one connection; its memory lasts as long as the process. */
export function folderReader(
  connection: ImapConnection,
  parse: (raw: RawMail) => Promise<Message>,
  log: Log,
): FolderReader {
  const seen: Seen = { done: new Set(), tries: new Map() };

  return async function* read(reading) {
    const listing = await connection.use((client) => list(client, reading));
    const { uidValidity, startedAt } = listing;
    const refOf = (uid: number) => mailRef(reading.folder, uidValidity, uid);
    const uids = await unseen(listing.uids, reading, refOf, seen);
    const last = Math.max(listing.cursor.uid, ...listing.uids.slice(-1));
    let cursor = uids.length > 0 ? listing.cursor : movedTo(listing.cursor, last);
    if (uids.length === 0 && cursor !== reading.cursor) {
      yield { messages: [], cursor, ...(startedAt === undefined ? {} : { startedAt }) };
    }
    let hold = Infinity;
    for (let start = 0; start < uids.length; start += BATCH) {
      const chunk = uids.slice(start, start + BATCH);
      const batch = await connection.use(async (client) => {
        const box = await selected(client, reading.folder);
        // Renumbered since it was listed: the next reading begins anew.
        if (String(box.uidValidity) !== uidValidity) return null;
        return takeBatch(client, chunk, { ...reading, uidValidity });
      });
      if (!batch) return;
      hold = Math.min(hold, ...batch.held.filter((uid) => uid > listing.cursor.uid));
      const reached = start + BATCH < uids.length ? Math.max(...chunk) : last;
      cursor = movedTo(listing.cursor, Math.min(hold - 1, reached));
      yield { messages: batch.messages, cursor, ...(startedAt === undefined ? {} : { startedAt }) };
      // The receiver may fail until it asks for more; only now has it kept them.
      for (const { uid } of batch.messages) remember(seen.done, refOf(uid));
    }
  };

  async function takeBatch(
    client: ImapFlow,
    uids: readonly number[],
    reading: FolderReading & { uidValidity: string },
  ) {
    const { folder, uidValidity, sent } = reading;
    const messages: Message[] = [];
    const held: number[] = [];
    const broken: Place[] = [];
    await fetchMails(client, uids, async (mail) => {
      const place = { folder, uidValidity, sent, uid: mail.uid, receivedAt: mail.receivedAt };
      if (isOld(mail, reading)) {
        remember(seen.done, mailRef(folder, uidValidity, mail.uid));
        return;
      }
      if (isWithheld(mail, mailRef(folder, uidValidity, mail.uid))) {
        held.push(mail.uid);
        return;
      }
      if (mail.source.length === 0 && mail.size > 0) {
        broken.push(place);
        return;
      }
      try {
        const { source, truncated, filesOmitted } = mail;
        messages.push(await parse({ ...place, source, truncated, filesOmitted }));
      } catch (error) {
        if (error instanceof NotLoadedError) throw error;
        log.error("Mail could not be parsed", { uid: mail.uid, folder, error: nameOf(error) });
        broken.push(place);
      }
    });
    for (const place of broken) messages.push(await fromEnvelope(client, place));
    log.debug("Mail fetched", { asked: uids.length, got: messages.length, held: held.length });
    return { messages: messages.toSorted((a, b) => a.uid - b.uid), held };
  }

  /** A server in a bad minute lists a mail and gives nothing of it. */
  function isWithheld({ source }: FetchedMail, ref: string): boolean {
    if (source.length > 0) return false;
    const tries = (seen.tries.get(ref) ?? 0) + 1;
    seen.tries.set(ref, tries);
    if (tries < TRIES) return true;
    log.warn("Mail stays empty", { ref });
    return false;
  }
}

/** Among what is looked at again: mail that was there before the first run, moved in between. */
function isOld({ uid, receivedAt }: FetchedMail, { cursor, dates }: FolderReading): boolean {
  if (!cursor || uid > cursor.uid || dates.notBefore === null) return false;
  return receivedAt < dates.notBefore - DAY;
}

function movedTo(cursor: FolderCursor, uid: number): FolderCursor {
  return uid > cursor.uid ? { ...cursor, uid } : cursor;
}

interface Listing {
  uidValidity: string;
  /** In order. */
  uids: number[];
  /** Where reading stands before any of them is taken. */
  cursor: FolderCursor;
  startedAt?: Instant | null;
}

async function list(client: ImapFlow, reading: FolderReading): Promise<Listing> {
  const { folder, cursor, dates } = reading;
  const box = await examine(client, folder);
  const uidValidity = String(box.uidValidity);
  const from = beginning(cursor, { path: folder, uidValidity }, dates);
  if (from.kind === "uid" && cursor) {
    if (box.exists === 0) return { uidValidity, uids: [], cursor };
    // `n:*` always answers the last mail, however low its UID.
    const found = await searchUids(client, { uid: `${from.from}:*` });
    return { uidValidity, uids: found.filter((uid) => uid >= from.from), cursor };
  }
  const newest = box.exists === 0 ? new Map<number, number>() : await internalDates(client, "*");
  const last = Math.max(0, ...newest.keys());
  const uids = from.kind === "date" && last > 0 ? await uidsSince(client, from) : [];
  const below = (uids[0] ?? last + 1) - 1;
  const started = { folder, uidValidity, uid: below, floor: below + 1 };
  if (cursor) return { uidValidity, uids, cursor: started };
  const newestAt = newest.size === 0 ? null : Math.max(...newest.values()) + 1_000;
  return { uidValidity, uids, cursor: started, startedAt: dates.since ?? newestAt };
}

/** SEARCH knows days only, in the server's own zone: a day more, then by INTERNALDATE. */
async function uidsSince(client: ImapFlow, { from }: Beginning & { kind: "date" }) {
  if (from === null) return searchUids(client, { all: true });
  const candidates = await searchUids(client, { since: new Date(from - DAY) });
  const dates = await internalDates(client, candidates);
  return candidates.filter((uid) => (dates.get(uid) ?? from) >= from);
}

/** What neither this process nor the journal has had. */
async function unseen(
  uids: readonly number[],
  { known }: FolderReading,
  refOf: (uid: number) => string,
  { done }: Seen,
): Promise<number[]> {
  const fresh = uids.filter((uid) => !done.has(refOf(uid)));
  if (fresh.length === 0) return [];
  const had = new Set<string>();
  for (let start = 0; start < fresh.length; start += QUESTION) {
    const refs = fresh.slice(start, start + QUESTION).map(refOf);
    for (const ref of await known(refs)) had.add(ref);
  }
  for (const ref of had) remember(done, ref);
  return fresh.filter((uid) => !had.has(refOf(uid)));
}

async function fromEnvelope(client: ImapFlow, place: Place): Promise<Message> {
  const found = await client
    .fetchOne(String(place.uid), { envelope: true }, { uid: true })
    .catch(() => false as const);
  return unreadableMessage(place, found ? found.envelope : undefined);
}

/** Enough for every look-back, and bounded. */
function remember(done: Set<string>, ref: string): void {
  done.delete(ref);
  done.add(ref);
  if (done.size > 2_000) done.delete(done.values().next().value ?? "");
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
