import process from "node:process";

import * as z from "zod";

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
mail.onMail(() => process.send?.({ letter: Date.now() }));
for (let sender = 0; sender < Number(process.argv[2]); sender += 1) {
  await mail.deliver(written(sender), Date.now());
}
process.on("message", (told) => {
  const at = Date.now();
  void carryOut(Order.parse(told), at).then(() => process.send?.({ delivered: at }));
});

async function carryOut(order: z.infer<typeof Order>, at: number): Promise<void> {
  if ("video" in order) {
    await mail.deliver(withVideo(order.video).toString("latin1"), at);
    return;
  }
  if ("deliver" in order) {
    await mail.deliver(written(order.deliver), at);
    return;
  }
  for (let sender = 0; sender < order.fill; sender += 1) await mail.deliver(written(sender), at);
}

process.send?.({ imap: mail.imap.port, smtp: mail.smtp.port });

function written(sender: number) {
  return {
    from: `Operator ${sender} <${senderAddress(sender)}>`,
    subject: `Internet mati di ruang ${sender}`,
    text: `Yth. Diskominfo,\n\nSejak pagi internet di ruang pelayanan ${sender} tidak dapat dipakai.\nLampu router merah.\n\nTerima kasih,\nOperator ${sender}\n0812-0000-${1000 + sender}\n`,
    headers: { "Message-ID": `<bench-${sender}@unit${sender}.example>` },
  };
}
