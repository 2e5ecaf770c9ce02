import type { Letter } from "../desk/letter.ts";
import type { Connection } from "./connect.ts";

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
      JSON.stringify(letter),
    );
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
      JSON.stringify(letter),
      letter.key,
    );
    if (changed !== 1) throw new RangeError(`Cannot change letter "${letter.key}": no such key`);
  }
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
