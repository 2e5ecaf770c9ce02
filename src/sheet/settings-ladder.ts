import type { Policy, Rung, RungAudience } from "../desk/policy.ts";
import { HOUR, MINUTE, type Duration } from "../desk/time.ts";
import { type Cell, textOf } from "./cells.ts";
import type { Setting } from "./settings.ts";

type Key = Pick<Rung, "step" | "kind" | "to">;

/** One working day of an ordinary office, 7.5 working hours, as people would rather write it. */
const WORKING_DAY: Duration = 7.5 * HOUR;
const LONGEST: Duration = 10 * WORKING_DAY;
const OFF = "tidak";
const AT_ONCE = "langsung";

const TO: Record<RungAudience, string> = {
  officer: "Petugas",
  helpdesk: "Admin",
  "section-head": "Kepala Seksi",
  "division-head": "Kepala Bidang",
};

const RUNGS: readonly Key[] = [
  ...([3, 4, 5] as const).flatMap((step): Key[] => {
    const to = step === 3 ? "helpdesk" : "officer";
    const head: Key = { step, kind: "escalation", to: "section-head" };
    return [{ step, kind: "warning", to }, { step, kind: "overdue", to }, head];
  }),
  { step: 4, kind: "escalation", to: "division-head" },
  { step: 5, kind: "escalation", to: "division-head" },
];

/** The ladder of DOMAIN 1.7, a row for each rung, in the order in which a ticket meets them. */
export const LADDER_SETTINGS: readonly Setting[] = RUNGS.toSorted((a, b) => a.step - b.step).map(
  (key) => ({
    name: nameOf(key),
    explanation: explanationOf(key),
    example: exampleOf(key),
    show: (policy) => showRung(find(policy, key)),
    take: (policy, cell) => takeRung(policy, key, cell),
  }),
);

function nameOf({ step, kind, to }: Key): string {
  if (kind === "warning") return `Pengingat Langkah ${step}`;
  if (kind === "overdue") return `Surat Terlambat Langkah ${step}`;
  return `Eskalasi Langkah ${step} ke ${TO[to]}`;
}

function explanationOf({ step, kind, to }: Key): string {
  const off = "Tulis tidak bila surat ini tidak diperlukan.";
  if (kind === "warning") {
    return `Jam kerja sebelum batas langkah ${step}; pengingat kepada ${TO[to]}. ${off}`;
  }
  if (kind === "overdue") {
    return `Jam kerja setelah batas langkah ${step}; surat kepada ${TO[to]}. ${off}`;
  }
  return `Jam kerja setelah batas langkah ${step}; surat kepada ${TO[to]}. Bagian kedua untuk Prioritas Tinggi. ${off}`;
}

function exampleOf({ kind }: Key): string {
  if (kind === "warning") return "15 menit, 4 jam, atau tidak";
  if (kind === "overdue") return "langsung, 15 menit, atau tidak";
  return "1 jam; Tinggi: langsung";
}

function find({ ladder }: Policy, { step, kind, to }: Key): Rung | undefined {
  return ladder.find((rung) => rung.step === step && rung.kind === kind && rung.to === to);
}

function showRung(rung: Rung | undefined): string {
  if (!rung) return OFF;
  const ordinary = durationText(Math.abs(rung.offset));
  if (rung.offset === rung.offsetHigh) return ordinary;
  return `${ordinary}; Tinggi: ${durationText(Math.abs(rung.offsetHigh))}`;
}

function durationText(length: Duration): string {
  if (length === 0) return AT_ONCE;
  if (length % WORKING_DAY === 0) return `${length / WORKING_DAY} hari kerja`;
  const hours = Math.floor(length / HOUR);
  const minutes = (length % HOUR) / MINUTE;
  const parts = [hours > 0 ? `${hours} jam` : "", minutes > 0 ? `${minutes} menit` : ""];
  return parts.filter((part) => part !== "").join(" ");
}

function takeRung(policy: Policy, key: Key, cell: Cell): Policy | string | undefined {
  const text = textOf(cell).toLowerCase();
  const others = policy.ladder.filter((rung) => rung !== find(policy, key));
  if (text === OFF) return { ...policy, ladder: others };
  const read = readOffsets(text);
  if (!read) return undefined;
  const wrong = reasonAgainst(policy, key, read);
  if (wrong !== "") return wrong;
  const sign = key.kind === "warning" ? -1 : 1;
  const rung = { ...key, offset: sign * read.ordinary, offsetHigh: sign * read.high };
  return { ...policy, ladder: [...others, rung].toSorted(asMet) };
}

interface Offsets {
  ordinary: Duration;
  high: Duration;
}

/** `1 jam`, or `1 jam; Tinggi: langsung`. Without a second part both are alike. */
function readOffsets(text: string): Offsets | undefined {
  const [first = "", second, ...rest] = text.split(";").map((part) => part.trim());
  if (rest.length > 0) return undefined;
  const ordinary = readLength(first);
  const said = second === undefined ? first : /^tinggi\s*:?\s*(.+)$/.exec(second)?.[1];
  const high = readLength(said ?? "");
  return ordinary === undefined || high === undefined ? undefined : { ordinary, high };
}

const UNITS: Record<string, Duration> = {
  menit: MINUTE,
  mnt: MINUTE,
  jam: HOUR,
  "hari kerja": WORKING_DAY,
};

/** `45 menit`, `1 jam 30 menit`, `1 hari kerja`, `langsung`; a bare number is minutes, as in limits. */
function readLength(text: string): Duration | undefined {
  if (text === AT_ONCE || text === "0") return 0;
  if (/^\d{1,4}$/.test(text)) return Number(text) * MINUTE;
  let length = 0;
  let rest = text;
  while (rest !== "") {
    const part = /^(\d{1,4})\s*(menit|mnt|jam|hari kerja)\s*/.exec(rest);
    if (!part) return undefined;
    length += Number(part[1]) * (UNITS[part[2] ?? ""] ?? 0);
    rest = rest.slice(part[0].length);
  }
  return text === "" ? undefined : length;
}

function reasonAgainst(policy: Policy, { step, kind }: Key, { ordinary, high }: Offsets): string {
  if (Math.max(ordinary, high) > LONGEST) return "paling lama 10 hari kerja";
  if (kind === "warning") {
    if (Math.min(ordinary, high) === 0) return "pengingat harus sebelum batas";
    if (Math.max(ordinary, high) >= policy.limits[step]) {
      return `pengingat harus lebih singkat daripada Batas Langkah ${step}`;
    }
    return "";
  }
  return high > ordinary ? "untuk Prioritas Tinggi tidak boleh lebih lambat" : "";
}

const KINDS: readonly Rung["kind"][] = ["warning", "overdue", "escalation"];

/** By step, then as time passes: the ladder is searched from the front. */
function asMet(a: Rung, b: Rung): number {
  if (a.step !== b.step) return a.step - b.step;
  if (a.kind !== b.kind) return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
  return a.to === b.to ? 0 : a.to === "section-head" ? -1 : 1;
}
