import type { Ticket } from "./ticket.ts";
import type { Instant } from "./time.ts";

/** In whose hands a ticket lay. `nobody`: it was closed or cancelled. */
export type Holder =
  | "ours"
  | "thirdParty"
  | "waitingReporter"
  | "unassigned"
  | "downtime"
  | "nobody";

export interface CustodyPiece {
  from: Instant;
  to: Instant;
  holder: Holder;
  /** In Indonesian, to stand after a length of time: `menunggu pelapor`. */
  why: string;
  /** Names standing in *Petugas* meanwhile. */
  officers: readonly string[];
}

export interface Downtime {
  from: Instant;
  to: Instant;
}

/**
 * In whose hands the ticket lay, from its report to `until`, in order and without gaps. A known
 * wait beats our own downtime, and downtime beats staff: nobody answers for what the worker missed.
 */
export function custody(
  ticket: Ticket,
  downtimes: readonly Downtime[],
  until: Instant,
): CustodyPiece[] {
  const from = ticket.complaint.reportedAt;
  if (from >= until) return [];
  const rests = restsBetweenRounds(ticket);
  const edges = [
    ...ticket.stretches.map((stretch) => stretch.from),
    ...ticket.runs.flatMap((run) => [run.startedAt, run.endedAt ?? until]),
    ...ticket.runs.flatMap((run) => run.holds.flatMap((hold) => [hold.from, hold.to ?? until])),
    ...[...downtimes, ...rests].flatMap((span) => [span.from, span.to]),
  ].filter((edge) => from < edge && edge < until);
  const cuts = [...new Set([from, ...edges])].toSorted((a, b) => a - b);
  return cuts.map((start, nth) => ({
    from: start,
    to: cuts[nth + 1] ?? until,
    ...holderAt(ticket, downtimes, rests, start),
  }));
}

function holderAt(
  ticket: Ticket,
  downtimes: readonly Downtime[],
  rests: readonly Downtime[],
  t: Instant,
): Omit<CustodyPiece, "from" | "to"> {
  const stretch = ticket.stretches.findLast((each) => each.from <= t);
  const officers = stretch?.officers ?? [];
  const by = (holder: Holder, why: string) => ({ holder, why, officers });
  if (covers(rests, t)) return by("nobody", "aduan sudah ditutup");
  if (stretch?.status === "Dibatalkan") return by("nobody", "aduan dibatalkan");
  if (stretch?.status === "Menunggu Pihak Ketiga") return by("thirdParty", thirdPartyWords(ticket));
  if (waitsForReporter(ticket, stretch?.status, t))
    return by("waitingReporter", "menunggu pelapor");
  if (covers(downtimes, t)) return by("downtime", "gangguan sistem aduan");
  const isReopened = stepThreeAt(ticket, t, (round) => round > 1);
  if (officers.length === 0 || isReopened) return by("unassigned", "sebelum ditugaskan");
  return by("ours", "penanganan petugas");
}

/** In step 3 the hold decides, since a reply ends it while the cell still says *Menunggu Info*. */
function waitsForReporter(ticket: Ticket, status: string | undefined, t: Instant): boolean {
  const isHeld = ticket.runs.some(
    (run) =>
      run.step === 3 &&
      run.holds.some((hold) => hold.from <= t && (hold.to === null || t < hold.to)),
  );
  return isHeld || (status === "Menunggu Info" && !stepThreeAt(ticket, t, () => true));
}

function stepThreeAt(ticket: Ticket, t: Instant, isRound: (round: number) => boolean): boolean {
  return ticket.runs.some(
    (run) =>
      run.step === 3 &&
      isRound(run.round) &&
      run.startedAt <= t &&
      (run.endedAt === null || t < run.endedAt),
  );
}

/** From the end of a round's last run to the start of the next round. */
function restsBetweenRounds(ticket: Ticket): Downtime[] {
  const rests: Downtime[] = [];
  for (let round = 2; round <= ticket.round; round++) {
    const ends = ticket.runs.flatMap((run) => (run.round === round - 1 ? [run.endedAt ?? 0] : []));
    const starts = ticket.runs.flatMap((run) => (run.round === round ? [run.startedAt] : []));
    rests.push({ from: Math.max(...ends), to: Math.min(...starts) });
  }
  return rests;
}

export function covers(spans: readonly Downtime[], t: Instant): boolean {
  return spans.some((span) => span.from <= t && t < span.to);
}

/**
 * Whom the ticket waits for, where staff have said so: in the cells for causes, or in a remark that
 * speaks of waiting. A remark that only mentions the power or the provider says nothing of the kind.
 */
function thirdPartyWords({ fields }: Ticket): string {
  const cause = fields.cause.trim() === "" ? fields.suspectedCause : fields.cause;
  const named = WAITS.find(({ clue }) => clue.test(cause));
  const waits = AWAITED.exec(fields.remark)?.[1] ?? "";
  const found = named ?? WAITS.find(({ clue }) => clue.test(waits));
  return found?.words ?? "menunggu pihak ketiga";
}

/** What follows the word, to the end of its sentence and no further than a few words. */
const AWAITED = /\b(?:menunggu|nunggu|tunggu) ((?:[^\s.;]+ ?){1,5})/i;

const WAITS: readonly { clue: RegExp; words: string }[] = [
  { clue: /\bISP\b|\bpenyedia\b|\bupstream\b/i, words: "menunggu penyedia internet" },
  { clue: /\bPLN\b|\blistrik\b/i, words: "menunggu listrik pulih" },
  { clue: /\bpusat\b(?! data)/i, words: "menunggu perbaikan oleh pusat" },
  { clue: /\bvendor\b|\brekanan\b|\bsuku cadang\b/i, words: "menunggu vendor" },
];
