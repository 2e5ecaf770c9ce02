import type { Kysely, Transaction } from "kysely";

import { LeaseLostError } from "../errors.ts";
import type { Batch, Lease } from "../worker/journal-port.ts";
import { chunks } from "./chunks.ts";
import { insertNewLetters, updateLetters } from "./letters.ts";
import { eventRow, otherMailRow, ticketRow } from "./rows.ts";
import type { Tables } from "./schema.ts";

/** Writes a batch as one transaction. Throws `LeaseLostError`, with nothing written, on an old token. */
export async function commitBatch(
  db: Kysely<Tables>,
  batch: Batch,
  { token }: Lease,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await guard(trx, token);
    await insertEvents(trx, batch.events ?? []);
    await putTickets(trx, batch.tickets ?? []);
    await putSources(trx, batch.sources ?? []);
    await insertNewLetters(trx, batch.newLetters ?? []);
    await updateLetters(trx, batch.letters ?? []);
    await insertOtherMail(trx, batch.otherMail ?? []);
    await putState(trx, batch.state ?? {});
    await markShown(trx, batch);
  });
}

/** An update, not a look: it takes the write lock, so that no token can rise before the commit. */
async function guard(trx: Transaction<Tables>, token: number): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("lease")
    .set({ token })
    .where("id", "=", 1)
    .where("token", "=", token)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LeaseLostError(token);
}

async function insertEvents(trx: Transaction<Tables>, events: NonNullable<Batch["events"]>) {
  for (const some of chunks(events)) {
    await trx.insertInto("events").values(some.map(eventRow)).execute();
  }
}

async function putTickets(trx: Transaction<Tables>, tickets: NonNullable<Batch["tickets"]>) {
  for (const some of chunks(tickets)) {
    await trx
      .insertInto("tickets")
      .values(some.map(ticketRow))
      .onConflict((conflict) =>
        conflict.column("number").doUpdateSet((row) => ({
          phase: row.ref("excluded.phase"),
          opened_at: row.ref("excluded.opened_at"),
          phase_since: row.ref("excluded.phase_since"),
          data: row.ref("excluded.data"),
        })),
      )
      .execute();
  }
}

/** A key keeps its first ticket; one that was put aside may get a ticket later. */
async function putSources(trx: Transaction<Tables>, sources: NonNullable<Batch["sources"]>) {
  for (const some of chunks(sources)) {
    await trx
      .insertInto("sources")
      .values(some.map(({ key, ticket, at }) => ({ key, ticket, at })))
      .onConflict((conflict) =>
        conflict.column("key").doUpdateSet((row) => ({
          ticket: row.fn.coalesce("sources.ticket", "excluded.ticket"),
        })),
      )
      .execute();
  }
}

async function insertOtherMail(trx: Transaction<Tables>, lines: NonNullable<Batch["otherMail"]>) {
  for (const some of chunks(lines)) {
    await trx
      .insertInto("other_mail")
      .values(some.map(otherMailRow))
      .onConflict((conflict) => conflict.column("mail_ref").doNothing())
      .execute();
  }
}

export async function putState(trx: Kysely<Tables>, state: NonNullable<Batch["state"]>) {
  const rows = Object.entries(state)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, data: JSON.stringify(value) }));
  for (const some of chunks(rows)) {
    await trx
      .insertInto("state")
      .values(some)
      .onConflict((conflict) =>
        conflict.column("name").doUpdateSet((row) => ({ data: row.ref("excluded.data") })),
      )
      .execute();
  }
}

async function markShown(trx: Transaction<Tables>, { historySeen, otherMailSeen }: Batch) {
  for (const ids of chunks(historySeen ?? [])) {
    await trx.updateTable("events").set({ shown: 1 }).where("id", "in", ids).execute();
  }
  for (const refs of chunks(otherMailSeen ?? [])) {
    await trx.updateTable("other_mail").set({ shown: 1 }).where("mail_ref", "in", refs).execute();
  }
}
