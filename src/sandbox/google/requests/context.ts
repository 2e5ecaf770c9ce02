import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import type { Book, Given, GridRange, Tab } from "../book.ts";
import { boxOf, tabById } from "../grid.ts";
import type { Box } from "../grid.ts";
import { invalidArgument } from "../refusal.ts";
import { gridLimits } from "../values.ts";

/** What a handler of one request in a batch works with. */
export interface BatchContext {
  /** A draft: it becomes the spreadsheet only when every request of the batch went well. */
  book: Book;
  /** `Invalid requests[3].updateCells: `, before every refusal. */
  prefix: string;
  account: string;
  /** An id that the spreadsheet does not use yet. */
  newId(): number;
}

export type BatchReply = sheets_v4.Schema$Response;
export type Input<Name extends keyof sheets_v4.Schema$Request> = NonNullable<
  Given<sheets_v4.Schema$Request>[Name]
>;

export function tabOf(context: BatchContext, id: number | undefined): Tab {
  return tabById(context.book, id ?? 0, context.prefix);
}

export function refuse(context: BatchContext, message: string): Error {
  return invalidArgument(`${context.prefix}${message}`);
}

/** The box of a range that must lie on its tab. */
export function boxOnTab(
  context: BatchContext,
  range: GridRange | undefined,
): { tab: Tab; box: Box } {
  const tab = tabOf(context, range?.sheetId);
  const box = boxOf(tab, range);
  if (box.bottom > tab.rows.length || box.right > tab.columns.length) {
    throw refuse(context, gridLimits(tab, box));
  }
  if (box.top >= box.bottom || box.left >= box.right) {
    throw refuse(context, "range is empty.");
  }
  return { tab, box };
}
