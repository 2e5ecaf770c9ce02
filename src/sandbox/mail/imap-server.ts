import { once } from "node:events";
import type { Socket } from "node:net";

import hoodiecrow from "hoodiecrow-imap";
import type { HoodiecrowMailbox, HoodiecrowServer } from "hoodiecrow-imap";

import { partialFetch } from "./partial-fetch.ts";
import { portOf } from "./port.ts";

export interface ImapServerOptions {
  user: string;
  password: string;
  /** The folder with `\Sent`; its name differs by provider and language. */
  sentFolder: string;
  /** Capabilities beyond IMAP4rev1 that an old server lacks. */
  extensions: boolean;
}

export interface ImapServer {
  host: string;
  port: number;
  /** Puts a mail into a folder as if it had just come; answers its UID. */
  append(folder: string, raw: Uint8Array, at: number, flags?: string[]): number;
  folder(path: string): HoodiecrowMailbox;
  /** Removes a mail as another client of the mailbox would. */
  expunge(folder: string, uid: number): void;
  /** Cuts every connection without a word. */
  drop(): void;
  close(): Promise<void>;
}

/** The helpdesk's mailbox over IMAP, in memory: one user, one store. */
export async function startImap(options: ImapServerOptions): Promise<ImapServer> {
  const repairs = [partialFetch, missingFolder];
  const extensions = ["ID", "UNSELECT", "UIDPLUS", "SPECIAL-USE"];
  const server = hoodiecrow({
    plugins: options.extensions ? [...extensions, ...repairs, idle] : repairs,
    users: { [options.user]: { password: options.password } },
    storage: { INBOX: {}, "": { separator: "/", folders: folders(options) } },
  });
  const sockets = new Set<Socket>();
  server.server.on("connection", (socket) => {
    // Without this each small answer waits 44 ms for the client's delayed acknowledgement.
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1", () => {});
  await once(server.server, "listening");
  const drop = () => sockets.forEach((socket) => socket.destroy());

  return {
    host: "127.0.0.1",
    port: portOf(server.server),
    append(folder, raw, at, flags = []) {
      const text = Buffer.from(raw).toString("latin1");
      return server.appendMessage(folder, flags, internalDate(at), text).message.uid;
    },
    folder: (path) => mailbox(server, path),
    expunge(folder, uid) {
      const box = mailbox(server, folder);
      const index = box.messages.findIndex((message) => message.uid === uid);
      if (index < 0) return;
      box.messages.splice(index, 1);
      server.notify({ tag: "*", attributes: [index + 1, { type: "ATOM", value: "EXPUNGE" }] }, box);
    },
    drop,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
        drop();
      }),
  };
}

/** Nested names such as `[Gmail]/Surat Terkirim` become folders in folders. */
function folders({ sentFolder, extensions }: ImapServerOptions): Record<string, unknown> {
  const [parent = "", child] = sentFolder.split("/");
  const sent = extensions ? { "special-use": "\\Sent" } : {};
  if (child === undefined) return { [parent]: sent };
  return { [parent]: { flags: ["\\Noselect"], folders: { [child]: sent } } };
}

function mailbox(server: HoodiecrowServer, path: string): HoodiecrowMailbox {
  const found = server.getMailbox(path);
  if (!found) throw new Error(`No folder named ${path}`);
  return found;
}

/** RFC 3501 date-time, in UTC. */
function internalDate(at: number): string {
  const [, day, month, year, time] = new Date(at).toUTCString().split(" ");
  return `${day}-${month}-${year} ${time} +0000`;
}

/** A folder that is not there is answered with NO (RFC 3501, 6.3.1); the library says BAD. */
function missingFolder(server: HoodiecrowServer): void {
  for (const command of ["SELECT", "EXAMINE"]) {
    const known = server.getCommandHandler(command);
    server.setCommandHandler(command, (connection, parsed, data, done) => {
      const path = parsed.attributes?.[0]?.value ?? "";
      if (connection.state === "Not Authenticated" || server.getMailbox(path)) {
        known(connection, parsed, data, done);
        return;
      }
      const text = [{ type: "TEXT", value: "No such mailbox" }];
      connection.send({ tag: parsed.tag, command: "NO", attributes: text }, command, parsed, data);
      done();
    });
  }
}

/** RFC 2177; the library's own keeps a half-hour timer that outlives the connection. */
function idle(server: HoodiecrowServer): void {
  server.registerCapability("IDLE");
  server.setCommandHandler("IDLE", (connection, parsed, data, done) => {
    connection.directNotifications = true;
    connection.inputHandler = () => {
      connection.inputHandler = false;
      connection.directNotifications = false;
      const text = [{ type: "TEXT", value: "IDLE terminated" }];
      connection.send({ tag: parsed.tag, command: "OK", attributes: text }, "IDLE", parsed, data);
    };
    connection.socket?.write("+ idling\r\n");
    connection.processNotifications();
    done();
  });
}
