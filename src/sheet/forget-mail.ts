import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import type { OtherMailLine } from "../worker/sheet-port.ts";
import { RemoteError } from "../errors.ts";
import { cellOf, cut, isBlank, shows, textOf } from "./cells.ts";
import { cellAt, type GridRow, layoutOf, type TabLayout } from "./layout.ts";
import { appendRows } from "./plan-appends.ts";
import { guardedCells } from "./protection.ts";
import { type ReadPlan, readPlan } from "./read-request.ts";
import { toSerial } from "./serials.ts";
import type { Session } from "./session.ts";

/**
 * Takes old lines of *Surat Lain* away. Deleting by place cannot heal, so it is built from a read of
 * its own just before, the answer shows the tab afterwards, and a row that vanished without being
 * meant is appended again at once (DESIGN 5.3, Archive).
 */
export async function forgetMail(
  session: Session,
  lines: readonly OtherMailLine[],
): Promise<number> {
  const { calls, options } = session;
  const before = await otherMail(session);
  if (!before) return 0;
  const rows = forgettable(before, lines, options.zone);
  if (rows.length === 0) return 0;
  const after = await deleted(session, before, rows);
  const lost = after ? vanished(before, after, new Set(rows)) : [];
  if (lost.length > 0) {
    const request = appendRows(
      before,
      lost.map((row) => plainRow(before, row)),
    );
    await calls.writeRequests([{ name: "other-mail/back", request }]);
  }
  return rows.length;
}

/** The tab as it is afterwards; when the answer was lost, as a further read shows it. */
async function deleted(
  session: Session,
  before: TabLayout,
  rows: readonly GridRow[],
): Promise<TabLayout | undefined> {
  try {
    const answer = await session.calls.deleteRows(deletions(before, rows), before.title);
    return layoutOf(answer).tabs.get("other-mail");
  } catch (error) {
    if (!(error instanceof RemoteError) || error.kind !== "uncertain") throw error;
    return otherMail(session);
  }
}

/** A read of this one tab. */
async function otherMail({ calls }: Session): Promise<TabLayout | undefined> {
  const plan = readPlan(await calls.outline());
  const sheetId = plan.sheetIds.get("other-mail");
  if (sheetId === undefined) return undefined;
  const only: ReadPlan = { ...plan, sheetIds: new Map([["other-mail", sheetId]]) };
  const { spreadsheet } = await calls.read(only);
  const tab = layoutOf(spreadsheet).tabs.get("other-mail");
  const usable = tab && tab.headerRow >= 0 && tab.missing.length + tab.doubled.length === 0;
  return usable ? tab : undefined;
}

/** Rows that are word for word what the worker wrote, unticked, with nothing of a person's beside. */
function forgettable(tab: TabLayout, lines: readonly OtherMailLine[], zone: string): GridRow[] {
  const byRef = new Map(lines.map((line) => [line.mailRef, line]));
  const guarded = guardedCells(tab);
  const ours = new Set([...tab.places.values()].map(({ index }) => index));
  return tab.rows.filter((row) => {
    const line = byRef.get(textOf(cellAt(tab, row, "ref")));
    if (!line || !isAsWritten(tab, row, line, zone)) return false;
    const promote = cellAt(tab, row, "promote");
    if (promote !== false && promote !== null) return false;
    if (row.cells.some((_, column) => guarded.has(row.index, column))) return false;
    return row.cells.every((cell, column) => ours.has(column) || isBlank(cellOf(cell)));
  });
}

function isAsWritten(tab: TabLayout, row: GridRow, line: OtherMailLine, zone: string): boolean {
  const { from, subject, reason } = line;
  const written = { from, subject, class: line.class, reason };
  if (!shows(cellAt(tab, row, "at"), toSerial(line.at, zone))) return false;
  return Object.entries(written).every(([key, text]) => shows(cellAt(tab, row, key), cut(text)));
}

/** Bottom-up, so that no deletion moves the rows of the next one. */
function deletions(tab: TabLayout, rows: readonly GridRow[]): sheets_v4.Schema$Request[] {
  const requests: sheets_v4.Schema$Request[] = [];
  let range: { startIndex: number; endIndex: number } | undefined;
  for (const { index } of rows.toReversed()) {
    if (range?.startIndex === index + 1) {
      range.startIndex = index;
      continue;
    }
    range = { startIndex: index, endIndex: index + 1 };
    const dimension = { sheetId: tab.sheetId, dimension: "ROWS" };
    requests.push({ deleteDimension: { range: Object.assign(range, dimension) } });
  }
  return requests;
}

/** Rows that the read showed, that were not meant, and that the answer does not show any more. */
function vanished(before: TabLayout, after: TabLayout, meant: ReadonlySet<GridRow>): GridRow[] {
  const left = new Map<string, number>();
  for (const row of after.rows) {
    const print = printOf(after, row);
    left.set(print, (left.get(print) ?? 0) + 1);
  }
  return before.rows.filter((row) => {
    const print = printOf(before, row);
    const count = left.get(print) ?? 0;
    left.set(print, count - 1);
    return !meant.has(row) && print !== "" && count <= 0;
  });
}

/** A line of ours by its reference, a person's by its text. */
function printOf(tab: TabLayout, row: GridRow): string {
  const ref = textOf(cellAt(tab, row, "ref"));
  return ref === ""
    ? row.cells
        .map((cell) => textOf(cellOf(cell)))
        .join("\t")
        .trim()
    : ref;
}

function plainRow(tab: TabLayout, row: GridRow): Record<string, string | number | boolean> {
  const cells: Record<string, string | number | boolean> = {};
  for (const key of tab.places.keys()) {
    const cell = cellAt(tab, row, key);
    if (cell !== null && typeof cell !== "object") cells[key] = cell;
  }
  return cells;
}
