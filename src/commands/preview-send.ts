import { randomUUID } from "node:crypto";

import type { Config } from "../config.ts";
import type { RenderedLetter } from "../desk/letter.ts";
import { ConfigError } from "../errors.ts";
import { isAddress } from "../letters/mime.ts";
import type { LetterFile } from "../letters/recap-files.ts";
import { smtpMailer } from "../letters/smtp.ts";
import { smtpOptions } from "./adapters.ts";

export interface PreviewLetter {
  name: string;
  rendered: RenderedLetter;
  files: readonly LetterFile[];
}

export interface PreviewMailer {
  send(letter: PreviewLetter): Promise<void>;
  close(): Promise<void>;
}

/**
 * Sends examples through the office's own SMTP server to one address. Answers go back there and
 * nothing in the letter belongs to a thread, so that no preview is ever taken for a real letter.
 * Throws `ConfigError` when the address is none, or the helpdesk's own, whose mail becomes aduan.
 */
export function previewMailer(config: Config, to: string): PreviewMailer {
  const { smtp, imap } = config;
  if (!isAddress(to)) throw new ConfigError([`--send: "${to}" bukan satu alamat email.`]);
  const own = [smtp.address, imap.user].map((each) => each.toLowerCase());
  if (own.includes(to.toLowerCase())) {
    throw new ConfigError([
      "--send: alamat itu kotak surat helpdesk; contoh surat di sana akan tercatat sebagai aduan.",
    ]);
  }
  const mailer = smtpMailer({ ...smtpOptions(config), replyTo: to });
  const domain = smtp.address.slice(smtp.address.lastIndexOf("@") + 1);
  return {
    async send({ name, rendered, files }) {
      await mailer.hand({
        to: { name: "", address: to },
        rendered: {
          ...rendered,
          subject: `[PRATINJAU] ${rendered.subject}`,
          date: Date.now(),
          inReplyTo: "",
          references: [],
          autoSubmitted: "auto-generated",
        },
        messageId: `<pratinjau-${randomUUID()}@${domain}>`,
        mark: `pratinjau/${name}`,
        files,
        missing: [],
      });
    },
    close: () => mailer.close(),
  };
}
