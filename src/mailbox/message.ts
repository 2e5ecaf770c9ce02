import { createHash } from "node:crypto";

import type { ForwardedFrom, Message, Verdict } from "../desk/message.ts";
import { cleanLine } from "../desk/plain-text.ts";
import { isForwardSubject } from "../desk/reference.ts";
import { signatureOf } from "../desk/signature.ts";
import { correspondents } from "./addresses.ts";
import { attachmentList } from "./attachments.ts";
import { bodyText } from "./body.ts";
import { calendarInvite } from "./calendar-invite.ts";
import { classify } from "./classify.ts";
import { deliveryReport, letterMarks } from "./delivery-report.ts";
import { forwardedFrom } from "./forwarded.ts";
import { headerOnly } from "./header-only.ts";
import { contentType, headerBlock, messageIds, ownMessageId } from "./headers.ts";
import { mailParts, parserLibrary } from "./mail-parts.ts";
import { withFormFiles, withFormText } from "./outlook-forms.ts";
import type { MailParts } from "./mail-parts.ts";
import { written } from "./reply-text.ts";
import type { Written } from "./reply-text.ts";
import { unseenText } from "./unseen-text.ts";

/** A mail as it came from the server. */
export interface RawMessage {
  folder: string;
  uidValidity: string;
  uid: number;
  /** INTERNALDATE */
  receivedAt: number;
  source: Uint8Array;
  /** Only the beginning of it was fetched. */
  truncated: boolean;
  /** Its files stayed on the server; their heads tell how large they are. */
  filesOmitted?: boolean;
  sent: boolean;
}

export interface ReadingContext {
  /** Every address that is ours: IMAP_USER, MAIL_FROM, *Alamat Kita*. */
  ourAddresses: readonly string[];
  /** Domain of our letters' Message-IDs. */
  letterDomain?: string;
  /** Prefix of our numbers: `JKD`. */
  ticketPrefix?: string;
  /** Zone in which invitations are told; the office's. */
  zone?: string;
}

/**
 * Reads a mail once, within bounds. Past a bound, or broken, it is read by its headers alone, with a
 * sentence in `problems` that says where in the mailbox it lies. Throws `NotLoadedError` alone.
 */
export async function parseMessage(raw: RawMessage, context: ReadingContext): Promise<Message> {
  // A parser that is missing must not be taken for a mail that is broken.
  await parserLibrary();
  const { source: bytes, ...place } = raw;
  const source = withLineFeeds(withoutLead(bytes));
  let unread = false;
  const { filesOmitted = false } = raw;
  const read = await mailParts(source, { filesOmitted }).catch(() => {
    unread = true;
    return headerOnly(source);
  });
  const mail = withFormText(read);
  const body = bodyText(mail);
  unread ||= saysNothing(mail, body.text) && source.some((byte) => byte > 32);
  const ourAddresses = new Set(context.ourAddresses.map((address) => address.trim().toLowerCase()));
  const { crowded, ...people } = correspondents(mail.headers, ourAddresses);
  const words = written(body.text);
  const draft = {
    ...draftOf(mail, body.text),
    newWords: words.newWords,
    ...people,
    ourAddresses,
    letterDomain: context.letterDomain ?? "",
    ticketPrefix: context.ticketPrefix ?? "",
    sent: raw.sent,
    unread: unread || (mail.partsUnread && body.text === ""),
  };
  const { rootType } = draft;
  const invite = calendarInvite(mail.parts, { rootType, zone: context.zone ?? "Asia/Jakarta" });
  const verdict = classify({ ...draft, calendarMethod: invite?.method ?? "" });
  const isReport = verdict.class === "bounce" || verdict.class === "automatic";
  const report = isReport ? deliveryReport({ text: body.text, parts: mail.parts }) : NO_REPORT;
  const unseen = unseenText(draft, {
    ...body,
    truncated: raw.truncated,
    partsUnread: mail.partsUnread,
    crowded,
    folder: raw.folder,
    uid: raw.uid,
  });
  const text = invite && draft.newWords === "" ? invite.sentence : unseen.text || body.text;
  const said = text === body.text ? words : written(text);
  const { headers } = draft;
  return {
    folder: place.folder,
    uidValidity: place.uidValidity,
    uid: place.uid,
    sent: place.sent,
    receivedAt: place.receivedAt,
    dateHeader: cleanLine(headers.first("date"), 100),
    ...people,
    messageId: ownMessageId(headers.first("message-id")),
    inReplyTo: [...draft.inReplyTo],
    references: [...draft.references],
    subject: draft.subject,
    text,
    newText: newText(verdict, { subject: draft.subject, text, said }),
    signature: signatureOf(said.unquoted),
    bodyHash: bodyHash(
      [
        body.text || `${text}\n${mail.parts.map(({ type, size }) => `${type} ${size}`).join()}`,
        // Reports of one server say the same words of every letter.
        ...report.failures.map((failure) => JSON.stringify(failure)),
      ].join("\n"),
    ),
    attachments: withFormFiles(attachmentList(mail.parts), mail.parts),
    letterMarks: [
      ...new Set([
        ...letterMarks(`X-Aduan-Surat: ${headers.first("x-aduan-surat")}`),
        ...report.letterMarks,
      ]),
    ],
    forwarded: isReport ? null : await forwarded(mail, body.text, draft.ourAddresses),
    failures: verdict.class === "bounce" ? report.failures : [],
    reportedIds: report.reportedIds,
    list: headers.has("list-id"),
    verdict,
    problems: unseen.problems,
  };
}

