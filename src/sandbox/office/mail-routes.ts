import { Hono } from "hono";
import { z } from "zod";

import { HELPDESK } from "../example-office.ts";
import type { ReceivedMail } from "../mail/received.ts";
import type { SandboxMail } from "../mail/server.ts";
import type { Correspondence } from "./correspondence.ts";
import { bodyOf, check, InputError, text, wholeNumber } from "./input.ts";

const Mail = z.strictObject({
  from: z.strictObject({
    name: text(200).default(""),
    address: z.email("bukan alamat email").max(254, "paling panjang 254 karakter"),
  }),
  subject: text(500).default(""),
  text: text(100_000),
  pictures: z.array(text(100)).max(5, "paling banyak lima gambar").default([]),
  /** The letter that is answered: whose mailbox, and its place there. */
  answers: z.strictObject({ address: text(254), index: wholeNumber }).optional(),
});

/** Everybody's mailbox, and mail to the helpdesk as anybody. */
export function mailRoutes(mail: SandboxMail, correspondence: Correspondence): Hono {
  return new Hono()
    .get("/mailboxes", (context) => context.json(mailboxesOf(mail)))
    .get("/mailboxes/:address", (context) => {
      const letters = mail.mailboxes.get(context.req.param("address").toLowerCase()) ?? [];
      return context.json(letters.map(lineOf));
    })
    .get("/mailboxes/:address/:index", (context) => {
      const { address, index } = context.req.param();
      return context.json(letterOf(findLetter(mail, address, check(index, wholeNumber))));
    })
    .get("/mail", (context) =>
      context.json(
        correspondence
          .sent()
          .map(({ at, from, subject, text: body }) => ({ at, from, subject, text: body })),
      ),
    )
    .post("/mail", async (context) => {
      const { answers, ...written } = await bodyOf(context, Mail);
      if (written.from.address.toLowerCase() === HELPDESK.address) {
        throw new InputError("Tulis sebagai orang lain, bukan sebagai helpdesk");
      }
      const letter = answers && findLetter(mail, answers.address, answers.index);
      const sent = await correspondence.write({
        ...written,
        ...(letter ? { answers: letter } : {}),
      });
      return context.json({ id: sent.id, at: sent.at }, 201);
    });
}

function mailboxesOf(mail: SandboxMail) {
  return [...mail.mailboxes].map(([address, letters]) => ({
    address,
    letters: letters.length,
    lastAt: letters.at(-1)?.at ?? null,
  }));
}

function lineOf({ at, subject, from, attachments }: ReceivedMail, index: number) {
  return { index, at, subject, from, attachments: attachments.length };
}

function letterOf(letter: ReceivedMail) {
  const { at, to, from, subject, text: body, html, headers, attachments } = letter;
  return {
    at,
    to,
    from,
    subject,
    text: body,
    html,
    headers,
    attachments: attachments.map(({ name, type, content }) => ({
      name,
      type,
      size: content.length,
    })),
  };
}

function findLetter(mail: SandboxMail, address: string, index: number): ReceivedMail {
  const letter = mail.mailboxes.get(address.toLowerCase())?.[index];
  if (!letter) throw new InputError("Surat itu tidak ada", 404);
  return letter;
}
