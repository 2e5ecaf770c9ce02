import type { Identity, Known, SeenRow, Stray } from "./identity.ts";
import { IdentityTable, mayBe } from "./identity-table.ts";
import { compare, isEqual, isNear, judge, nearness } from "./nearness.ts";
import { isMoreThanBegun, isSure, isTelling, isUnmistakable } from "./telling.ts";
import { isEmptyWitness } from "./witness.ts";

/**
 * Which row is which ticket: the rules of DESIGN 5.3, each asked for every ticket before the next
 * one is, so that certain knowledge takes its rows before guesses do. One row, one ticket.
 */
export function identify(known: readonly Known[], rows: readonly SeenRow[]): Identity {
  const table = new IdentityTable(known, rows);
  const rules = [byWord, byNumberAndContent, byContent, byNumber, byCode, byNearness];
  for (const rule of rules) {
    for (const ticket of known) {
      if (table.isSettled(ticket.number)) continue;
      rule(table, ticket);
    }
  }
  const missing = known.map(({ number }) => number).filter((number) => !table.isSettled(number));
  return { bound: table.bound, frozen: table.frozen, missing, strays: straysOf(table) };
}

/** Rule 0: a person's word beats everything. */
function byWord(table: IdentityTable, ticket: Known): void {
  const said = table.withWord(ticket.number);
  if (said.length === 1 && said[0]) table.bind(ticket, said[0], "word");
  else if (said.length > 1) table.freeze(ticket, "pilih", said);
}

/** Rule 1: number and content agree on one row. */
function byNumberAndContent(table: IdentityTable, ticket: Known): void {
  const bearers = table.withNumber(ticket.number);
  const equal = bearers.filter(
    (row) => nearness(ticket.witness, row.witness) === "equal" && isTelling(ticket, row),
  );
  const [first] = equal;
  if (!first) return;
  if (!ticket.confirmed) {
    table.bind(
      ticket,
      equal.find((row) => row.code === ticket.number) ?? first,
      "number and content",
    );
    return;
  }
  if (bearers.length === 1) {
    table.bind(ticket, first, "number and content");
    return;
  }
  const copies = bearers.filter(
    (row) => !table.isAnothers(row, ticket) && isNear(nearness(ticket.witness, row.witness)),
  );
  if (copies.length > 1) table.freeze(ticket, "ganda", copies);
  else table.bind(ticket, first, "number and content");
}

/** Rule 2: the content stands on a row that does not bear the number. */
function byContent(table: IdentityTable, ticket: Known): void {
  const equal = table
    .mayEqual(ticket.witness)
    .filter(
      (row) =>
        isEqual(ticket.witness, row.witness) &&
        row.number !== ticket.number &&
        table.isFree(row) &&
        mayBe(ticket, row) &&
        (row.code === ticket.number || isUnmistakable(ticket, row)),
    );
  if (equal.length === 0) return;
  const choice = preferred(equal, [
    (row) => !table.isLive(row),
    (row) => row.code === ticket.number,
  ]);
  const [row] = choice;
  if (!row) return;
  if (choice.length > 1 && ticket.confirmed) table.freeze(ticket, "pilih", choice);
  else againstBearers(table, ticket, row);
}

function preferred(rows: SeenRow[], tests: ((row: SeenRow) => boolean)[]): SeenRow[] {
  let best = rows;
  for (const test of tests) {
    const passing = best.filter(test);
    if (passing.length > 0) best = passing;
  }
  return best;
}

/** The content is on one row, the number perhaps on another: the far one is not the ticket's. */
function againstBearers(table: IdentityTable, ticket: Known, row: SeenRow): void {
  const rivals = table
    .withNumber(ticket.number)
    .filter(
      (each) => !table.isAnothers(each, ticket) && isNear(nearness(ticket.witness, each.witness)),
    );
  if (rivals.length === 0 || !ticket.confirmed) {
    table.bind(ticket, row, "content");
    return;
  }
  const coded = [row, ...rivals].filter((each) => each.code === ticket.number);
  const [only] = coded;
  if (coded.length === 1 && only) table.bind(ticket, only, only === row ? "content" : "number");
  else table.freeze(ticket, "ganda", [row, ...rivals]);
}

