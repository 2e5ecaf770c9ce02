import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import { parseA1 } from "./a1.ts";
import type { Book, Given, Tab } from "./book.ts";
import { boxOf, shownRange, tabById } from "./grid.ts";
import type { Box } from "./grid.ts";
import { invalidArgument } from "./refusal.ts";
import { findTags } from "./tags.ts";
import type { PlacedTag } from "./tags.ts";

export type DataFilter = Given<sheets_v4.Schema$DataFilter>;

export interface Match {
  tab: Tab;
  box: Box;
  /** The tag that was found, where the filter looks for one. */
  tag: PlacedTag["tag"] | null;
}

/** Every place that a filter matches; a lookup that finds nothing gives []. */
export function matchesOf(book: Book, filter: DataFilter, prefix: string): Match[] {
  const { a1Range, gridRange, developerMetadataLookup: lookup } = filter;
  if (a1Range !== undefined) return [{ ...parseA1(book, a1Range, prefix), tag: null }];
  if (gridRange) {
    const tab = tabById(book, gridRange.sheetId ?? 0, prefix);
    return [{ tab, box: boxOf(tab, gridRange), tag: null }];
  }
  if (!lookup) throw invalidArgument(`${prefix}Must specify a data filter.`);
  return findTags(book, lookup).flatMap(({ tag, place }) => {
    if (place.kind === "SPREADSHEET") {
      return book.tabs.map((tab) => ({ tab, box: boxOf(tab), tag }));
    }
    return [{ tab: place.tab, box: boxOf(place.tab, rangeOfPlace(place)), tag }];
  });
}

function rangeOfPlace(place: Exclude<PlacedTag["place"], { kind: "SPREADSHEET" }>) {
  if (place.kind === "SHEET") return {};
  const { index } = place;
  return place.kind === "ROW"
    ? { startRowIndex: index, endRowIndex: index + 1 }
    : { startColumnIndex: index, endColumnIndex: index + 1 };
}

/** A filter as a reply echoes it: zeroes are gone. */
export function shownFilter(filter: DataFilter): DataFilter {
  if (!filter.gridRange) return filter;
  const range = Object.entries(shownRange(filter.gridRange)).filter(([, value]) => value !== 0);
  return { gridRange: Object.fromEntries(range) };
}
