import type { Transaction } from "kysely";

import type { Letter } from "../desk/letter.ts";
import { chunks } from "./chunks.ts";
import { letterRow } from "./rows.ts";
import type { Tables } from "./schema.ts";

/** Inserts what was not promised before: a new key, and at least one reason that no letter settled. */
export async function insertNewLetters(
  trx: Transaction<Tables>,
  letters: readonly Letter[],
): Promise<void> {
  if (letters.length === 0) return;
  const keys = await existingKeys(trx, letters);
  const reasons = await existingReasons(trx, letters);
  const fresh: Letter[] = [];
  const claimed: Tables["reasons"][] = [];
  for (const letter of letters) {
    const open = reasonsOf(letter).filter((reason) => !reasons.has(reason));
    if (keys.has(letter.key) || open.length === 0) continue;
    fresh.push(letter);
    keys.add(letter.key);
    for (const reason of open) {
      reasons.add(reason);
      claimed.push({ reason, letter: letter.key });
    }
  }
  for (const some of chunks(fresh)) {
    await trx.insertInto("letters").values(some.map(letterRow)).execute();
  }
  for (const some of chunks(claimed)) await trx.insertInto("reasons").values(some).execute();
}

/** Throws when a letter was never planned: a change must not be lost without a word. */
export async function updateLetters(
  trx: Transaction<Tables>,
  letters: readonly Letter[],
): Promise<void> {
  for (const letter of letters) {
    const { key, ...values } = letterRow(letter);
    const { numUpdatedRows } = await trx
      .updateTable("letters")
      .set(values)
      .where("key", "=", key)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new RangeError(`Cannot change letter "${key}": no such key`);
  }
}

/** Each once, in the letter's order; a letter without a reason stands for its own key. */
function reasonsOf(letter: Letter): string[] {
  return letter.reasons.length === 0 ? [letter.key] : [...new Set(letter.reasons)];
}

async function existingKeys(trx: Transaction<Tables>, letters: readonly Letter[]) {
  const found = new Set<string>();
  for (const keys of chunks(letters.map((letter) => letter.key))) {
    const rows = await trx.selectFrom("letters").select("key").where("key", "in", keys).execute();
    for (const row of rows) found.add(row.key);
  }
  return found;
}

async function existingReasons(trx: Transaction<Tables>, letters: readonly Letter[]) {
  const found = new Set<string>();
  for (const reasons of chunks(letters.flatMap(reasonsOf))) {
    const rows = await trx
      .selectFrom("reasons")
      .select("reason")
      .where("reason", "in", reasons)
      .execute();
    for (const row of rows) found.add(row.reason);
  }
  return found;
}
