import type { Unit } from "./office.ts";

/** Most words of a text in which names are looked for. */
const MAX_WORDS = 1_500;

/** Longest name in words that is looked for ("Dinas Sosial, Pemberdayaan Perempuan, …"). */
const MAX_NAME_WORDS = 16;

/**
 * Words that make the next ones a place's name. Many village names are ordinary words (*Banget*,
 * *Sambung*), so a village, sub-district or health centre counts only after one of these.
 */
const MARKERS: readonly { kind: RegExp; words: RegExp }[] = [
  {
    kind: /^desa/,
    words:
      /^(?:desa|ds|pemdes|kades|sekdes|kaur|balaidesa|pemdesa|perangkatdesa|kepaladesa|sekretarisdesa)$/,
  },
  { kind: /^kel/, words: /^(?:kelurahan|kel|lurah|seklur)$/ },
  { kind: /^kec/, words: /^(?:kecamatan|kec|camat|sekcam)$/ },
  { kind: /^puskesmas/, words: /^(?:puskesmas|pkm|pusk|uptdpuskesmas)$/ },
];

const KIND_WORD = /^(?:desa|kelurahan|kecamatan|uptd puskesmas|puskesmas)\s+/i;

/** Names compared without blanks, dashes and case ("Getas Pejaten", "Getaspejaten"). */
export function squash(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Units that bear exactly this name, short name, or name without its kind. */
export function unitNamed(units: readonly Unit[], name: string): Unit[] {
  const wanted = squash(name);
  if (wanted === "") return [];
  const exact = units.filter(
    (unit) =>
      squash(unit.name) === wanted || (unit.shortName !== "" && squash(unit.shortName) === wanted),
  );
  return exact.length > 0 ? exact : units.filter((unit) => squash(bareName(unit)) === wanted);
}

/** Units that a text names, the most particular ones only: a village beats its sub-district. */
export function candidatesIn(units: readonly Unit[], text: string): Unit[] {
  const words =
    text
      .slice(0, 12_000)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, MAX_WORDS) ?? [];
  const tokens = words.map((word) => word.toLowerCase());
  const found = new Set<Unit>();
  const byName = nameIndex(units);
  for (let at = 0; at < tokens.length; at += 1) {
    for (const unit of [afterMarker(units, tokens, at), fullName(byName, tokens, at)]) {
      // Everybody writes to the office itself; its name says nothing of the writer.
      if (unit && !/komunikasi dan informatika|kominfo/i.test(unit.name)) found.add(unit);
    }
  }
  return mostParticular([...found]);
}

/** "pemdes colo", "Kec. Dawe": the longest name that follows the marker, two words apart at most. */
function afterMarker(units: readonly Unit[], tokens: string[], at: number): Unit | undefined {
  const token = tokens[at] ?? "";
  const marker = MARKERS.find(({ words }) => words.test(token));
  if (!marker) return undefined;
  for (const length of [3, 2, 1]) {
    const name = tokens.slice(at + 1, at + 1 + length).join("");
    const named = units.filter(
      (unit) => marker.kind.test(kindOf(unit)) && name !== "" && squash(bareName(unit)) === name,
    );
    if (named.length === 1) return named[0];
    if (named.length > 1) return inSameSentence(named, tokens, at);
  }
  return undefined;
}

/** Two places of one name: the sub-district named beside it decides. */
function inSameSentence(named: Unit[], tokens: string[], at: number): Unit | undefined {
  const near = tokens.slice(at, at + 10).join(" ");
  const told = named.filter((unit) => near.includes(`kec ${unit.subDistrict.toLowerCase()}`));
  return told.length === 1 ? told[0] : undefined;
}

/** Offices by their whole name, or a short name that is no ordinary word. */
function nameIndex(units: readonly Unit[]): Map<string, Unit | null> {
  const index = new Map<string, Unit | null>();
  for (const unit of units) {
    if (MARKERS.some(({ kind }) => kind.test(kindOf(unit)))) continue;
    for (const name of new Set([squash(unit.name), squash(unit.shortName)])) {
      if (name.length < 3 || ORDINARY.has(name)) continue;
      index.set(name, index.has(name) ? null : unit);
    }
  }
  return index;
}

const ORDINARY = new Set([
  "dinas",
  "badan",
  "kantor",
  "sekretariat",
  "bagian",
  "upt",
  "uptd",
  "opd",
]);

function fullName(index: Map<string, Unit | null>, tokens: string[], at: number): Unit | undefined {
  let name = "";
  let longest: Unit | undefined;
  for (const token of tokens.slice(at, at + MAX_NAME_WORDS)) {
    name += token;
    longest = index.get(name) ?? longest;
  }
  return longest;
}

function mostParticular(found: Unit[]): Unit[] {
  const districts = new Set(
    found
      .filter((unit) => !kindOf(unit).startsWith("kec"))
      .map((unit) => squash(unit.subDistrict))
      .filter((name) => name !== ""),
  );
  return found.filter(
    (unit) => !kindOf(unit).startsWith("kec") || !districts.has(squash(bareName(unit))),
  );
}

function bareName(unit: Unit): string {
  return unit.name.replace(KIND_WORD, "");
}

function kindOf(unit: Unit): string {
  const named = KIND_WORD.exec(unit.name)?.[0].trim().toLowerCase().replace("uptd ", "");
  return named ?? unit.kind.trim().toLowerCase();
}
