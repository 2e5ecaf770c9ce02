import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import type { Book, Given, Tab, Tag } from "./book.ts";

/** Where a tag sits now. */
export type TagPlace =
  | { kind: "SPREADSHEET" }
  | { kind: "SHEET"; tab: Tab }
  | { kind: "ROW" | "COLUMN"; tab: Tab; index: number };

export interface PlacedTag {
  tag: Tag;
  place: TagPlace;
}

export type Lookup = Given<sheets_v4.Schema$DeveloperMetadataLookup>;
export type TagLocation = Given<sheets_v4.Schema$DeveloperMetadataLocation>;

export function allTags(book: Book): PlacedTag[] {
  const placed: PlacedTag[] = book.tags.map((tag) => ({ tag, place: { kind: "SPREADSHEET" } }));
  for (const tab of book.tabs) {
    for (const tag of tab.tags) placed.push({ tag, place: { kind: "SHEET", tab } });
    for (const [index, column] of tab.columns.entries()) {
      for (const tag of column.tags) placed.push({ tag, place: { kind: "COLUMN", tab, index } });
    }
    for (const [index, row] of tab.rows.entries()) {
      for (const tag of row.tags) placed.push({ tag, place: { kind: "ROW", tab, index } });
    }
  }
  return placed;
}

/** Tags that agree with every field given. */
export function findTags(book: Book, lookup: Lookup): PlacedTag[] {
  return allTags(book).filter(({ tag, place }) => matches(tag, place, lookup));
}

function matches(tag: Tag, place: TagPlace, lookup: Lookup): boolean {
  const { metadataId, metadataKey, metadataValue, visibility, locationType } = lookup;
  if (metadataId !== undefined && metadataId !== tag.id) return false;
  if (metadataKey !== undefined && metadataKey !== tag.key) return false;
  if (metadataValue !== undefined && metadataValue !== tag.value) return false;
  if (visibility !== undefined && visibility !== tag.visibility) return false;
  if (locationType !== undefined && locationType !== place.kind) return false;
  return !lookup.metadataLocation || touches(place, lookup.metadataLocation, lookup);
}

function touches(place: TagPlace, location: TagLocation, lookup: Lookup): boolean {
  if (location.spreadsheet === true) {
    return place.kind === "SPREADSHEET" || !isExact(lookup);
  }
  const wanted = location.dimensionRange?.sheetId ?? location.sheetId ?? 0;
  if (place.kind === "SPREADSHEET" || place.tab.id !== wanted) return false;
  if (!location.dimensionRange) return place.kind === "SHEET" || !isExact(lookup);
  const { dimension, startIndex = 0, endIndex = startIndex + 1 } = location.dimensionRange;
  if (place.kind === "SHEET") return false;
  const sameKind = place.kind === (dimension === "COLUMNS" ? "COLUMN" : "ROW");
  return sameKind && place.index >= startIndex && place.index < endIndex;
}

function isExact(lookup: Lookup): boolean {
  return lookup.locationMatchingStrategy !== "INTERSECTING_LOCATION";
}

export function shownTag({ tag, place }: PlacedTag): sheets_v4.Schema$DeveloperMetadata {
  const { id, key, value, visibility } = tag;
  const shown: sheets_v4.Schema$DeveloperMetadata = { metadataId: id, metadataKey: key };
  if (value !== "") shown.metadataValue = value;
  return { ...shown, location: shownPlace(place), visibility };
}

function shownPlace(place: TagPlace): sheets_v4.Schema$DeveloperMetadataLocation {
  if (place.kind === "SPREADSHEET") return { locationType: "SPREADSHEET", spreadsheet: true };
  const sheet = place.tab.id === 0 ? {} : { sheetId: place.tab.id };
  if (place.kind === "SHEET") return { locationType: "SHEET", ...sheet };
  return {
    locationType: place.kind,
    dimensionRange: {
      ...sheet,
      dimension: place.kind === "COLUMN" ? "COLUMNS" : "ROWS",
      startIndex: place.index,
      endIndex: place.index + 1,
    },
  };
}

/** Takes tags off, or puts changed ones in their places; `undefined` takes off. */
export function changeTags(book: Book, change: (placed: PlacedTag) => Tag | undefined): void {
  const over = (tags: readonly Tag[], place: TagPlace): readonly Tag[] =>
    tags.length === 0 ? tags : tags.flatMap((tag) => change({ tag, place }) ?? []);
  book.tags = over(book.tags, { kind: "SPREADSHEET" });
  for (const tab of book.tabs) {
    tab.tags = over(tab.tags, { kind: "SHEET", tab });
    for (const [index, row] of tab.rows.entries()) {
      if (row.tags.length > 0) {
        tab.rows[index] = { ...row, tags: over(row.tags, { kind: "ROW", tab, index }) };
      }
    }
    for (const [index, column] of tab.columns.entries()) {
      if (column.tags.length > 0) {
        const tags = over(column.tags, { kind: "COLUMN", tab, index });
        tab.columns[index] = { ...column, tags };
      }
    }
  }
}
