import { beat } from "../../../src/worker/beat.ts";
import { Sources } from "../../../src/worker/health.ts";
import type { Batch, Journal } from "../../../src/worker/journal-port.ts";
import { Keeper } from "../../../src/worker/keeper.ts";
import type { OutgoingMail } from "../../../src/worker/ports.ts";
import type { WorkerPorts, WorkerSettings } from "../../../src/worker/settings.ts";
import type { SheetMemory } from "../../../src/worker/sheet-port.ts";
import type { Complaint } from "../../../src/desk/complaint.ts";
import { historyWords } from "../../../src/desk/history.ts";
import type { RenderedLetter } from "../../../src/desk/letter.ts";
import { type Duration, type Instant, MINUTE } from "../../../src/desk/time.ts";
import type { Ticket } from "../../../src/desk/ticket.ts";
import type { RemoteError } from "../../../src/errors.ts";
import { openJournal } from "../../../src/journal/sqlite.ts";
import { typeInto, tableOf } from "../../../src/sandbox/office/table.ts";
import { Secret } from "../../../src/secret.ts";
import { setupSpreadsheet } from "../../../src/sheet/setup-spreadsheet.ts";
import { googleSheets } from "../../../src/sheet/google-sheets.ts";
import { aComplaint } from "../../journal/builders.ts";
import { MORNING } from "../../sheet/support/office-model.ts";
import { openReadyOffice, type SheetOffice } from "../../sheet/support/sheet-office.ts";
import { HELPDESK, type Inbox, openInbox } from "./inbox.ts";

export const OPERATOR = "operator@kantor.example";

/** The worker's own passes over the strict emulator: only the mail servers are played. */
export interface OfficeAtWork extends SheetOffice {
  journal: Journal;
  /** What the mail server took, in order. */
  sent: OutgoingMail[];
  /** How the mail server answers a letter; undefined: it takes it. */
  refusal: (mail: OutgoingMail) => RemoteError | undefined;
  /** How it answers one that only greets; undefined: it lets him in. */
  greeting: () => RemoteError | undefined;
  /** So many beats, a minute apart unless said otherwise. */
  beats(count?: number, apart?: Duration): Promise<void>;
  /** Form answers arrive, each of a unit or with these answers; gives the numbers given to them. */
  complaints(...answers: (string | Partial<Complaint>)[]): Promise<string[]>;
  inbox: Inbox;
  /** A raw mail arrives; the next beat reads it. */
  arrive(raw: string): Promise<void>;
  commit(batch: Batch): Promise<void>;
  /** The `setup` command beside it. */
  setup(): Promise<void>;
  /** The process ends and another begins on the same journal. */
  restart(): Promise<void>;
  ticket(number: string): Ticket;
  /** Types into the row that bears a number. */
  type(number: string, cells: Record<string, string>): void;
  row(number: string): Readonly<Record<string, string>>;
}

const STAFF = [
  ["Rina", "admin@kantor.example", "Admin"],
  ["Budi", "budi@kantor.example", "Petugas"],
  ["Tono", "tono@kantor.example", "Petugas"],
  ["Hadi", "kasi@kantor.example", "Kepala Seksi"],
  ["Sri", "kabid@kantor.example", "Kepala Bidang"],
] as const;

/**
 * `start`: an instant one minute before the first beat, by default 09.00 of a Wednesday. `others`
 * take the place of what is played.
 */
