import { STAFF } from "../example-office.ts";
import { MINUTE } from "../../desk/time.ts";
import { ClockError } from "../clock.ts";
import { tableOf } from "../office/table.ts";
import { startSandbox, type Sandbox } from "../start.ts";
import { flat, isMessage, markOf, type Act, type MessageAct } from "./act.ts";
import { judge, type Counts, type Judgement } from "./judge.ts";
import { lettersIn } from "./letters.ts";
import { Player, WeekError } from "./player.ts";
import { DIGEST_DAYS, EXPECTED_LETTERS, NEVER_WRITTEN_TO, WEEK } from "./script.ts";
import { summary } from "./summary.ts";

/** The last line of `sandbox --exit --json`. */
export interface WeekResult extends Counts {
  passes: number;
  seconds: number;
}

export interface WeekOptions {
  json: boolean;
  out: (line: string) => void;
  /** Ends the week early. */
  stop: AbortSignal;
}

/** How long after a message its words must stand in the sheet. */
const LOOK_AFTER = 12 * MINUTE;

/** Real milliseconds. */
const WAKE_PATIENCE = 1_000;

/** Plays the week without a browser; answers 1 when anything was lost, doubled or wrongly answered. */
export async function playWeek({ json, out, stop }: WeekOptions): Promise<number> {
  const began = performance.now();
  const office = await startSandbox({ start: WEEK.start, rate: 0, port: 0 });
  stop.addEventListener("abort", () => office.clock.close());
  try {
    const { counts, problems } = await liveThrough(office, json ? () => {} : out);
    const { beats, failed } = office.clock.status();
    if (failed > 0) problems.push(`${failed} beats failed`);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    const result: WeekResult = { ...counts, passes: beats, seconds };
    if (!json) for (const line of summary(result, office)) out(line);
    for (const problem of problems) out(`! ${problem}`);
    out(JSON.stringify(result));
    return problems.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof ClockError)) throw error;
    for (const line of office.worker.tail().slice(-20)) out(line);
    out(stop.aborted ? "Dihentikan sebelum minggu berakhir." : `! ${error.message}`);
    return 1;
  } finally {
    await office.close();
  }
}

/** Lets the week pass in a running office and judges it by what lies there afterwards. */
export async function liveThrough(
  office: Sandbox,
  out: (line: string) => void,
): Promise<Judgement> {
  const { acts } = WEEK;
  const player = new Player(office, acts);
  let day = "";
  const shown = new Set<string>();
  const stumbles: string[] = [];
  for (const { at, run } of timetable(office, player, shown)) {
    if (dayOf(at) !== day) out((day = dayOf(at)));
    await office.clock.advanceTo(at);
    try {
      await run();
    } catch (error) {
      if (!(error instanceof WeekError)) throw error;
      stumbles.push(error.message);
    }
  }
  await office.clock.advanceTo(WEEK.end);
  const rows = (tab: string) => tableOf(office.google, tab).map(({ cells }) => cells);
  const { counts, problems } = judge(
    {
      acts,
      letters: EXPECTED_LETTERS,
      digests: { to: STAFF.hendra.address, times: DIGEST_DAYS.length },
      neverWrittenTo: NEVER_WRITTEN_TO,
    },
    {
      log: rows("Log Aduan"),
      otherMail: rows("Surat Lain"),
      letters: lettersIn(office.mail.mailboxes),
      shown,
    },
  );
  return { counts, problems: [...stumbles, ...problems] };
}

const DAY = new Intl.DateTimeFormat("id-ID", { dateStyle: "full", timeZone: "Asia/Jakarta" });

function dayOf(at: number): string {
  return DAY.format(at);
}

interface Appointment {
  at: number;
  run: () => Promise<void> | void;
}

/** The script's acts, and a look at the sheet some minutes after each reply. */
function timetable(office: Sandbox, player: Player, shown: Set<string>): Appointment[] {
  const { acts } = WEEK;
  const replies = acts.filter(
    (act): act is MessageAct => isMessage(act) && act.expect.becomes === "part",
  );
  const looks = replies.map((act) => ({
    at: act.at + LOOK_AFTER,
    run: () => {
      if (isShown(act, player)) shown.add(act.id);
    },
  }));
  const plays = acts.map((act) => ({
    at: act.at,
    run: async () => {
      const answer = answerTo(act, office);
      await player.play(act);
      await answer;
    },
  }));
  return [...plays, ...looks].toSorted((a, b) => a.at - b.at);
}

/**
 * A mail's acknowledgement, should it come before the next beat: the worker is woken by the mailbox
 * and needs no beat for it. When it does not come, the beat is to bring it.
 */
async function answerTo(act: Act, { mail }: Sandbox): Promise<void> {
  if (act.do !== "mail" || act.expect.becomes !== "ticket") return;
  const { acknowledgedTo } = act.expect;
  if (acknowledgedTo === null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = mail.onMail(({ to }) => {
    if (to === acknowledgedTo) resolve();
  });
  const timer = setTimeout(resolve, WAKE_PATIENCE);
  await promise;
  clearTimeout(timer);
  stop();
}

function isShown(act: MessageAct, player: Player): boolean {
  if (act.expect.becomes !== "part") return false;
  const last = player.row(act.expect.of)?.["Pesan Terakhir"] ?? "";
  return flat(last).includes(markOf(act));
}
