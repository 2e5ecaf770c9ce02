import type { TicketEvent } from "../desk/event.ts";
import type { Ticket } from "../desk/ticket.ts";
import { LeaseLostError } from "../errors.ts";
import type { Batch, Lease, SourceKey } from "../worker/journal-port.ts";
import type { OtherMailLine } from "../worker/sheet-port.ts";
import type { Connection } from "./connect.ts";
import { insertNewLetters, updateLetters } from "./letters.ts";

/**
 * Writes a batch as one transaction. Throws, with nothing written, `LeaseLostError` on an old token and
 * `NotDurableError` when an earlier one may not be on the disk.
 */
export function commitBatch(db: Connection, batch: Batch, { token }: Lease): void {
  db.transaction(() => {
    guard(db, token);
    insertEvents(db, batch.events ?? []);
    putTickets(db, batch.tickets ?? []);
    putSources(db, batch.sources ?? []);
    insertNewLetters(db, batch.newLetters ?? []);
    updateLetters(db, batch.letters ?? []);
    insertOtherMail(db, batch.otherMail ?? []);
    putState(db, batch.state ?? {});
    for (const id of batch.historySeen ?? []) {
      db.run("update events set shown = 1 where id = ?", id);
    }
    for (const ref of batch.otherMailSeen ?? []) {
      db.run("update other_mail set shown = 1 where mail_ref = ?", ref);
    }
  });
}

/** Named JSON values; one that is undefined is left as it is. */
export function putState(db: Connection, state: NonNullable<Batch["state"]>): void {
  for (const [name, value] of Object.entries(state)) {
    if (value === undefined) continue;
    db.run(
      `insert into state (name, data) values (?, ?)
       on conflict (name) do update set data = excluded.data`,
      name,
      JSON.stringify(value),
    );
  }
}

/** The transaction holds the write lock, so that no token can rise before the commit. */
function guard(db: Connection, token: number): void {
  const [lease] = db.all("select token from lease where id = 1");
  if (lease?.["token"] !== token) throw new LeaseLostError(token);
}

/** The serial is the id's last part: `JKD-2026-0042/17`. */
function insertEvents(db: Connection, events: readonly TicketEvent[]): void {
  for (const event of events) {
    const seq = Number(event.id.slice(event.id.lastIndexOf("/") + 1));
    db.run(
      "insert into events (id, number, seq, at, shown, data) values (?, ?, ?, ?, 0, ?)",
      event.id,
      event.number,
      Number.isInteger(seq) ? seq : 0,
      event.at,
      JSON.stringify(event),
    );
  }
}

function putTickets(db: Connection, tickets: readonly Ticket[]): void {
  for (const ticket of tickets) {
    db.run(
      `insert into tickets (number, phase, opened_at, phase_since, data) values (?, ?, ?, ?, ?)
       on conflict (number) do update set phase = excluded.phase, opened_at = excluded.opened_at,
         phase_since = excluded.phase_since, data = excluded.data`,
      ticket.number,
      ticket.phase,
      ticket.openedAt,
      ticket.phaseSince,
      JSON.stringify(ticket),
    );
  }
}

/** A key keeps its first ticket; one that was put aside may get a ticket later. */
function putSources(db: Connection, sources: readonly SourceKey[]): void {
  for (const { key, ticket, at } of sources) {
    db.run(
      `insert into sources (key, ticket, at) values (?, ?, ?)
       on conflict (key) do update set ticket = coalesce(sources.ticket, excluded.ticket)`,
      key,
      ticket,
      at,
    );
  }
}

function insertOtherMail(db: Connection, lines: readonly OtherMailLine[]): void {
  for (const line of lines) {
    db.run(
      `insert into other_mail (mail_ref, at, shown, data) values (?, ?, 0, ?)
       on conflict (mail_ref) do nothing`,
      line.mailRef,
      line.at,
      JSON.stringify(line),
    );
  }
}
