import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue, StatementSync } from "node:sqlite";

/** A database, its statements compiled once each. Every commit reaches the disk before it returns. */
export interface Connection {
  /** Rows that the statement answers. */
  all(sql: string, ...values: SQLInputValue[]): Row[];
  /** Runs the statement; answers how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** All of `work` or nothing of it; the write lock is taken at once. */
  transaction(work: () => void): void;
  close(): void;
}

export type Row = ReturnType<StatementSync["all"]>[number];

export function connect(file: string, { readOnly }: { readOnly: boolean }): Connection {
  // A reader may meet the writer's checkpoint, or a backup: it waits a little instead of failing.
  const database = new DatabaseSync(file, { readOnly, timeout: 5_000 });
  if (!readOnly) {
    database.exec("pragma journal_mode = wal");
    database.exec("pragma synchronous = full");
  }
  const compiled = new Map<string, StatementSync>();
  function statement(sql: string): StatementSync {
    const known = compiled.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    compiled.set(sql, made);
    return made;
  }
  const run = (sql: string, ...values: SQLInputValue[]) =>
    Number(statement(sql).run(...values).changes);
  return {
    all: (sql, ...values) => statement(sql).all(...values),
    run,
    transaction(work) {
      run("begin immediate");
      try {
        work();
        run("commit");
      } catch (error) {
        // A full disk has rolled back by itself already.
        if (database.isTransaction) run("rollback");
        throw error;
      }
    },
    close() {
      if (database.isOpen) database.close();
    },
  };
}
