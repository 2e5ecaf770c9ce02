import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import type { SheetCalls } from "../../../src/sheet/calls.ts";
import { COLUMN_TAG, columnsOf, TAB_TAG, TABS } from "../../../src/sheet/columns.ts";
import { RemoteError } from "../../../src/errors.ts";

type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** A spreadsheet in memory: enough of one to play what people do to the log between readings. */
export interface MemorySheet {
  calls: SheetCalls;
  /** Rows of the log below its header, by column key. */
  log: Row[];
  /** Runs once, between the next reading and its first write. */
  between: (() => void) | null;
  /** The next write does not arrive; or arrives although its answer is lost. */
  failing: "lost" | "applied" | null;
  writes: number;
}

const LOG = columnsOf("log");

export function memorySheet(): MemorySheet {
  const tabs = new Map<string, Row[]>(TABS.map((tab) => [tab.key, []]));
  const log: Row[] = [];
  tabs.set("log", log);

  const sheet: MemorySheet = {
    log,
    between: null,
    failing: null,
    writes: 0,
    calls: {
      outline: () => Promise.resolve(spreadsheet(tabs)),
      inspect: () => Promise.resolve(spreadsheet(tabs)),
      read: () => Promise.resolve({ spreadsheet: spreadsheet(tabs), serverDate: null }),
      writeColumns: (plan) =>
        write(() => {
          for (const { dataFilter, values } of plan.data) {
            const id = dataFilter?.developerMetadataLookup?.metadataId ?? 0;
            const [tab, key] = byId(id);
            for (const [index, value] of (values?.[0] ?? []).entries()) {
              if (value === null || index === 0) continue;
              const rows = tabs.get(tab) ?? [];
              while (rows.length < index) rows.push({});
              const row = rows[index - 1];
              if (row) row[key] = value === "" ? null : plain(value);
            }
          }
        }),
      deleteRows: () => Promise.reject(new Error("no rows are deleted here")),
      writeRequests: (planned) =>
        write(() => {
          for (const { request } of planned) {
            const append = request.appendCells;
            if (append) appendTo(tabs, append);
          }
        }),
    },
  };

  async function write(apply: () => void): Promise<string[]> {
    sheet.between?.();
    sheet.between = null;
    sheet.writes++;
    const { failing } = sheet;
    sheet.failing = null;
    if (failing !== "lost") apply();
    if (failing !== null) throw new RemoteError("no answer", { kind: "uncertain" });
    return [];
  }

  return sheet;
}

function appendTo(tabs: Map<string, Row[]>, append: sheets_v4.Schema$AppendCellsRequest): void {
  const tab = TABS.find((each) => each.sheetId === append.sheetId);
  const rows = tabs.get(tab?.key ?? "") ?? [];
  while (rows.length > 0 && Object.values(rows.at(-1) ?? {}).every((value) => value === null)) {
    rows.pop();
  }
  for (const { values } of append.rows ?? []) {
    const row: Row = {};
    for (const [index, written] of (values ?? []).entries()) {
      const key = tab?.columns[index]?.key;
      const value = written.userEnteredValue;
      if (key && value)
        row[key] = value.stringValue ?? value.numberValue ?? value.boolValue ?? null;
    }
    rows.push(row);
  }
}

function plain(value: unknown): Value {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  return null;
}

function idOf(tab: number, column: number): number {
  return (tab + 1) * 1000 + column;
}

function byId(id: number): [string, string] {
  const tab = TABS[Math.floor(id / 1000) - 1];
  return [tab?.key ?? "", tab?.columns[id % 1000]?.key ?? ""];
}

function spreadsheet(tabs: ReadonlyMap<string, readonly Row[]>): sheets_v4.Schema$Spreadsheet {
  return {
    properties: { locale: "id_ID", timeZone: "Asia/Jakarta" },
    spreadsheetUrl: "https://sheets.example/office",
    sheets: TABS.map((tab, nth) => ({
      properties: {
        sheetId: tab.sheetId,
        title: tab.title,
        gridProperties: { rowCount: 1000, columnCount: Math.max(tab.columns.length, 6) },
      },
      developerMetadata: [{ metadataId: nth + 1, metadataKey: TAB_TAG, metadataValue: tab.key }],
      data: [
        {
          rowData: [
            { values: tab.columns.map(({ header }) => cell(header)) },
            ...(tabs.get(tab.key) ?? []).map((row) => ({
              values: tab.columns.map(({ key }) => cell(row[key] ?? null)),
            })),
          ],
          columnMetadata: tab.columns.map(({ key }, column) => ({
            developerMetadata: [
              {
                metadataId: idOf(nth, column),
                metadataKey: COLUMN_TAG,
                metadataValue: key,
              },
            ],
          })),
        },
      ],
    })),
  };
}

function cell(value: Value): sheets_v4.Schema$CellData {
  if (value === null || value === "") return {};
  if (typeof value === "string")
    return { effectiveValue: { stringValue: value }, formattedValue: value };
  if (typeof value === "number") return { effectiveValue: { numberValue: value } };
  return { effectiveValue: { boolValue: value } };
}

/** A row as staff would type it. */
export function typed(cells: Row): Row {
  const row: Row = {};
  for (const { key } of LOG) row[key] = cells[key] ?? null;
  return row;
}
