import { textOf } from "./cells.ts";
import { cellAt, type TabLayout } from "./layout.ts";
import type { Planned } from "./plan-appends.ts";

/** Longest piece of a value in *Sistem*; Google takes 50,000 characters a cell. */
const LONGEST_PIECE = 40_000;
/** Of one write; what is over follows with the next. */
const MOST_CHARACTERS = 1_000_000;

type Line = readonly [name: string, value: string];

/**
 * *Sistem* is the worker's own tab: each line that differs from what is to be there is written in
 * its place, a new one into a blank row or below, and one that is over is blanked.
 */
export function planSystem(tab: TabLayout, recovery: Readonly<Record<string, string>>): Planned[] {
  if (tab.headerRow < 0 || !tab.places.has("name") || !tab.places.has("value")) return [];
  const wanted = new Map(Object.entries(recovery).flatMap(([name, value]) => pieces(name, value)));
  const changes = new Map<number, Line>();
  const free: number[] = [];
  for (const row of tab.rows) {
    const name = textOf(cellAt(tab, row, "name"));
    const value = textOf(cellAt(tab, row, "value"));
    const due = wanted.get(name);
    if (due === undefined) {
      free.push(row.index);
      if (name !== "" || value !== "") changes.set(row.index, ["", ""]);
      continue;
    }
    if (due !== value) changes.set(row.index, [name, due]);
    // A second line of that name is over.
    wanted.delete(name);
  }
  let below = (tab.rows.at(-1)?.index ?? tab.headerRow) + 1;
  for (const line of wanted) changes.set(free.shift() ?? below++, line);
  return requestsOf(tab, bounded(changes));
}

/** New values first: a line that is over does no harm until the next write. */
function bounded(changes: ReadonlyMap<number, Line>): [number, Line][] {
  let left = MOST_CHARACTERS;
  return [...changes]
    .toSorted(([, a], [, b]) => Number(a[0] === "") - Number(b[0] === ""))
    .filter(([, [name, value]]) => (left -= name.length + value.length + 1) > 0)
    .toSorted(([a], [b]) => a - b);
}

function requestsOf(tab: TabLayout, changes: readonly [number, Line][]): Planned[] {
  const planned: Planned[] = [];
  const last = changes.at(-1)?.[0] ?? -1;
  const { sheetId, rowCount } = tab;
  if (last >= rowCount) {
    const length = last + 1 - rowCount + SPARE_ROWS;
    const request = { appendDimension: { sheetId, dimension: "ROWS", length } };
    planned.push({ name: "grow/system", request });
  }
  for (const [row, line] of changes) {
    for (const [nth, key] of ["name", "value"].entries()) {
      const columnIndex = tab.places.get(key)?.index ?? 0;
      planned.push({
        name: `system/${row}/${key}`,
        request: {
          updateCells: {
            start: { sheetId, rowIndex: row, columnIndex },
            fields: "userEnteredValue",
            rows: [{ values: [textCell(line[nth] ?? "")] }],
          },
        },
      });
    }
  }
  return planned;
}

const SPARE_ROWS = 50;

function textCell(text: string) {
  return text === "" ? {} : { userEnteredValue: { stringValue: text } };
}

function pieces(name: string, value: string): Line[] {
  const found: Line[] = [];
  for (let at = 0; at === 0 || at < value.length; at += LONGEST_PIECE) {
    const nth = at / LONGEST_PIECE;
    found.push([nth === 0 ? name : `${name}#${nth + 1}`, value.slice(at, at + LONGEST_PIECE)]);
  }
  return found;
}

/** What *Sistem* holds, its pieces put together again; what `recover` reads. */
export function recoveryIn(tab: TabLayout): Record<string, string> {
  const lines = new Map<string, string>();
  for (const row of tab.rows) {
    const name = textOf(cellAt(tab, row, "name"));
    if (name !== "" && !lines.has(name)) lines.set(name, textOf(cellAt(tab, row, "value")));
  }
  const found: Record<string, string> = {};
  for (const [name, value] of lines) {
    if (/#\d+$/.test(name)) continue;
    const parts = [value];
    for (let nth = 2; lines.has(`${name}#${nth}`); nth++)
      parts.push(lines.get(`${name}#${nth}`) ?? "");
    found[name] = parts.join("");
  }
  return found;
}
