import type { Google } from "../google/server.ts";

/** A row of a tab, its cells by header; `index` counts from 0, headers included. */
export interface TableRow {
  index: number;
  cells: Readonly<Record<string, string>>;
}

/** The rows below the headers of a tab; throws when there is no such tab. */
export function tableOf(google: Google, title: string): TableRow[] {
  const rows = google.snapshot().tabs.find((tab) => tab.title === title)?.rows;
  if (!rows) throw new Error(`There is no tab ${title}`);
  const texts = rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ""));
  const filled = texts.slice(0, 10).map((row) => row.filter((text) => text !== "").length);
  const header = filled.indexOf(Math.max(...filled));
  const names = texts[header] ?? [];
  return texts.slice(header + 1).map((row, index) => ({
    index: header + 1 + index,
    cells: Object.fromEntries(row.map((text, column) => [names[column] ?? "", text])),
  }));
}

/** Types texts into the cells of a row, by header, one after another as a person does. */
export function typeInto(
  google: Google,
  { tab, row }: { tab: string; row: number },
  cells: Readonly<Record<string, string>>,
  by: string,
): void {
  for (const [column, text] of Object.entries(cells)) {
    const place = { tab, row, column };
    if (text === "") google.people.clearCell(place, by);
    else google.people.setCell(place, text, by);
  }
}

/** The first row below everything in which there is something to see. */
export function firstFreeRow(rows: readonly TableRow[]): number {
  const last = rows.findLast(({ cells }) => Object.values(cells).some((text) => text !== ""));
  return last ? last.index + 1 : (rows[0]?.index ?? 1);
}
