import type { Book, Tab, Tag } from "../book.ts";
import { SHEETS } from "../discovery.ts";
import { writeMask } from "../field-mask.ts";
import { inMask } from "../mask.ts";
import { allTags, changeTags, findTags, shownTag } from "../tags.ts";
import type { Lookup, PlacedTag, TagLocation, TagPlace } from "../tags.ts";
import { refuse, tabOf } from "./context.ts";
import type { BatchContext, BatchReply, Input } from "./context.ts";

export function createDeveloperMetadata(
  context: BatchContext,
  { developerMetadata = {} }: Input<"createDeveloperMetadata">,
): BatchReply {
  const { metadataKey: key, metadataValue: value = "", visibility, location } = developerMetadata;
  if (key === undefined || key === "") throw refuse(context, "A metadata key must be specified.");
  if (visibility !== "DOCUMENT" && visibility !== "PROJECT") {
    throw refuse(context, "A visibility must be specified.");
  }
  const id = developerMetadata.metadataId ?? context.newId();
  if (id <= 0) throw refuse(context, "The metadata id must be positive.");
  if (allTags(context.book).some(({ tag }) => tag.id === id)) {
    throw refuse(context, `Developer metadata with id ${id} already exists.`);
  }
  const tag: Tag = { id, key, value, visibility };
  const place = placeOf(context, location);
  putTag(context.book, place, tag);
  refuseBudget(context);
  return { createDeveloperMetadata: { developerMetadata: shownTag({ tag, place }) } };
}

export function updateDeveloperMetadata(
  context: BatchContext,
  input: Input<"updateDeveloperMetadata">,
): BatchReply {
  const mask = writeMask(input.fields, {
    schemas: SHEETS.schemas,
    type: "DeveloperMetadata",
    prefix: context.prefix,
  });
  const given = input.developerMetadata ?? {};
  const found = chosenTags(context, input.dataFilters ?? []);
  const changed = new Map<Tag, Tag>();
  for (const { tag } of found) {
    const next = { ...tag };
    if (inMask(mask, "metadataKey")) next.key = given.metadataKey ?? "";
    if (inMask(mask, "metadataValue")) next.value = given.metadataValue ?? "";
    if (given.visibility === "DOCUMENT" || given.visibility === "PROJECT") {
      if (inMask(mask, "visibility")) next.visibility = given.visibility;
    }
    changed.set(tag, next);
  }
  changeTags(context.book, ({ tag }) => changed.get(tag) ?? tag);
  if (inMask(mask, "location")) moveTags(context, [...changed.values()], given.location);
  refuseBudget(context);
  const now = allTags(context.book).filter(({ tag }) => [...changed.values()].includes(tag));
  return { updateDeveloperMetadata: { developerMetadata: now.map(shownTag) } };
}

export function deleteDeveloperMetadata(
  context: BatchContext,
  { dataFilter }: Input<"deleteDeveloperMetadata">,
): BatchReply {
  const found = chosenTags(context, dataFilter ? [dataFilter] : []);
  const gone = new Set(found.map(({ tag }) => tag));
  const deleted = found.map(shownTag);
  changeTags(context.book, ({ tag }) => (gone.has(tag) ? undefined : tag));
  return { deleteDeveloperMetadata: { deletedDeveloperMetadata: deleted } };
}

function moveTags(context: BatchContext, tags: Tag[], location: TagLocation | undefined): void {
  const place = placeOf(context, location);
  changeTags(context.book, ({ tag }) => (tags.includes(tag) ? undefined : tag));
  for (const tag of tags) putTag(context.book, place, tag);
}

function chosenTags(
  context: BatchContext,
  filters: { developerMetadataLookup?: Lookup }[],
): PlacedTag[] {
  if (filters.length === 0) throw refuse(context, "At least one data filter must be specified.");
  const found = filters.flatMap(({ developerMetadataLookup: lookup }) => {
    if (!lookup) throw refuse(context, "Only developer metadata lookups are supported here.");
    return findTags(context.book, lookup);
  });
  const seen = new Set<Tag>();
  return found.filter(({ tag }) => !seen.has(tag) && seen.add(tag));
}

function placeOf(context: BatchContext, location: TagLocation | undefined): TagPlace {
  if (location?.spreadsheet === true) return { kind: "SPREADSHEET" };
  const range = location?.dimensionRange;
  if (!range) {
    if (location?.sheetId === undefined) throw refuse(context, "A location must be specified.");
    return { kind: "SHEET", tab: tabOf(context, location.sheetId) };
  }
  const tab = tabOf(context, range.sheetId);
  const { startIndex = 0, endIndex = 0 } = range;
  const kind = range.dimension === "COLUMNS" ? "COLUMN" : "ROW";
  const size = kind === "COLUMN" ? tab.columns.length : tab.rows.length;
  if (endIndex - startIndex !== 1) {
    throw refuse(context, "Developer metadata must be on exactly one row or column.");
  }
  if (endIndex > size) throw refuse(context, "The dimension range is beyond the grid.");
  return { kind, tab, index: startIndex };
}

function putTag(book: Book, place: TagPlace, tag: Tag): void {
  if (place.kind === "SPREADSHEET") book.tags = [...book.tags, tag];
  else if (place.kind === "SHEET") place.tab.tags = [...place.tab.tags, tag];
  else putOnLine(place.tab, place.kind, place.index, tag);
}

function putOnLine(tab: Tab, kind: "ROW" | "COLUMN", index: number, tag: Tag): void {
  const row = tab.rows[index];
  const column = tab.columns[index];
  if (kind === "ROW" && row) tab.rows[index] = { ...row, tags: [...row.tags, tag] };
  if (kind === "COLUMN" && column) {
    tab.columns[index] = { ...column, tags: [...column.tags, tag] };
  }
}

/** 30,000 characters for each tab and for the spreadsheet itself, keys and values counted. */
function refuseBudget(context: BatchContext): void {
  const used = new Map<unknown, number>();
  for (const { tag, place } of allTags(context.book)) {
    const owner = place.kind === "SPREADSHEET" ? context.book : place.tab;
    used.set(owner, (used.get(owner) ?? 0) + tag.key.length + tag.value.length);
  }
  if (Math.max(0, ...used.values()) <= 30_000) return;
  throw refuse(context, "Developer metadata exceeds the limit of 30000 characters.");
}
