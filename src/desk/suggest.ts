import { CLUES, FAULT, REQUEST } from "./clues.ts";
import { CATEGORIES } from "./complaint.ts";
import type { Category, Priority, Suggestion } from "./complaint.ts";

/** What a form says besides the text. */
export interface SuggestionHints {
  /** The answer to "jenis gangguan", as written. */
  category?: string;
  /** The answer to "apakah pelayanan masyarakat terhenti". */
  serviceStopped?: string;
}

const MAX_TITLE = 300;
const MAX_TEXT = 4_000;

/** Category and priority from the words of a complaint (DOMAIN 4.3–4.5); only ever a suggestion. */
export function suggest(subject: string, text: string, hints: SuggestionHints = {}): Suggestion {
  const [title, body] = [inOneLine(subject, MAX_TITLE), inOneLine(text, MAX_TEXT)];
  const chosen = hints.category ?? "";
  const words = `${title}\n${chosen.toLowerCase()}\n${body}`;
  const request = REQUEST.test(words) && !FAULT.test(words);
  const category = request
    ? { category: "Permintaan layanan" as const, sure: true, clue: "permintaan, bukan gangguan" }
    : bestCategory(title, body, chosen);
  const { priority, because } = suggestPriority(words, {
    request,
    category: category.category,
    hints,
  });
  const clue = category.clue === "" ? "" : `${category.clue}; `;
  return {
    category: category.category,
    categorySure: category.sure,
    priority,
    request,
    ...(PUBLIC.test(words) ? { publicPlace: true } : {}),
    reason: `${clue}${because}`,
  };
}

/** Mail programs break lines within a sentence: "internet di balai desa / mati". */
function inOneLine(text: string, limit: number): string {
  return text.slice(0, limit).toLowerCase().replaceAll(/\s+/g, " ");
}

/** The category with most points; sure when no other comes near. */
function bestCategory(
  title: string,
  body: string,
  chosen: string,
): { category: Category | ""; sure: boolean; clue: string } {
  const points = new Map<Category, number>();
  const picked = CATEGORIES.find((category) => sameWords(chosen, category));
  // First in the map, so that a tie goes to what the reporter picked.
  if (picked !== undefined) points.set(picked, PICKED);
  const clues = new Map<Category, string>();
  for (const { category, weight, words } of CLUES) {
    const inTitle = words.exec(title)?.[0];
    const inBody = words.exec(body)?.[0];
    const found = inTitle ?? inBody;
    if (found === undefined) continue;
    const worth = weight + (inTitle === undefined ? 0 : 1);
    // Several signs of one thing are one sign: "mati, down" must not outweigh a cause.
    points.set(category, Math.max(worth, points.get(category) ?? 0));
    if (!clues.has(category)) clues.set(category, `"${found}"`);
  }
  const [first, second] = [...points].toSorted(([, a], [, b]) => b - a);
  if (!first) return { category: "", sure: false, clue: "" };
  const [category, best] = first;
  return {
    category,
    sure: best >= 3 && (second?.[1] ?? 0) * 2 <= best,
    clue: clues.get(category) ?? "pilihan pada formulir",
  };
}

/** What the form's own choice counts: more than a symptom in the text, less than a cause. */
const PICKED = 3;

function sameWords(a: string, b: string): boolean {
  return lettersOf(a) === lettersOf(b);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, "");
}

/** DOMAIN 4.4: impact and urgency by plain rules; capitals and "URGENT" change nothing. */
function suggestPriority(
  words: string,
  facts: { request: boolean; category: Category | ""; hints: SuggestionHints },
): { priority: Priority; because: string } {
  const { request, category, hints } = facts;
  if (request) return { priority: "Rendah", because: "terencana" };
  if (category === "Keamanan") return { priority: "Tinggi", because: "menyangkut keamanan" };
  if (/^\s*ya\b/i.test(hints.serviceStopped ?? "")) {
    return { priority: "Tinggi", because: "pelayanan masyarakat terhenti" };
  }
  for (const { priority, because, words: clue } of URGENCY) {
    if (clue.test(words)) return { priority, because };
  }
  return { priority: "Sedang", because: "satu unit terdampak" };
}

const PUBLIC =
  /\b(?:wi-?fi (?:gratis|publik|umum)|(?:wi-?fi|hotspot) (?:\w+ ){0,3}(?:alun|taman|terminal|gor|stadion))/;

const URGENCY: readonly { priority: Priority; because: string; words: RegExp }[] = [
  {
    priority: "Tinggi",
    because: "berbahaya bagi orang",
    words:
      /\b(?:melintang di jalan|kabel (?:\w+ ){0,2}(?:menjuntai|melintang)|tiang (?:\w+ ){0,4}(?:roboh|ambruk|tumbang)|kesetrum|konslet|terbakar|kebakaran)\b/,
  },
  {
    priority: "Tinggi",
    because: "pelayanan masyarakat terhenti",
    words:
      /\b(?:igd|icu|pelayanan (?:\w+ ){0,3}(?:terhenti|berhenti|lumpuh|macet|mandek|terganggu total|tidak (?:bisa|dapat) (?:jalan|berjalan))|(?:antrian|antrean|antri|antre) (?:\w+ ){0,4}(?:numpuk|menumpuk|panjang|mengular|berhenti|terhenti)|(?:warga|pasien|pemohon) (?:\w+ ){0,3}(?:numpuk|menumpuk|terpaksa (?:pulang|menunggu)|menunggu lama)|tidak (?:bisa|dapat) melayani|mboten saged (?:melayani|ngladeni)|server data ?center|data ?center (?:\w+ ){0,3}(?:down|mati|tidak))\b/,
  },
  {
    priority: "Tinggi",
    because: "lebih dari satu unit terdampak",
    words:
      /\b(?:(?:semua|seluruh|beberapa|banyak) (?:opd|desa|kantor|dinas|puskesmas|kecamatan|kelurahan|unit)|se-?kecamatan|se-?kabupaten|\d+ (?:desa|opd|puskesmas|kantor) (?:\w+ ){0,3}(?:mati|putus|terdampak|down))\b/,
  },
  {
    priority: "Rendah",
    because: "satu komputer",
    words:
      /\b(?:(?:laptop|komputer|pc|hp) (?:saya|kulo|aku)|(?:satu|1) (?:komputer|pc|laptop)|(?:teman|rekan|komputer|laptop|yang) lain(?:nya)? (?:\w+ ){0,2}(?:normal|bisa|lancar|aman))\b/,
  },
  {
    priority: "Rendah",
    because: "WiFi umum",
    words: PUBLIC,
  },
];
