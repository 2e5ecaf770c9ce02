import type { TicketEvent } from "../desk/event.ts";
import type { Ticket } from "../desk/ticket.ts";
import { ConfigError } from "../errors.ts";
import type { Journal, SourceKey } from "../worker/journal-port.ts";
import type { OtherMailLine } from "../worker/sheet-port.ts";
import { commitBatch, putState } from "./commit.ts";
import { connect } from "./connect.ts";
import type { Connection, ConnectOptions } from "./connect.ts";
import { lettersWhere } from "./letters.ts";
import { migrate } from "./migrate.ts";

/**
 * The journal in one SQLite file, `:memory:` for none. A reader beside the worker opens it
 * `readOnly`. Throws `ConfigError` when the file is no journal, or a newer program's.
 */
export async function openJournal(
  file: string,
  { readOnly = false, ...others }: Partial<ConnectOptions> = {},
): Promise<Journal> {
  let db: Connection | undefined;
  try {
    db = connect(file, { readOnly, ...others });
    if (!readOnly) migrate(db);
    return journalOver(db);
  } catch (error) {
    db?.close();
    throw error instanceof ConfigError ? error : unreadable(file, error);
  }
}

function journalOver(db: Connection): Journal {
  /** A `data` column holds what `commitBatch` wrote of that type, nothing else. */
  function stored<T>(sql: string, ...values: (string | number)[]): T[] {
    return db.all(sql, ...values).map(({ data }): T => JSON.parse(String(data)));
  }
  return {
    async lease() {
      const [row] = db.all("update lease set token = token + 1 where id = 1 returning token");
      await db.durable();
      return { token: Number(row?.["token"]) };
    },
    async load() {
      return stored<Ticket>(
        "select data from tickets where phase = 'open' order by opened_at, number",
      );
    },
    async ticket(number) {
      return stored<Ticket>("select data from tickets where number = ?", number)[0];
    },
    async events(number) {
      return stored<TicketEvent>("select data from events where number = ? order by seq", number);
    },
    async findSources(keys) {
      const found = new Map<string, SourceKey>();
      for (const key of keys) {
        const [row] = db.all("select ticket, at from sources where key = ?", key);
        if (row === undefined) continue;
        const ticket = row["ticket"] === null ? null : String(row["ticket"]);
        found.set(key, { key, ticket, at: Number(row["at"]) });
      }
      return found;
    },
    async sourcesOf(number) {
      const rows = db.all("select key from sources where ticket = ? order by at, key", number);
      return rows.map(({ key }) => String(key));
    },
    async closedBetween(from, to) {
      return stored<Ticket>(
        `select data from tickets where phase <> 'open' and phase_since >= ? and phase_since < ?
         order by phase_since, number`,
        from,
        to,
      );
    },
    async openedBetween(from, to) {
      return stored<Ticket>(
        "select data from tickets where opened_at >= ? and opened_at < ? order by opened_at, number",
        from,
        to,
      );
    },
    async state<T>(name: string) {
      return stored<T>("select data from state where name = ?", name)[0];
    },
    async commit(batch, lease) {
      commitBatch(db, batch, lease);
      await db.durable();
    },
    async ask(name, value) {
      putState(db, { [`ask/${name}`]: value });
      await db.durable();
    },
    async lettersDue(now, limit) {
      return lettersWhere(
        db,
        "where state = 'planned' and next_at <= ? order by planned_at, key limit ?",
        now,
        limit,
      );
    },
    async lettersIn(states) {
      return lettersWhere(
        db,
        "where state in (select value from json_each(?)) order by planned_at, key",
        JSON.stringify(states),
      );
    },
    async letter(key) {
      return lettersWhere(db, "where key = ?", key)[0];
    },
    async lettersOf(number) {
      return lettersWhere(db, "where ticket = ? order by planned_at, key", number);
    },
    async historyDue(limit) {
      return stored<TicketEvent>(
        "select data from events where shown = 0 order by at, number, seq limit ?",
        limit,
      );
    },
    async otherMailDue(limit) {
      return stored<OtherMailLine>(
        "select data from other_mail where shown = 0 order by at, mail_ref limit ?",
        limit,
      );
    },
    async otherMail(refs) {
      return refs.flatMap((ref) =>
        stored<OtherMailLine>("select data from other_mail where mail_ref = ?", ref),
      );
    },
    async close() {
      db.close();
    },
  };
}

function unreadable(file: string, cause: unknown): ConfigError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const error = new ConfigError([
    `DATA_DIR: jurnal ${file} tidak dapat dibuka (${reason}); periksa izin folder, atau ` +
      "pulihkan cadangan terakhir dari folder backup di dalam DATA_DIR.",
  ]);
  error.cause = cause;
  return error;
}
