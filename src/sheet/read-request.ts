import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { TAB_TAG, type Tab, TABS, type TabKey } from "./columns.ts";
import { DASHBOARD_TOP_ROWS } from "./dashboard-place.ts";

type Spreadsheet = sheets_v4.Schema$Spreadsheet;

const CELL = "effectiveValue,chipRuns(chip(personProperties(email)))";
const TAGS = "developerMetadata(metadataId,metadataKey,metadataValue)";

/** Layout and content in one snapshot (GOOGLE 1.1). */
export const READ_FIELDS = [
  "spreadsheetId",
  "spreadsheetUrl",
  "properties(locale,timeZone)",
  TAGS,
  `sheets(${[
    "properties(sheetId,title,gridProperties(rowCount,columnCount))",
    TAGS,
    "filterViews(filterViewId,title)",
    "protectedRanges(range,warningOnly,requestingUserCanEdit)",
    `data(startRow,startColumn,rowData(values(${CELL})),columnMetadata(${TAGS}))`,
  ].join(",")})`,
].join(",");

/** Which tabs there are, without their content. */
export const OUTLINE_FIELDS = `sheets(properties(sheetId,title),${TAGS})`;

const HISTORY_ROWS = 200;
const HEADER_ROWS = 10;

/** The ids of the tabs that are read, of *Dasbor* only where its figures stand, and where the end of *Riwayat* begins. */
export interface ReadPlan {
  sheetIds: ReadonlyMap<TabKey, number>;
  historyFrom: number;
  /** *Sistem* is read now and then only: nobody but the worker writes there. */
  withSystem: boolean;
}

/** Tabs whose loss makes no reading unusable. */
const ALSO_READ: ReadonlySet<TabKey> = new Set(["dashboard", "system"]);

/** From an outline: the same tabs that `layoutOf` will choose. */
export function readPlan(outline: Spreadsheet): ReadPlan {
  const sheetIds = new Map<TabKey, number>();
  const sheets = outline.sheets ?? [];
  for (const tab of TABS.filter((each) => each.read || ALSO_READ.has(each.key))) {
    const found =
      sheets.find((sheet) => isTagged(sheet, tab)) ?? sheets.find((s) => isNamed(s, tab));
    if (found) sheetIds.set(tab.key, found.properties?.sheetId ?? 0);
  }
  return { sheetIds, historyFrom: 0, withSystem: true };
}

function isTagged(sheet: sheets_v4.Schema$Sheet, tab: Tab): boolean {
  return (sheet.developerMetadata ?? []).some(
    (each) => each.metadataKey === TAB_TAG && each.metadataValue === tab.key,
  );
}

function isNamed(sheet: sheets_v4.Schema$Sheet, tab: Tab): boolean {
  const { sheetId, title } = sheet.properties ?? {};
  return sheetId === tab.sheetId || title === tab.title;
}

/** One grid range a tab; of *Riwayat* only the head and the last rows, of *Dasbor* its top. */
export function dataFilters(plan: ReadPlan): sheets_v4.Schema$DataFilter[] {
  const filters: sheets_v4.Schema$DataFilter[] = [];
  for (const [key, sheetId] of plan.sheetIds) {
    if (key === "system" && !plan.withSystem) continue;
    if (key === "dashboard")
      filters.push({ gridRange: { sheetId, startRowIndex: 0, endRowIndex: DASHBOARD_TOP_ROWS } });
    else if (key !== "history" || plan.historyFrom <= HEADER_ROWS)
      filters.push({ gridRange: { sheetId } });
    else {
      filters.push({ gridRange: { sheetId, startRowIndex: 0, endRowIndex: HEADER_ROWS } });
      filters.push({ gridRange: { sheetId, startRowIndex: plan.historyFrom } });
    }
  }
  return filters;
}

/** Where the next reading of *Riwayat* begins; the whole tab when its end was not seen. */
export function nextHistoryFrom(lastRow: number | undefined): number {
  return Math.max(0, (lastRow ?? 0) - HISTORY_ROWS);
}
