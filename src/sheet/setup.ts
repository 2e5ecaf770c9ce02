import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { type Column, TAB_TAG, type Tab, TABS } from "./columns.ts";
import { dressColumn } from "./dress.ts";
import type { Layout, TabLayout } from "./layout.ts";
import { type Planned, tagColumn } from "./plan-appends.ts";
import { guardedNames } from "./protection.ts";

type Request = sheets_v4.Schema$Request;

/** A step of setup with what it does, in Indonesian, for the operator; "" when not worth a line. */
export interface Step extends Planned {
  change: string;
}

/** Tabs that are missing, or that nobody can tell from a person's own. Pure. */
export function planTabs(layout: Layout): Step[] {
  const steps: Step[] = [];
  const titles = new Set(
    (layout.spreadsheet.sheets ?? []).map((sheet) => sheet.properties?.title?.toLowerCase()),
  );
  for (const tab of TABS) {
    const found = layout.tabs.get(tab.key);
    if (!found) {
      const title = titles.has(tab.title.toLowerCase()) ? `${tab.title} (sistem)` : tab.title;
      steps.push(step(`tab/${tab.key}`, `Lembar "${title}" dibuat.`, addTab(tab, title)));
      steps.push(step(`tab-tag/${tab.key}`, "", tagTab(tab.key, tab.sheetId)));
    } else if (!found.tagged) {
      steps.push(step(`tab-tag/${tab.key}`, "", tagTab(tab.key, found.sheetId)));
    }
  }
  return steps;
}

function step(name: string, change: string, request: Request): Step {
  return { name, change, request };
}

/** Grown when they are full: empty rows cost every reader time. */
const NEW_ROWS = 200;

function addTab(tab: Tab, title: string): Request {
  return {
    addSheet: {
      properties: {
        sheetId: tab.sheetId,
        title,
        hidden: tab.hidden,
        gridProperties: {
          rowCount: tab.columns.length === 0 ? 100 : NEW_ROWS,
          columnCount: Math.max(tab.columns.length, 6),
          frozenRowCount: tab.columns.length === 0 ? 0 : 1,
          frozenColumnCount: tab.frozenColumns,
        },
      },
    },
  };
}

function tagTab(key: string, sheetId: number): Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: TAB_TAG,
        metadataValue: key,
        visibility: "DOCUMENT",
        location: { sheetId },
      },
    },
  };
}

/** Header rows and columns that are missing; renamed and moved columns stay as people want them. */
export function planColumnsOf(layout: Layout): Step[] {
  return [...layout.tabs.values()]
    .filter((found) => found.tab.columns.length > 0 && !isShut(found))
    .flatMap((found) => (found.headerRow < 0 ? headerSteps(found) : repairSteps(found)));
}

/** Half a repair would be one more column at every run: people free the tab first. */
function isShut(found: TabLayout): boolean {
  const isWhole = found.headerRow >= 0 && found.missing.length === 0;
  return !isWhole && guardedNames(found).length > 0;
}

/** No row looks like our header: it was deleted, or the tab is new. */
function headerSteps(found: TabLayout): Step[] {
  const { tab, sheetId, title, rows } = found;
  const steps: Step[] = [];
  const isEmpty = rows.length === 0;
  if (!isEmpty) {
    steps.push(
      step(`header/${tab.key}`, `Baris judul di lembar "${title}" dikembalikan.`, {
        insertDimension: {
          range: { sheetId, dimension: "ROWS", startIndex: 0, endIndex: 1 },
          inheritFromBefore: false,
        },
      }),
    );
  }
  const taken = new Set<number>();
  for (const place of found.places.values()) taken.add(place.index);
  const missing = tab.columns.filter((column) => !found.places.has(column.key));
  for (const [key, place] of found.places) {
    const column = tab.columns.find((each) => each.key === key);
    if (column) steps.push(headerCell(tab, sheetId, 0, place.index, column.header));
  }
  const free = freeColumns(found, taken, missing.length, isEmpty);
  for (const request of free.grow) steps.push(step(`grow/${tab.key}`, "", request));
  for (const [nth, column] of missing.entries()) {
    const index = free.indexes[nth] ?? 0;
    steps.push(...newColumn(tab, sheetId, column, index, 0));
  }
  steps.push(...headerLook(found, 0));
  return steps;
}

