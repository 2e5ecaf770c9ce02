import { readFile } from "node:fs/promises";

import { type Calendar, makeCalendar } from "../desk/calendar.ts";
import { SECOND, type Instant } from "../desk/time.ts";
import { instant } from "../desk/words.ts";
import { parseVectors, type Vector, type VectorFile } from "./vectors-file.ts";

export const VECTORS_HELP = `aduan vectors BERKAS

Menguji hitungan waktu kerja terhadap nilai-nilai dalam BERKAS (JSON) dan mencetak sepuluh
ketidakcocokan pertama, lalu "N passed, N failed". Kode keluar 0 bila semua cocok, 1 bila
ada yang tidak cocok, 2 bila berkas tidak dapat dibaca.

Bentuk berkas:
  {"calendars": {"nama": {"zone": "Asia/Jakarta",
     "weekly": {"1-4": [["07:30", "12:00"], ["13:00", "16:00"]], "5": [["07:30", "11:30"]]},
     "periods": [{"from": "2027-02-08", "to": "2027-03-09", "weekly": {}}],
     "off": ["2027-01-01"], "on": [{"date": "2027-01-02", "windows": [["08:00", "12:00"]]}]}},
   "cases": [
     {"calendar": "nama", "ask": "due", "from": "2027-01-04T08:00:00+07:00",
      "count": "working", "limitSeconds": 600,
      "opens": "2027-01-04T08:00:00+07:00", "due": "2027-01-04T08:10:00+07:00"},
     {"calendar": "nama", "ask": "between", "from": "…", "to": "…", "seconds": 600}]}

count: working (jam kerja), working-days (24 jam hari kerja), clock (jam dinding).`;

const SHOWN = 10;

/** Holds the calendar against a file of expected values. Returns the exit code: 0, 1, or 2 for bad input. */
export async function vectors(args: string[], out: (line: string) => void): Promise<number> {
  const [path, ...rest] = args;
  if (args.includes("--help")) {
    out(VECTORS_HELP);
    return 0;
  }
  if (path === undefined || rest.length > 0) {
    out("Sebutkan tepat satu berkas: aduan vectors BERKAS (lihat aduan vectors --help)");
    return 2;
  }
  const read = await readVectors(path);
  if (!read.ok) {
    for (const problem of read.problems) out(problem);
    return 2;
  }
  return report(read.file, out);
}

type Read = { ok: true; file: VectorFile } | { ok: false; problems: string[] };

async function readVectors(path: string): Promise<Read> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return { ok: false, problems: [`Berkas "${path}" tidak dapat dibaca: ${code}`] };
  }
  return parseVectors(text);
}

function report({ calendars, cases }: VectorFile, out: (line: string) => void): number {
  const made = new Map<string, Calendar>();
  for (const [name, { rules, off }] of calendars) made.set(name, makeCalendar(rules, off));
  let failed = 0;
  for (const [index, vector] of cases.entries()) {
    const calendar = made.get(vector.calendar);
    const problem = calendar === undefined ? "kalender tidak dikenal" : mismatch(calendar, vector);
    if (problem === "") continue;
    failed += 1;
    if (failed <= SHOWN) out(`kasus ${index + 1} (${vector.calendar}): ${problem}`);
  }
  out(`${cases.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** What differs, in words, or `""`. */
function mismatch(calendar: Calendar, vector: Vector): string {
  if (vector.ask === "between") {
    const counted = calendar.measureWorking(vector.from, vector.to) / SECOND;
    return counted === vector.seconds
      ? ""
      : `diharapkan ${vector.seconds} detik, dihitung ${counted}`;
  }
  const opens = calendar.nextOpening(vector.from);
  const problem = difference("mulai dihitung", vector.opens, opens, calendar.zone);
  return problem === ""
    ? difference("batas waktu", vector.due, due(calendar, vector, opens), calendar.zone)
    : problem;
}

function due(calendar: Calendar, vector: Vector & { ask: "due" }, opens: Instant): Instant {
  if (vector.count === "jam dinding") return opens + vector.limit;
  return vector.count === "jam kerja"
    ? calendar.addWorking(vector.from, vector.limit)
    : calendar.addWorkingDayHours(vector.from, vector.limit);
}

function difference(what: string, expected: Instant, got: Instant, zone: string): string {
  if (expected === got) return "";
  const said = Number.isFinite(got) ? withSeconds(got, zone) : "tidak pernah";
  return `${what} diharapkan ${withSeconds(expected, zone)}, dihitung ${said}`;
}

function withSeconds(t: Instant, zone: string): string {
  const seconds = Math.floor(t / SECOND) % 60;
  return seconds === 0 ? instant(t, zone) : `${instant(t, zone)} lewat ${seconds} detik`;
}
