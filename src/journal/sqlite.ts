import type { Kysely } from "kysely";

import { ConfigError } from "../errors.ts";
import type { Journal } from "../worker/journal-port.ts";
import { chunks } from "./chunks.ts";
import { commitBatch, putState } from "./commit.ts";
import { connect } from "./connect.ts";
import { migrate } from "./migrate.ts";
import { eventOf, letterOf, otherMailOf, ticketOf } from "./rows.ts";
import type { Tables } from "./schema.ts";

/**
 * The journal in one SQLite file, `:memory:` for none. A reader beside the worker opens it
 * `readOnly`. Throws `ConfigError` when the file is no journal, or a newer program's.
 */
export async function openJournal(file: string, { readOnly = false } = {}): Promise<Journal> {
  let db: Kysely<Tables> | undefined;
  try {
    db = connect(file, { readOnly });
    if (!readOnly) await migrate(db);
    return journalOver(db);
  } catch (error) {
    await db?.destroy();
    throw error instanceof ConfigError ? error : unreadable(file, error);
  }
}

function journalOver(db: Kysely<Tables>): Journal {
  return {
    async lease() {
      return db
        .updateTable("lease")
        .set((row) => ({ token: row("token", "+", 1) }))
        .where("id", "=", 1)
        .returning("token")
        .executeTakeFirstOrThrow();
    },
    async load() {
      const open = db.selectFrom("tickets").select("data").where("phase", "=", "open");
      return (await open.orderBy("opened_at").orderBy("number").execute()).map(ticketOf);
    },
    async ticket(number) {
      const one = db.selectFrom("tickets").select("data").where("number", "=", number);
      const row = await one.executeTakeFirst();
      return row && ticketOf(row);
    },
    async events(number) {
      const some = db.selectFrom("events").select("data").where("number", "=", number);
      return (await some.orderBy("seq").execute()).map(eventOf);
    },
    async findSources(keys) {
      const found = new Map();
      for (const part of chunks(keys)) {
        const some = db.selectFrom("sources").selectAll().where("key", "in", part);
        for (const { key, ticket, at } of await some.execute()) found.set(key, { key, ticket, at });
      }
      return found;
    },
    async closedBetween(from, to) {
      const some = db.selectFrom("tickets").select("data").where("phase", "<>", "open");
      const within = some.where("phase_since", ">=", from).where("phase_since", "<", to);
      return (await within.orderBy("phase_since").orderBy("number").execute()).map(ticketOf);
    },
    async openedBetween(from, to) {
      const some = db.selectFrom("tickets").select("data");
      const within = some.where("opened_at", ">=", from).where("opened_at", "<", to);
      return (await within.orderBy("opened_at").orderBy("number").execute()).map(ticketOf);
    },
    async state<T>(name: string) {
      const one = db.selectFrom("state").select("data").where("name", "=", name);
      const row = await one.executeTakeFirst();
      if (!row) return undefined;
      const value: T = JSON.parse(row.data);
      return value;
    },
    commit: (batch, lease) => commitBatch(db, batch, lease),
    ask: (name, value) => putState(db, { [`ask/${name}`]: value }),
    async lettersDue(now, limit) {
      const some = db.selectFrom("letters").select("data").where("state", "=", "planned");
      const due = some.where("next_at", "<=", now).orderBy("planned_at").orderBy("key");
      return (await due.limit(limit).execute()).map(letterOf);
    },
    async lettersIn(states) {
      if (states.length === 0) return [];
      const some = db.selectFrom("letters").select("data").where("state", "in", states);
      return (await some.orderBy("planned_at").orderBy("key").execute()).map(letterOf);
    },
    async letter(key) {
      const one = db.selectFrom("letters").select("data").where("key", "=", key);
      const row = await one.executeTakeFirst();
      return row && letterOf(row);
    },
    async lettersOf(number) {
      const some = db.selectFrom("letters").select("data").where("ticket", "=", number);
      return (await some.orderBy("planned_at").orderBy("key").execute()).map(letterOf);
    },
    async historyDue(limit) {
      const some = db.selectFrom("events").select("data").where("shown", "=", 0);
      const oldest = some.orderBy("at").orderBy("number").orderBy("seq").limit(limit);
      return (await oldest.execute()).map(eventOf);
    },
    async otherMailDue(limit) {
      const some = db.selectFrom("other_mail").select("data").where("shown", "=", 0);
      const oldest = some.orderBy("at").orderBy("mail_ref").limit(limit);
      return (await oldest.execute()).map(otherMailOf);
    },
    close: () => db.destroy(),
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
