import type { LetterKind } from "../../desk/letter.ts";
import { flat, isMessage, markOf, type Act, type ExpectedLetter, type MessageAct } from "./act.ts";
import type { FoundLetter } from "./letters.ts";

/** One row of a tab, by header; what people see in each cell. */
export type Row = Readonly<Record<string, string>>;

/** Everything that the week is judged by: what lies in the sheet and in the mailboxes. */
export interface Evidence {
  log: readonly Row[];
  otherMail: readonly Row[];
  letters: readonly FoundLetter[];
  /** Ids of replies that stood in their ticket's row some minutes after they came. */
  shown: ReadonlySet<string>;
}

export interface Expected {
  acts: readonly Act[];
  letters: readonly ExpectedLetter[];
  digests: { to: string; times: number };
  neverWrittenTo: readonly string[];
}

/** The figures of the last line; `passes` and `seconds` are the player's. */
export interface Counts {
  tickets: number;
  rows: number;
  lost: number;
  duplicates: number;
  letters: Partial<Record<LetterKind | "unknown", number>>;
  unanswered: number;
  answeredByMistake: number;
}

export interface Judgement {
  counts: Counts;
  /** A sentence for each thing that is not as it should be. */
  problems: string[];
}

export function judge(expected: Expected, evidence: Evidence): Judgement {
  const messages = expected.acts.filter(isMessage);
  const problems: string[] = [];
  const count = (found: string[]): number => {
    problems.push(...found);
    return found.length;
  };
  const counts: Counts = {
    tickets: new Set(evidence.log.map(numberOf).filter((number) => number !== "")).size,
    rows: evidence.log.filter(isFilled).length,
    lost: count(lost(messages, evidence)),
    duplicates: count([...surplusRows(messages, evidence), ...repeatedLetters(evidence)]),
    letters: Object.fromEntries(
      [...Map.groupBy(evidence.letters, ({ kind }) => kind)].map(([kind, all]) => [
        kind,
        all.length,
      ]),
    ),
    unanswered: count(unanswered(messages, evidence)),
    answeredByMistake: count(answeredByMistake(messages, expected, evidence)),
  };
  problems.push(...wrongLetters(expected, evidence), ...notClosed(expected.acts, evidence));
  return { counts, problems };
}

/** The numbered row that a message became, undefined when it became none. */
export function rowOf(act: MessageAct, log: readonly Row[]): Row | undefined {
  return rowsOf(act, log).find((row) => numberOf(row) !== "");
}

export function numberOf(row: Row): string {
  return /^JKD-\d{4}-\d+$/.exec(row["No. Aduan"] ?? "")?.[0] ?? "";
}

function rowsOf(act: MessageAct, log: readonly Row[]): Row[] {
  const mark = markOf(act);
  return log.filter((row) => flat(row["Uraian Aduan"] ?? "").includes(mark));
}

function isFilled(row: Row): boolean {
  return numberOf(row) !== "" || (row["Uraian Aduan"] ?? "") !== "";
}

function lost(messages: readonly MessageAct[], { log, otherMail, shown }: Evidence): string[] {
  return messages.flatMap((act) => {
    const { expect, id } = act;
    if (expect.becomes === "ticket") return rowOf(act, log) ? [] : [`${id}: no numbered row`];
    if (expect.becomes === "part") {
      return !expect.shown || shown.has(id) ? [] : [`${id}: not seen in the row of ${expect.of}`];
    }
    const listed = otherMail.some((row) =>
      Object.values(row).some((cell) => act.do === "mail" && cell === act.subject),
    );
    return !expect.listed || listed ? [] : [`${id}: no line in Surat Lain`];
  });
}

function surplusRows(messages: readonly MessageAct[], { log }: Evidence): string[] {
  const owned = new Set<Row>();
  const problems = messages.flatMap((act) => {
    if (act.do === "mail" && act.copyOf !== undefined) return [];
    const rows = rowsOf(act, log);
    for (const row of rows) owned.add(row);
    const wanted = act.expect.becomes === "ticket" ? 1 : 0;
    return rows.slice(wanted).map((row) => `${act.id}: one row too many, ${numberOf(row)}`);
  });
  const strangers = log.filter((row) => isFilled(row) && !owned.has(row));
  return [...problems, ...strangers.map((row) => `${numberOf(row)}: a row that nobody wrote`)];
}

function repeatedLetters({ letters }: Evidence): string[] {
  const groups = Map.groupBy(letters, ({ to, mark }) => `${to} ${mark}`).values();
  return [...groups].flatMap(([first, ...again]) =>
    again.map(() => `${first?.mail.subject}: came twice to ${first?.to}`),
  );
}

function unanswered(messages: readonly MessageAct[], { log, letters }: Evidence): string[] {
  return messages
    .filter((act) => owedTo(act) !== null && !isAcknowledged(act, log, letters))
    .map(({ id }) => `${id}: no acknowledgement with its number`);
}

function owedTo({ expect }: MessageAct): string | null {
  return expect.becomes === "ticket" ? expect.acknowledgedTo : null;
}

function isAcknowledged(
  act: MessageAct,
  log: readonly Row[],
  letters: readonly FoundLetter[],
): boolean {
  const row = rowOf(act, log);
  return letters.some(
    ({ kind, to, number }) =>
      kind === "acknowledgement" &&
      to === owedTo(act) &&
      row !== undefined &&
      number === numberOf(row),
  );
}

function answeredByMistake(
  messages: readonly MessageAct[],
  { neverWrittenTo }: Expected,
  { log, letters }: Evidence,
): string[] {
  const owed = new Map(
    messages.flatMap((act) => {
      const row = rowOf(act, log);
      const to = owedTo(act);
      return row && to !== null ? [[numberOf(row), to] as const] : [];
    }),
  );
  const answered = new Set<string>();
  return letters.flatMap(({ kind, to, number, mail }) => {
    if (neverWrittenTo.includes(to)) return [`${mail.subject}: written to ${to}`];
    if (kind !== "acknowledgement") return [];
    const wrong = owed.get(number) !== to || answered.has(number);
    answered.add(number);
    return wrong ? [`${mail.subject}: acknowledged to ${to} by mistake`] : [];
  });
}

function wrongLetters(expected: Expected, { log, letters }: Evidence): string[] {
  const messages = expected.acts.filter(isMessage);
  const perTicket = expected.letters.flatMap(({ kind, of, to, times }) => {
    const act = messages.find(({ id }) => id === of);
    const row = act && rowOf(act, log);
    const number = row ? numberOf(row) : "";
    const found = letters.filter(
      (letter) => letter.kind === kind && letter.to === to && letter.number === number,
    ).length;
    return found === times ? [] : [`${of}: ${found} instead of ${times} letters ${kind} to ${to}`];
  });
  const { to, times } = expected.digests;
  const digests = letters.filter((letter) => letter.kind === "digest" && letter.to === to).length;
  return digests === times
    ? perTicket
    : [...perTicket, `${digests} instead of ${times} digests to ${to}`];
}

/** Whatever staff last set to Selesai must be closed in the end. */
function notClosed(acts: readonly Act[], { log }: Evidence): string[] {
  const last = new Map<string, string>();
  for (const act of acts) {
    if (act.do === "cells" && act.cells["Status"] !== undefined) {
      last.set(act.of, act.cells["Status"]);
    }
  }
  return acts.filter(isMessage).flatMap((act) => {
    if (last.get(act.id) !== "Selesai") return [];
    return rowOf(act, log)?.["Ditutup"] ? [] : [`${act.id}: solved, but not closed`];
  });
}
