import { ConfigError } from "../errors.ts";
import type { Connection } from "./connect.ts";
import { MIGRATIONS } from "./schema.ts";

/** Lifts the journal to this program's version. Throws `ConfigError` when a newer one wrote it. */
export function migrate(db: Connection): void {
  db.run("create table if not exists version (number bigint not null)");
  const version = versionOf(db);
  if (version > MIGRATIONS.length) throw tooNew(version);
  for (const [index, statements] of MIGRATIONS.entries()) {
    if (index < version) continue;
    db.transaction(() => {
      for (const statement of statements) db.run(statement);
      db.run("delete from version");
      db.run("insert into version (number) values (?)", index + 1);
    });
  }
}

function versionOf(db: Connection): number {
  const [row] = db.all("select number from version");
  return Number(row?.["number"] ?? 0);
}

function tooNew(version: number): ConfigError {
  return new ConfigError([
    `DATA_DIR: jurnal ditulis oleh aduan yang lebih baru (versi jurnal ${version}, ` +
      `program ini mengenal sampai ${MIGRATIONS.length}); pasang kembali versi aduan yang lebih baru itu.`,
  ]);
}
