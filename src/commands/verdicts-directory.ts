import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { findUnit } from "../desk/directory.ts";
import type { Message } from "../desk/message.ts";
import type { Unit } from "../desk/office.ts";
import { columnsOf } from "../sheet/columns.ts";
import { unitOf } from "../sheet/office-lines.ts";

/** The units of the regency under invented addresses, when no other directory is given. */
const EXAMPLE = join(import.meta.dirname, "example-directory.csv");

export type ReadDirectory = { ok: true; units: Unit[] } | { ok: false; problem: string };

/** The tab *OPD-Desa* as Google Sheets or Excel saves it as CSV; without a file the example. */
export async function readDirectory(file: string = EXAMPLE): Promise<ReadDirectory> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    return { ok: false, problem: `Direktori ${file} tidak dapat dibaca: periksa nama berkasnya.` };
  }
  const [header = [], ...lines] = csvLines(text.replace(/^\uFEFF/, ""));
  const columns = header.map((title) => keyOf(title));
  if (!columns.includes("name")) {
    return { ok: false, problem: `Baris pertama ${file} harus memuat kolom "Nama OPD/Desa".` };
  }
  const units: Unit[] = [];
  for (const [index, cells] of lines.entries()) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const unit = unitOf((key) => cells[columns.indexOf(key)] ?? null);
    if (typeof unit === "string") {
      return { ok: false, problem: `${file} baris ${index + 2}: ${unit}` };
    }
    units.push(unit);
  }
  return { ok: true, units };
}

/** Whose letter it is, when it opened no ticket; nobody's when a mail server wrote it. */
export function unitOfSender(
  { authors, verdict }: Message,
  units: readonly Unit[],
  freeMailDomains: readonly string[],
): string {
  if (verdict.class === "bounce") return "";
  const texts = { subject: "", body: "", signature: "" };
  return findUnit(units, authors, texts, "", freeMailDomains)?.name ?? "";
}

function keyOf(title: string): string {
  return columnsOf("units").find(({ header }) => header === title.trim())?.key ?? "";
}

/** RFC 4180; an Indonesian Excel parts cells by semicolons. */
function csvLines(text: string): string[][] {
  const [first = ""] = text.split("\n", 1);
  const separator = first.includes(";") ? ";" : ",";
  const lines: string[][] = [];
  let cells: string[] = [];
  // Quoted pieces, separators, line ends, and what stands between them.
  for (const [piece] of text.matchAll(/"(?:[^"]|"")*"?|[,;]|\r?\n|[^",;\n]+/g)) {
    if (piece === separator) cells.push("");
    else if (piece.endsWith("\n") && !piece.startsWith('"')) {
      lines.push(cells);
      cells = [];
    } else {
      const said = piece.startsWith('"') ? piece.slice(1).replace(/"$/, "") : piece;
      cells.push(`${cells.pop() ?? ""}${said.replaceAll('""', '"').replaceAll("\r", "")}`);
    }
  }
  return [...lines, cells];
}
