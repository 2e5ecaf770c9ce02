import { Secret } from "../../../src/secret.ts";
import type { Complaint } from "../../../src/desk/complaint.ts";
import { MINUTE } from "../../../src/desk/time.ts";
import { openJournal } from "../../../src/journal/sqlite.ts";
import type { Book } from "../../../src/sandbox/google/book.ts";
import { googleSheets } from "../../../src/sheet/google-sheets.ts";
import type { SheetOptions } from "../../../src/sheet/session.ts";
import { beat } from "../../../src/worker/beat.ts";
import type { Sources } from "../../../src/worker/health.ts";
import type { Journal } from "../../../src/worker/journal-port.ts";
import type { Keeper } from "../../../src/worker/keeper.ts";
import type { LogBook } from "../../../src/worker/sheet-port.ts";
import { begin } from "../../../src/worker/run.ts";
import type { WorkerPorts, WorkerSettings } from "../../../src/worker/settings.ts";
import {
  Fuse,
  Killed,
  mortalClient,
  mortalForms,
  mortalJournal,
  mortalMailbox,
  mortalMailer,
} from "./fuse.ts";
import { openGoogle, SPREADSHEET, type WorldGoogle } from "./google.ts";
import { logTab, textIn } from "./log-tab.ts";
import { MORNING, PREFIX, ZONE } from "./office-book.ts";
import { noLog, openPost, plainLetters, type Post } from "./ports.ts";
import { markOf, Truth } from "./truth.ts";
import { overwritten } from "./overwritten.ts";
import { Reporters } from "./reporters.ts";

export const HELPDESK = "helpdesk@kominfo.kuduskab.example";
export const OPERATOR = "operator@kominfo.kuduskab.example";

const SETTINGS: WorkerSettings = {
  imap: { user: HELPDESK, since: null },
  smtp: { address: HELPDESK, sentCopy: "server" },
  ticketPrefix: PREFIX,
  zone: ZONE,
  cron: "* * * * *",
  operator: OPERATOR,
  letterSecret: new Secret("0123456789abcdef0123456789abcdef"),
  pingUrl: null,
};

/** Puts something between the worker and its outside: a test of the test breaks it there. */
export type Meddling = (google: WorldGoogle) => WorldGoogle["client"];

/** One office with its worker: mail, forms, spreadsheet, clock and journal, all in memory. */
export class World {
  readonly clock = { now: MORNING };
  readonly truth = new Truth();
  readonly post: Post;
  readonly google: WorldGoogle;
  readonly journal: Journal;
  readonly reporters: Reporters;
  /** Cells of people that a write of the worker changed, a sentence each. */
  readonly lost: string[] = [];
  /** Ticket number → mark of the complaint it was opened for. */
  readonly marks = new Map<string, string>();
  keeper: Keeper | null = null;
  fuse = new Fuse();
  readonly #meddling: Meddling;
  #sources: Sources | null = null;

  private constructor(book: Book, journal: Journal, meddling: Meddling) {
    this.journal = journal;
    this.#meddling = meddling;
    this.post = openPost(() => this.clock.now);
    this.google = openGoogle(book, () => this.clock.now);
    this.reporters = new Reporters(this.truth);
    this.google.written = (before, after) => {
      this.lost.push(...overwritten(before, after));
      this.truth.scan(after, (log, row) => this.marks.get(textIn(log, row, "number")));
    };
  }

  static async open(book: Book, meddling: Meddling = ({ client }) => client): Promise<World> {
    return new World(book, await openJournal(":memory:"), meddling);
  }

  /** A minute passes and the worker does everything once, unless it is killed on the way. */
  async beat(): Promise<void> {
    this.clock.now += MINUTE;
    try {
      if (!this.keeper || !this.#sources) {
        const started = await begin(this.#ports(), SETTINGS);
        this.keeper = started.keeper;
        this.#sources = started.sources;
      }
      await beat(this.keeper, this.#sources);
      this.#noteOpened(this.keeper);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    if (this.fuse.dead) this.end();
  }

  /** A typed row's complaint is its row's, whatever words were copied into it. */
  #noteOpened({ tickets }: Keeper): void {
    const log = logTab(this.book);
    for (const { number, origin, complaint } of tickets.values()) {
      if (this.marks.has(number)) continue;
      // A copy may bear the number too.
      const row = log?.rows.find(
        (each) =>
          textIn(log, each, "number") === number && textIn(log, each, "text") === complaint.text,
      );
      const owner =
        origin === "typed" && log && row !== undefined ? this.truth.rowOwner(log, row) : undefined;
      this.marks.set(number, owner ?? markOf(complaint.text) ?? number);
    }
  }

  async beats(count: number): Promise<void> {
    for (let nth = 0; nth < count; nth++) await this.beat();
  }

  /** The process ends, cleanly or not; the next beat starts another over the same journal. */
  end(): void {
    this.keeper = null;
    this.#sources = null;
    this.fuse = new Fuse();
  }

  async close(): Promise<void> {
    await this.journal.close();
  }

  get book(): Book {
    return this.google.store.book();
  }

  /** Somebody does something in the spreadsheet, with a complaint in mind for one of its rows. */
  person(act: () => void, about?: { row: number; mark: string | undefined }): void {
    act();
    this.truth.scan(this.book, (_, row) => (row === about?.row ? about.mark : undefined));
  }

  sendForm(responseId: string, complaint: Complaint): void {
    const receivedAt = this.clock.now;
    const time = new Date(receivedAt).toISOString();
    this.post.responses.push({
      responseId,
      createTime: time,
      lastSubmittedTime: time,
      receivedAt,
      complaint,
    });
  }

  sheetOptions(): SheetOptions {
    const now = () => this.clock.now;
    return { spreadsheetId: SPREADSHEET, zone: ZONE, prefix: PREFIX, now };
  }

  sheet(client = this.google.client): LogBook {
    return googleSheets(client, this.sheetOptions());
  }

  #ports(): WorkerPorts {
    const { post, google, fuse, clock } = this;
    const client = mortalClient(this.#meddling(google), fuse);
    return {
      clock: { now: () => clock.now },
      log: noLog,
      journal: mortalJournal(this.journal, fuse),
      mailbox: mortalMailbox(post.mailbox, fuse),
      mailer: mortalMailer(post.mailer, fuse),
      forms: mortalForms(post.forms, fuse),
      letters: plainLetters,
      book: this.sheet(client),
      host: "dunia",
      newInstallation: () => "dunia",
    };
  }
}
