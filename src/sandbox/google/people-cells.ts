import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import type { Cell, Given, Tab } from "./book.ts";
import { cellAt, changeCells, changeRow, tidy } from "./grid.ts";
import type { Box } from "./grid.ts";
import { mergeBox } from "./merge.ts";
import { findColumn, findTab } from "./people-target.ts";
import type { ColumnName, TabName } from "./people-target.ts";
import type { Store } from "./store.ts";
import { DATE_TYPES, keptParts, typedCell } from "./typed.ts";

/** Rows `from` up to, without, `to`; columns from `left` through `right`. */
export interface Block {
  tab: TabName;
  from: number;
  to: number;
  left: ColumnName;
  right: ColumnName;
}

/** What people do with blocks of cells: cut, copy, paste, fill, merge, chips. */
export interface CellActions {
  /** Moves cells with their format and dropdowns; column and row tags stay where they are. */
  cutPaste(block: Block, to: { row: number; column: ColumnName }, by: string): void;
  /** Copies a row over another one, as copy and paste of the whole row does. */
  copyRow(tab: TabName, from: number, to: number, by: string): void;
  /** Pastes text from elsewhere; it takes formats and dropdowns away unless `valuesOnly`. */
  paste(
    at: { tab: TabName; row: number; column: ColumnName },
    rows: readonly (readonly string[])[],
    by: string,
    options?: { valuesOnly?: boolean },
  ): void;
  /** Pulls the handle of the block's first row down: a number at a text's end counts up. */
  fillDown(block: Block, by: string): void;
  merge(block: Block, by: string): void;
  /** Puts a person's chip into a cell: a name is shown, the address is in the chip only. */
  chip(
    place: { tab: TabName; row: number; column: ColumnName },
    person: { name: string; email: string },
    by: string,
  ): void;
}

export function cellActions(store: Store): CellActions {
  const inBlock = (block: Block, by: string, work: (tab: Tab, box: Box) => void) =>
    store.change(by, (book) => {
      const tab = findTab(book, block.tab);
      const left = findColumn(tab, block.left, book.locale);
      const right = findColumn(tab, block.right, book.locale) + 1;
      work(tab, { top: block.from, bottom: block.to, left, right });
    });

  return {
    cutPaste(block, to, by) {
      inBlock(block, by, (tab, box) => {
        const column = findColumn(tab, to.column, store.book().locale);
        const cells = cellsOf(tab, box);
        changeCells(tab, box, () => undefined);
        putCells(tab, { row: to.row, column }, cells);
      });
    },
    copyRow(name, from, to, by) {
      store.change(by, (book) => {
        const tab = findTab(book, name);
        const copied = tab.rows[from]?.cells ?? [];
        changeRow(tab, to, (cells) => {
          cells.splice(0, cells.length, ...copied.map((cell) => cell && { ...cell, by }));
        });
      });
    },
    paste({ tab: name, row, column }, rows, by, { valuesOnly = false } = {}) {
      store.change(by, (book) => {
        const tab = findTab(book, name);
        const left = findColumn(tab, column, book.locale);
        const cells = rows.map((line, offset) =>
          line.map((text, index) => {
            const before = cellAt(tab, row + offset, left + index);
            return tidy({ ...typedCell(text, book.locale, valuesOnly ? before : undefined), by });
          }),
        );
        putCells(tab, { row, column: left }, cells);
      });
    },
    fillDown(block, by) {
      inBlock(block, by, (tab, box) => {
        const first = cellsOf(tab, { ...box, bottom: box.top + 1 })[0] ?? [];
        changeCells(tab, { ...box, top: box.top + 1 }, (before, row, column) => {
          const source = first[column - box.left];
          return source ? { ...filled(source, row - box.top), by } : keptParts(before);
        });
      });
    },
    merge(block, by) {
      inBlock(block, by, mergeBox);
    },
    chip({ tab: name, row, column }, { name: shown, email }, by) {
      store.change(by, (book) => {
        const tab = findTab(book, name);
        const index = findColumn(tab, column, book.locale);
        const chip: Given<sheets_v4.Schema$Chip> = {
          personProperties: { email, displayFormat: "DEFAULT" },
        };
        changeRow(tab, row, (cells) => {
          const kept = keptParts(cells[index]);
          cells[index] = { ...kept, value: shown, chips: [{ chip }], by };
        });
      });
    },
  };
}

function cellsOf(tab: Tab, box: Box): (Cell | undefined)[][] {
  return Array.from({ length: box.bottom - box.top }, (_, row) =>
    Array.from({ length: box.right - box.left }, (__, column) =>
      cellAt(tab, box.top + row, box.left + column),
    ),
  );
}

function putCells(
  tab: Tab,
  at: { row: number; column: number },
  rows: (Cell | undefined)[][],
): void {
  for (const [offset, line] of rows.entries()) {
    changeRow(tab, at.row + offset, (cells) => {
      for (const [index, cell] of line.entries()) {
        if (at.column + index < tab.columns.length) cells[at.column + index] = cell;
      }
    });
  }
}

/** The cell `steps` below its source: dates go on by a day, `JKD-2026-0007` becomes `…0008`. */
function filled(source: Cell, steps: number): Cell {
  const { value } = source;
  const isDate = DATE_TYPES.has(source.format?.numberFormat?.type ?? "");
  if (typeof value === "number" && isDate) return { ...source, value: value + steps };
  if (typeof value !== "string") return source;
  const match = /^(.*?)(\d+)$/s.exec(value);
  if (!match) return source;
  const [, before = "", digits = ""] = match;
  const next = String(Number(digits) + steps).padStart(digits.length, "0");
  return { ...source, value: before + next };
}
