import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { textOf } from "./cells.ts";
import type { Column } from "./columns.ts";
import { columnFormat, columnRule, ruleRequest } from "./dress.ts";
import { cellAt, type Layout, type Place, type TabLayout } from "./layout.ts";
import type { Step } from "./setup.ts";

type Color = sheets_v4.Schema$Color;

/** Dropdowns, formats, warnings, colours and filter views that are not as they should be. Pure. */
export function planLook(layout: Layout): Step[] {
  const steps: Step[] = [];
  for (const tab of layout.tabs.values()) {
    if (tab.headerRow < 0) continue;
    for (const column of tab.tab.columns) {
      const place = tab.places.get(column.key);
      if (place) steps.push(...columnSteps(tab, column, place));
    }
  }
  const log = layout.tabs.get("log");
  if (log && log.headerRow >= 0) steps.push(...colourSteps(log), ...viewSteps(log, layout));
  return steps;
}

function columnSteps(tab: TabLayout, column: Column, place: Place): Step[] {
  const steps: Step[] = [];
  const range: sheets_v4.Schema$GridRange = {
    sheetId: tab.sheetId,
    startRowIndex: tab.headerRow + 1,
    startColumnIndex: place.index,
    endColumnIndex: place.index + 1,
  };
  const rule = columnRule(column);
  if (rule && !hasRule(tab, place, rule)) {
    const what = column.type === "choice" ? "Pilihan" : "Pemilih tanggal";
    steps.push({
      name: `choices/${tab.tab.key}/${column.key}`,
      change: `${what} di kolom "${place.header}" dipasang lagi.`,
      request: ruleRequest(range, rule),
    });
  }
  if (column.type !== "checkbox" && !hasFormat(tab, column, place)) {
    steps.push({
      name: `format/${tab.tab.key}/${column.key}`,
      change: "",
      request: {
        repeatCell: {
          range,
          cell: { userEnteredFormat: { numberFormat: columnFormat(column).numberFormat ?? {} } },
          fields: "userEnteredFormat.numberFormat",
        },
      },
    });
  }
  if (column.owner === "worker" && !tab.tab.hidden && !isGuarded(tab, column)) {
    steps.push({
      name: `warning/${tab.tab.key}/${column.key}`,
      change: "",
      request: {
        addProtectedRange: {
          protectedRange: {
            range: { ...range, startRowIndex: tab.headerRow },
            description: guardName(column),
            warningOnly: true,
          },
        },
      },
    });
  }
  return steps;
}

/** More choices than ours are the office's own. */
function hasRule(
  tab: TabLayout,
  place: Place,
  { condition: wanted }: sheets_v4.Schema$DataValidationRule,
): boolean {
  return tab.rows.every((row) => {
    const condition = row.cells[place.index]?.dataValidation?.condition;
    if (condition?.type !== wanted?.type) return false;
    const offered = (condition?.values ?? []).map((each) => each.userEnteredValue);
    return (wanted?.values ?? []).every(({ userEnteredValue }) =>
      offered.includes(userEnteredValue),
    );
  });
}

function hasFormat(tab: TabLayout, column: Column, place: Place): boolean {
  const wanted = columnFormat(column).numberFormat?.type;
  return tab.rows.every(
    (row) => row.cells[place.index]?.userEnteredFormat?.numberFormat?.type === wanted,
  );
}

function guardName(column: Column): string {
  return `Diisi sistem: ${column.header}`;
}

function isGuarded(tab: TabLayout, column: Column): boolean {
  const name = guardName(column);
  return (tab.sheet.protectedRanges ?? []).some((each) => each.description === name);
}

/** Text of a cell → background; the colours of *Status Waktu* and *Prioritas*. */
const COLOURS: readonly { key: string; text: string; color: Color }[] = [
  { key: "timeState", text: "Terlambat", color: { red: 0.96, green: 0.8, blue: 0.8 } },
  { key: "timeState", text: "Mendekati batas", color: { red: 1, green: 0.9, blue: 0.6 } },
  { key: "timeState", text: "Tepat waktu", color: { red: 0.83, green: 0.93, blue: 0.83 } },
  { key: "timeState", text: "Menunggu pelapor", color: { red: 0.81, green: 0.89, blue: 0.95 } },
  { key: "timeState", text: "Selesai", color: { red: 0.88, green: 0.88, blue: 0.88 } },
  { key: "priority", text: "Tinggi", color: { red: 0.96, green: 0.8, blue: 0.8 } },
  { key: "priority", text: "Sedang", color: { red: 1, green: 0.9, blue: 0.6 } },
  { key: "priority", text: "Rendah", color: { red: 0.83, green: 0.93, blue: 0.83 } },
];

function colourSteps(log: TabLayout): Step[] {
  const rules = log.sheet.conditionalFormats ?? [];
  const steps: Step[] = [];
  for (const { key, text, color } of COLOURS) {
    const place = log.places.get(key);
    if (!place || rules.some((rule) => colours(rule, text))) continue;
    const range = {
      sheetId: log.sheetId,
      startRowIndex: log.headerRow + 1,
      startColumnIndex: place.index,
      endColumnIndex: place.index + 1,
    };
    const condition = { type: "TEXT_EQ", values: [{ userEnteredValue: text }] };
    steps.push({
      name: `colour/${key}/${text}`,
      change: "",
      request: {
        addConditionalFormatRule: {
          rule: {
            ranges: [range],
            booleanRule: { condition, format: { backgroundColor: color } },
          },
          index: rules.length + steps.length,
        },
      },
    });
  }
  return steps;
}

/** Each text has one rule, wherever its column stands by now. */
function colours(rule: sheets_v4.Schema$ConditionalFormatRule, text: string): boolean {
  const values = rule.booleanRule?.condition?.values ?? [];
  return values.some((value) => value.userEnteredValue === text);
}

function viewSteps(log: TabLayout, layout: Layout): Step[] {
  const present = new Set((log.sheet.filterViews ?? []).map((view) => view.title));
  const status = log.places.get("status");
  const time = log.places.get("timeState");
  const officers = log.places.get("officers");
  if (!status || !time || !officers) return [];
  const open = {
    columnIndex: status.index,
    filterCriteria: { hiddenValues: ["Selesai", "Dibatalkan"] },
  };
  const wanted: [string, sheets_v4.Schema$FilterSpec[]][] = [
    ["Terbuka", [open]],
    ["Terlambat", [{ columnIndex: time.index, filterCriteria: says("TEXT_EQ", "Terlambat") }]],
    ...officerNames(layout).map((name): [string, sheets_v4.Schema$FilterSpec[]] => [
      name,
      [open, { columnIndex: officers.index, filterCriteria: says("TEXT_CONTAINS", name) }],
    ]),
  ];
  return wanted
    .filter(([title]) => !present.has(title))
    .map(([title, filterSpecs]) => ({
      name: `view/${title}`,
      change: `Tampilan filter "${title}" dibuat.`,
      request: {
        addFilterView: {
          filter: {
            title,
            range: { sheetId: log.sheetId, startRowIndex: log.headerRow },
            filterSpecs,
          },
        },
      },
    }));
}

function says(type: string, text: string): sheets_v4.Schema$FilterCriteria {
  return { condition: { type, values: [{ userEnteredValue: text }] } };
}

function officerNames(layout: Layout): string[] {
  const staff = layout.tabs.get("staff");
  if (!staff) return [];
  const names = staff.rows
    .filter((row) => textOf(cellAt(staff, row, "role")) === "Petugas")
    .map((row) => textOf(cellAt(staff, row, "name")));
  return [...new Set(names.filter((name) => name !== ""))];
}
