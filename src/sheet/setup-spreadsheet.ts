import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import type { GoogleClient } from "../google/client.ts";
import type { HistoryLine, SheetMemory } from "../worker/sheet-port.ts";
import type { Office } from "../desk/office.ts";
import type { Ticket } from "../desk/ticket.ts";
import { textOf } from "./cells.ts";
import { sheetCalls, type SheetCalls } from "./calls.ts";
import { type TabKey, TABS } from "./columns.ts";
import { cellAt, type Layout, layoutOf, type TabLayout } from "./layout.ts";
import { logRows } from "./log-rows.ts";
import { type Claim, memoryFrom, type PlainCells } from "./memory.ts";
import { isNear, nearness } from "./nearness.ts";
import { appendRows, planBirths, planHistory, type Planned } from "./plan-appends.ts";
import { guardedNames, touchesGuarded } from "./protection.ts";
import { readPlan } from "./read-request.ts";
import type { SheetOptions } from "./session.ts";
import { planColumnsOf, planTabs, type Step } from "./setup.ts";
import { planPages, planSettingRows } from "./setup-content.ts";
import { planDashboardLook, planDashboardPlace } from "./setup-dashboard.ts";
import { planLook } from "./setup-look.ts";
import { witnessOf } from "./witness.ts";

/** What goes back into a log tab that was lost. */
export interface Restore {
  tickets: readonly Ticket[];
  office: Office;
  memory: SheetMemory | null;
  history: readonly HistoryLine[];
}

export interface SetupReport {
  /** What was made or repaired, a sentence each; empty when everything stood. */
  changes: string[];
  /** What only a person can repair. */
  problems: string[];
}

const TAGS = "developerMetadata(metadataId,metadataKey,metadataValue)";
const SETUP_FIELDS = [
  "spreadsheetId",
  "spreadsheetUrl",
  "properties(locale,timeZone)",
  TAGS,
  `sheets(${[
    "properties(sheetId,title,gridProperties(rowCount,columnCount))",
    TAGS,
    "filterViews(filterViewId,title)",
    "protectedRanges(range,warningOnly,requestingUserCanEdit,description)",
    "conditionalFormats",
    "charts(chartId,spec)",
    "tables(tableId,name)",
    `data(startRow,startColumn,rowData(values(${[
      "effectiveValue",
      "formattedValue",
      "dataValidation(condition)",
      "userEnteredFormat(numberFormat)",
    ].join(",")})),columnMetadata(${TAGS}))`,
  ].join(",")})`,
].join(",");

/**
 * Makes or repairs the office's spreadsheet; a second run changes nothing, and nothing that a
 * person made is deleted. Each stage looks again before the next, as ids come from Google.
 */
export async function setupSpreadsheet(
  client: GoogleClient,
  options: SheetOptions,
  restore?: Restore,
): Promise<SetupReport> {
  const calls = sheetCalls(client, options.spreadsheetId);
  const report: SetupReport = { changes: [], problems: [] };
  const before = layoutOf(await calls.inspect(SETUP_FIELDS));
  const lost = new Set(before.missing.map(({ key }) => key));
  const stages: ((layout: Layout) => Step[])[] = [
    planTabs,
    planColumnsOf,
    (layout) => [
      ...planSettingRows(layout, options.zone),
      ...planPages(layout),
      ...planDashboardPlace(layout),
    ],
    looks,
  ];
  let layout = before;
  for (const stage of stages) {
    const steps = stage(layout).filter(({ request }) => !isGuarded(layout, request));
    const done = await carryOut(calls, steps, report);
    // Looks need no second look; everything else the next stage must see.
    if (done && stage !== looks) layout = layoutOf(await calls.inspect(SETUP_FIELDS));
  }
  if (lost.size > 0 && restore) await putBack(calls, lost, options, restore, report);
  report.problems.push(...layout.problems, ...remarks(layout, options));
  return report;
}

/** What Google would refuse because somebody protected it; the remarks name the range. */
function isGuarded(layout: Layout, request: sheets_v4.Schema$Request): boolean {
  const { updateCells, repeatCell, setDataValidation, appendCells } = request;
  const start = updateCells?.start;
  const range = start
    ? {
        sheetId: start.sheetId ?? 0,
        startRowIndex: start.rowIndex ?? 0,
        endRowIndex: (start.rowIndex ?? 0) + (updateCells?.rows?.length ?? 1),
        startColumnIndex: start.columnIndex ?? 0,
        endColumnIndex: (start.columnIndex ?? 0) + 1,
      }
    : (repeatCell?.range ?? setDataValidation?.range ?? appendCells);
  const tab = [...layout.tabs.values()].find(({ sheetId }) => sheetId === range?.sheetId);
  return tab !== undefined && touchesGuarded(tab, appendCells ? {} : (range ?? {}));
}

function looks(layout: Layout): Step[] {
  return [...planLook(layout), ...planDashboardLook(layout)];
}

