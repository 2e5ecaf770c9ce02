import type { Office } from "../../../src/desk/office.ts";
import type { Ticket } from "../../../src/desk/ticket.ts";
import type { Instant } from "../../../src/desk/time.ts";
import type { RemoteError } from "../../../src/errors.ts";
import { openJournal } from "../../../src/journal/sqlite.ts";
import { exampleOffice } from "../../../src/letters/examples-office.ts";
import { Secret } from "../../../src/secret.ts";
import type { Journal } from "../../../src/worker/journal-port.ts";
import { Keeper } from "../../../src/worker/keeper.ts";
import type { Letters, Mailbox, Mailer, OutgoingMail } from "../../../src/worker/ports.ts";
import type { LogBook } from "../../../src/worker/sheet-port.ts";
import type { WorkerPorts, WorkerSettings } from "../../../src/worker/settings.ts";

export interface KeptOffice {
  keeper: Keeper;
  journal: Journal;
  clock: { now: Instant };
  /** What the mail server took, oldest first. */
  taken: OutgoingMail[];
  /** How the mail server answers a letter; undefined: it takes it. */
  refusal: (mail: OutgoingMail) => RemoteError | undefined;
  /** How it answers a greeting; it lets everybody in. */
  greeting: () => Promise<void>;
  /** The worker ends and begins again over the same journal. */
  restart(): Promise<void>;
  put(...tickets: Ticket[]): Promise<void>;
}

/** A worker without mailbox and Sheet, over a journal in memory and a clock that a test sets. */
export async function aKeeper(
  now: Instant,
  office: Office = exampleOffice(),
  letters: Letters = plainLetters,
): Promise<KeptOffice> {
  const clock = { now };
  const journal = await openJournal(":memory:");
  const taken: OutgoingMail[] = [];
  const mailer: Mailer = {
    hand(mail) {
      const refusal = kept.refusal(mail);
      if (refusal) return Promise.reject(refusal);
      taken.push(mail);
      return Promise.resolve({ serverMessageId: "", raw: new Uint8Array() });
    },
    greet: () => kept.greeting(),
    close: () => Promise.resolve(),
  };
  const ports: WorkerPorts = {
    clock: { now: () => clock.now },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    journal,
    mailbox: NO_MAILBOX,
    mailer,
    letters,
    book: NO_BOOK,
    forms: null,
    host: "uji",
    newInstallation: () => "pemasangan-1",
  };
  const open = async () => {
    const keeper = await Keeper.open(ports, SETTINGS);
    await keeper.commit({ state: { office } });
    keeper.office = office;
    keeper.officeKnown = true;
    return keeper;
  };
  const kept: KeptOffice = {
    keeper: await open(),
    journal,
    clock,
    taken,
    refusal: () => undefined,
    greeting: () => Promise.resolve(),
    async restart() {
      kept.keeper = await open();
    },
    async put(...tickets) {
      await kept.keeper.commit({ tickets });
      for (const ticket of tickets) kept.keeper.tickets.set(ticket.number, ticket);
    },
  };
  return kept;
}

const SETTINGS: WorkerSettings = {
  imap: { user: "helpdesk@kominfo.example", since: null },
  smtp: { address: "helpdesk@kominfo.example", sentCopy: "none" },
  ticketPrefix: "JKD",
  zone: "Asia/Jakarta",
  cron: "* * * * *",
  operator: "operator@kominfo.example",
  letterSecret: new Secret("rahasia-surat-yang-cukup-panjang"),
  pingUrl: null,
};

/** Words are tested elsewhere: the text is what the letter was made from. */
const plainLetters: Letters = {
  render: (letter, _, __, date) => ({
    subject: letter.key,
    text: JSON.stringify(letter.facts),
    html: "",
    date,
    inReplyTo: letter.thread?.at(-1) ?? "",
    references: [...(letter.thread ?? [])],
    autoSubmitted: "auto-generated",
    attachFrom: [],
    attachmentNote: "",
    boundarySeed: letter.key,
  }),
  files: (letter) =>
    Promise.resolve(
      letter.kind === "recap"
        ? [{ name: "rekap.xlsx", type: "application/octet-stream", content: new Uint8Array(9) }]
        : [],
    ),
};

const never = () => Promise.reject(new Error("The test needs no mailbox and no Sheet"));
const NO_MAILBOX: Mailbox = {
  read: () => ({ [Symbol.asyncIterator]: () => ({ next: never }) }),
  files: never,
  message: never,
  findSent: () => Promise.resolve("unknown"),
  appendSent: never,
  watch: never,
  close: () => Promise.resolve(),
};
const NO_BOOK: LogBook = { read: never };
