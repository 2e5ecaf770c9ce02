import type { Office } from "../desk/office.ts";
import type { Instant } from "../desk/time.ts";
import type { SheetReading, SheetView } from "../worker/sheet-port.ts";
import { type Cell, textOf } from "./cells.ts";
import type { Session, Snapshot } from "./session.ts";
import { forgetMail } from "./forget-mail.ts";
import { cellAt, type Layout, type TabLayout } from "./layout.ts";
import { hash, logRows, STAFF_KEYS } from "./log-rows.ts";
import { memoryFrom, toStored } from "./memory.ts";
import { ownerOf, PROBLEM_TABS } from "./plan-settings.ts";
import { publish } from "./publish.ts";
import { type OfficeReading, problemSentences, readOffice } from "./read-policy.ts";
import { strayCells } from "./stray-cells.ts";
import { type Understanding, understand } from "./understand.ts";

/** A reading of the spreadsheet as the worker's port. */
export function readingOf(
  session: Session,
  layout: Layout,
  serverDate: Instant | null,
  lastGood: Office | null,
): SheetReading {
  const { options } = session;
  const { zone, prefix } = options;
  const usable = layout.problems.length === 0;
  const log = layout.tabs.get("log");
  const rows = usable && log ? logRows(log, { zone, prefix }) : [];
  const { office, problems } = officeOf(session, layout, lastGood);
  const snapshot: Snapshot = { layout, usable, rows, problems };
  const unsure = session.unsure.take();
  // One meaning a reading: whatever the worker does to the view, its rows stay these.
  let read: Understanding | undefined;
  return {
    at: options.now(),
    serverDate,
    usable,
    problems: layout.problems,
    office,
    officeProblems: problemSentences(layout, problems),
    owner: ownerOf(layout),
    showsRecovery: (layout.tabs.get("system")?.headerRow ?? -1) >= 0,
    understand(memory, context) {
      if (!usable) return unusableView(layout, memory);
      read = understand(
        {
          rows,
          zone,
          prefix,
          historyIds: column(layout, "history", "id"),
          otherMailRefs: column(layout, "other-mail", "ref"),
          promoted: promotedRefs(layout),
          warnings: log ? strayCells(log, rows) : [],
          office,
          tags: log ? staffTags(log) : {},
          columns: log ? columnsPrint(log) : "",
          unsure,
        },
        memory,
        context,
      );
      return read.view;
    },
    claim(view, claims) {
      if (!read) return view.memory;
      const { memory, typed } = read;
      const taken = { ...memoryFrom(view.memory).claims };
      for (const { row, number } of claims) {
        const candidate = typed.candidates.find((each) => each.row.id === row);
        if (candidate) taken[number] = candidate.claim;
      }
      return toStored({ ...memory, claims: taken });
    },
    publish: (view, output) => publish(session, snapshot, read, view, output),
    forgetMail: (lines) => forgetMail(session, lines),
  };
}

/** No facts, nothing born, nothing missing: the tabs are to be repaired first. */
function unusableView(layout: Layout, memory: SheetView["memory"] | null): SheetView {
  return {
    brake: null,
    facts: [],
    candidates: [],
    confirmed: [],
    births: [],
    restore: [],
    lost: [],
    present: [],
    promoted: [],
    historyIds: [],
    otherMailRefs: [],
    serials: { own: {}, foreign: {} },
    warnings: [...layout.problems],
    memory: toStored(memoryFrom(memory)),
  };
}

/** The office's tabs seldom change: the same cells give the same office, calendar and all. */
function officeOf(session: Session, layout: Layout, lastGood: Office | null): OfficeReading {
  const print = officePrint(layout);
  const cached = session.office;
  if (cached && cached.print === print && cached.lastGood === lastGood) return cached.reading;
  const reading = readOffice(layout, session.options.zone, lastGood);
  const same = cached && JSON.stringify(cached.reading.office) === JSON.stringify(reading.office);
  const kept = same ? { ...reading, office: cached.reading.office } : reading;
  session.office = { print, lastGood, reading: kept };
  return kept;
}

function officePrint(layout: Layout): string {
  const parts: string[] = [layout.spreadsheet.spreadsheetUrl ?? ""];
  for (const key of PROBLEM_TABS) {
    const tab = layout.tabs.get(key);
    for (const row of tab?.rows ?? []) {
      parts.push(`${key}${row.index}`);
      for (const place of tab?.tab.columns ?? []) {
        if (place.owner !== "staff" && place.key !== "name") continue;
        parts.push(printCell(tab ? cellAt(tab, row, place.key) : null));
      }
    }
  }
  const views = layout.tabs.get("log")?.sheet.filterViews ?? [];
  parts.push(...views.map((view) => `${view.filterViewId} ${view.title}`));
  return hash(parts.join("\u001f"));
}

/** Changes when columns of the log are moved, inserted or deleted. */
function columnsPrint({ places }: TabLayout): string {
  return hash([...places].map(([key, { index }]) => `${key} ${index}`).join("\u001f"));
}

function staffTags({ places }: TabLayout): Record<string, number> {
  const tags: Record<string, number> = {};
  for (const key of STAFF_KEYS) {
    const id = places.get(key)?.metadataId;
    if (id != null) tags[key] = id;
  }
  return tags;
}

function printCell(cell: Cell): string {
  return typeof cell === "object" && cell !== null ? `!${cell.error}` : textOf(cell);
}

function column(layout: Layout, tabKey: "history" | "other-mail", key: string): string[] {
  const tab = layout.tabs.get(tabKey);
  if (!tab) return [];
  return tab.rows.map((row) => textOf(cellAt(tab, row, key))).filter((text) => text !== "");
}

function promotedRefs(layout: Layout): string[] {
  const tab = layout.tabs.get("other-mail");
  if (!tab) return [];
  return tab.rows
    .filter((row) => cellAt(tab, row, "promote") === true)
    .map((row) => textOf(cellAt(tab, row, "ref")))
    .filter((ref) => ref !== "");
}