export async function openOfficeAtWork(
  start: Instant = MORNING,
  others: Partial<Pick<WorkerPorts, "mailbox" | "mailer" | "log">> = {},
): Promise<OfficeAtWork> {
  const office = await openReadyOffice(start);
  const { google, client, options, clock } = office;
  for (const [nth, [name, email, role]] of STAFF.entries()) {
    const cells = { Nama: name, Email: email, Peran: role };
    typeInto(google, { tab: "Petugas", row: nth + 1 }, cells, "Rina");
  }
  const setting = tableOf(google, "Pengaturan").find(
    ({ cells }) => cells["Pengaturan"] === "Kirim Surat",
  );
  typeInto(google, { tab: "Pengaturan", row: setting?.index ?? 0 }, { Nilai: "ya" }, "Rina");

  const journal = await openJournal(":memory:");
  const sent: OutgoingMail[] = [];
  const inbox = openInbox(clock);
  const ports: WorkerPorts = {
    clock: { now: () => clock.now },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    journal,
    mailbox: inbox.mailbox,
    mailer: {
      hand(mail) {
        const refusal = world.refusal(mail);
        if (refusal) return Promise.reject(refusal);
        sent.push(mail);
        return Promise.resolve({ serverMessageId: "", raw: new Uint8Array() });
      },
      async greet() {
        const refusal = world.greeting();
        if (refusal) throw refusal;
      },
      close: () => Promise.resolve(),
    },
    letters: {
      render: (letter) => ({ ...LETTER, subject: `${letter.kind} ${letter.key}` }),
      files: () => Promise.resolve([]),
    },
    book: googleSheets(client, options),
    forms: null,
    host: "kantor",
    newInstallation: () => "satu",
    ...others,
  };
  let keeper = await Keeper.open(ports, SETTINGS);
  let sources = new Sources(keeper);
  let answers = 0;

  const world: OfficeAtWork = {
    ...office,
    journal,
    sent,
    refusal: () => undefined,
    greeting: () => undefined,
    async beats(count = 1, apart = MINUTE) {
      for (let nth = 0; nth < count; nth++) {
        clock.now += apart;
        await beat(keeper, sources);
      }
    },
    async complaints(...given) {
      const { placed } = await keeper.record(
        given.map((answer) => {
          answers += 1;
          const own = typeof answer === "string" ? { unit: answer } : answer;
          const unit = own.unit ?? "";
          const text = `Jaringan di ${unit} terputus sejak pagi, laporan ke-${answers}`;
          const email = `umum${answers}@${unit.toLowerCase().replaceAll(/\W/g, "")}.example`;
          const complaint = { ...aComplaint(), reportedAt: clock.now, text, email, ...own };
          const time = new Date(clock.now).toISOString();
          return {
            type: "form" as const,
            knownTicket: null,
            submission: {
              responseId: `jawaban-${answers}`,
              createTime: time,
              lastSubmittedTime: time,
              receivedAt: clock.now,
              complaint: { ...complaint, channel: "Formulir" as const },
            },
          };
        }),
        (decision) => ({
          sources: decision.placed.map(({ source, ticket }) => ({
            key: source,
            ticket,
            at: clock.now,
          })),
        }),
      );
      return placed.flatMap(({ ticket }) => ticket ?? []);
    },
    inbox,
    arrive: (raw) => inbox.arrive(raw),
    commit: (batch) => keeper.commit(batch),
    async setup() {
      const tickets = await journal.load();
      const events = await Promise.all(tickets.map(({ number }) => journal.events(number)));
      const memory = (await journal.state<SheetMemory>("sheet")) ?? null;
      const history = events.flat().map((event) => ({
        ...historyWords(event, options.zone),
        id: event.id,
        at: event.at,
        number: event.number,
        who: event.by,
      }));
      await setupSpreadsheet(client, options, { tickets, office: keeper.office, memory, history });
    },
    async restart() {
      // Whatever the old process knew by heart is gone; a new one also signs in anew.
      ports.book = googleSheets(client, options);
      keeper = await Keeper.open(ports, SETTINGS);
      sources = new Sources(keeper);
      await sources.load();
    },
    ticket(number) {
      const found = keeper.tickets.get(number);
      if (!found) throw new Error(`There is no ticket ${number}`);
      return found;
    },
    type: (number, cells) =>
      typeInto(google, { tab: "Log Aduan", row: lineOf(number).index }, cells, "Rina"),
    row: (number) => lineOf(number).cells,
  };

  function lineOf(number: string) {
    const rows = tableOf(google, "Log Aduan");
    const found = rows.filter(({ cells }) => cells["No. Aduan"] === number);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} rows bear ${number}`);
    return found[0];
  }

  // The office's own rules come first: until they are read nobody is written to.
  await world.beats();
  return world;
}

const SETTINGS: WorkerSettings = {
  imap: { user: HELPDESK, since: null },
  smtp: { address: HELPDESK, sentCopy: "server" },
  ticketPrefix: "JKD",
  zone: "Asia/Jakarta",
  cron: "* * * * *",
  operator: OPERATOR,
  letterSecret: new Secret("0123456789abcdef0123456789abcdef"),
  pingUrl: null,
};

const LETTER: RenderedLetter = {
  subject: "",
  text: "",
  html: "",
  date: 0,
  inReplyTo: "",
  references: [],
  autoSubmitted: "auto-generated",
  attachFrom: [],
  attachmentNote: "",
  boundarySeed: "",
};

/** How many letters of each kind were sent. */
export function kindsOf({ sent }: Pick<OfficeAtWork, "sent">): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rendered } of sent) {
    const kind = rendered.subject.split(" ")[0] ?? "";
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