/** Blank lines before the head would end it before it begins. */
function withoutLead(source: Uint8Array): Uint8Array {
  const first = source.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
  return first > 0 ? source.subarray(first) : source;
}

/** Old Macs end their lines with a carriage return alone, and the parser would see one line. */
function withLineFeeds(source: Uint8Array): Uint8Array {
  if (source.includes(0x0a) || !source.includes(0x0d)) return source;
  return source.map((byte) => (byte === 0x0d ? 0x0a : byte));
}

/** Not even a head: what came is no mail, and somebody has to look at it. */
function saysNothing({ headers, parts }: MailParts, text: string): boolean {
  return text === "" && parts.length === 0 && !headers.has("from") && !headers.has("subject");
}

const NO_REPORT = { failures: [], reportedIds: [], letterMarks: [] };

/** What the message itself says, without its place and its people. */
function draftOf(mail: MailParts, text: string) {
  const headers = headerBlock(mail.lines);
  const subject = mail.headers.get("subject");
  const type = contentType(mail.headers);
  return {
    headers,
    rootType: type.value,
    rootParams: type.params,
    inReplyTo: messageIds(headers.all("in-reply-to")),
    references: messageIds(headers.all("references")),
    subject: typeof subject === "string" ? cleanLine(subject) : "",
    text,
    parts: mail.parts,
    calendarMethod: "",
  };
}

/** A new complaint keeps its signature, and one that passes something on its quotation too. */
function newText(
  verdict: Verdict,
  { subject, text, said }: { subject: string; text: string; said: Written },
): string {
  if (verdict.class !== "complaint") return said.reply;
  return isForwardSubject(subject) ? text : said.unquoted;
}

/** One attached message is the original; several are a collection that nobody passes on. */
async function forwarded(
  mail: MailParts,
  text: string,
  ourAddresses: ReadonlySet<string>,
): Promise<ForwardedFrom | null> {
  const attached = mail.parts.filter(({ type }) => type === "message/rfc822");
  const [only] = attached;
  if (attached.length !== 1 || !only?.content) return forwardedFrom({ text, original: null });
  const inner = await mailParts(only.content).catch(() =>
    headerOnly(only.content ?? new Uint8Array()),
  );
  const { from } = correspondents(inner.headers, ourAddresses);
  const isTheirs = from !== null && !ourAddresses.has(from.address);
  const original = isTheirs ? { ...from, text: bodyText(inner).text } : null;
  return forwardedFrom({ text, original });
}

function bodyHash(text: string): string {
  return createHash("sha256").update(text.replaceAll(/\s+/g, " ").trim()).digest("hex");
}
