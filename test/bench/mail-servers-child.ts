import process from "node:process";

import * as z from "zod";

import { compose } from "../../src/sandbox/mail/compose.ts";
import { startMail } from "../../src/sandbox/mail/server.ts";
import { withVideo } from "../mailbox/imap-support.ts";
import { LOGIN } from "./mail-servers.ts";
import { senderAddress } from "./senders.ts";

// Told by the parent how many mails lie in INBOX at the start, and later to deliver more.

const Order = z.union([
  z.object({ deliver: z.number() }),
  z.object({ video: z.number() }),
  z.object({ fill: z.number() }),
]);

const mail = await startMail({
  now: Date.now,
  helpdesk: { address: LOGIN.user, password: LOGIN.password },
});
// When the server had taken the letter; what the sandbox then reads of it is not the worker's time.
mail.onMail(({ at }) => process.send?.({ letter: at }));
for (let sender = 0; sender < Number(process.argv[2]); sender += 1) {
  await mail.deliver(await composed(sender), Date.now());
}
process.on("message", (told) => {
  void carryOut(Order.parse(told)).then((at) => process.send?.({ delivered: at }));
});

/** Answers when the last mail was announced. */
async function carryOut(order: z.infer<typeof Order>): Promise<number> {
  if ("video" in order) return announce(withVideo(order.video));
  if ("deliver" in order) return announce(await composed(order.deliver));
  for (let sender = 0; sender < order.fill; sender += 1) await announce(await composed(sender));
  return Date.now();
}

async function announce(raw: Uint8Array): Promise<number> {
  const at = Date.now();
  await mail.deliver(raw, at);
  return at;
}

process.send?.({ imap: mail.imap.port, smtp: mail.smtp.port });

function composed(sender: number): Promise<Buffer> {
  const complaint = {
    from: `Operator ${sender} <${senderAddress(sender)}>`,
    subject: `Internet mati di ruang ${sender}`,
    text: `Yth. Diskominfo,\n\nSejak pagi internet di ruang pelayanan ${sender} tidak dapat dipakai.\nLampu router merah.\n\nTerima kasih,\nOperator ${sender}\n0812-0000-${1000 + sender}\n`,
    headers: { "Message-ID": `<bench-${sender}@unit${sender}.example>` },
  };
  return compose(complaint, LOGIN.user, Date.now());
}
