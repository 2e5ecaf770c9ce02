import type { Letter, LetterState } from "../desk/letter.ts";
import { MINUTE, type Instant } from "../desk/time.ts";
import type { RemoteError } from "../errors.ts";
import { awaitingAccept, type Brake, waitedTooLong } from "./accept.ts";
import { ended } from "./ended.ts";
import { notTheirFault, shutOut } from "./greeting.ts";
import { type Handed, handOver, prepare, settle } from "./hand-over.ts";
import { isInDoubt, releaseHeld } from "./held.ts";
import type { Keeper } from "./keeper.ts";
import { stillTrue } from "./lost-causes.ts";
import { isExpired, isReadingFresh, LONGEST_WAIT } from "./outbox-rules.ts";
import { aboutOf, quietUntil } from "./quiet-hours.ts";

/** As many letters as there are pooled connections (DESIGN 4). */
const AT_ONCE = 5;
/** While one group waits for the disk, another is with the mail server, and one is being written. */
const LANES = 3;
const MOST_A_PASS = 500;

export interface DeliverReport {
  sent: number;
  /** The mail server took no letter at all: no use in trying the rest now. */
  halted: RemoteError | null;
}

/**
 * Outbox → SMTP. Every letter is decided on once more before it goes. `probe`: the mail server took
 * none the last time, so that it is greeted first and then asked with one letter; a login refused
 * over and over locks the account (B004).
 */
export async function deliver(
  keeper: Keeper,
  { probe = false }: { probe?: boolean } = {},
): Promise<DeliverReport> {
  const { clock } = keeper.ports;
  const readAt = await goodReadingAt(keeper);
  if (isReadingFresh(readAt, clock.now())) await releaseHeld(keeper);
  await endAwaiting(keeper);
  const due = await keeper.lettersDue(clock.now(), MOST_A_PASS);
  const dead = due.length > 0 ? await deadAddresses(keeper) : new Set<string>();
  const ready: Letter[] = [];
  const finals: Letter[] = [];
  const waiting: Letter[] = [];
  for (const planned of due) {
    const truth = await stillTrue(keeper, planned);
    if ("lost" in truth) {
      finals.push({ ...planned, state: "withdrawn", detail: truth.lost });
      continue;
    }
    const { letter } = truth;
    const verdict = verdictOf(keeper, letter, { readAt, dead });
    if (verdict === "ready") ready.push(letter);
    else if (verdict.state === "held" || verdict.state === "planned")
      waiting.push({ ...letter, ...verdict });
    else finals.push({ ...letter, ...verdict });
  }
  if (waiting.length > 0) await keeper.commit({ letters: waiting });
  if (finals.length > 0) await ended(keeper, finals);

  const report: DeliverReport = { sent: 0, halted: probe ? await shutOut(keeper) : null };
  let greeting: Promise<RemoteError | null> | undefined;
  let isBroken = false;
  let at = 0;
  let end = probe ? 1 : ready.length;
  function group(): Letter[] {
    const from = at;
    at = Math.min(at + AT_ONCE, end);
    return report.halted === null && !isBroken ? ready.slice(from, at) : [];
  }
  /** One commit a group: the end of the one before and the `handing` of the next. */
  async function lane(): Promise<void> {
    let handing = await prepare(keeper, group());
    await keeper.commit({ letters: handing });
    while (handing.length > 0) {
      const [results, next] = await Promise.all([
        handOver(keeper, handing).then(judged),
        prepare(keeper, group()),
      ]);
      report.halted ??= results.find(({ halted }) => halted !== null)?.halted ?? null;
      const slipped = results.find(({ slip }) => slip !== undefined);
      isBroken ||= slipped !== undefined;
      handing = report.halted === null && !isBroken ? next : [];
      await settle(keeper, results, handing);
      report.sent += results.filter(({ letter }) => isSent(letter)).length;
      if (slipped !== undefined) throw slipped.slip;
    }
  }
  /** A lane at work beside the next pass would hand over what that one finds planned. */
  async function lanes(): Promise<void> {
    const all = Array.from({ length: LANES }, () =>
      lane().catch((error: unknown) => {
        isBroken = true;
        throw error;
      }),
    );
    const failed = (await Promise.allSettled(all)).find(({ status }) => status === "rejected");
    if (failed?.status === "rejected") throw failed.reason;
  }
  /** Hanging up on one letter and on everybody look alike: a greeting tells, once a pass. */
  async function judged(results: readonly Handed[]): Promise<readonly Handed[]> {
    const isTaken = report.sent > 0 || results.some(({ letter }) => isSent(letter));
    if (isTaken || !results.some(({ putOff }) => putOff)) return results;
    greeting ??= shutOut(keeper);
    const error = await greeting;
    return error === null ? results : notTheirFault(results, error, clock.now());
  }
  if (probe) {
    await lane();
    end = ready.length;
  }
  await lanes();
  return report;
}

