import type { RecapHead } from "../desk/recap-head.ts";
import { type RecapLine, withRest } from "../desk/recap-lines.ts";
import { SOP_STEPS } from "../desk/sop.ts";
import { longInstant, monthWords } from "../desk/words.ts";
import type { Dashboard } from "../worker/sheet-port.ts";

/** A line of *Dasbor*; `""` is a blank cell. */
export type DashboardLine = readonly (string | number)[];

/** Columns of the worker's block; what is right of it and below it is the office's. */
export const DASHBOARD_WIDTH = 8;
/** The months of the recap: the running one and the five before. */
const MONTHS = 6;
/** Of categories, units, causes, channels and officers; the rest in one line. */
const LONGEST_LIST = 10;

/** What the block consists of, from the top; each part with a blank line after it. */
const PARTS = {
  head: 2,
  open: 1 + 9,
  months: 1 + MONTHS,
  steps: 1 + 5,
  categories: 1 + LONGEST_LIST,
  units: 1 + LONGEST_LIST,
  causes: 1 + LONGEST_LIST,
  channels: 1 + LONGEST_LIST,
  officers: 1 + LONGEST_LIST,
} as const;
export type DashboardPart = keyof typeof PARTS;

/** First line of a part and the one after its last, counted from the block's top. */
export function linesOf(part: DashboardPart): { from: number; to: number } {
  let from = 0;
  for (const [name, height] of Object.entries(PARTS)) {
    if (name === part) break;
    from += height + 1;
  }
  return { from, to: from + PARTS[part] };
}

export const DASHBOARD_HEIGHT = linesOf("officers").to;

/** Stands in the first cell until the worker has counted once. */
export const NOT_COUNTED = "Keadaan: belum dihitung. Angka muncul setelah sistem berjalan.";

/** Whether a cell is the block's first; it is how the worker finds the block again. */
export function isHeadline(text: string): boolean {
  return /^Keadaan[ :]/.test(text);
}

/** The whole block, line by line, always of the same height, so that charts know their cells. */
export function dashboardLines({ digest, recap }: Dashboard, zone: string): DashboardLine[] {
  const month = monthWords(recap.month);
  const lists: [DashboardPart, string, readonly RecapLine[]][] = [
    ["categories", "Kategori", recap.categories],
    ["units", "OPD/desa", recap.units],
    ["causes", "Penyebab", recap.causes],
    ["channels", "Kanal", recap.channels],
    ["officers", "Petugas", recap.officers],
  ];
  const block = new Map<DashboardPart, DashboardLine[]>([
    ["head", [[headline(digest, zone)], [NOTE]]],
    ["open", openLines(digest)],
    ["months", monthLines([...recap.before, recap.head])],
    ["steps", stepLines(recap, month)],
    ...lists.map(([part, name, lines]): [DashboardPart, DashboardLine[]] => [
      part,
      listLines(`${name}, ${month}`, lines),
    ]),
  ]);
  const lines = Array.from({ length: DASHBOARD_HEIGHT }, (): DashboardLine => []);
  for (const [part, its] of block) {
    const { from } = linesOf(part);
    for (const [nth, line] of its.entries()) lines[from + nth] = line;
  }
  return lines;
}

const NOTE =
  "Ditulis ulang oleh sistem paling sering setiap 15 menit. Angka bulanan menghitung aduan yang masuk pada bulan itu, seperti rekapitulasi bulanan.";

type Digest = Dashboard["digest"];

function headline(digest: Digest, zone: string): string {
  const at = `Keadaan ${longInstant(digest.asOf, zone)}`;
  if (digest.openCount === 0) return `${at}: tidak ada aduan terbuka.`;
  const parts = [
    [digest.late.length, "melewati batas waktu"],
    [digest.dueToday.length, "jatuh tempo hari ini"],
    [digest.unassigned.length, "belum ditugaskan"],
    [digest.waitingReporter.length + digest.waitingThirdParty.length, "menunggu pihak lain"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${at}: ${[`${digest.openCount} aduan terbuka`, ...said].join(", ")}.`;
}

/** Each open complaint stands in one line, as in the daily digest, so that they add up. */
function openLines(digest: Digest): DashboardLine[] {
  const states: [string, number][] = [
    ["Melewati batas waktu", digest.late.length],
    ["Jatuh tempo hari ini", digest.dueToday.length],
    ["Belum ditugaskan", digest.unassigned.length],
    ["Menunggu pelapor", digest.waitingReporter.length],
    ["Menunggu pihak ketiga", digest.waitingThirdParty.length],
  ];
  const named = states.reduce((sum, [, count]) => sum + count, 0);
  return [
    ["Aduan terbuka", "Jumlah"],
    ...states,
    ["Batas waktu kemudian", digest.openCount - named],
    ["Seluruh aduan terbuka", digest.openCount],
    ["Aduan baru sejak laporan harian terakhir", digest.newCount],
    ["Selesai sejak laporan harian terakhir", digest.doneCount],
  ];
}

/** Came in = all the columns after it. */
function monthLines(heads: readonly RecapHead[]): DashboardLine[] {
  const titles = ["Tepat waktu", "Terlambat", "Tidak terukur", "Tanpa batas", "Dibatalkan"];
  return [
    ["Bulan masuk", "Masuk", ...titles, "Masih terbuka"],
    ...heads.map((head) => [
      monthWords(head.month),
      head.cameIn,
      head.onTime,
      head.late,
      head.unmeasured,
      head.withoutClock,
      head.cancelled,
      head.open,
    ]),
  ];
}

function stepLines({ steps }: Dashboard["recap"], month: string): DashboardLine[] {
  return [
    [
      `Langkah SOP, ${month}`,
      "Tepat waktu",
      "Terlambat",
      "Tidak terukur",
      "Berjalan",
      "Tidak dihitung",
    ],
    ...steps.map(({ step, onTime, late, unmeasured, running, notCounted }) => [
      SOP_STEPS.find((each) => each.step === step)?.name ?? "",
      onTime,
      late,
      unmeasured,
      running,
      notCounted,
    ]),
  ];
}

/** Most frequent first. */
function listLines(title: string, lines: readonly RecapLine[]): DashboardLine[] {
  return [
    [title, "Masuk", "Selesai", "Tepat waktu", "Terlambat"],
    ...withRest(lines, LONGEST_LIST).map(({ name, count, done, onTime, late }) => [
      name === "" ? "(belum diisi)" : name,
      count,
      done,
      onTime,
      late,
    ]),
  ];
}
