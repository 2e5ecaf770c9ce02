import MailComposer from "nodemailer/lib/mail-composer";

/** A mail as a person would write it; `to` is the helpdesk unless told. */
export interface WrittenMail {
  from: string;
  to?: string;
  cc?: string;
  subject: string;
  text: string;
  html?: string;
  /** `Message-ID`, `In-Reply-To`, `References`, `Auto-Submitted` and any other. */
  headers?: Record<string, string>;
  attachments?: { name: string; type: string; content: Uint8Array }[];
}

/** What would come in by SMTP: the writer's mail with the trace fields of its delivery on top. */
export async function compose(mail: WrittenMail, to: string, at: number): Promise<Buffer> {
  const { "Message-ID": messageId, ...headers } = mail.headers ?? {};
  const body = await new MailComposer({
    from: mail.from,
    to: mail.to ?? to,
    ...(mail.cc === undefined ? {} : { cc: mail.cc }),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    ...(messageId === undefined ? {} : { messageId }),
    date: new Date(at),
    headers,
    attachments: (mail.attachments ?? []).map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(content),
    })),
    newline: "\r\n",
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  return Buffer.concat([Buffer.from(trace(mail.from, to, at)), body]);
}

function trace(from: string, to: string, at: number): string {
  const address = /<([^<>]*)>/.exec(from)?.[1] ?? from;
  const date = new Date(at).toUTCString().replace("GMT", "+0000");
  return `Return-Path: <${address}>\r\nReceived: from mail.luar.example by mail.kantor.example for <${to}>; ${date}\r\n`;
}
