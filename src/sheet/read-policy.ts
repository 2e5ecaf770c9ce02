import { defaultPolicy } from "../desk/default-policy.ts";
import type { Office } from "../desk/office.ts";
import type { Policy } from "../desk/policy.ts";
import { type Cell, isBlank, isError, textOf } from "./cells.ts";
import type { TabKey } from "./columns.ts";
import { cellAt, type GridRow, type Layout } from "./layout.ts";
import { dayOf, dutyOf, staffOf, unitOf } from "./office-lines.ts";
import { SETTINGS } from "./settings.ts";
import { normal } from "./witness.ts";

/** The office as its own tabs describe it, and a sentence for each line that could not be read. */
export interface OfficeReading {
  office: Office;
  /** Tab → row index → sentence for the column *Masalah*; rows without a problem are absent. */
  problems: Map<TabKey, Map<number, string>>;
}

/** A wrong cell keeps the last good value, else the default (B063). */
export function readOffice(layout: Layout, zone: string, lastGood: Office | null): OfficeReading {
  const problems = new Map<TabKey, Map<number, string>>();
  const policy = readSettings(layout, zone, lastGood?.policy ?? null, problems);
  const days = lines(layout, "days", problems, dayOf) ?? lastGood?.policy.calendar.days ?? [];
  const { spreadsheet } = layout;
  const office: Office = {
    policy: { ...policy, calendar: { ...policy.calendar, days } },
    staff: lines(layout, "staff", problems, staffOf) ?? lastGood?.staff ?? [],
    units: lines(layout, "units", problems, unitOf) ?? lastGood?.units ?? [],
    duty: lines(layout, "duty", problems, dutyOf) ?? lastGood?.duty ?? [],
    spreadsheetUrl: spreadsheet.spreadsheetUrl ?? lastGood?.spreadsheetUrl ?? "",
    filterViews: filterViews(layout),
  };
  return { office, problems };
}

type LineReader<T> = (cell: (key: string) => Cell) => T | string;

function lines<T>(
  layout: Layout,
  key: TabKey,
  problems: OfficeReading["problems"],
  read: LineReader<T>,
): T[] | undefined {
  const tab = layout.tabs.get(key);
  if (!tab || tab.headerRow < 0) return undefined;
  const found: T[] = [];
  const wrong = new Map<number, string>();
  const staffKeys = tab.tab.columns
    .filter((each) => each.owner === "staff")
    .map((each) => each.key);
  for (const row of tab.rows) {
    if (staffKeys.every((each) => isBlank(cellAt(tab, row, each)))) continue;
    const line = read((each) => cellAt(tab, row, each));
    if (typeof line === "string") wrong.set(row.index, line);
    else found.push(line);
  }
  problems.set(key, wrong);
  return found;
}

function readSettings(
  layout: Layout,
  zone: string,
  lastGood: Policy | null,
  problems: OfficeReading["problems"],
): Policy {
  const defaults = defaultPolicy(zone);
  const tab = layout.tabs.get("settings");
  if (!tab || tab.headerRow < 0) return lastGood ?? defaults;
  const rows = new Map<string, GridRow>();
  for (const row of tab.rows) {
    const name = normal(textOf(cellAt(tab, row, "name")));
    if (name !== "" && !rows.has(name)) rows.set(name, row);
  }
  const wrong = new Map<number, string>();
  let policy = defaults;
  for (const setting of SETTINGS) {
    const row = rows.get(normal(setting.name));
    const cell = row ? cellAt(tab, row, "value") : null;
    // An empty cell means the default, as its neighbour *Bawaan* shows.
    if (isBlank(cell)) continue;
    const taken = isError(cell) ? undefined : setting.take(policy, cell);
    if (typeof taken === "object") {
      policy = taken;
      continue;
    }
    const kept = setting.show(lastGood ?? defaults);
    const again = setting.take(policy, kept);
    if (typeof again === "object") policy = again;
    const reason = taken ?? "tidak dapat dibaca";
    if (row) wrong.set(row.index, wrongSetting(cell, { reason, kept, example: setting.example }));
  }
  problems.set("settings", wrong);
  const periods = policy.calendar.periods.filter((period) => period.from !== "");
  return { ...policy, calendar: { ...policy.calendar, zone, periods } };
}

/** What is wrong in the tabs that the calendar is made of: `Masa Jam Khusus 1: "…" terbalik …`. */
export function problemSentences(layout: Layout, problems: OfficeReading["problems"]): string[] {
  return CALENDAR_TABS.flatMap(({ key, title }) => {
    const tab = layout.tabs.get(key);
    if (!tab) return [];
    return tab.rows.flatMap((row) => {
      const sentence = problems.get(key)?.get(row.index);
      const name = textOf(cellAt(tab, row, "name"));
      return sentence === undefined
        ? []
        : [`${title}${name === "" ? "" : `, ${name}`}: ${sentence}`];
    });
  });
}

const CALENDAR_TABS: readonly { key: TabKey; title: string }[] = [
  { key: "settings", title: "Pengaturan" },
  { key: "days", title: "Hari Libur" },
];

function wrongSetting(
  cell: Cell,
  { reason, kept, example }: { reason: string; kept: string; example: string },
): string {
  const shown = isError(cell) ? cell.error : textOf(cell);
  return `"${shown.slice(0, 40)}" ${reason}; yang berlaku tetap ${kept}. Contoh: ${example}.`;
}

function filterViews(layout: Layout): Record<string, string> {
  const log = layout.tabs.get("log");
  const url = layout.spreadsheet.spreadsheetUrl ?? "";
  const found: Record<string, string> = {};
  for (const view of log?.sheet.filterViews ?? []) {
    if (!view.title || view.filterViewId == null) continue;
    found[view.title] = `${url}#gid=${log?.sheetId ?? 0}&fvid=${view.filterViewId}`;
  }
  return found;
}
