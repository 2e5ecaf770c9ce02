import type { Letter } from "../desk/letter.ts";
import type { Connection } from "./connect.ts";

/** Letters that the rest of the statement finds: `where …` over the table's own columns. */
export function lettersWhere(
  db: Connection,
  rest: string,
  ...values: (string | number)[]
): Letter[] {
  const rows = db.all(
    `select letters.data, renderings.data as rendering
     from letters left join renderings on renderings.letter = letters.key ${rest}`,
    ...values,
  );
  return rows.map(({ data, rendering }): Letter => {
    // One of an earlier program's has its words with it.
    const letter = { rendered: null, ...JSON.parse(String(data)) };
    return rendering === null ? letter : { ...letter, rendered: JSON.parse(String(rendering)) };
  });
}

/** Inserts what was not promised before: a new key, and at least one reason that no letter settled. */
export function insertNewLetters(db: Connection, letters: readonly Letter[]): void {
  for (const letter of letters) {
    const open = reasonsOf(letter).filter((reason) => !isSettled(db, reason));
    if (open.length === 0 || isKnown(db, letter.key)) continue;
    db.run(
      "insert into letters (key, ticket, state, planned_at, next_at, data) values (?, ?, ?, ?, ?, ?)",
      letter.key,
      letter.ticket,
      letter.state,
      letter.plannedAt,
      letter.nextAt,
      dataOf(letter),
    );
    if (letter.rendered !== null) putRendering(db, letter);
    for (const reason of open) {
      db.run("insert into reasons (reason, letter) values (?, ?)", reason, letter.key);
    }
  }
}

/** Throws when a letter was never planned: a change must not be lost without a word. */
export function updateLetters(db: Connection, letters: readonly Letter[]): void {
  for (const letter of letters) {
    const changed = db.run(
      "update letters set ticket = ?, state = ?, planned_at = ?, next_at = ?, data = ? where key = ?",
      letter.ticket,
      letter.state,
      letter.plannedAt,
      letter.nextAt,
      dataOf(letter),
      letter.key,
    );
    if (changed !== 1) throw new RangeError(`Cannot change letter "${letter.key}": no such key`);
    putRendering(db, letter);
  }
}

function dataOf({ rendered: _words, ...letter }: Letter): string {
  return JSON.stringify(letter);
}

/** Nothing is written where the same words stand already. */
function putRendering(db: Connection, { key, rendered }: Letter): void {
  if (rendered === null) {
    db.run("delete from renderings where letter = ?", key);
    return;
  }
  db.run(
    `insert into renderings (letter, data) values (?, ?)
     on conflict (letter) do update set data = excluded.data where renderings.data <> excluded.data`,
    key,
    JSON.stringify(rendered),
  );
}

/** Each once, in the letter's order; a letter without a reason stands for its own key. */
function reasonsOf(letter: Letter): string[] {
  return letter.reasons.length === 0 ? [letter.key] : [...new Set(letter.reasons)];
}

function isSettled(db: Connection, reason: string): boolean {
  return db.all("select 1 from reasons where reason = ?", reason).length > 0;
}

function isKnown(db: Connection, key: string): boolean {
  return db.all("select 1 from letters where key = ?", key).length > 0;
}
