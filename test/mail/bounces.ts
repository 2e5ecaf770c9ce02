import { aMail, aMultipart, plain, row } from "./builder.ts";
import type { MailOptions, Row, Verdict } from "./builder.ts";

const silent = { class: "bounce", answered: false } as const;
const DAEMON: MailOptions = {
  from: "Mail Delivery System <MAILER-DAEMON@mx.kuduskab.example>",
  subject: "Undelivered Mail Returned to Sender",
  headers: ["Return-Path: <>"],
};

/** A report with a machine part; `returned` is what it gives back of our letter. */
function report(
  fields: string,
  returned?: { type: string; body: string },
  options: MailOptions = DAEMON,
): string {
  return aMultipart(
    "report; report-type=delivery-status",
    [
      plain("Your message could not be delivered."),
      {
        type: "message/delivery-status",
        body: `Reporting-MTA: dns; mx.kuduskab.example\n\n${fields}`,
      },
      ...(returned ? [returned] : []),
    ],
    options,
  );
}

const HEAD =
  "Message-ID: <ack42@kominfo.kuduskab.example>\nX-Aduan-Surat: 0042.ack\nSubject: [JKD-2026-0042] Aduan diterima";

function machine(name: string, fields: string, want: Partial<Verdict>): Row {
  return row(name, report(fields), { ...silent, ...want });
}

function inWords(name: string, options: MailOptions, want: Partial<Verdict> = {}): Row {
  return row(name, aMail(options), { ...silent, ...want });
}

