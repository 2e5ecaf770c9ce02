import { expect } from "vitest";
import type { Row } from "./memory-sheet.ts";
import { type Desk, numberOf, openDesk } from "./office-model.ts";

export const FIRST = numberOf(1);
export const SECOND = numberOf(2);
export const THIRD = numberOf(3);

export const DINKES = {
  unit: "Dinas Kesehatan",
  reporter: "Rina",
  text: "Internet di ruang pelayanan mati sejak pagi, lampu LOS merah",
} as const;
export const DISHUB = {
  unit: "Dinas Perhubungan",
  reporter: "Slamet",
  text: "WiFi lantai dua lambat sekali untuk rapat daring",
} as const;
export const PUPR = {
  unit: "Dinas PUPR",
  reporter: "Agus",
  text: "Tidak dapat membuka aplikasi perizinan, halaman kosong",
} as const;
export const TELEPHONE = { channel: "Telepon", ...DISHUB };

/** A desk with one ticket of a mail whose row stands and was seen. */
export async function withMail(): Promise<Desk> {
  const desk = openDesk();
  desk.mail(DINKES);
  await desk.passes(3);
  expect(desk.numbers()).toEqual([FIRST]);
  return desk;
}

export async function withMails(): Promise<Desk> {
  const desk = openDesk();
  for (const fields of [DINKES, DISHUB, PUPR]) {
    desk.mail(fields);
    await desk.pass();
  }
  await desk.passes(2);
  expect(desk.numbers()).toEqual([FIRST, SECOND, THIRD]);
  return desk;
}

export function copyOf(row: Row, changes: Row = {}): Row {
  return { ...row, ...changes };
}

export function isFrozen(desk: Desk, number: string): boolean {
  return desk.view.present.includes(number) && desk.view.facts.every((f) => f.number !== number);
}
