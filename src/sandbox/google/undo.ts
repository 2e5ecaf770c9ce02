import type { Book, Cell, Row, Tab } from "./book.ts";

/**
 * Takes one person's step back and leaves what was done since: the tabs that the step changed get
 * their old rows again, and what others wrote after it stays where those rows or cells now are.
 */
export function undone(before: Book, after: Book, current: Book): Book {
  const tabs = current.tabs.flatMap((tab) => {
    const [was, became] = [tabIn(before, tab.id), tabIn(after, tab.id)];
    if (was && became) return [undoneTab(was, became, tab)];
    // A tab that the step made goes; one that came later stays.
    return became && !was ? [] : [tab];
  });
  const deleted = before.tabs.filter((tab) => !tabIn(after, tab.id) && !tabIn(current, tab.id));
  const pick = <Key extends "locale" | "timeZone" | "title">(key: Key) =>
    before[key] === after[key] ? current[key] : before[key];
  const properties = { locale: pick("locale"), timeZone: pick("timeZone"), title: pick("title") };
  return { ...current, ...properties, tabs: [...tabs, ...deleted] };
}

function undoneTab(before: Tab, after: Tab, current: Tab): Tab {
  const sameColumns = isSame(before.columns, after.columns);
  return {
    ...otherParts(before, after, current),
    columns: sameColumns ? current.columns : before.columns,
    rows: sameColumns ? undoneRows(before.rows, after.rows, current.rows) : before.rows,
  };
}

function undoneRows(before: readonly Row[], after: readonly Row[], current: readonly Row[]): Row[] {
  if (isSame(before, after)) return [...current];
  const places = new Map(before.map((row, at) => [row, at]));
  const rows = [...before];
  for (const [at, row] of current.entries()) {
    const became = after[at];
    if (row === became) continue;
    const home = became && became.cells.length > 0 ? places.get(became) : undefined;
    // The same row stood elsewhere before the step: what was written since goes back with it.
    if (home !== undefined) rows[home] = row;
    else if (became && before.length === after.length) rows[at] = merged(before[at], became, row);
    else rows.push(row);
  }
  return rows;
}

/** What the step changed besides cells is as before; what it did not touch stays as it is now. */
function otherParts(before: Tab, after: Tab, current: Tab): Tab {
  const parts: Tab = { ...current };
  for (const key of OTHER_PARTS) {
    if (!isSame(before[key], after[key])) carry(key, before, parts);
  }
  return parts;
}

function carry<Key extends keyof Tab>(key: Key, from: Pick<Tab, Key>, to: Pick<Tab, Key>): void {
  to[key] = from[key];
}

const OTHER_PARTS = [
  "title",
  "hidden",
  "frozenRows",
  "frozenColumns",
  "tags",
  "merges",
  "filter",
  "views",
  "protections",
  "rules",
  "bandings",
  "charts",
  "tables",
] as const satisfies (keyof Tab)[];

/** Lists are copied with every change, what they hold is not. */
function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** Cells written since the step stay, the others are as they were before it. */
function merged(before: Row | undefined, after: Row, current: Row): Row {
  const width = Math.max(current.cells.length, before?.cells.length ?? 0);
  const cells = Array.from({ length: width }, (_, column): Cell | undefined => {
    const [now, then] = [current.cells[column], after.cells[column]];
    return now === then ? before?.cells[column] : now;
  });
  return { ...current, cells };
}

function tabIn(book: Book, id: number): Tab | undefined {
  return book.tabs.find((tab) => tab.id === id);
}
