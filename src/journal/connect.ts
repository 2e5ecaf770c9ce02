import { closeSync, fdatasync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue, StatementSync } from "node:sqlite";
import { promisify } from "node:util";

import { NotDurableError } from "../errors.ts";

/** A database, its statements compiled once each. */
export interface Connection {
  /** Rows that the statement answers. */
  all(sql: string, ...values: SQLInputValue[]): Row[];
  /** Runs the statement; answers how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** All of `work` or nothing of it; the write lock is taken at once. */
  transaction(work: () => void): void;
  /**
   * Resolves once all that was committed before is on the disk, which no transaction waits for by
   * itself. Throws `NotDurableError`, from then on at every call, when the disk refuses.
   */
  durable(): Promise<void>;
  close(): void;
}

export type Row = ReturnType<StatementSync["all"]>[number];

/** Asks the disk to keep what a file holds. */
export type Sync = (descriptor: number) => Promise<void>;

export interface ConnectOptions {
  readOnly: boolean;
  sync?: Sync;
}

export function connect(
  file: string,
  { readOnly, sync = promisify(fdatasync) }: ConnectOptions,
): Connection {
  // A reader may meet the writer's checkpoint, or a backup: it waits a little instead of failing.
  const database = new DatabaseSync(file, { readOnly, timeout: 5_000 });
  if (!readOnly) {
    database.exec("pragma journal_mode = wal");
    // As `full`, but for the fsync after each commit: `durable` has it done beside the other work.
    // https://sqlite.org/pragma.html#pragma_synchronous
    database.exec("pragma synchronous = normal");
    // 16 MB: taking the log over into the database holds everything up, so it is done more seldom.
    database.exec("pragma wal_autocheckpoint = 4000");
  }
  const log = writeAheadLog(file, sync);
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
      log.requireSound();
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
    durable: () => log.sync(),
    close() {
      log.close();
      if (database.isOpen) database.close();
    },
  };
}

/**
 * The file that commits are appended to. It stays the same as long as a connection is open; each
 * commit's frames are valid only behind those before, so that one fsync stands for all of them
 * (https://sqlite.org/wal.html).
 */
function writeAheadLog(file: string, sync: Sync) {
  let descriptor: number | undefined;
  let refused: NotDurableError | undefined;
  function requireSound(): void {
    if (refused !== undefined) throw refused;
  }
  return {
    requireSound,
    async sync(): Promise<void> {
      if (file === ":memory:") return;
      requireSound();
      try {
        descriptor ??= openSync(`${file}-wal`, "r+");
        await sync(descriptor);
      } catch (error) {
        refused = new NotDurableError(error);
        throw refused;
      }
    },
    close(): void {
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
    },
  };
}
