import type { Instant } from "../../desk/time.ts";
import type { Person } from "../example-office.ts";
import type { CellsAct, Expectation } from "./act.ts";

/** Times of one November day of 2026 in Kudus: `on(23)("08.05.20")`. */
export function on(day: number): (time: string) => Instant {
  return (time) => {
    const [hours = "00", minutes = "00", seconds = "00"] = time.split(".");
    return Date.parse(`2026-11-${day}T${hours}:${minutes}:${seconds}+07:00`);
  };
}

/** A ticket of its own whose number goes to its writer, or to somebody else, or (null) to nobody. */
export function ticket(to: Person | null): Expectation {
  return { becomes: "ticket", acknowledgedTo: to?.address ?? null };
}

export function partOf(of: string, { shown = true } = {}): Expectation {
  return { becomes: "part", of, shown };
}

export function nothing({ listed }: { listed: boolean }): Expectation {
  return { becomes: "nothing", listed };
}

type Priority = "Tinggi" | "Sedang" | "Rendah";

/** Step 3: staff decide how urgent it is, whether somebody must go there, and who does it. */
export function assign(
  at: Instant,
  of: string,
  [priority, visit, officer]: [Priority, "Perlu" | "Tidak perlu", Person],
): CellsAct {
  return {
    do: "cells",
    at,
    of,
    cells: {
      Prioritas: priority,
      "Tinjauan Lapangan": visit,
      Petugas: officer.name,
      Status: "Dikerjakan",
    },
  };
}

export function solve(at: Instant, of: string, cause: string, result: string): CellsAct {
  return {
    do: "cells",
    at,
    of,
    cells: { Penyebab: cause, "Hasil Perbaikan": result, Status: "Selesai" },
  };
}

export function setStatus(
  at: Instant,
  of: string,
  status: string,
  cells: Record<string, string> = {},
): CellsAct {
  return { do: "cells", at, of, cells: { ...cells, Status: status } };
}