/** Delivery reports in every dialect: never a complaint, never answered, told to the right letter. */
export const BOUNCES: Row[] = [
  row(
    "Postfix returns only the headers",
    report(
      "Final-Recipient: rfc822; kec.bae@kuduskab.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown",
      {
        type: "text/rfc822-headers",
        body: HEAD,
      },
    ),
    {
      ...silent,
      failures: [
        {
          address: "kec.bae@kuduskab.example",
          status: "5.1.1",
          action: "failed",
          diagnostic: "550 5.1.1 User unknown",
        },
      ],
      reported: ["<ack42@kominfo.kuduskab.example>"],
      attachments: [],
    },
  ),
  row(
    "Exchange repeats our subject and answers our letter",
    report(
      "Final-Recipient: rfc822;kec.jati@kuduskab.example\nAction: failed\nStatus: 5.1.10\nDiagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found",
      { type: "message/rfc822", body: `${HEAD}\n\nIsi surat` },
      {
        from: "postmaster@kuduskab.example",
        subject: "Undeliverable: [JKD-2026-0042] Aduan selesai ditangani",
        headers: ["X-MS-Exchange-Message-Is-Ndr:", "In-Reply-To: <ack42@kominfo.kuduskab.example>"],
      },
    ),
    {
      ...silent,
      failures: [{ address: "kec.jati@kuduskab.example", status: "5.1.10" }],
      reported: ["<ack42@kominfo.kuduskab.example>"],
    },
  ),
  machine(
    "delayed is no failure",
    "Final-Recipient: rfc822; a@b.example\nAction: delayed\nStatus: 4.4.1\nWill-Retry-Until: Thu, 26 Nov 2026 08:12:00 +0700",
    {
      failures: [{ action: "delayed", status: "4.4.1" }],
    },
  ),
  machine(
    "delivered after all",
    "Final-Recipient: rfc822; a@b.example\nAction: delivered\nStatus: 2.0.0",
    {
      failures: [{ action: "delivered", status: "2.0.0" }],
    },
  ),
  machine(
    "relayed counts as delivered",
    "Final-Recipient: rfc822; a@b.example\nAction: relayed\nStatus: 2.0.0",
    {
      failures: [{ action: "delivered" }],
    },
  ),
  machine(
    "a failure without a diagnosis invents none",
    "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.0.0",
    {
      failures: [{ status: "5.0.0", diagnostic: "" }],
    },
  ),
  machine(
    "a full mailbox",
    "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 Mailbox full",
    {
      failures: [{ status: "5.2.2" }],
    },
  ),
  machine(
    "two recipients in one report",
    "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; c@d.example\nAction: delayed\nStatus: 4.2.2",
    {
      failures: [
        { address: "a@b.example", action: "failed" },
        { address: "c@d.example", action: "delayed" },
      ],
    },
  ),
  machine(
    "the address that we wrote to, not the rewritten one",
    "Original-Recipient: rfc822; kades@desa.example\nFinal-Recipient: rfc822; box17@inner.example\nAction: failed\nStatus: 5.1.1",
    {
      failures: [{ address: "kades@desa.example" }],
    },
  ),
  machine(
    "a diagnosis folded over two lines",
    "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1\n  refused by policy",
    {
      failures: [{ diagnostic: "550 5.7.1 refused by policy" }],
    },
  ),
  machine(
    "an action in capitals",
    "Final-Recipient: RFC822; A@B.example\nAction: FAILED\nStatus: 5.1.1",
    {
      failures: [{ address: "a@b.example", action: "failed" }],
    },
  ),
  row(
    "labelled a report but with one plain part",
    aMail({
      ...DAEMON,
      headers: ["Return-Path: <>", "Content-Type: multipart/report; report-type=delivery-status"],
      body: "<pemdes.piji@surel.example>: host mx said: 552 5.2.2 Mailbox full",
    }),
    { ...silent, failures: [{ address: "pemdes.piji@surel.example", status: "5.2.2" }] },
  ),
  row(
    "a report inside multipart/mixed",
    aMultipart(
      "mixed",
      [
        plain("failed"),
        {
          type: "message/delivery-status",
          body: "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1",
        },
      ],
      DAEMON,
    ),
    { ...silent, failures: [{ status: "5.1.1" }] },
  ),
  row(
    "an internationalised report",
    aMultipart(
      "report; report-type=delivery-status",
      [
        plain("x"),
        {
          type: "message/global-delivery-status",
          body: "Final-Recipient: utf-8; a@b.example\nAction: failed\nStatus: 5.1.1",
        },
      ],
      DAEMON,
    ),
    silent,
  ),
  inWords(
    "qmail",
    {
      from: "MAILER-DAEMON@desa.example",
      subject: "failure notice",
      headers: ["Return-Path: <>"],
      body: "Hi. This is the qmail-send program at desa.example.\nI'm afraid I wasn't able to deliver your message.\n\n<pemdes.lau@desa.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <lau@kominfo.kuduskab.example>",
    },
    {
      failures: [{ address: "pemdes.lau@desa.example", status: "5.1.1" }],
      reported: ["<lau@kominfo.kuduskab.example>"],
    },
  ),
  inWords(
    "Exim names the failed recipients in a header",
    {
      from: "Mail Delivery System <Mailer-Daemon@host.example>",
      subject: "Mail delivery failed: returning message to sender",
      headers: ["X-Failed-Recipients: sekdes@surel.example", "Auto-Submitted: auto-replied"],
      body: "This message was created automatically by mail delivery software.\n\n  sekdes@surel.example\n    550 5.1.1 no such user",
    },
    { failures: [{ address: "sekdes@surel.example", status: "5.1.1" }] },
  ),
  inWords(
    "a small server in plain words",
    {
      from: "postmaster@surel.example",
      subject: "Delivery Failure",
      headers: ["Return-Path: <>"],
      body: "Could not deliver message to the following recipient(s):\n\nFailed Recipient: kades.piji@surel.example\nReason: Remote host said: 550 5.1.1 unknown",
    },
    { failures: [{ address: "kades.piji@surel.example", status: "5.1.1", action: "failed" }] },
  ),
  inWords(
    "an administrator in Indonesian",
    {
      from: "Mail Administrator <postmaster@kuduskab.example>",
      subject: "Tidak terkirim: [JKD-2026-0050] Aduan diterima",
      body: "Pesan Anda tidak sampai ke beberapa atau semua penerima.",
    },
    { failures: [{ address: "" }] },
  ),
  inWords("a postmaster whose letter could not be sent, in Indonesian", {
    from: "postmaster@desa.example",
    subject: "Pengiriman gagal",
    body: "Surat Anda kepada kaur@desa.example tidak dapat dikirim.",
  }),
  inWords(
    "Yahoo",
    {
      from: "MAILER-DAEMON@yahoo.example",
      subject: "Failure Notice",
      body: "Sorry, we were unable to deliver your message to the following address.\n\n<kades@yahoo.example>:\n554: 5.4.4 delivery error",
    },
    { failures: [{ address: "kades@yahoo.example" }] },
  ),
  inWords(
    "Gmail",
    {
      from: "Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
      subject: "Delivery Status Notification (Failure)",
      body: "Address not found\nYour message wasn't delivered to kades@surel.example because the address couldn't be found.\n\n550 5.1.1 The email account does not exist",
    },
    { failures: [{ address: "kades@surel.example", status: "5.1.1" }] },
  ),
  inWords(
    "a warning that the server is still trying",
    {
      from: "Mail Delivery Subsystem <mailer-daemon@mx.example>",
      subject: "Warning: could not send message for past 4 hours",
      headers: ["Return-Path: <>"],
      body: "The message to <kades@surel.example> has been delayed. It will be retried.",
    },
    { failures: [{ address: "kades@surel.example", action: "delayed" }] },
  ),
  inWords("an empty return path with a known opening from a nameless sender", {
    from: "noreply@gateway.example",
    subject: "Mail delivery failed",
    headers: ["Return-Path: <>"],
    body: "The following recipients could not be reached: x@y.example",
  }),
  row(
    "a person who forwards a bounce is a complaint",
    aMail({
      subject: "Fwd: Undelivered Mail Returned to Sender",
      body: "Kenapa email saya kembali terus?",
    }),
    {
      class: "complaint",
      answered: true,
    },
  ),
  row(
    "a person whose subject opens like a bounce is a complaint",
    aMail({ subject: "Gagal kirim email dinas", body: "Sejak pagi gagal." }),
    {
      class: "complaint",
      answered: true,
    },
  ),
];
