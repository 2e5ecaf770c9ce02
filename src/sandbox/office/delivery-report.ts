import { HELPDESK, type Person } from "../example-office.ts";
import type { ReceivedMail } from "../mail/received.ts";

/** RFC 3464: the recipient of a letter is unknown to its own server. */
export function deliveryReport(letter: ReceivedMail, from: Person, at: number): string {
  const boundary = `laporan-${at}`;
  const date = new Date(at).toUTCString().replace("GMT", "+0000");
  const domain = letter.to.slice(letter.to.lastIndexOf("@") + 1);
  const headers = letter.raw.toString("latin1").split("\r\n\r\n", 1)[0] ?? "";
  return [
    "Return-Path: <>",
    `Received: from mail.${domain} by mail.kantor.example for <${HELPDESK.address}>; ${date}`,
    `Date: ${date}`,
    `From: ${from.name} <${from.address}>`,
    `To: <${HELPDESK.address}>`,
    "Subject: Undelivered Mail Returned to Sender",
    `Message-ID: <gagal.${at}@${domain}>`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=us-ascii",
    "",
    `Your message could not be delivered to <${letter.to}>: there is no such mailbox.`,
    "",
    `--${boundary}`,
    "Content-Type: message/delivery-status",
    "",
    `Reporting-MTA: dns; mail.${domain}`,
    "",
    `Final-Recipient: rfc822; ${letter.to}`,
    "Action: failed",
    "Status: 5.1.1",
    "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
    "",
    `--${boundary}`,
    "Content-Type: text/rfc822-headers",
    "",
    headers,
    "",
    `--${boundary}--`,
    "",
  ].join("\r\n");
}
