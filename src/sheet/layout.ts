import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { type Cell, cellOf, textOf } from "./cells.ts";
import {
  COLUMN_TAG,
  type Column,
  type Owner,
  TAB_TAG,
  type Tab,
  TABS,
  type TabKey,
} from "./columns.ts";
import { normal } from "./witness.ts";

type Sheet = sheets_v4.Schema$Sheet;
type Spreadsheet = sheets_v4.Schema$Spreadsheet;

/** Where one of our columns stands in this reading. */
export interface Place {
  index: number;
  /** null: known by its header only, to be tagged again. */
  metadataId: number | null;
  header: string;
}

/** One row below the header, by its place in this reading. */
export interface GridRow {
  /** Zero-based index in the tab. */
  index: number;
  cells: readonly (sheets_v4.Schema$CellData | undefined)[];
}

/** A tab of ours as this reading shows it. */
export interface TabLayout {
  tab: Tab;
  sheetId: number;
  title: string;
  tagged: boolean;
  /** Zero-based; -1 when no row of the top ten holds half of the headers. */
  headerRow: number;
  places: ReadonlyMap<string, Place>;
  missing: readonly Column[];
  doubled: readonly Column[];
  rows: readonly GridRow[];
  rowCount: number;
  columnCount: number;
  sheet: Sheet;
}

export interface Layout {
  tabs: ReadonlyMap<TabKey, TabLayout>;
  missing: readonly Tab[];
  /** Sentences in Indonesian: what makes the reading unusable. */
  problems: readonly string[];
  spreadsheet: Spreadsheet;
}

export function layoutOf(spreadsheet: Spreadsheet): Layout {
  const tabs = new Map<TabKey, TabLayout>();
  const missing: Tab[] = [];
  for (const tab of TABS) {
    const sheet = findTab(spreadsheet.sheets ?? [], tab);
    if (sheet) tabs.set(tab.key, tabLayout(tab, sheet));
    else missing.push(tab);
  }
  return { tabs, missing, problems: problemsOf(tabs, missing), spreadsheet };
}

/** By tag, else by the id setup gave it, else by title: a duplicate of a tab has none of the three. */
function findTab(sheets: readonly Sheet[], tab: Tab): Sheet | undefined {
  const tagged = sheets.filter((sheet) => tabTag(sheet) === tab.key);
  if (tagged.length > 0) {
    return tagged.find((sheet) => sheet.properties?.sheetId === tab.sheetId) ?? tagged[0];
  }
  const untagged = sheets.filter((sheet) => tabTag(sheet) === undefined);
  return (
    untagged.find((sheet) => (sheet.properties?.sheetId ?? 0) === tab.sheetId) ??
    untagged.find((sheet) => sheet.properties?.title === tab.title)
  );
}

function tabTag(sheet: Sheet): string | undefined {
  const found = sheet.developerMetadata?.find((each) => each.metadataKey === TAB_TAG);
  return found?.metadataValue ?? undefined;
}

function problemsOf(tabs: ReadonlyMap<TabKey, TabLayout>, missing: readonly Tab[]): string[] {
  const problems = missing
    .filter((tab) => tab.read)
    .map((tab) => `Lembar "${tab.title}" tidak ada. Jalankan setup untuk membuatnya lagi.`);
  for (const { tab, title, headerRow, missing: lost, doubled } of tabs.values()) {
    if (!tab.read) continue;
    if (headerRow < 0) {
      problems.push(`Baris judul di lembar "${title}" tidak ditemukan. Jalankan setup.`);
      continue;
    }
    for (const { header, owner } of lost.filter((column) => column.required)) {
      problems.push(`Kolom "${header}" di lembar "${title}" tidak ditemukan. ${REMEDY[owner]}`);
    }
    for (const { header } of doubled) {
      problems.push(
        `Kolom "${header}" di lembar "${title}" ada lebih dari satu. Ganti judul salinannya atau yang kosong, lalu jalankan setup.`,
      );
    }
  }
  return problems;
}

/** What people typed comes back with their own column only. */
const FROM_PEOPLE =
  "Kembalikan dengan Ctrl+Z atau riwayat versi agar isinya ikut kembali. Bila tidak dapat, jalankan setup: kolom dibuat lagi, tetapi kosong.";

const REMEDY: Readonly<Record<Owner, string>> = {
  worker: "Jalankan setup.",
  staff: FROM_PEOPLE,
  birth: FROM_PEOPLE,
};

