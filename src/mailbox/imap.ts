import { RemoteError } from "../errors.ts";
import type { Message } from "../desk/message.ts";
import type { FolderCursor, Mailbox, MailBatch, MailCursor, MailFiles } from "../worker/ports.ts";
import { parseMailRef } from "./cursor.ts";
import { examine, imapConnection } from "./imap-connection.ts";
import type { ConnectionOptions } from "./imap-connection.ts";
import { fetchFiles, fetchOne } from "./imap-fetch.ts";
import { folderReader } from "./imap-reading.ts";
import type { RawMail } from "./imap-reading.ts";
import { appendTo, isLetterIn, sentFolderFinder } from "./imap-sent.ts";

export interface ImapOptions extends ConnectionOptions {
  /** Where sent mail lies, when neither the server nor a common name tells. */
  sentFolder?: string;
  parse: (raw: RawMail) => Promise<Message>;
  /** Pictures and PDFs of a raw mail, at most `maxBytes` in all. */
  attachmentsOf: (source: Uint8Array, limit: { maxBytes: number }) => Promise<MailFiles>;
}

/** The helpdesk's mailbox over IMAP; reads only, but for copies filed in Sent. */
export function imapMailbox(options: ImapOptions): Mailbox {
  const { folder, parse, attachmentsOf, log } = options;
  const connection = imapConnection(options);
  const sentFolder = sentFolderFinder(options.sentFolder);
  const readFolder = folderReader(connection, parse, log);
  /** STATUS of Sent when it was last read to the end. */
  let sentStatus = "";

  async function* read(
    before: MailCursor | null,
    { since, known }: Parameters<Mailbox["read"]>[1],
  ): AsyncGenerator<MailBatch> {
    let cursor = before ?? { inbox: null, sent: null, lastReceivedAt: null };
    const datesOf = () => ({
      since,
      lastReceivedAt: cursor.lastReceivedAt,
      notBefore: cursor.notBefore ?? null,
    });
    const inbox = { folder, sent: false, cursor: cursor.inbox, dates: datesOf(), known };
    for await (const batch of readFolder(inbox)) {
      cursor = withInbox(cursor, batch);
      yield { messages: batch.messages, cursor };
    }
    const sent = await sentToRead(cursor.sent);
    if (!sent) return;
    const reading = { folder: sent.path, sent: true, cursor: cursor.sent, dates: datesOf(), known };
    for await (const batch of readFolder(reading)) {
      cursor = { ...cursor, sent: batch.cursor };
      yield { messages: batch.messages, cursor };
    }
    sentStatus = sent.status;
  }

  /** The Sent folder, unless it is as it was when it was last read. */
  async function sentToRead(cursor: FolderCursor | null) {
    return connection.use(async (client) => {
      const path = await sentFolder(client);
      if (path === undefined) return undefined;
      const query = { messages: true, uidNext: true, uidValidity: true };
      const answer = await client.status(path, query);
      const status = answer ? `${answer.uidValidity}/${answer.uidNext}/${answer.messages}` : "";
      if (cursor && status !== "" && status === sentStatus) return undefined;
      return { path, status };
    });
  }

  async function fetched(mailRef: string) {
    const place = parseMailRef(mailRef);
    if (!place) return undefined;
    const mail = await connection.use((client) => fetchOne(client, place));
    return mail ? { ...place, ...mail } : undefined;
  }

  return {
    read,
    async files(mailRef, maxBytes) {
      const place = parseMailRef(mailRef);
      if (!place) return undefined;
      const source = await connection.use((client) => fetchFiles(client, place, maxBytes));
      return source && attachmentsOf(source, { maxBytes });
    },
    async message(mailRef) {
      const mail = await fetched(mailRef);
      return mail ? parse({ ...mail, sent: mail.folder !== folder }) : undefined;
    },
    async findSent(letter) {
      return connection.use(async (client) => {
        const path = await sentFolder(client);
        if (path === undefined) return "unknown";
        return (await isLetterIn(client, path, letter)) ? "found" : "absent";
      });
    },
    async appendSent(raw, at) {
      const path = await connection.use(sentFolder);
      if (path === undefined) {
        const remedy = "Folder surat terkirim tidak ditemukan: isi SENT_FOLDER.";
        throw new RemoteError("No Sent folder", { kind: "misconfigured", remedy });
      }
      await connection.use((client) => appendTo(client, path, { raw, at }), "wrote");
    },
    async watch(arrived) {
      connection.watch(arrived);
      // The first command after this leaves the line listening; a dead line is the next reading's.
      await connection
        .use((client) => examine(client, folder))
        .catch((error: unknown) => {
          if (!(error instanceof RemoteError)) throw error;
        });
      return async () => connection.watch(null);
    },
    close: () => connection.close(),
  };
}

function withInbox(
  cursor: MailCursor,
  batch: { messages: Message[]; cursor: FolderCursor; startedAt?: number | null },
): MailCursor {
  const times = batch.messages.map(({ receivedAt }) => receivedAt);
  const newest = Math.max(cursor.lastReceivedAt ?? -Infinity, ...times);
  return {
    ...cursor,
    inbox: batch.cursor,
    lastReceivedAt: Number.isFinite(newest) ? newest : null,
    ...(batch.startedAt === undefined ? {} : { notBefore: batch.startedAt }),
  };
}
