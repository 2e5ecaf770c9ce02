import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import type { Office } from "../desk/office.ts";
import type { Ticket } from "../desk/ticket.ts";
import type { Instant } from "../desk/time.ts";
import type { HistoryLine, OtherMailLine } from "../worker/sheet-port.ts";
import { cut } from "./cells.ts";
import { COLUMN_TAG } from "./columns.ts";
import { growTab } from "./dress.ts";
import type { TabLayout } from "./layout.ts";
import { openStretches, rowBelow, type Stretch, widthOf } from "./protection.ts";
import { birthCells } from "./row.ts";
import { toSerial } from "./serials.ts";

type Request = sheets_v4.Schema$Request;
type RowCells = Readonly<Record<string, string | number | boolean>>;

/** A request of write B, with what is left out when Google refuses it. */
export interface Planned {
  request: Request;
  /** `birth/JKD-2026-0042`, `history`, …; requests of one name go together or not at all. */
  name: string;
}

/** One row below the last row with data of the tab; columns of people stay empty. */
export function appendRows(tab: TabLayout, rows: readonly RowCells[]): Request {
  return {
    appendCells: {
      sheetId: tab.sheetId,
      fields: "userEnteredValue",
      rows: rows.map((cells) => ({ values: rowValues(tab, cells) })),
    },
  };
}

function rowValues(tab: TabLayout, cells: RowCells): sheets_v4.Schema$CellData[] {
  const values = Array.from({ length: widthOf(tab) }, (): sheets_v4.Schema$CellData => ({}));
  for (const [key, value] of Object.entries(cells)) {
    const place = tab.places.get(key);
    if (place && value !== "") values[place.index] = { userEnteredValue: extended(value) };
  }
  return values;
}

/**
 * The same around protected columns: an append goes in one piece from column A, so that one of them
 * would refuse it all. A row is inserted, blank and the worker's own whatever people do meanwhile,
 * and only its open stretches are filled.
 */
function insertRow(
  tab: TabLayout,
  rowIndex: number,
  cells: RowCells,
  open: readonly Stretch[],
): Request[] {
  const { sheetId } = tab;
  const values = rowValues(tab, cells);
  const range = { sheetId, dimension: "ROWS", startIndex: rowIndex, endIndex: rowIndex + 1 };
  return [
    { insertDimension: { range, inheritFromBefore: false } },
    ...open.map(({ from, to }) => ({
      updateCells: {
        start: { sheetId, rowIndex, columnIndex: from },
        fields: "userEnteredValue",
        rows: [{ values: values.slice(from, to) }],
      },
    })),
  ];
}

/** Texts go as they are: what begins with `=` or `+` stays text (GOOGLE 2). */
export function extended(value: string | number | boolean): sheets_v4.Schema$ExtendedValue {
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return { stringValue: cut(value) };
}

/** Rows of new and restored tickets, one request each, so that one refused stops no other. */
export function planBirths(
  log: TabLayout,
  births: readonly Ticket[],
  office: Office,
  now: Instant,
): Planned[] {
  if (births.length === 0) return [];
  const grown = growTab(log, births.length);
  const open = openStretches(log, rowBelow(log));
  const isWhole = open.length === 1 && open[0]?.from === 0 && open[0].to === widthOf(log);
  return [
    ...grown.map((request, nth) => ({ request, name: `grow/log/${nth}` })),
    ...births.flatMap((ticket, nth) => {
      const cells = birthCells(ticket, office, now);
      const requests = isWhole
        ? [appendRows(log, [cells])]
        : insertRow(log, rowBelow(log) + nth, cells, open);
      return requests.map((request) => ({ request, name: `birth/${ticket.number}` }));
    }),
  ];
}

export function planHistory(
  tab: TabLayout,
  lines: readonly HistoryLine[],
  zone: string,
): Planned[] {
  if (lines.length === 0) return [];
  const rows = lines.map(({ id, at, number, what, who, detail }) => ({
    at: toSerial(at, zone),
    number,
    what,
    who,
    detail,
    id,
  }));
  const grown = growTab(tab, rows.length).map((request, nth) => ({
    request,
    name: `grow/history/${nth}`,
  }));
  return [...grown, { request: appendRows(tab, rows), name: "history" }];
}

/** Lines of *Surat Lain*; the tick box stands only on rows that exist (GOOGLE 5). */
export function planOtherMail(
  tab: TabLayout,
  lines: readonly OtherMailLine[],
  zone: string,
): Planned[] {
  if (lines.length === 0) return [];
  const rows = lines.map((line) => ({
    at: toSerial(line.at, zone),
    from: line.from,
    subject: line.subject,
    class: line.class,
    reason: line.reason,
    promote: false,
    ref: line.mailRef,
  }));
  const request = appendRows(tab, rows);
  const box = tab.places.get("promote")?.index;
  if (request.appendCells) {
    request.appendCells.fields = "userEnteredValue,dataValidation";
    for (const row of request.appendCells.rows ?? []) {
      const cell = box === undefined ? undefined : row.values?.[box];
      if (cell) cell.dataValidation = { condition: { type: "BOOLEAN" } };
    }
  }
  return [{ request, name: "other-mail" }];
}

/** Columns known by their header only are tagged again. */
export function planTags(tabs: Iterable<TabLayout>): Planned[] {
  const planned: Planned[] = [];
  for (const tab of tabs) {
    for (const [key, { index, metadataId }] of tab.places) {
      if (metadataId !== null) continue;
      planned.push({
        name: `tag/${tab.tab.key}/${key}`,
        request: tagColumn(tab.sheetId, key, index),
      });
    }
  }
  return planned;
}

export function tagColumn(sheetId: number, key: string, index: number): Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: COLUMN_TAG,
        metadataValue: key,
        visibility: "DOCUMENT",
        location: {
          dimensionRange: {
            sheetId,
            dimension: "COLUMNS",
            startIndex: index,
            endIndex: index + 1,
          },
        },
      },
    },
  };
}