function tabLayout(tab: Tab, sheet: Sheet): TabLayout {
  const grid = sheet.properties?.gridProperties;
  const rows = rowsOf(sheet);
  const tags = columnTags(sheet);
  const headerRow = findHeader(tab, rows);
  const headers = headerRow < 0 ? [] : (rows.find((row) => row.index === headerRow)?.cells ?? []);
  const { places, missing, doubled } = findColumns(tab.columns, headers, tags);
  return {
    tab,
    sheetId: sheet.properties?.sheetId ?? 0,
    title: sheet.properties?.title ?? tab.title,
    tagged: tabTag(sheet) === tab.key,
    headerRow,
    places,
    missing,
    doubled,
    rows: rows.filter((row) => row.index > headerRow),
    rowCount: grid?.rowCount ?? 0,
    columnCount: grid?.columnCount ?? 0,
    sheet,
  };
}

/** A tab may be read in pieces (its head and its last rows). */
function rowsOf(sheet: Sheet): GridRow[] {
  const rows = new Map<number, GridRow>();
  for (const piece of sheet.data ?? []) {
    const start = piece.startRow ?? 0;
    const shift = piece.startColumn ?? 0;
    const lead = Array.from<undefined>({ length: shift });
    for (const [offset, row] of (piece.rowData ?? []).entries()) {
      const cells = row.values ?? [];
      if (cells.length === 0) continue;
      const index = start + offset;
      rows.set(index, { index, cells: shift === 0 ? cells : [...lead, ...cells] });
    }
  }
  return [...rows.values()].toSorted((a, b) => a.index - b.index);
}

interface Tag {
  key: string;
  index: number;
  metadataId: number;
}

function columnTags(sheet: Sheet): Tag[] {
  const tags = new Map<number, Tag>();
  for (const piece of sheet.data ?? []) {
    const shift = piece.startColumn ?? 0;
    for (const [offset, column] of (piece.columnMetadata ?? []).entries()) {
      for (const each of column.developerMetadata ?? []) {
        if (each.metadataKey !== COLUMN_TAG || each.metadataId == null) continue;
        const tag = { key: each.metadataValue ?? "", index: shift + offset };
        tags.set(each.metadataId, { ...tag, metadataId: each.metadataId });
      }
    }
  }
  return [...tags.values()];
}

const TOP_ROWS = 10;

/** The first of the top ten rows that holds at least half of the known headers (DESIGN 5.2). */
function findHeader(tab: Tab, rows: readonly GridRow[]): number {
  if (tab.columns.length === 0) return 0;
  const known = new Set(tab.columns.map((column) => normal(column.header)));
  for (const row of rows) {
    if (row.index >= TOP_ROWS) break;
    const seen = new Set(row.cells.map((cell) => normal(textOf(cellOf(cell)))));
    if ([...known].filter((header) => seen.has(header)).length * 2 >= known.size) return row.index;
  }
  return -1;
}

interface Found {
  places: Map<string, Place>;
  missing: Column[];
  doubled: Column[];
}

/** Tag and header together beat the tag, the tag beats the header; two alike single out nothing. */
function findColumns(
  columns: readonly Column[],
  headers: readonly (sheets_v4.Schema$CellData | undefined)[],
  tags: readonly Tag[],
): Found {
  const found: Found = { places: new Map(), missing: [], doubled: [] };
  const texts = headers.map((cell) => textOf(cellOf(cell)));
  const titles = texts.map(normal);
  const keyAt = new Map(tags.map((tag) => [tag.index, tag.key]));
  for (const column of columns) {
    const wanted = normal(column.header);
    const headed = titles.flatMap((title, index) => (title === wanted ? [index] : []));
    const tagged = [...new Set(tags.filter((tag) => tag.key === column.key).map((t) => t.index))];
    const both = tagged.filter((index) => headed.includes(index));
    // A header over a column that is tagged as another of ours is somebody's renaming.
    const free = headed.filter((index) => keyAt.get(index) === undefined);
    const choice = [both, tagged, free].find((list) => list.length > 0);
    if (choice === undefined) found.missing.push(column);
    else if (choice.length > 1) found.doubled.push(column);
    else place(found, column, choice[0] ?? 0, tags, texts);
  }
  return found;
}

function place(
  found: Found,
  column: Column,
  index: number,
  tags: readonly Tag[],
  texts: readonly string[],
): void {
  const tag = tags.find((each) => each.index === index && each.key === column.key);
  found.places.set(column.key, {
    index,
    metadataId: tag?.metadataId ?? null,
    header: texts[index] ?? "",
  });
}

/** The cell of one of our columns in a row; blank where the column is missing. */
export function cellAt(layout: TabLayout, row: GridRow, key: string): Cell {
  const found = layout.places.get(key);
  return found ? cellOf(row.cells[found.index]) : null;
}
