import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import type { Column } from "./columns.ts";
import type { TabLayout } from "./layout.ts";

type Request = sheets_v4.Schema$Request;
type Color = sheets_v4.Schema$Color;

/** What is wrong with a line that somebody typed must not be overlooked. */
const RED: Color = { red: 0.72, green: 0.11, blue: 0.11 };
const GREY: Color = { red: 0.95, green: 0.95, blue: 0.95 };

export const DATE_TIME_PATTERN = "dd/mm/yyyy hh.mm";
export const DATE_PATTERN = "dd/mm/yyyy";

/** How a column looks and which choices it offers, over rows [from, to) of the tab. */
export function dressColumn(
  sheetId: number,
  column: Column,
  index: number,
  from: number,
  to?: number,
): Request[] {
  const range: sheets_v4.Schema$GridRange = {
    sheetId,
    startRowIndex: from,
    startColumnIndex: index,
    endColumnIndex: index + 1,
    ...(to === undefined ? {} : { endRowIndex: to }),
  };
  const requests: Request[] = [formatRequest(range, column)];
  const rule = columnRule(column);
  if (rule) requests.push(ruleRequest(range, rule));
  return requests;
}

function formatRequest(range: sheets_v4.Schema$GridRange, column: Column): Request {
  return {
    repeatCell: {
      range,
      cell: { userEnteredFormat: columnFormat(column) },
      fields: FORMAT_FIELDS,
    },
  };
}

const FORMAT_FIELDS =
  "userEnteredFormat(numberFormat,wrapStrategy,verticalAlignment,backgroundColor,textFormat)";

export function columnFormat(column: Column): sheets_v4.Schema$CellFormat {
  return {
    numberFormat: numberFormat(column),
    wrapStrategy: column.width >= 200 ? "WRAP" : "CLIP",
    verticalAlignment: "TOP",
    ...(column.owner === "worker" ? { backgroundColor: GREY } : {}),
    ...(column.key === "problem" ? { textFormat: { foregroundColor: RED } } : {}),
  };
}

/** Free text is formatted as text, so that a typed number keeps its zero (GOOGLE 1.3). */
function numberFormat({ type }: Column): sheets_v4.Schema$NumberFormat {
  if (type === "datetime") return { type: "DATE_TIME", pattern: DATE_TIME_PATTERN };
  if (type === "date") return { type: "DATE", pattern: DATE_PATTERN };
  return { type: "TEXT" };
}

/**
 * What a column offers people: its choices, or a calendar to pick a day from. Not strict: a cell
 * the worker cannot read gets a sentence, never a refusal while one types.
 */
export function columnRule(column: Column): sheets_v4.Schema$DataValidationRule | undefined {
  if (column.type === "choice") {
    const values = column.choices.map((choice) => ({ userEnteredValue: choice }));
    return { condition: { type: "ONE_OF_LIST", values }, showCustomUi: true, strict: false };
  }
  const isDate = column.type === "date" || column.type === "datetime";
  if (!isDate || column.owner === "worker") return undefined;
  return { condition: { type: "DATE_IS_VALID" }, showCustomUi: true, strict: false };
}

export function ruleRequest(
  range: sheets_v4.Schema$GridRange,
  rule: sheets_v4.Schema$DataValidationRule,
): Request {
  return { setDataValidation: { range, rule, filteredRowsIncluded: true } };
}

const SPARE_ROWS = 200;

/** More rows, dressed like those above, when the grid is nearly full (B040). */
export function growTab(tab: TabLayout, needed: number): Request[] {
  const last = tab.rows.at(-1)?.index ?? tab.headerRow;
  if (last + 1 + needed <= tab.rowCount) return [];
  const length = needed + SPARE_ROWS;
  const requests: Request[] = [
    { appendDimension: { sheetId: tab.sheetId, dimension: "ROWS", length } },
  ];
  for (const column of tab.tab.columns) {
    const place = tab.places.get(column.key);
    if (!place) continue;
    requests.push(
      ...dressColumn(tab.sheetId, column, place.index, tab.rowCount, tab.rowCount + length),
    );
  }
  return requests;
}