/** Where missing columns go: an empty tab from its left edge, else right of everything. */
function freeColumns(
  found: TabLayout,
  taken: ReadonlySet<number>,
  needed: number,
  isEmpty: boolean,
): { indexes: number[]; grow: Request[] } {
  const widest = Math.max(0, ...found.rows.map((row) => row.cells.length));
  const start = isEmpty ? 0 : Math.max(widest, ...[...taken].map((index) => index + 1));
  const indexes: number[] = [];
  for (let index = start; indexes.length < needed; index++)
    if (!taken.has(index)) indexes.push(index);
  const length = (indexes.at(-1) ?? 0) + 1 - found.columnCount;
  const grow: Request[] =
    length > 0
      ? [{ appendDimension: { sheetId: found.sheetId, dimension: "COLUMNS", length } }]
      : [];
  return { indexes, grow };
}

/** A deleted column comes back after its left neighbour; what lost its tag is tagged again. */
function repairSteps(found: TabLayout): Step[] {
  const { tab, sheetId, title, headerRow, places } = found;
  const steps: Step[] = [];
  const inserted: number[] = [];
  const shifted = (index: number) => index + inserted.filter((at) => at <= index).length;
  for (const [key, place] of places) {
    if (place.metadataId !== null) continue;
    steps.push(step(`tag/${tab.key}/${key}`, "", tagColumn(sheetId, key, place.index)));
  }
  let left = -1;
  for (const column of tab.columns) {
    const place = places.get(column.key);
    if (place) {
      left = shifted(place.index);
      continue;
    }
    if (found.doubled.includes(column)) continue;
    const index = left + 1;
    steps.push(
      step(
        `column/${tab.key}/${column.key}`,
        `Kolom "${column.header}" di lembar "${title}" dibuat.`,
        {
          insertDimension: {
            range: { sheetId, dimension: "COLUMNS", startIndex: index, endIndex: index + 1 },
            inheritFromBefore: index > 0,
          },
        },
      ),
      ...newColumn(tab, sheetId, column, index, headerRow),
      headerFormat(sheetId, headerRow, index),
    );
    remember(inserted, index);
    left = index;
  }
  return steps;
}

/** Keeps inserts in terms of the columns before any of them. */
function remember(inserted: number[], index: number): void {
  inserted.push(index - inserted.filter((at) => at < index).length);
}

function newColumn(
  tab: Tab,
  sheetId: number,
  column: Column,
  index: number,
  headerRow: number,
): Step[] {
  const name = `dress/${tab.key}/${column.key}`;
  return [
    headerCell(tab, sheetId, headerRow, index, column.header),
    step(`tag/${tab.key}/${column.key}`, "", tagColumn(sheetId, column.key, index)),
    ...dressColumn(sheetId, column, index, headerRow + 1).map((request, nth) =>
      step(`${name}/${nth}`, "", request),
    ),
    step(`${name}/width`, "", {
      updateDimensionProperties: {
        range: { sheetId, dimension: "COLUMNS", startIndex: index, endIndex: index + 1 },
        properties: { pixelSize: column.width, hiddenByUser: column.hidden },
        fields: "pixelSize,hiddenByUser",
      },
    }),
  ];
}

function headerCell(tab: Tab, sheetId: number, row: number, index: number, header: string): Step {
  return step(`header/${tab.key}/${header}`, "", {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: index },
      fields: "userEnteredValue",
      rows: [{ values: [{ userEnteredValue: { stringValue: header } }] }],
    },
  });
}

const HEADER_GREEN = { red: 0.85, green: 0.92, blue: 0.88 };

function headerLook({ tab, sheetId }: TabLayout, row: number): Step[] {
  const range = { sheetId, startRowIndex: row, endRowIndex: row + 1 };
  return [step(`look/${tab.key}`, "", headerRequest(range))];
}

function headerFormat(sheetId: number, row: number, index: number): Step {
  const range = {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: index,
    endColumnIndex: index + 1,
  };
  return step(`look/${sheetId}/${index}`, "", headerRequest(range));
}

function headerRequest(range: sheets_v4.Schema$GridRange): Request {
  return {
    repeatCell: {
      range,
      cell: {
        userEnteredFormat: {
          textFormat: { bold: true },
          backgroundColor: HEADER_GREEN,
          wrapStrategy: "WRAP",
          verticalAlignment: "MIDDLE",
          numberFormat: { type: "TEXT" },
        },
      },
      fields:
        "userEnteredFormat(textFormat,backgroundColor,wrapStrategy,verticalAlignment,numberFormat)",
    },
  };
}
