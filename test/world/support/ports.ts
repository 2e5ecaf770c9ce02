import type { Letter, RenderedLetter } from "../../../src/desk/letter.ts";
import type { Message } from "../../../src/desk/message.ts";
import type { FormSubmission } from "../../../src/desk/observation.ts";
import type { Instant } from "../../../src/desk/time.ts";
import { RemoteError } from "../../../src/errors.ts";
import type { Forms, Letters, Log, Mailbox, Mailer } from "../../../src/worker/ports.ts";

/** A letter that the mail server took. */
export interface Delivery {
  to: string;
  messageId: string;
  letter: Letter;
  at: Instant;
}

/** How the next letter fares: not taken, taken with the answer lost, cut before it was taken. */
export type MailFault = "refused" | "taken" | "cut";

/** The mail side of the world: what people sent, and every letter that was taken from us. */
export interface Post {
  inbox: Message[];
  responses: FormSubmission[];
  delivered: Delivery[];
  faults: MailFault[];
  mailbox: Mailbox;
  mailer: Mailer;
  forms: Forms;
}

export function openPost(now: () => Instant): Post {
  const post: Post = {
    inbox: [],
    responses: [],
    delivered: [],
    faults: [],
    mailbox: {
      async *read(_, { known }) {
        const refs = post.inbox.map(({ uid }) => `INBOX/1/${uid}`);
        const old = await known(refs);
        const messages = post.inbox.filter(({ uid }) => !old.has(`INBOX/1/${uid}`));
        const last = messages.at(-1);
        if (!last) return;
        const inbox = { folder: "INBOX", uidValidity: "1", uid: last.uid };
        yield { messages, cursor: { inbox, sent: null, lastReceivedAt: last.receivedAt } };
      },
      files: () => Promise.resolve(undefined),
      message: (ref) => Promise.resolve(post.inbox.find(({ uid }) => ref === `INBOX/1/${uid}`)),
      findSent: ({ messageId }) => {
        const found = post.delivered.some((each) => each.messageId === messageId);
        return Promise.resolve(found ? "found" : "absent");
      },
      appendSent: () => Promise.resolve(),
      watch: () => Promise.resolve(() => Promise.resolve()),
      close: () => Promise.resolve(),
    },
    mailer: {
      async hand({ to, rendered, messageId }) {
        const fault = post.faults.shift();
        if (fault === "refused") throw new RemoteError("421 try later", { kind: "temporary" });
        if (fault === "cut") throw new RemoteError("connection lost", { kind: "uncertain" });
        const letter: Letter = JSON.parse(rendered.text);
        post.delivered.push({ to: to.address, messageId, letter, at: now() });
        if (fault === "taken") throw new RemoteError("connection lost", { kind: "uncertain" });
        return { serverMessageId: "", raw: new Uint8Array() };
      },
      greet: () => Promise.resolve(),
      close: () => Promise.resolve(),
    },
    forms: {
      read: () =>
        Promise.resolve({
          submissions: [...post.responses],
          cursor: String(post.responses.length),
          problems: [],
          questions: {},
        }),
    },
  };
  return post;
}

/** The text of a letter is the letter itself, for the checks; its words are tested elsewhere. */
export const plainLetters: Letters = {
  render: (letter, _, __, date): RenderedLetter => ({
    subject: letter.key,
    text: JSON.stringify(letter),
    html: "",
    date,
    inReplyTo: "",
    references: [],
    autoSubmitted: "auto-generated",
    attachFrom: [],
    attachmentNote: "",
    boundarySeed: letter.key,
  }),
  files: () => Promise.resolve([]),
};

export const noLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
