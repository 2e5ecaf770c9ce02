import process from "node:process";

import { imapMailbox } from "../../src/mailbox/imap.ts";
import { parseMessage } from "../../src/mailbox/message.ts";
import { Secret } from "../../src/secret.ts";
import { imapOptions } from "../mailbox/imap-support.ts";
import { LOGIN } from "./mail-servers.ts";

// Reads the one large mail of a mailbox, and tells how far the memory rose.

const [, , port = "0"] = process.argv;
let loaded = 0;
const mailbox = imapMailbox(
  imapOptions(
    { host: "127.0.0.1", port: Number(port) },
    {
      user: LOGIN.user,
      password: new Secret(LOGIN.password),
      parse: (raw) => {
        loaded = raw.source.length;
        return parseMessage(raw, { ourAddresses: [LOGIN.user] });
      },
    },
  ),
);
// Signed in and with the parser loaded, as on any other day.
await mailbox.findSent({ messageId: "<x@y.example>", mark: "x" });
await parseMessage(
  {
    folder: "INBOX",
    uidValidity: "1",
    uid: 1,
    receivedAt: 0,
    sent: false,
    truncated: false,
    source: Buffer.from("Subject: x\r\n\r\nx"),
  },
  { ourAddresses: [] },
);
const before = process.resourceUsage().maxRSS;
for await (const { messages } of mailbox.read(null, { since: 0, known: async () => new Set() })) {
  if (messages.length > 0) break;
}
process.send?.({ risen: process.resourceUsage().maxRSS - before, loaded });
