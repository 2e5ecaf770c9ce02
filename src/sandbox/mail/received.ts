import { simpleParser } from "mailparser";

/** A mail that reached somebody's mailbox. */
export interface ReceivedMail {
  to: string;
  raw: Buffer;
  at: number;
  from: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** Names in lower case, values as decoded; the last one of a repeated name. */
  headers: Record<string, string>;
  attachments: { name: string; type: string; content: Buffer }[];
}

export async function received(raw: Buffer, to: string, at: number): Promise<ReceivedMail> {
  const parsed = await simpleParser(raw, { skipTextToHtml: true });
  return {
    to,
    raw,
    at,
    from: parsed.from?.value[0]?.address ?? "",
    subject: parsed.subject ?? "",
    text: parsed.text ?? "",
    html: parsed.html || "",
    messageId: parsed.messageId ?? "",
    headers: Object.fromEntries(parsed.headerLines.map(({ key, line }) => [key, unfold(line)])),
    attachments: parsed.attachments.map(({ filename, contentType, content }) => ({
      name: filename ?? "",
      type: contentType,
      content,
    })),
  };
}

function unfold(line: string): string {
  return line
    .slice(line.indexOf(":") + 1)
    .replaceAll(/\r?\n[ \t]+/g, " ")
    .trim();
}
