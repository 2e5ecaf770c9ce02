import type { Refused } from "../worker/sheet-port.ts";
import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import type { TabKey } from "./columns.ts";
import { letter } from "./protection.ts";
import { guardedCells } from "./protection.ts";
import type { TabLayout } from "./layout.ts";
import type { CellWrite } from "./plan-cells.ts";

type DataFilterValueRange = sheets_v4.Schema$DataFilterValueRange;

/** Write A: one entry a column, found by the server through its tag (DESIGN 5.2). */
export interface ColumnPlan {
  data: DataFilterValueRange[];
  /** `log/note`, one for each entry of `data`. */
  names: string[];
  /** Sentences in Indonesian: what had to be left out. */
  refused: Refused[];
  numbers: boolean;
}

export function emptyColumnPlan(): ColumnPlan {
  return { data: [], names: [], refused: [], numbers: false };
}

/** Adds the writes of one tab; cells the worker may not edit stay `null` and are named once. */
export function planColumns(
  plan: ColumnPlan,
  key: TabKey,
  tab: TabLayout,
  writes: readonly CellWrite[],
): void {
  const guarded = guardedCells(tab);
  const refused = new Set<string>();
  const columns = new Map<string, CellWrite[]>();
  for (const write of writes) {
    const place = tab.places.get(write.column);
    // A column without a tag is tagged first; its cells follow in the next pass.
    if (!place || place.metadataId === null) continue;
    if (guarded.has(write.row, place.index)) {
      refused.add(guarded.nameAt(write.row, place.index));
      continue;
    }
    const list = columns.get(write.column);
    if (list) list.push(write);
    else columns.set(write.column, [write]);
  }
  for (const [column, cells] of columns) {
    const metadataId = tab.places.get(column)?.metadataId ?? 0;
    plan.data.push({
      dataFilter: { developerMetadataLookup: { metadataId } },
      majorDimension: "COLUMNS",
      values: [columnValues(cells)],
    });
    plan.names.push(`${key}/${column}`);
    if (key === "log" && column === "number") plan.numbers = true;
  }
  for (const name of refused) {
    const text = `Lembar "${tab.title}" (${name}) dilindungi; beri akun sistem hak menyunting agar selnya dapat diisi.`;
    plan.refused.push({ name: `${key}/${name}`, text });
  }
}

function columnValues(cells: readonly CellWrite[]): (string | number | null)[] {
  const last = Math.max(...cells.map(({ row }) => row));
  const values = Array.from<string | number | null>({ length: last + 1 }).fill(null);
  for (const { row, value } of cells) values[row] = value;
  return values;
}

/** Where a person finds a cell: `Log Aduan!K900`. */
export function cellName(tab: TabLayout, row: number, column: number): string {
  return `${tab.title}!${letter(column)}${row + 1}`;
}