async function carryOut(
  calls: SheetCalls,
  steps: readonly Step[],
  report: SetupReport,
): Promise<boolean> {
  if (steps.length === 0) return false;
  const refused = new Set(await calls.writeRequests(steps));
  for (const { name, change } of steps) {
    if (refused.has(name)) report.problems.push(`Google menolak langkah setup "${name}".`);
    else if (change !== "") report.changes.push(change);
  }
  if (refused.size < steps.length && report.changes.length === 0) {
    report.changes.push("Tanda kolom dan tampilan diperbaiki.");
  }
  return true;
}

/** What goes back into tabs that were lost and stand empty again; the read shows no mere formats. */
async function putBack(
  calls: SheetCalls,
  lost: ReadonlySet<TabKey>,
  options: SheetOptions,
  restore: Restore,
  report: SetupReport,
): Promise<void> {
  const { spreadsheet } = await calls.read(readPlan(await calls.outline()));
  const { tabs } = layoutOf(spreadsheet);
  const log = tabs.get("log");
  const history = tabs.get("history");
  const planned: Planned[] = [];
  if (log && lost.has("log") && logRows(log, options).length === 0) {
    const rows = lostRows(log, options, restore);
    planned.push(...rows.planned);
    report.changes.push(`${rows.count} baris dikembalikan ke Log Aduan.`);
  }
  if (history && lost.has("history") && history.rows.length === 0) {
    planned.push(...planHistory(history, restore.history, options.zone));
    report.changes.push(`${restore.history.length} baris dikembalikan ke Riwayat.`);
  }
  if (planned.length > 0) await calls.writeRequests(planned);
}

/** Open tickets, claims, and typed rows that nobody owned, as of the last good reading. */
function lostRows(
  log: TabLayout,
  { zone, now }: SheetOptions,
  { tickets, office, memory: stored }: Restore,
): { planned: Planned[]; count: number } {
  const open = tickets.filter((ticket) => ticket.phase === "open");
  const memory = memoryFrom(stored);
  const claims = Object.entries(memory.claims);
  const claimed = claims.map(([number, claim]): PlainCells => ({
    ...claim.cells,
    number,
    code: number,
  }));
  const loose = memory.loose.filter((cells) => !isNearClaim(cells, claims, zone));
  const typed = [...claimed, ...loose];
  const planned = planBirths(log, open, office, now());
  if (typed.length > 0) planned.push({ name: "typed", request: appendRows(log, typed) });
  return { planned, count: open.length + typed.length };
}

function isNearClaim(
  cells: PlainCells,
  claims: readonly (readonly [string, Claim])[],
  zone: string,
): boolean {
  const content = witnessOf(
    {
      reportedAt: cells["reportedAt"] ?? null,
      channel: cells["channel"] ?? null,
      unit: cells["unit"] ?? null,
      reporter: cells["reporter"] ?? null,
      text: cells["text"] ?? null,
    },
    zone,
  );
  return claims.some(([, claim]) => isNear(nearness(claim.witness, content)));
}

function remarks(layout: Layout, { zone }: SheetOptions): string[] {
  const said: string[] = [];
  const timeZone = layout.spreadsheet.properties?.timeZone ?? "";
  if (timeZone !== "" && timeZone !== zone) {
    said.push(
      `Zona waktu berkas adalah ${timeZone}, bukan ${zone}. Ubah di File > Setelan, agar rumus waktu dan tanggal cocok.`,
    );
  }
  const locale = layout.spreadsheet.properties?.locale ?? "";
  if (!/^(id|in)(_|$)/i.test(locale)) {
    said.push(
      `Lokal berkas adalah ${locale}. Ubah ke Indonesia di File > Setelan, agar tanggal terbaca hari dahulu.`,
    );
  }
  for (const tab of layout.tabs.values()) {
    for (const name of guardedNames(tab)) {
      said.push(
        `Lembar "${tab.title}" (${name}) dilindungi; beri akun sistem hak menyunting agar dapat diisi dan diperbaiki.`,
      );
    }
    if ((tab.sheet.tables ?? []).length > 0) {
      said.push(
        `Lembar "${tab.title}" diubah menjadi Tabel; kembalikan ke rentang biasa bila ada penulisan yang ditolak.`,
      );
    }
  }
  return said;
}

/** What stands in the way of the worker, a sentence each; empty when all is well. Throws `RemoteError`. */
export async function checkSpreadsheet(
  client: GoogleClient,
  options: SheetOptions,
): Promise<string[]> {
  const calls = sheetCalls(client, options.spreadsheetId);
  const layout = layoutOf(await calls.inspect(SETUP_FIELDS));
  const read = TABS.filter((tab) => tab.read).length;
  if (layout.missing.filter((tab) => tab.read).length === read) {
    return ["Lembar kerja belum disiapkan. Jalankan setup."];
  }
  return [...layout.problems, ...remarks(layout, options), ...staffRemarks(layout)];
}

function staffRemarks(layout: Layout): string[] {
  const staff = layout.tabs.get("staff");
  if (!staff) return [];
  const roles = new Set(staff.rows.map((row) => textOf(cellAt(staff, row, "role"))));
  return ["Admin", "Kepala Seksi", "Kepala Bidang"]
    .filter((role) => !roles.has(role))
    .map((role) => `Belum ada ${role} di lembar Petugas.`);
}
