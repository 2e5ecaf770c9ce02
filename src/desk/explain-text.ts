import type { CountedPiece } from "./counted.ts";
import type { ExplainedRun } from "./explain-run.ts";
import type { ExplainedRung } from "./explain-rungs.ts";
import type { ExplainedLetter, Explanation } from "./explain.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import { wholeMinutes } from "./lateness.ts";
import type { LetterState } from "./letter.ts";
import { PART_WORDS, PARTS } from "./split.ts";
import type { RunOutcome } from "./ticket.ts";
import { HOUR, type Duration, type Instant } from "./time.ts";
import { durationWords, longInstant, shortInstant } from "./words.ts";

/** An explanation as lines in Indonesian, for the console. */
export function explanationText(explanation: Explanation, zone: string): string {
  return [
    `${explanation.number} – ${explanation.subject}${explanation.unit === "" ? "" : `, ${explanation.unit}`}`,
    `Keadaan per ${longInstant(explanation.asOf, zone)}`,
    ...(explanation.late === "" ? [] : [`${explanation.late}.`]),
    "",
    ...explanation.runs.flatMap((run) => [...runLines(run, zone), ""]),
    ...splitLines(explanation),
    ...section(
      "Surat:",
      explanation.letters.map((letter) => letterLine(letter, zone)),
    ),
    ...section(
      "Catatan:",
      explanation.remarks.map(({ at, text }) => `${shortInstant(at, zone)}  ${text}`),
    ),
  ].join("\n");
}

function runLines(run: ExplainedRun, zone: string): string[] {
  const at = (t: Instant) => shortInstant(t, zone);
  const opens = Number.isFinite(run.opensAt) ? at(run.opensAt) : "tidak pernah";
  const counted = run.opensAt === run.startedAt ? "" : `, dihitung mulai ${opens}`;
  const due = run.dueAt === null ? "tanpa batas saat ini" : at(run.dueAt);
  return [
    run.title,
    `  mulai ${at(run.startedAt)}${counted}`,
    `  batas ${limitWords(run.limit)}: ${due}`,
    ...grouped(run.pieces).map((piece) => `  ${pieceLine(piece, zone)}`),
    `  terpakai ${durationWords(run.used)}${run.late > 0 ? `, terlambat ${lateWords(run)}` : ""}`,
    `  ${endWords(run, zone)}`,
    ...run.rungs.map((rung) => `  ${rungLine(rung, zone)}`),
  ];
}

/** The SOP says 24 jam, not a day. */
function limitWords(limit: Duration): string {
  return limit % HOUR > 0 ? durationWords(limit) : `${limit / HOUR} jam`;
}

function pieceLine({ from, to, counted, why }: CountedPiece, zone: string): string {
  const span = `${shortInstant(from, zone)} – ${shortInstant(to, zone)}  ${durationWords(to - from)}`;
  return `${span}  ${counted ? "dihitung" : "tidak dihitung"}: ${why}`;
}

function lateWords({ late, causes }: ExplainedRun): string {
  const parts = wholeMinutes(late, causes).map(
    ({ why, length }) => `${durationWords(length)} ${why}`,
  );
  return `${durationWords(late)}${parts.length === 0 ? "" : ` (${parts.join(", ")})`}`;
}

function rungLine({ rung, at, how, why }: ExplainedRung, zone: string): string {
  const when = at === null || !Number.isFinite(at) ? "" : ` ${shortInstant(at, zone)}`;
  const [kind = "", to = ""] = rung.split("/");
  const what = `${RUNG_KINDS[kind] ?? kind} kepada ${ROLES[to] ?? to}`;
  if (how === "sent") return `${what}: dikirim${when}`;
  if (how === "to-come") return `${what}: menyusul${when} bila belum selesai`;
  return `${what}: tidak dikirim${when === "" ? "" : `, jatuh pada${when}`}; ${why}`;
}

/** Days in the same hands, and what does not count in a row (evening, Saturday, morning), are one line. */
function grouped(pieces: readonly CountedPiece[]): CountedPiece[] {
  const lines: CountedPiece[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const isOther = last?.counted !== piece.counted || (piece.counted && last.why !== piece.why);
    if (last === undefined || isOther) lines.push({ ...piece });
    else {
      last.to = piece.to;
      if (!last.why.split(", ").includes(piece.why)) last.why += `, ${piece.why}`;
    }
  }
  return lines;
}

function endWords(run: ExplainedRun, zone: string): string {
  if (run.endedAt === null || run.outcome === null) return "masih berjalan";
  const seen =
    run.seenFrom === null
      ? ""
      : `, terlihat antara ${shortInstant(run.seenFrom, zone)} dan saat itu`;
  const reason = run.reason === "" ? "" : ` (${run.reason})`;
  return `berakhir ${shortInstant(run.endedAt, zone)}${seen}: ${OUTCOMES[run.outcome]}${reason}`;
}

function splitLines({ split, phase }: Explanation): string[] {
  const age = phase === "open" ? "Umur aduan" : "Umur aduan sampai berakhir";
  return [
    `${age}: ${exactWords(split.age)}, terdiri atas`,
    ...PARTS.filter((part) => split[part] > 0).map(
      (part) => `  ${exactWords(split[part])}  ${PART_WORDS[part]}`,
    ),
    ...Object.entries(split.lateByOfficer).map(
      ([name, length]) => `  lewat batas selama di tangan ${name}: ${durationWords(length)}`,
    ),
  ];
}

/** To the second, so that a reader can add the parts up. */
function exactWords(length: number): string {
  const seconds = Math.floor(length / 1000);
  const hours = Math.floor(seconds / 3600);
  return `${hours}.${pad(Math.floor(seconds / 60) % 60)}.${pad(seconds % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

function letterLine(letter: ExplainedLetter, zone: string): string {
  const { kind, role, key, state, sentAt, plannedAt, detail } = letter;
  const when = shortInstant(sentAt ?? plannedAt, zone);
  const named = (LETTER_WORDS[kind] ?? kind).replace(" kepada pimpinan", "");
  const what = `${named} kepada ${ROLES[role] ?? role}`;
  return `${when}  ${what}: ${STATES[state]}${detail === "" ? "" : ` (${detail})`} [${key}]`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

const RUNG_KINDS: Record<string, string> = {
  warning: "pengingat",
  overdue: "pemberitahuan terlambat",
  escalation: "penyampaian",
};

const ROLES: Record<string, string> = {
  reporter: "pelapor",
  officer: "petugas",
  helpdesk: "admin helpdesk",
  "section-head": "Kepala Seksi",
  "division-head": "Kepala Bidang",
  "on-duty": "petugas piket",
  operator: "operator",
};

const OUTCOMES: Record<RunOutcome, string> = {
  "on-time": "tepat waktu",
  late: "terlambat",
  unmeasured: "tidak terukur",
  "not-owed": "tidak wajib",
  cancelled: "dibatalkan",
};

const STATES: Record<LetterState, string> = {
  planned: "menunggu dikirim",
  held: "ditahan sampai lembar kerja terbaca",
  handing: "sedang diserahkan",
  sent: "terkirim",
  unsure: "belum pasti terkirim",
  presumed: "dianggap terkirim",
  failed: "gagal",
  bounced: "ditolak penerima",
  withdrawn: "tidak dikirim, sebabnya sudah tiada",
  expired: "tidak dikirim, sudah lewat waktunya",
  tested: "dikirim ke alamat uji",
  suppressed: "tidak dikirim, Kirim Surat bukan ya",
  grouped: "digabung ke surat lain",
};