/** Rule 3: the number stands on a row of other content. */
function byNumber(table: IdentityTable, ticket: Known): void {
  const bearers = table.withNumber(ticket.number).filter((row) => !table.isAnothers(row, ticket));
  const near = bearers.filter((row) => isNear(nearness(ticket.witness, row.witness)));
  if (!ticket.confirmed) {
    const telling = near.filter((row) => !ticket.isClaim || isMoreThanBegun(ticket, row));
    const row = telling.find((each) => each.code === ticket.number) ?? telling[0];
    const own = bearers.find((each) => each.code === ticket.number);
    if (row) table.bind(ticket, row, "number");
    // Much may be corrected before the first reading of a row that was appended whole.
    else if (own && ticket.born) judgeBearer(table, ticket, own);
    return;
  }
  const candidates = near.length > 0 ? near : bearers;
  const [row] = candidates;
  if (!row) return;
  const doubles = bearers.filter((each) => each !== row && each.code === ticket.number);
  if (near.length === 1 && doubles.length > 0 && !isTelling(ticket, row)) {
    // Both were the ticket's row once, and the nearer one shows nothing of its own words.
    table.freeze(ticket, "ganda", [row, ...doubles]);
    return;
  }
  if (candidates.length > 1) {
    const coded = candidates.filter((each) => each.code === ticket.number);
    if (coded.length === 1 && coded[0] && near.length > 0) table.bind(ticket, coded[0], "number");
    else table.freeze(ticket, "ganda", candidates);
    return;
  }
  judgeBearer(table, ticket, row);
}

function judgeBearer(table: IdentityTable, ticket: Known, row: SeenRow): void {
  const relation = nearness(ticket.witness, row.witness);
  // A number pasted where nothing else stands says less than the content that lost it.
  const [better, ...more] = relation === "unclear" ? bereft(table, ticket) : [];
  if (better && more.length === 0) {
    table.bind(ticket, better, "nearness");
    return;
  }
  const answered = ticket.question?.kind === "hilang" && isNear(relation);
  const asked = ticket.question !== null && !answered;
  if (relation === "other" || asked) {
    const elsewhere = table
      .unnumbered(ticket)
      .filter((each) => each !== row && isNear(nearness(ticket.witness, each.witness)));
    if (elsewhere.length > 0) table.freeze(ticket, "hilang", [row, ...elsewhere]);
    else table.freeze(ticket, "isi lain", [row]);
    return;
  }
  const codeOwner = row.code !== ticket.number && table.known.has(row.code);
  if (codeOwner && !table.isSettled(row.code) && !isNear(relation)) {
    table.freeze(ticket, "hilang", [row]);
    return;
  }
  table.bind(ticket, row, "number");
}

/** Rows without a number that are surely near, or near with the ticket's own Kode. */
function bereft(table: IdentityTable, ticket: Known): SeenRow[] {
  return table
    .unnumbered(ticket)
    .filter(
      (row) =>
        isNear(nearness(ticket.witness, row.witness)) &&
        (row.code === ticket.number || isSure(ticket.witness, row.witness)),
    );
}

/** Rule 4: only the hidden *Kode* is left; a number may have been dragged over the row's own. */
function byCode(table: IdentityTable, ticket: Known): void {
  const isAlike = (row: SeenRow) => isNear(nearness(ticket.witness, row.witness));
  const rows = table.withCode(ticket.number).filter((row) => {
    const isForeign = table.isLive(row) && !(table.isSettled(row.number) && isAlike(row));
    // An emptied row says nothing: its complaint is missing, and nobody could answer for it.
    const isEmpty = isEmptyWitness(row.witness);
    return !isForeign && !isEmpty && mayBe(ticket, row) && !table.isAnothers(row, ticket);
  });
  const [row] = rows;
  if (!row) return;
  const near = rows.filter(isAlike);
  if (near.length === 1 && near[0]) table.bind(ticket, near[0], "code");
  else if (ticket.confirmed || ticket.born) {
    table.freeze(ticket, "hilang", near.length > 0 ? near : rows);
  }
}

/** Rule 5: nothing but nearness. */
function byNearness(table: IdentityTable, ticket: Known): void {
  const rows = table.unnumbered(ticket).filter((row) => !table.isAnothers(row, ticket));
  const near = rows.filter((row) => isNear(nearness(ticket.witness, row.witness)));
  const [only] = near;
  if (!only) return;
  if (near.length === 1 && isSure(ticket.witness, only.witness)) {
    table.bind(ticket, only, "nearness");
    return;
  }
  const close = near.filter((row) => compare(ticket.witness, row.witness).agreeing >= 3);
  if (close.length > 0 && ticket.confirmed) table.freeze(ticket, "hilang", close);
}

/** Rows left over that bear the number of a known ticket. */
function straysOf(table: IdentityTable): Stray[] {
  const strays: Stray[] = [];
  for (const row of table.rows) {
    if (!table.isFree(row) || row.word !== "") continue;
    const ticket = table.known.get(row.number);
    if (!ticket) continue;
    const relation = judge(compare(ticket.witness, row.witness));
    const near = isNear(relation) && !table.isAnothers(row, ticket);
    // The ticket's own content stands there twice, as when a deletion is undone while its row is
    // restored: no write of ours that went astray, and without its number it would pass for new.
    const isDouble = near && relation === "equal" && isTelling(ticket, row);
    strays.push({ row, number: row.number, near, ours: !ticket.confirmed && !isDouble });
  }
  return strays;
}
