import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import * as z from "zod";

/** IMAP and SMTP in a process of their own, so that they do not compete with what is measured. */
export interface MailServers {
  imap: { host: string; port: number };
  smtp: { host: string; port: number };
  /** Puts one mail into INBOX; answers when it was announced, by the machine's clock, in milliseconds. */
  deliver(sender: number): Promise<number>;
  /** Puts so many mails of as many senders into INBOX. */
  fill(mails: number): Promise<number>;
  /** Puts a mail with a video of so many megabytes into INBOX. */
  deliverVideo(megabytes: number): Promise<number>;
  /** Calls back with the machine's time at which each letter was taken, in place of the one before. */
  onLetter(callback: (at: number) => void): void;
  close(): void;
}

export const LOGIN = { user: "helpdesk@kab.example", password: "rahasia" };

const Ready = z.object({ imap: z.number(), smtp: z.number() });
const Told = z.union([z.object({ delivered: z.number() }), z.object({ letter: z.number() })]);

/** Started with `filled` mails of as many senders in INBOX. */
export async function startMailServers(filled: number): Promise<MailServers> {
  const child = fork(join(import.meta.dirname, "mail-servers-child.ts"), [String(filled)]);
  const ready = Ready.parse(await message(child));
  let heardLetter: ((at: number) => void) | undefined;
  let heardDelivery: ((at: number) => void) | undefined;
  // Always listening: node keeps messages back while nobody does.
  child.on("message", (told) => {
    const parsed = Told.parse(told);
    if ("letter" in parsed) heardLetter?.(parsed.letter);
    else heardDelivery?.(parsed.delivered);
  });
  function ordered(order: object): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>();
    heardDelivery = resolve;
    child.send(order);
    return promise;
  }

  return {
    imap: { host: "127.0.0.1", port: ready.imap },
    smtp: { host: "127.0.0.1", port: ready.smtp },
    deliver: (sender) => ordered({ deliver: sender }),
    fill: (mails) => ordered({ fill: mails }),
    deliverVideo: (megabytes) => ordered({ video: megabytes }),
    onLetter(callback) {
      heardLetter = callback;
    },
    close: () => void child.kill("SIGKILL"),
  };
}

async function message(child: ChildProcess): Promise<unknown> {
  const [told] = await once(child, "message");
  return told;
}
