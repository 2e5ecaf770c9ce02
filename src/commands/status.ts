import { join } from "node:path";

import { parseConfig } from "../config.ts";
import type { Config } from "../config.ts";
import type { Letter, LetterState } from "../desk/letter.ts";
import { instant } from "../desk/words.ts";
import { openJournal } from "../journal/sqlite.ts";
import { awaitingAccept, type Brake } from "../worker/accept.ts";
import type { Journal } from "../worker/journal-port.ts";
import { SOURCES } from "../worker/pulse.ts";
import type { Health, Source } from "../worker/pulse.ts";
import type { CommandContext } from "./context.ts";

const NAMES: Record<Source, string> = {
  mail: "Kotak surat",
  form: "Formulir",
  sheet: "Lembar kerja",
  delivery: "Pengiriman surat",
};
const MANY = 1_000;
const SHOWN = 20;

/** Shows what the journal says, also while the worker runs. */
export async function status(context: CommandContext): Promise<number> {
  const config = parseConfig(context.env, context.readFile);
  const journal = await openJournal(join(config.dataDir, "journal.db"), { readOnly: true });
  try {
    for (const line of await statusLines(journal, config)) context.out(line);
    return 0;
  } finally {
    await journal.close();
  }
}

/** Each source's last success, what waits, and the letters that somebody should look at. */
export async function statusLines(
  journal: Journal,
  { zone }: Pick<Config, "zone">,
): Promise<string[]> {
  const health = (await journal.state<Health>("health")) ?? {};
  return [
    ...SOURCES.map((source) => sourceLine(source, health, zone)),
    ...(await acceptLines(journal, zone)),
    `Aduan terbuka: ${(await journal.load()).length}`,
    `Surat menunggu dikirim: ${(await journal.lettersIn(["planned", "held"])).length}`,
    `Riwayat belum tertulis di lembar kerja: ${count(await journal.historyDue(MANY))}`,
    ...letterLines("Surat tidak pasti terkirim", await lettersIn(journal, ["handing", "unsure"])),
    ...letterLines("Surat dianggap terkirim", await lettersIn(journal, ["presumed"])),
    ...letterLines("Surat gagal", await lettersIn(journal, ["failed", "bounced"])),
  ];
}

/** What stands still until the operator says that a strange reading is meant. */
async function acceptLines(journal: Journal, zone: string): Promise<string[]> {
  const brake = (await journal.state<Brake | null>("brake")) ?? null;
  const letters = await awaitingAccept(journal);
  const lines: string[] = [];
  if (brake) lines.push(`Log aduan DITAHAN sejak ${instant(brake.since, zone)}: ${brake.reason}`);
  if (letters.length > 0) {
    lines.push(`Surat ditahan karena perubahan besar: ${letters.length} (jalankan accept)`);
  }
  return lines;
}

function sourceLine(source: Source, health: Health, zone: string): string {
  const known = health[source];
  const name = NAMES[source];
  if (!known) return `${name}: belum pernah dijalankan`;
  const good =
    known.lastGoodAt === null ? "belum pernah berhasil" : instant(known.lastGoodAt, zone);
  if (known.failingSince === null) return `${name}: berhasil, ${good}`;
  const since = instant(known.failingSince, zone);
  return `${name}: GAGAL sejak ${since} – ${known.problem} (terakhir berhasil: ${good})`;
}

async function lettersIn(journal: Journal, states: LetterState[]): Promise<Letter[]> {
  return journal.lettersIn(states);
}

function letterLines(title: string, letters: readonly Letter[]): string[] {
  const newest = letters.slice(-SHOWN);
  const left = letters.length - newest.length;
  return [
    `${title}: ${letters.length}`,
    ...newest.map(({ key, detail }) => `  ${key}${detail === "" ? "" : ` – ${detail}`}`),
    ...(left > 0 ? [`  … dan ${left} yang lebih lama`] : []),
  ];
}

function count(list: readonly unknown[]): string {
  return list.length < MANY ? String(list.length) : `${MANY} atau lebih`;
}
