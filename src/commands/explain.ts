import type { Explanation } from "../desk/explain.ts";
import { explanationText } from "../desk/explain-text.ts";

export const EXPLAIN_HELP = `aduan explain NOMOR [--json]

Menjelaskan waktu satu aduan: setiap langkah dengan mulai, batas dan akhirnya, bagian
mana yang dihitung dan mana yang tidak beserta sebabnya, dan surat apa yang terkirim.

  --json   data lengkap untuk program lain; waktu dalam milidetik sejak 1970 (UTC)`;

/** What `aduan explain` prints of a ticket that was found. */
export function explanationLines(
  explanation: Explanation,
  { zone, json }: { zone: string; json: boolean },
): string {
  return json ? JSON.stringify(explanation, null, 2) : explanationText(explanation, zone);
}
