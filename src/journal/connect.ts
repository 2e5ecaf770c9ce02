import { DatabaseSync } from "node:sqlite";
import type { StatementSync } from "node:sqlite";

import { Kysely, SqliteDialect } from "kysely";

import type { Tables } from "./schema.ts";

/** Statements of this many texts stay compiled; bulk inserts of odd sizes push out old ones. */
const KEPT_STATEMENTS = 200;

/** Kysely over node:sqlite. Every commit reaches the disk before it returns. */
export function connect(file: string, { readOnly }: { readOnly: boolean }): Kysely<Tables> {
  // A reader may meet the writer's checkpoint, or a backup: it waits a little instead of failing.
  const database = new DatabaseSync(file, { readOnly, timeout: 5_000 });
  if (!readOnly) {
    database.exec("pragma journal_mode = wal");
    database.exec("pragma synchronous = full");
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(database) }) });
}

function forKysely(database: DatabaseSync) {
  const kept = new Map<string, ReturnType<typeof forReading>>();
  return {
    close: () => database.close(),
    prepare(sql: string) {
      const statement = kept.get(sql) ?? forReading(database.prepare(sql));
      kept.delete(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
  };
}

function forReading(statement: StatementSync) {
  return {
    reader: statement.columns().length > 0,
    all: (values: readonly unknown[]) => statement.all(...bindable(values)),
    run: (values: readonly unknown[]) => statement.run(...bindable(values)),
    iterate: (values: readonly unknown[]) => statement.iterate(...bindable(values)),
  };
}

/** Our columns hold texts and numbers only. */
function bindable(values: readonly unknown[]): (string | number | null)[] {
  return values.map((value) => {
    if (typeof value === "string" || typeof value === "number" || value === null) return value;
    throw new TypeError(`Cannot bind a ${typeof value} to a statement`);
  });
}
