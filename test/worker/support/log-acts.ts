import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import { columnsOf, tabOf } from "../../../src/sheet/columns.ts";
import { change } from "../../sheet/support/repair.ts";
import { HELPDESK } from "./inbox.ts";
import { openOfficeAtWork, type OfficeAtWork } from "./office-at-work.ts";

export const LOG = "Log Aduan";
export const ASSIGNED = {
  Prioritas: "Sedang",
  "Tinjauan Lapangan": "Tidak perlu",
  Petugas: "Budi",
};
export const DONE = { Status: "Selesai", "Hasil Perbaikan": "ganti adaptor" };

/** Where the log's columns stand as long as nobody moves them. */
export function columnAt(key: string): number {
  return columnsOf("log").findIndex((column) => column.key === key);
}

/** An office whose complaints have an officer, its letters so far forgotten. */
export async function withAssigned(...units: string[]) {
  const world = await openOfficeAtWork();
  const numbers = await world.complaints(...units);
  await world.beats(3);
  await assign(world, numbers);
  await world.beats(1);
  world.sent.length = 0;
  return { world, numbers, first: numbers[0] ?? "" };
}

/** Staff assign them ten at a time: more at once would be a mass change. */
export async function assign(world: OfficeAtWork, numbers: readonly string[], cells = ASSIGNED) {
  for (let from = 0; from < numbers.length; from += 10) {
    for (const number of numbers.slice(from, from + 10)) world.type(number, cells);
    await world.beats(3);
  }
}

/** Mails of so many offices; each is a complaint. */
export async function mailsFrom(world: OfficeAtWork, ...offices: string[]): Promise<void> {
  for (const office of offices) {
    await world.arrive(
      `From: umum@${office}.example\nTo: ${HELPDESK}\nSubject: Internet ${office} mati\n\nKantor ${office} tidak dapat internet.`,
    );
  }
}

/** A value as pasting puts it into a cell of the log, whatever the cell's format. */
export async function put(
  world: OfficeAtWork,
  row: number,
  key: string,
  userEnteredValue: sheets_v4.Schema$ExtendedValue,
): Promise<void> {
  await change(world, {
    updateCells: {
      start: { sheetId: tabOf("log").sheetId, rowIndex: row, columnIndex: columnAt(key) },
      fields: "userEnteredValue",
      rows: [{ values: [{ userEnteredValue }] }],
    },
  });
}
