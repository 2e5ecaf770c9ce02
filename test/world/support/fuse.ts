import type { GoogleClient } from "../../../src/google/client.ts";
import type { Journal } from "../../../src/worker/journal-port.ts";
import type { Forms, Mailbox, Mailer } from "../../../src/worker/ports.ts";

/** The process is gone: whatever the program still tries comes to nothing. */
export class Killed extends Error {
  override name = "Killed" as const;
}

/** One life of the worker: it may be cut at any call to the outside, before or after its effect. */
export class Fuse {
  #left = Number.POSITIVE_INFINITY;
  #afterwards = false;
  dead = false;

  /** The nth call from now is the last. */
  set(calls: number, { afterwards }: { afterwards: boolean }): void {
    this.#left = calls;
    this.#afterwards = afterwards;
  }

  async burn<T>(call: () => Promise<T>): Promise<T> {
    if (this.dead) throw new Killed();
    this.#left -= 1;
    if (this.#left > 0) return await call();
    this.dead = true;
    if (this.#afterwards) await call();
    throw new Killed();
  }
}

export function mortalJournal(journal: Journal, fuse: Fuse): Journal {
  return {
    lease: () => fuse.burn(() => journal.lease()),
    load: () => fuse.burn(() => journal.load()),
    ticket: (number) => fuse.burn(() => journal.ticket(number)),
    events: (number) => fuse.burn(() => journal.events(number)),
    findSources: (keys) => fuse.burn(() => journal.findSources(keys)),
    closedBetween: (from, to) => fuse.burn(() => journal.closedBetween(from, to)),
    openedBetween: (from, to) => fuse.burn(() => journal.openedBetween(from, to)),
    state: (name) => fuse.burn(() => journal.state(name)),
    ask: (name, word) => fuse.burn(() => journal.ask(name, word)),
    commit: (batch, lease) => fuse.burn(() => journal.commit(batch, lease)),
    lettersDue: (now, limit) => fuse.burn(() => journal.lettersDue(now, limit)),
    lettersIn: (states) => fuse.burn(() => journal.lettersIn(states)),
    letter: (key) => fuse.burn(() => journal.letter(key)),
    lettersOf: (number) => fuse.burn(() => journal.lettersOf(number)),
    historyDue: (limit) => fuse.burn(() => journal.historyDue(limit)),
    otherMailDue: (limit) => fuse.burn(() => journal.otherMailDue(limit)),
    sourcesOf: (number) => fuse.burn(() => journal.sourcesOf(number)),
    otherMail: (refs) => fuse.burn(() => journal.otherMail(refs)),
    close: () => Promise.resolve(),
  };
}

export function mortalClient(client: GoogleClient, fuse: Fuse): GoogleClient {
  return { ...client, call: (make, about) => fuse.burn(() => client.call(make, about)) };
}

export function mortalMailbox(mailbox: Mailbox, fuse: Fuse): Mailbox {
  return {
    ...mailbox,
    async *read(cursor, options) {
      await fuse.burn(() => Promise.resolve());
      yield* mailbox.read(cursor, options);
    },
    findSent: (letter) => fuse.burn(() => mailbox.findSent(letter)),
  };
}

export function mortalMailer(mailer: Mailer, fuse: Fuse): Mailer {
  return { ...mailer, hand: (mail) => fuse.burn(() => mailer.hand(mail)) };
}

export function mortalForms(forms: Forms, fuse: Fuse): Forms {
  return { read: (state) => fuse.burn(() => forms.read(state)) };
}
