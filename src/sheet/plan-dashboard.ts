import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import type { Dashboard } from "../worker/sheet-port.ts";
import { DASHBOARD_WIDTH, dashboardLines, type DashboardLine } from "./dashboard-lines.ts";
import { writablePlace } from "./dashboard-place.ts";
import type { Layout } from "./layout.ts";
import { extended, type Planned } from "./plan-appends.ts";

/**
 * The figures of *Dasbor*, the whole block at once; blank cells clear what stood there. It is the
 * worker's own, as *Sistem* is: what came out wrong stands right a quarter of an hour later.
 */
export function planDashboard(
  layout: Layout,
  dashboard: Dashboard | null,
  zone: string,
): Planned[] {
  const tab = layout.tabs.get("dashboard");
  const place = tab ? writablePlace(tab) : null;
  if (dashboard === null || !tab || place === null) return [];
  const request = {
    updateCells: {
      start: { sheetId: tab.sheetId, rowIndex: place.top, columnIndex: place.left },
      fields: "userEnteredValue",
      rows: dashboardLines(dashboard, zone).map((line) => ({ values: cellsOf(line) })),
    },
  };
  return [{ name: "dashboard", request }];
}

/** A sentence for *Pengaturan* when the figures have no place to stand; an office may delete the tab. */
export function dashboardRemarks(layout: Layout): string[] {
  const tab = layout.tabs.get("dashboard");
  if (!tab || writablePlace(tab) !== null) return [];
  return [
    `Angka di lembar "${tab.title}" tidak diperbarui karena tempatnya tidak ditemukan. Jalankan setup.`,
  ];
}

function cellsOf(line: DashboardLine): sheets_v4.Schema$CellData[] {
  return Array.from({ length: DASHBOARD_WIDTH }, (_, column) => {
    const value = line[column] ?? "";
    return value === "" ? {} : { userEnteredValue: extended(value) };
  });
}
