import type { Heartbeat } from "../worker/sheet-port.ts";
import { longInstant } from "../desk/words.ts";
import { cut, shows, textOf } from "./cells.ts";
import { OWNER_TAG, type TabKey } from "./columns.ts";
import { cellAt, type Layout, type TabLayout } from "./layout.ts";
import type { Planned } from "./plan-appends.ts";
import type { CellWrite } from "./plan-cells.ts";
import { normal } from "./witness.ts";

/** Rows of *Pengaturan* that the worker speaks through. */
export const LAST_RUN = "Terakhir berjalan";
export const WARNING = "Peringatan sistem";

/** The column *Masalah* of a tab: a sentence beside each line that could not be read. */
export function planProblems(tab: TabLayout, problems: ReadonlyMap<number, string>): CellWrite[] {
  const writes: CellWrite[] = [];
  for (const row of tab.rows) {
    const name = normal(textOf(cellAt(tab, row, "name")));
    if (tab.tab.key === "settings" && name === normal(WARNING)) continue;
    const value = problems.get(row.index) ?? "";
    if (!shows(cellAt(tab, row, "problem"), value)) {
      writes.push({ column: "problem", row: row.index, value });
    }
  }
  return writes;
}

/** *Terakhir berjalan* with each heartbeat, *Peringatan sistem* whenever it changes. */
export function planSpeech(
  tab: TabLayout,
  remarks: readonly string[],
  heartbeat: Heartbeat | null,
  zone: string,
): CellWrite[] {
  const writes: CellWrite[] = [];
  const said = cut([...new Set(remarks)].join("\n"));
  for (const row of tab.rows) {
    const name = normal(textOf(cellAt(tab, row, "name")));
    if (name === normal(WARNING) && !shows(cellAt(tab, row, "problem"), said)) {
      writes.push({ column: "problem", row: row.index, value: said });
    }
    if (name === normal(LAST_RUN) && heartbeat !== null) {
      writes.push({ column: "fallback", row: row.index, value: longInstant(heartbeat.at, zone) });
    }
  }
  return writes;
}

export function ownerOf({ spreadsheet }: Layout): Heartbeat | null {
  const tag = spreadsheet.developerMetadata?.find((each) => each.metadataKey === OWNER_TAG);
  try {
    const value: unknown = JSON.parse(tag?.metadataValue ?? "null");
    return isHeartbeat(value) ? value : null;
  } catch {
    return null;
  }
}

function isHeartbeat(value: unknown): value is Heartbeat {
  if (typeof value !== "object" || value === null) return false;
  const { installation, host, at } = value as Partial<Record<keyof Heartbeat, unknown>>;
  return typeof installation === "string" && typeof host === "string" && typeof at === "number";
}

export function planOwner({ spreadsheet }: Layout, heartbeat: Heartbeat | null): Planned[] {
  if (heartbeat === null) return [];
  const tag = spreadsheet.developerMetadata?.find((each) => each.metadataKey === OWNER_TAG);
  const metadataValue = JSON.stringify(heartbeat);
  if (tag?.metadataId == null) {
    const developerMetadata = {
      metadataKey: OWNER_TAG,
      metadataValue,
      visibility: "DOCUMENT",
      location: { spreadsheet: true },
    };
    return [{ name: "owner", request: { createDeveloperMetadata: { developerMetadata } } }];
  }
  const { metadataId } = tag;
  const request = {
    updateDeveloperMetadata: {
      dataFilters: [{ developerMetadataLookup: { metadataId } }],
      developerMetadata: { metadataValue },
      fields: "metadataValue",
    },
  };
  return [{ name: "owner", request }];
}

export const PROBLEM_TABS: readonly TabKey[] = ["settings", "staff", "units", "days", "duty"];