function isSent({ state }: Letter): boolean {
  return state === "sent" || state === "tested";
}

type Verdict = "ready" | { state: LetterState; detail: string; nextAt?: Instant };

function verdictOf(
  keeper: Keeper,
  letter: Letter,
  { readAt, dead }: { readAt: Instant | null; dead: ReadonlySet<string> },
): Verdict {
  const now = keeper.ports.clock.now();
  if (letter.mode === "tidak") return { state: "suppressed", detail: "Kirim Surat: tidak" };
  if (isExpired(letter, now))
    return { state: "expired", detail: "terlalu lama tidak dapat dikirim" };
  if (letter.causedBySheet && !isReadingFresh(readAt, now)) {
    return { state: "held", detail: "menunggu pembacaan lembar kerja" };
  }
  if (isInDoubt(keeper, letter)) {
    const detail = "menunggu isian yang baru diubah";
    return { state: "planned", detail, nextAt: now + MINUTE };
  }
  const to = letter.to.address.toLowerCase();
  if (dead.has(to)) {
    return { state: "failed", detail: "alamat ini sudah ditolak server penerimanya" };
  }
  if (keeper.office.policy.ourAddresses.includes(to) || to === keeper.settings.imap.user) {
    return { state: "failed", detail: "alamat penerima adalah alamat helpdesk sendiri" };
  }
  const tickets = aboutOf(letter).flatMap((number) => keeper.tickets.get(number) ?? []);
  const nextAt = quietUntil(letter, tickets, keeper.world().calendar, now);
  if (nextAt !== undefined) return { state: "planned", detail: "menunggu jam layanan", nextAt };
  return "ready";
}

/** Hard-bounced addresses; a corrected cell is another address (DESIGN 13, B087). */
async function deadAddresses(keeper: Keeper): Promise<ReadonlySet<string>> {
  const bounced = await keeper.lettersIn(["bounced"]);
  const dead = bounced.filter(({ detail }) => detail.includes(" 5.1."));
  return new Set(dead.map(({ to }) => to.address.toLowerCase()));
}

/** While the brake holds no letter stands on the Sheet, however fresh the reading before it is. */
async function goodReadingAt({ ports: { journal } }: Keeper): Promise<Instant | null> {
  const brake = (await journal.state<Brake | null>("brake")) ?? null;
  return brake === null ? ((await journal.state<Instant>("sheet-read")) ?? null) : null;
}

/** Letters of a mass change leave without a word when it was taken back, or was never accepted. */
async function endAwaiting(keeper: Keeper): Promise<void> {
  const { clock } = keeper.ports;
  const finals: Letter[] = [];
  for (const letter of await awaitingAccept(keeper)) {
    const truth = await stillTrue(keeper, letter);
    if ("lost" in truth) finals.push({ ...letter, state: "withdrawn", detail: truth.lost });
    else if (waitedTooLong(letter, clock.now())) {
      finals.push({ ...letter, state: "expired", detail: "perintah accept tidak dijalankan" });
    }
  }
  if (finals.length > 0) await ended(keeper, finals);
}

/** Time in which the mail server could be reached, since the last pass that reached it. */
export async function countReachable(keeper: Keeper): Promise<void> {
  const { journal, clock } = keeper.ports;
  const now = clock.now();
  const last = (await journal.state<Instant>("smtp-reached")) ?? now;
  if (now - last < MINUTE) return;
  const all = await keeper.lettersIn(["planned", "held"]);
  // What waits for the morning does not wait for the mail server.
  const waiting = all.filter(
    ({ awaits, nextAt }) => awaits === undefined && nextAt - now <= LONGEST_WAIT,
  );
  const passed = Math.min(now - last, 10 * MINUTE);
  await keeper.commit({
    letters: waiting.map((letter) => ({ ...letter, reachable: letter.reachable + passed })),
    state: { "smtp-reached": now },
  });
}
