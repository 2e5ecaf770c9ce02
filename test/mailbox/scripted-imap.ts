import { once } from "node:events";
import { createServer } from "node:net";
import type { Socket } from "node:net";

import { portOf } from "../../src/sandbox/mail/port.ts";

export interface ScriptedImap {
  host: string;
  port: number;
  /** Mails by UID; what lies here is what the server knows. */
  mails: Map<number, string>;
  /** UIDs that it lists but answers with NO, after it has given the others. */
  refused: Set<number>;
  /** Commands so far, without their tags. */
  asked: string[];
  close(): Promise<void>;
}

/** A server that says just enough, and never that mail has come: for what no real one does on command. */
export async function scriptedImap(): Promise<ScriptedImap> {
  const sockets = new Set<Socket>();
  const mails = new Map<number, string>();
  const refused = new Set<number>();
  const asked: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    let idle = "";
    socket.write("* OK siap\r\n");
    let rest = "";
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString()).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) answer(line);
    });

    function answer(line: string): void {
      if (line.toUpperCase() === "DONE") {
        socket.write(`${idle} OK\r\n`);
        return;
      }
      const [tag = "", ...words] = line.split(" ");
      const command = words.join(" ");
      asked.push(command);
      if (/^IDLE/i.test(command)) {
        idle = tag;
        socket.write("+ idling\r\n* OK Still here\r\n");
        return;
      }
      socket.write(`${untagged(command)}${ending(tag, command)}`);
    }
  });

  function untagged(command: string): string {
    if (/^CAPABILITY/i.test(command)) return "* CAPABILITY IMAP4rev1 IDLE\r\n";
    if (/^(?:SELECT|EXAMINE)/i.test(command)) {
      const next = Math.max(0, ...mails.keys()) + 1;
      return `* ${mails.size} EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT ${next}]\r\n* FLAGS ()\r\n`;
    }
    if (/^LIST/i.test(command)) return '* LIST () "/" INBOX\r\n';
    if (/^UID SEARCH/i.test(command)) return `* SEARCH ${[...mails.keys()].join(" ")}\r\n`;
    if (/^UID FETCH/i.test(command)) return wanted(command).map(row).join("");
    return "";
  }

  function wanted(command: string): number[] {
    const [, , set = ""] = command.split(" ");
    const ranges = set.split(",").map((range) => {
      const [from = "", to = from] = range.split(":");
      return { from: Number(from), to: to === "*" ? Infinity : Number(to) };
    });
    return [...mails.keys()].filter((uid) =>
      ranges.some(({ from, to }) => uid >= from && uid <= to),
    );
  }

  function row(uid: number): string {
    if (refused.has(uid)) return "";
    const text = mails.get(uid) ?? "";
    const facts = `UID ${uid} INTERNALDATE "25-Nov-2026 01:00:00 +0000" RFC822.SIZE ${text.length}`;
    return `* ${[...mails.keys()].indexOf(uid) + 1} FETCH (${facts} BODY[]<0> {${text.length}}\r\n${text})\r\n`;
  }

  function ending(tag: string, command: string): string {
    const fails = /^UID FETCH/i.test(command) && wanted(command).some((uid) => refused.has(uid));
    return `${tag} ${fails ? "NO Some messages could not be fetched" : "OK"}\r\n`;
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    host: "127.0.0.1",
    port: portOf(server),
    mails,
    refused,
    asked,
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await once(server.close(), "close");
    },
  };
}
