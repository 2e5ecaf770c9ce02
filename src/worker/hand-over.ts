import type { Letter } from "../desk/letter.ts";
import { MINUTE } from "../desk/time.ts";
import { RemoteError } from "../errors.ts";
import { alarm } from "./alarm.ts";
import { ended } from "./ended.ts";
import type { Keeper } from "./keeper.ts";
import { filesOf } from "./letter-files.ts";
import { letterId } from "./letter-id.ts";
import { threadOf, withoutIds } from "./letter-thread.ts";
import { nextTry } from "./outbox-rules.ts";

export interface Handed {
  letter: Letter;
  /** The mail server takes no letter of ours at all. */
  halted: RemoteError | null;
  /** It did not take this one now: the letter's fault, or the server's. */
  putOff: boolean;
  raw: Uint8Array | null;
  /** What our own code threw at it, before anything was with the mail server. */
  slip?: unknown;
}

/** Letters rendered and marked `handing`; nothing is with the mail server before that is committed. */
export async function prepare(keeper: Keeper, letters: readonly Letter[]): Promise<Letter[]> {
  const ready: Letter[] = [];
  for (const letter of letters) {
    const rendered = await render(keeper, letter);
    if (rendered) {
      ready.push({ ...rendered, state: "handing", handedAt: keeper.ports.clock.now() });
    }
  }
  return ready;
}

/** Hands letters over that the journal already knows as `handing`; answers what became of each. */
export function handOver(keeper: Keeper, letters: readonly Letter[]): Promise<Handed[]> {
  const { clock } = keeper.ports;
  return Promise.all(
    letters.map((letter) =>
      hand(keeper, letter).catch((error: unknown) => ({
        ...afterFailure(letter, error, clock.now()),
        raw: null,
      })),
    ),
  );
}

/** Commits what became of letters, and with it the `next` ones that are `handing` from then on. */
export async function settle(
  keeper: Keeper,
  results: readonly Handed[],
  next: readonly Letter[],
): Promise<void> {
  const letters = results.map(({ letter }) => letter);
  const finals = letters.filter(({ state }) => state !== "planned");
  const again = letters.filter(({ state }) => state === "planned");
  await ended(keeper, finals, [...again, ...next]);
  await fileCopies(keeper, results);
}

/** Subject, parts and Date are fixed when first rendered (DESIGN 7). */
async function render(keeper: Keeper, letter: Letter): Promise<Letter | undefined> {
  if (letter.rendered !== null) return letter;
  const { letters, clock, log } = keeper.ports;
  const ticket = letter.ticket === null ? null : ((await keeper.bring(letter.ticket)) ?? null);
  const { thread, foreign } = await threadOf(keeper, letter);
  const threaded = { ...letter, thread };
  const known = ticket && withoutIds(ticket, foreign);
  try {
    const { office, downtimes } = keeper;
    const now = clock.now();
    return { ...threaded, rendered: letters.render(threaded, known, office, now, downtimes) };
  } catch (error) {
    const attempts = letter.attempts + 1;
    const detail = "templat surat tidak dapat dipakai";
    log.error("Letter cannot be rendered", { key: letter.key, error: String(error) });
    await keeper.commit({
      letters: [{ ...letter, attempts, detail, nextAt: nextTry(attempts, clock.now()) }],
    });
    await alarm(keeper, `template/${letter.kind}`, "Surat tidak dapat disusun", [
      `${letter.kind}: ${String(error)}`,
    ]);
    return undefined;
  }
}

async function hand(keeper: Keeper, letter: Letter): Promise<Handed> {
  const { mailer, clock } = keeper.ports;
  const { rendered } = letter;
  if (rendered === null) return { ...DONE_WITH, letter, raw: null };
  const found = await filesOf(keeper, letter);
  if (found === "wait") {
    const nextAt = clock.now() + MINUTE;
    const waiting = { ...letter, state: "planned", nextAt } as const;
    return { ...DONE_WITH, letter: waiting, raw: null };
  }
  const isTest = letter.mode === "uji";
  const to = isTest
    ? { name: "", address: keeper.settings.operator }
    : { name: letter.to.name, address: letter.to.address };
  const subject = isTest
    ? `[UJI untuk ${letter.to.address}] ${rendered.subject}`
    : rendered.subject;
  const { mark } = letterId(letter.key, keeper.settings.letterSecret, keeper.settings.smtp.address);
  const mail = { to, rendered: { ...rendered, subject }, messageId: letter.messageId, mark };
  const { serverMessageId, raw } = await handWithin(keeper, { ...mail, ...found });
  const state = isTest ? ("tested" as const) : ("sent" as const);
  const detail = isTest ? "mode uji: dikirim kepada operator" : "";
  const taken = { ...letter, state, detail, sentAt: clock.now(), serverMessageId };
  return { ...DONE_WITH, letter: taken, raw };

  /** 5xx because of size: once more without the files, under the same key (DESIGN 13). */
  async function handWithin(from: Keeper, whole: Parameters<typeof mailer.hand>[0]) {
    try {
      return await from.ports.mailer.hand(whole);
    } catch (error) {
      const tooBig = error instanceof RemoteError && "tooBig" in error;
      if (!tooBig || whole.files.length === 0) throw error;
      const names = whole.files.map(({ name }) => `${name} (terlalu besar bagi server surat)`);
      return await from.ports.mailer.hand({
        ...whole,
        files: [],
        missing: [...whole.missing, ...names],
      });
    }
  }
}

/** Nothing that the letter met says anything of the mail server itself. */
const DONE_WITH = { halted: null, putOff: false } as const;

const UNSURE = { state: "unsure", detail: "sambungan putus saat pengiriman" } as const;

function afterFailure(letter: Letter, error: unknown, now: number): Omit<Handed, "raw"> {
  const attempts = letter.attempts + 1;
  const planned = { ...letter, state: "planned" as const };
  if (!(error instanceof RemoteError)) {
    const detail = "surat tidak dapat disiapkan";
    const again = { ...planned, attempts, nextAt: nextTry(attempts, now), detail };
    return { ...DONE_WITH, letter: again, slip: error };
  }
  if (error.kind === "rejected") {
    return {
      ...DONE_WITH,
      letter: { ...letter, state: "failed", attempts, detail: error.message },
    };
  }
  if (error.kind === "uncertain") {
    const unsureTimes = (letter.unsureTimes ?? 0) + 1;
    return { ...DONE_WITH, letter: { ...letter, ...UNSURE, unsureTimes } };
  }
  if (error.kind === "misconfigured") {
    // Our own login or sender was refused: the attempt is not the letter's (DESIGN 7).
    const detail = "server surat menolak kita";
    return { ...DONE_WITH, letter: { ...planned, detail }, halted: error };
  }
  const nextAt = nextTry(attempts, now);
  const detail = "server surat belum menerima";
  return { ...DONE_WITH, letter: { ...planned, attempts, nextAt, detail }, putOff: true };
}

/** Where the server files no copy itself, the worker does; a failure here never sends again. */
async function fileCopies(keeper: Keeper, results: readonly Handed[]): Promise<void> {
  if (keeper.settings.smtp.sentCopy !== "append") return;
  for (const { letter, raw } of results) {
    if (raw === null || letter.state !== "sent") continue;
    try {
      await keeper.ports.mailbox.appendSent(raw, letter.sentAt ?? keeper.ports.clock.now());
    } catch (error) {
      keeper.ports.log.warn("Copy not filed in Sent", { key: letter.key, error: String(error) });
    }
  }
}
