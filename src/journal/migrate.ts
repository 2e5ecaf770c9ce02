import { sql } from "kysely";
import type { Kysely } from "kysely";

import { ConfigError } from "../errors.ts";
import { MIGRATIONS } from "./schema.ts";
import type { Tables } from "./schema.ts";

/** Lifts the journal to this program's version. Throws `ConfigError` when a newer one wrote it. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await sql`create table if not exists version (number bigint not null)`.execute(db);
  const version = await versionOf(db);
  if (version > MIGRATIONS.length) throw tooNew(version);
  for (const [index, statements] of MIGRATIONS.entries()) {
    if (index < version) continue;
    await db.transaction().execute(async (trx) => {
      for (const statement of statements) await sql.raw(statement).execute(trx);
      await sql`delete from version`.execute(trx);
      await sql`insert into version (number) values (${index + 1})`.execute(trx);
    });
  }
}

async function versionOf(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ number: number }>`select number from version`.execute(db);
  return rows[0]?.number ?? 0;
}

function tooNew(version: number): ConfigError {
  return new ConfigError([
    `DATA_DIR: jurnal ditulis oleh aduan yang lebih baru (versi jurnal ${version}, ` +
      `program ini mengenal sampai ${MIGRATIONS.length}); pasang kembali versi aduan yang lebih baru itu.`,
  ]);
}
