import { MINUTE, type Duration, type Instant } from "../desk/time.ts";
import { instant } from "../desk/words.ts";
import type { Health, Source } from "./pulse.ts";

/** A failure of this length is no hiccup that the next beats heal. */
export const LASTING: Duration = 15 * MINUTE;

/** What people call it when a source fails, and when it is well again. */
export const SOURCE_WORDS: readonly [Source, failing: string, well: string][] = [
  ["mail", "Kotak surat tidak terbaca", "Kotak surat terbaca lagi"],
  ["form", "Formulir tidak terbaca", "Formulir terbaca lagi"],
  ["sheet", "Lembar kerja tidak terbaca", "Lembar kerja terbaca lagi"],
  ["delivery", "Surat tidak dapat dikirim", "Surat dapat dikirim lagi"],
];

/** What fails now, a sentence in Indonesian for each source. */
export function failingSentences(health: Health, zone: string): string[] {
  return SOURCE_WORDS.flatMap(([source, failing]) => {
    const { failingSince = null, problem = "" } = health[source] ?? {};
    if (failingSince === null) return [];
    return [`${failing} sejak ${instant(failingSince, zone)}: ${problem}`];
  });
}

/** For *Pengaturan*, which can only show it while the Sheet itself is well (B004). */
export function lastingFailures(health: Health, zone: string, now: Instant): string[] {
  const lasting = Object.entries(health).filter(
    ([source, { failingSince }]) =>
      source !== "sheet" && failingSince !== null && now - failingSince >= LASTING,
  );
  return failingSentences(Object.fromEntries(lasting), zone);
}
