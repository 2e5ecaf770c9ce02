import type { Instant } from "../desk/time.ts";
import type { HistoryLine } from "../worker/sheet-port.ts";
import type { Identity } from "./identity.ts";
import type { LogRow } from "./log-rows.ts";
import type { Entry } from "./memory.ts";

export interface Healing {
  tickets: Record<string, Entry>;
  /** For *Riwayat*: what became of a number, once each time. */
  lines: HistoryLine[];
}

/**
 * Rows that no longer bear the number they had, and get it back by this reading's write (B067). A
 * number that cannot be written, since somebody protects its cell, is told once.
 */
export function healing(
  entries: Readonly<Record<string, Entry>>,
  identity: Identity,
  byId: ReadonlyMap<string, LogRow>,
  now: Instant,
): Healing {
  const tickets: Record<string, Entry> = {};
  const lines: HistoryLine[] = [];
  for (const [number, { row: seen }] of identity.bound) {
    const entry = entries[number];
    const row = byId.get(seen.id);
    if (!entry?.confirmed || !row) continue;
    const isLost = row.number !== number;
    if (isLost === (entry.unnumbered ?? false)) continue;
    tickets[number] = { ...entry, unnumbered: isLost };
    if (isLost) lines.push(healedLine(number, row, now));
  }
  return { tickets, lines };
}

function healedLine(number: string, { typed }: LogRow, now: Instant): HistoryLine {
  const found = typed === "" ? "terhapus" : `berisi "${typed.slice(0, 40)}"`;
  return {
    id: `${number}/nomor/${now}`,
    at: now,
    number,
    what: "Nomor dikembalikan",
    who: "sistem",
    detail: `Sel No. Aduan ${found}; nomor baris ini ditulis lagi.`,
  };
}
