import { randomUUID } from "node:crypto";

import { HELPDESK, type Person } from "../example-office.ts";
import { compose, type WrittenMail } from "../mail/compose.ts";
import type { ReceivedMail } from "../mail/received.ts";
import type { SandboxMail } from "../mail/server.ts";
import { deliveryReport } from "./delivery-report.ts";

export interface NewMail {
  from: Person;
  subject: string;
  text: string;
  html?: string;
  /** Names of pictures that come along. */
  pictures?: readonly string[];
  headers?: Readonly<Record<string, string>>;
  /** The letter in the writer's mailbox that this one answers. */
  answers?: ReceivedMail;
  /** Quotes the letter below the answer, as most mail programs do. */
  quote?: boolean;
}

/** A mail that somebody wrote to the helpdesk. */
export interface SentMail {
  id: string;
  at: number;
  from: Person;
  subject: string;
  text: string;
  raw: Buffer;
}

/** Mail to the helpdesk, written as anybody. */
export class Correspondence {
  readonly #mail: SandboxMail;
  readonly #now: () => number;
  readonly #sent: SentMail[] = [];

  constructor(mail: SandboxMail, now: () => number) {
    this.#mail = mail;
    this.#now = now;
  }

  sent(): readonly SentMail[] {
    return this.#sent;
  }

  async write(mail: NewMail): Promise<SentMail> {
    const raw = await compose(written(mail), HELPDESK.address, this.#now());
    return this.#deliver({ ...mail, raw });
  }

  /** The very same mail once more, as a second route would bring it. */
  async again(mail: SentMail): Promise<void> {
    await this.#mail.deliver(mail.raw);
  }

  /** A mail server's report that a letter could not be delivered. */
  async bounce(letter: ReceivedMail, from: Person): Promise<SentMail> {
    const raw = Buffer.from(deliveryReport(letter, from, this.#now()));
    return this.#deliver({ from, subject: `Gagal: ${letter.subject}`, text: letter.to, raw });
  }

  async #deliver(mail: Pick<SentMail, "from" | "subject" | "text" | "raw">): Promise<SentMail> {
    await this.#mail.deliver(mail.raw);
    const { from, subject, text, raw } = mail;
    const sent = { id: randomUUID(), at: this.#now(), from, subject, text, raw };
    this.#sent.push(sent);
    return sent;
  }
}

function written({
  from,
  subject,
  text,
  html,
  pictures = [],
  headers = {},
  answers,
  quote = true,
}: NewMail): WrittenMail {
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);
  return {
    from: `"${from.name.replaceAll(/["\\]/g, "")}" <${from.address}>`,
    subject,
    text: answers && quote ? `${text}\n\n${quotation(answers)}` : text,
    ...(html === undefined ? {} : { html }),
    headers: {
      "Message-ID": `<${randomUUID()}@${domain}>`,
      ...(answers ? threading(answers) : {}),
      ...headers,
    },
    attachments: pictures.map((name) => ({ name, type: "image/png", content: PICTURE })),
  };
}

/** RFC 5322 3.6.4: the answered letter's id, after those that it named itself. */
function threading(letter: ReceivedMail): Record<string, string> {
  const earlier = letter.headers["references"] ?? letter.headers["in-reply-to"] ?? "";
  return {
    "In-Reply-To": letter.messageId,
    References: `${earlier} ${letter.messageId}`.trim(),
  };
}

function quotation({ at, text }: ReceivedMail): string {
  const day = new Date(at).toLocaleDateString("id-ID", {
    dateStyle: "full",
    timeZone: "Asia/Jakarta",
  });
  const lines = text.trimEnd().split("\n");
  return [`Pada ${day}, ${HELPDESK.name} menulis:`, ...lines.map((line) => `> ${line}`)].join("\n");
}

/** One grey point: a picture in the smallest PNG there is. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);
