import type { Message } from "../../../src/desk/message.ts";
import type { RemoteError } from "../../../src/errors.ts";
import type { Instant } from "../../../src/desk/time.ts";
import { parseMessage } from "../../../src/mailbox/message.ts";
import type { Mailbox } from "../../../src/worker/ports.ts";

export const HELPDESK = "helpdesk@kantor.example";

/** A mailbox in memory: what came is read once, with the next beat. */
export interface Inbox {
  mailbox: Mailbox;
  /** Why it cannot be read; undefined: it can. */
  failure: () => RemoteError | undefined;
  /** How often somebody tried to read it. */
  readings: number;
  /** A raw mail arrives now. */
  arrive(raw: string): Promise<void>;
}

export function openInbox(clock: { now: Instant }): Inbox {
  let arrived: Message[] = [];
  let uid = 0;
  const inbox: Inbox = {
    failure: () => undefined,
    readings: 0,
    async arrive(raw) {
      uid += 1;
      const place = { folder: "INBOX", uidValidity: "1", uid, sent: false, truncated: false };
      const source = Buffer.from(raw.replaceAll(/\r?\n/g, "\r\n"));
      arrived.push(
        await parseMessage(
          { ...place, receivedAt: clock.now, source },
          { ourAddresses: [HELPDESK], letterDomain: "kantor.example", ticketPrefix: "JKD" },
        ),
      );
    },
    mailbox: {
      async *read() {
        inbox.readings += 1;
        const failure = inbox.failure();
        if (failure) throw failure;
        const messages = arrived;
        arrived = [];
        if (messages.length === 0) return;
        yield { messages, cursor: { inbox: null, sent: null, lastReceivedAt: null } };
      },
      files: () => Promise.resolve(undefined),
      message: () => Promise.resolve(undefined),
      findSent: () => Promise.resolve("unknown"),
      appendSent: () => Promise.resolve(),
      watch: () => Promise.resolve(() => Promise.resolve()),
      close: () => Promise.resolve(),
    },
  };
  return inbox;
}
