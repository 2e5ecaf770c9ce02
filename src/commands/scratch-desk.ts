import { defaultPolicy } from "../desk/default-policy.ts";
import type { Letter } from "../desk/letter.ts";
import type { Message } from "../desk/message.ts";
import type { FormSubmission } from "../desk/observation.ts";
import type { Office, StaffMember, Unit } from "../desk/office.ts";
import type { StaffFields, Ticket } from "../desk/ticket.ts";
import type { Complaint } from "../desk/complaint.ts";
import { blankFields } from "../desk/blank-fields.ts";
import { MINUTE } from "../desk/time.ts";
import type { Instant } from "../desk/time.ts";
import { RemoteError } from "../errors.ts";
import { openJournal } from "../journal/sqlite.ts";
import { Secret } from "../secret.ts";
import { ended } from "../worker/ended.ts";
import { Keeper } from "../worker/keeper.ts";
import { mailRefOf, threadKey } from "../worker/mail-keys.ts";
import { mailPass } from "../worker/mail-pass.ts";
import type { WorkerPorts, WorkerSettings } from "../worker/settings.ts";

export const ZONE = "Asia/Jakarta";
export const PREFIX = "JKD";

export interface ScratchOffice {
  /** The office's own mailbox. */
  helpdesk: string;
  units: readonly Unit[];
  staff: readonly StaffMember[];
  freeMailDomains: readonly string[];
  now: Instant;
}

/** What the worker made of one message. */
export interface Outcome {
  /** Ticket that the message opened or joined; undefined: a line in *Surat Lain*. */
  ticket: Ticket | undefined;
  opened: boolean;
  reopened: boolean;
  /** Letters that it caused. */
  letters: readonly Letter[];
}

/** The worker's own passes over a journal in memory; nothing leaves the process. */
export interface ScratchDesk {
  receive(message: Message): Promise<Outcome>;
  submit(submission: FormSubmission): Promise<Outcome>;
  /** A ticket from before, with its letters handed over; `fields` are what staff typed since. */
  remember(
    number: string,
    before: { complaint: Complaint; fields: Partial<StaffFields>; messageIds: readonly string[] },
  ): Promise<void>;
  close(): Promise<void>;
}

export async function openScratchDesk(office: ScratchOffice): Promise<ScratchDesk> {
  const journal = await openJournal(":memory:");
  const clock = { at: office.now, now: () => clock.at };
  let arriving: Message[] = [];
  const settings = settingsOf(office);
  const ports = portsOf(journal, clock, () => arriving);
  await journal.commit({ state: { office: officeOf(office) } }, await journal.lease());
  const keeper = await Keeper.open(ports, settings);

  async function outcomeOf(source: string, work: () => Promise<unknown>): Promise<Outcome> {
    const before = new Map(keeper.tickets);
    const known = new Set((await journal.lettersIn(["planned", "sent"])).map(({ key }) => key));
    await work();
    const number = (await journal.findSources([source])).get(source)?.ticket ?? null;
    const ticket = number === null ? undefined : await journal.ticket(number);
    const old = number === null ? undefined : before.get(number);
    const letters = (await journal.lettersIn(["planned"])).filter(({ key }) => !known.has(key));
    return {
      ticket,
      opened: ticket !== undefined && old === undefined,
      reopened: (ticket?.round ?? 1) > (old?.round ?? 1),
      letters,
    };
  }

  async function readSheet(number: string, facts: StaffFields): Promise<void> {
    const previousAt = clock.at;
    clock.at += MINUTE;
    const rows = [{ number, facts, problems: [] }];
    await keeper.record([{ type: "facts", rows, readAt: clock.at, previousAt }, { type: "tick" }]);
    await ended(keeper, await handedOver());
  }

  async function handedOver(): Promise<Letter[]> {
    const due = await journal.lettersIn(["planned"]);
    return due.map((letter) => ({ ...letter, state: "sent", sentAt: clock.at }));
  }

  return {
    receive(message) {
      return outcomeOf(`uid:${mailRefOf(message)}`, async () => {
        arriving = [message];
        await mailPass(keeper);
      });
    },
    submit(submission) {
      const source = `form:${submission.responseId}`;
      return outcomeOf(source, () =>
        keeper.record([{ type: "form", submission, knownTicket: null }], ({ placed }) => ({
          sources: placed.map(({ ticket }) => ({ key: source, ticket, at: clock.at })),
        })),
      );
    },
    async remember(number, { complaint, fields, messageIds }) {
      const until = clock.at;
      clock.at = complaint.reportedAt;
      const typed = { ...fieldsOf(complaint), ...fields };
      await keeper.record([{ type: "typed", number, complaint, fields: typed }]);
      await ended(keeper, await handedOver());
      // A change counts once it has stood for some readings (DESIGN 5.3).
      for (let nth = 0; nth < READINGS; nth += 1) await readSheet(number, typed);
      clock.at = until;
      const sources = messageIds.map((id) => ({ key: threadKey(id), ticket: number, at: until }));
      await keeper.commit({ sources });
    },
    close: () => journal.close(),
  };
}

const READINGS = 6;

function fieldsOf(complaint: Complaint): StaffFields {
  const { kind, reportedAt, channel, unit, reporter, email, subject, text } = complaint;
  const { phone, place, category } = complaint;
  const known = { kind, reportedAt, channel, unit, reporter, email, subject, text };
  return { ...blankFields(), ...known, phone, place, category };
}

function officeOf({ helpdesk, units, staff, freeMailDomains }: ScratchOffice): Office {
  const policy = defaultPolicy(ZONE);
  return {
    policy: {
      ...policy,
      sendMode: "ya",
      ourAddresses: [helpdesk],
      freeMailDomains: [...policy.freeMailDomains, ...freeMailDomains],
    },
    staff,
    units,
    duty: [],
    spreadsheetUrl: "",
    filterViews: {},
  };
}

function settingsOf({ helpdesk }: ScratchOffice): WorkerSettings {
  return {
    imap: { user: helpdesk, since: null },
    smtp: { address: helpdesk, sentCopy: "none" },
    ticketPrefix: PREFIX,
    zone: ZONE,
    cron: "* * * * *",
    operator: helpdesk,
    letterSecret: new Secret("surat yang tidak pernah dikirim siapa pun"),
    pingUrl: null,
  };
}

function portsOf(
  journal: WorkerPorts["journal"],
  clock: WorkerPorts["clock"],
  arriving: () => Message[],
): WorkerPorts {
  return {
    clock,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    journal,
    mailbox: {
      async *read() {
        const cursor = { inbox: null, sent: null, lastReceivedAt: null };
        yield { messages: arriving(), cursor };
      },
      files: async () => undefined,
      message: async () => undefined,
      findSent: async () => "unknown",
      appendSent: away,
      watch: away,
      close: async () => {},
    },
    mailer: { hand: away, greet: away, close: async () => {} },
    letters: {
      render: () => {
        throw new TypeError("Cannot render: nothing is sent from a scratch desk");
      },
      files: async () => [],
    },
    book: { read: away },
    forms: null,
    host: "scratch",
    newInstallation: () => "scratch",
  };
}

function away(): Promise<never> {
  return Promise.reject(new RemoteError("Nothing outside", { kind: "temporary" }));
}
