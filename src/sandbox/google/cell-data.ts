import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import type { Cell, Row, Value } from "./book.ts";
import type { Schemas } from "./discovery.ts";
import { inMask, projectObject, subMask } from "./mask.ts";
import type { Mask } from "./mask.ts";
import { mismatches } from "./output.ts";
import { RawText } from "./reply-text.ts";
import { isError, shownText } from "./shown.ts";

export interface RowDataOptions {
  mask: Mask;
  /** Everything below as one text, made once: it names the row's text in the cache. */
  key: string;
  left: number;
  right: number;
  locale: string;
  schemas: Schemas;
}

/** A row's cells as JSON; made once for each row and mask. Throws when the schema is not met. */
export function rowData(row: Row, options: RowDataOptions): RawText {
  const { mask, key, left, right, locale, schemas } = options;
  const made = MADE.get(row) ?? new Map<string, RawText>();
  MADE.set(row, made);
  const known = made.get(key);
  if (known) return known;
  const cells = row.cells.slice(left, right);
  const values = Array.from(cells, (cell) => (cell ? cellData(cell, locale, mask) : {}));
  while (values.length > 0 && Object.keys(values.at(-1) ?? {}).length === 0) values.pop();
  const data = values.length > 0 ? { values } : {};
  const wrong = mismatches(schemas, "RowData", data);
  if (wrong.length > 0) throw new Error(`The sandbox made a wrong cell: ${wrong.join(", ")}`);
  const text = new RawText(JSON.stringify(data));
  made.set(key, text);
  return text;
}

const MADE = new WeakMap<Row, Map<string, RawText>>();

function cellData(cell: Cell, locale: string, mask: Mask): Record<string, unknown> {
  const data: sheets_v4.Schema$CellData = {};
  if (cell.value !== undefined) {
    data.userEnteredValue =
      cell.formula === undefined ? extended(cell.value) : { formulaValue: cell.formula };
    data.effectiveValue = extended(cell.value);
    data.formattedValue = shownText(cell, locale) ?? "";
  }
  if (cell.format) data.userEnteredFormat = cell.format;
  if (inMask(mask, "values", "effectiveFormat") && (cell.format || cell.value !== undefined)) {
    data.effectiveFormat = { ...DEFAULT_FORMAT, ...cell.format };
  }
  if (cell.note !== undefined) data.note = cell.note;
  if (cell.validation) data.dataValidation = cell.validation;
  if (cell.chips) data.chipRuns = cell.chips;
  return projectObject(data, subMask(mask, "values") ?? new Map());
}

function extended(value: Value): sheets_v4.Schema$ExtendedValue {
  if (isError(value)) return { errorValue: value.error };
  if (typeof value === "string") return { stringValue: value };
  return typeof value === "number" ? { numberValue: value } : { boolValue: value };
}

const DEFAULT_FORMAT: sheets_v4.Schema$CellFormat = {
  backgroundColor: { red: 1, green: 1, blue: 1 },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: "BOTTOM",
  wrapStrategy: "OVERFLOW_CELL",
};
