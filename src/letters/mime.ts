import MailComposer from "nodemailer/lib/mail-composer";
import { encodeWords } from "nodemailer/lib/mime-funcs";

import { RemoteError } from "../errors.ts";
import type { OutgoingMail } from "../worker/ports.ts";
import { layoutText } from "./text-layout.ts";
import { headerLine, oneLine } from "./values.ts";

export interface Sender {
  name: string;
  /** MAIL_FROM */
  address: string;
  /** The helpdesk, where answers go. */
  replyTo: string;
}

/**
 * The letter as RFC 5322 text, the same bytes for the same input. Throws `RemoteError` (rejected)
 * when the recipient is no single plain address.
 */
export async function buildRaw(mail: OutgoingMail, sender: Sender): Promise<Buffer> {
  const { rendered, files } = mail;
  if (!isAddress(mail.to.address)) {
    throw new RemoteError("The recipient's address is not valid", { kind: "rejected" });
  }
  const { text, html } = withNote(mail);
  const composer = new MailComposer({
    from: { name: headerLine(sender.name), address: sender.address },
    replyTo: { name: "", address: sender.replyTo },
    to: { name: nameLine(mail.to.name), address: mail.to.address },
    messageId: mail.messageId,
    date: new Date(rendered.date),
    ...(isMessageId(rendered.inReplyTo) ? { inReplyTo: rendered.inReplyTo } : {}),
    references: rendered.references.filter(isMessageId),
    headers: {
      Subject: subjectHeader(rendered.subject),
      "Auto-Submitted": rendered.autoSubmitted,
      "X-Auto-Response-Suppress": "All",
      "X-Aduan-Surat": headerLine(mail.mark),
    },
    text,
    html,
    attachments: files.map((file) => ({
      filename: headerLine(file.name),
      contentType: headerLine(file.type),
      content: Buffer.from(file.content),
      ...(file.cid === undefined
        ? { contentDisposition: "attachment" as const }
        : { contentDisposition: "inline" as const, cid: headerLine(file.cid) }),
    })),
    baseBoundary: rendered.boundarySeed.replaceAll(/[^A-Za-z0-9]/g, "") || "aduan",
    newline: "\r\n",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/**
 * The number stays plain ASCII: the library by itself encodes a whole subject for one sign of
 * another script in it, and an old mail program then shows nothing that one could search for.
 */
function subjectHeader(subject: string) {
  // 52 characters of text keep an encoded word within the 75 of RFC 2047 section 2.
  const value = encodeWords(headerLine(subject), "B", 52);
  return { prepared: true, foldLines: true, value };
}

/** One `local@domain`, nothing that an address parser could take for two. */
export function isAddress(address: string): boolean {
  return (
    address.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{C}]+@[^\s@<>()[\]\\,;:"\p{C}]+$/u.test(address)
  );
}

function isMessageId(id: string): boolean {
  return /^<[\x21-\x3B\x3D\x3F-\x7E]{1,900}>$/.test(id);
}

/** A cell may hold thousands of characters where a name belongs. */
function nameLine(name: string): string {
  return Array.from(headerLine(name)).slice(0, 100).join("").trim();
}

/** Says in the letter itself that files which belong to it are not there. */
function withNote({ rendered, missing }: OutgoingMail): { text: string; html: string } {
  const { text, html, attachmentNote } = rendered;
  if (missing.length === 0 || attachmentNote === "") return { text, html };
  const note = `${attachmentNote} ${missing.map(oneLine).join("; ")}.`;
  const paragraph = `<p class="ink" style="margin:0 0 16px 0;color:#1b1f24;">${escapeHtml(note)}</p>`;
  const end = [FOOTER, "</body>"].map((mark) => html.lastIndexOf(mark)).find((at) => at >= 0) ?? -1;
  return {
    text: `${text.trimEnd()}\n\n${layoutText(note)}`,
    html: end < 0 ? html + paragraph : html.slice(0, end) + paragraph + html.slice(end),
  };
}

/** Where the letterhead begins, so that the note stands under what the letter says. */
const FOOTER = '<div role="contentinfo">';

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
