import type { Unit } from "./office.ts";

/** Most characters, and most words, of a text in which names are looked for. */
const MAX_TEXT = 12_000;
const MAX_WORDS = 1_500;

/** Longest name in words that is looked for ("Dinas Sosial, Pemberdayaan Perempuan, …"). */
const MAX_NAME_WORDS = 16;

const DISTRICT_WORDS = "kecamatan kec camat sekcam kantorkecamatan".split(" ");

/**
 * Words that make the next ones a place's name. Many village names are ordinary words (*Banget*,
 * *Sambung*), so a village, sub-district or health centre counts only after one of these.
 */
const MARKERS: readonly { kind: RegExp; words: readonly string[] }[] = [
  {
    kind: /^desa/,
    words: (
      "desa ds pemdes kades sekdes kaur balaidesa pemdesa perangkatdesa kepaladesa " +
      "sekretarisdesa pemerintahdesa kantordesa"
    ).split(" "),
  },
  { kind: /^kel/, words: "kelurahan kel lurah seklur".split(" ") },
  { kind: /^kec/, words: DISTRICT_WORDS },
  { kind: /^puskesmas/, words: "puskesmas pkm pusk uptdpuskesmas uptpuskesmas".split(" ") },
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
  const exact = units.filter(({ name: full, shortName }) =>
    [full, shortName].some((each) => squash(each) === wanted),
  );
  return exact.length > 0 ? exact : units.filter((unit) => squash(bareName(unit)) === wanted);
}

/** Units that a text names, the most particular ones only: a village beats its sub-district. */
export function candidatesIn(units: readonly Unit[], text: string): Unit[] {
  const tokens = wordsOf(text.slice(0, MAX_TEXT)).slice(0, MAX_WORDS);
  const found = new Set<Unit>();
  const index = indexOf(units);
  for (const at of tokens.keys()) {
    for (const unit of [afterMarker(index, tokens, at), fullName(index, tokens, at)]) {
      if (unit && !isTheOffice(unit)) found.add(unit);
    }
  }
  return mostParticular([...found]);
}

/** Units that an address is named after: `pkm.mejobo@`, `pemdescolo@`; it proves nothing. */
export function candidatesInAddress(units: readonly Unit[], address: string): Unit[] {
  const local = address.replace(/@.*/, "").replaceAll(/\d/g, " ");
  const index = indexOf(units);
  const glued = wordsOf(local).flatMap((word) =>
    MARKERS.flatMap(({ kind, words }) =>
      words
        .filter((marker) => word.startsWith(marker))
        .flatMap((marker) => placesNamed(index, kind, word.slice(marker.length))),
    ),
  );
  const [only, ...others] = new Set(glued);
  return only && others.length === 0 ? [only] : candidatesIn(units, local);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Everybody writes to the office itself; its name says nothing of the writer. */
function isTheOffice({ name }: Unit): boolean {
  return /komunikasi dan informatika|kominfo/i.test(name);
}

/** "pemdes colo", "Kec. Dawe": the longest name that follows the marker, two words apart at most. */
function afterMarker(index: NameIndex, tokens: string[], at: number): Unit | undefined {
  const token = tokens[at] ?? "";
  const marker = MARKERS.find(({ words }) => words.includes(token));
  if (!marker) return undefined;
  for (const length of [3, 2, 1]) {
    const named = placesNamed(index, marker.kind, tokens.slice(at + 1, at + 1 + length).join(""));
    if (named.length > 0) return named.length === 1 ? named[0] : inSameSentence(named, tokens, at);
  }
  return undefined;
}

function placesNamed({ places }: NameIndex, kind: RegExp, name: string): Unit[] {
  return (places.get(name) ?? []).filter((unit) => kind.test(kindOf(unit)));
}

/** Two places of one name: the sub-district named beside it decides. */
function inSameSentence(named: readonly Unit[], tokens: string[], at: number): Unit | undefined {
  const near = tokens.slice(at, at + 10);
  // Without such a word this reads on from the village's own marker, which begins no sub-district.
  const marker = near.findIndex((word) => DISTRICT_WORDS.includes(word));
  const district = near.slice(marker + 1).join("");
  const told = named.filter(
    ({ subDistrict }) => subDistrict !== "" && district.startsWith(squash(subDistrict)),
  );
  return told.length === 1 ? told[0] : undefined;
}

interface NameIndex {
  /** By the name without the kind: villages, sub-districts, health centres are looked for there. */
  places: ReadonlyMap<string, readonly Unit[]>;
  /** Offices by every name they go under; null: two go under it. */
  offices: ReadonlyMap<string, Unit | null>;
}

/** A directory is the same for thousands of mails. */
const INDEXES = new WeakMap<readonly Unit[], NameIndex>();

function indexOf(units: readonly Unit[]): NameIndex {
  const known = INDEXES.get(units);
  if (known) return known;
  const index = {
    places: Map.groupBy(units, (unit) => squash(bareName(unit))),
    offices: officesByName(units.filter((unit) => !isPlace(unit))),
  };
  INDEXES.set(units, index);
  return index;
}

function isPlace(unit: Unit): boolean {
  return MARKERS.some(({ kind }) => kind.test(kindOf(unit)));
}

function officesByName(units: readonly Unit[]): Map<string, Unit | null> {
  const offices = new Map<string, Unit | null>();
  for (const unit of units) addAll(unit, [unit.name, unit.shortName]);
  // Nobody writes a name of ten words out: "Dinas Sosial" will do when it is the only one.
  const whole = new Set(offices.keys());
  for (const unit of units) addAll(unit, shortened(unit), whole);
  return offices;

  function addAll(unit: Unit, names: readonly string[], taken = new Set<string>()): void {
    for (const name of new Set(names.map(squash))) {
      if (name.length < 3 || ORDINARY.has(name) || taken.has(name)) continue;
      offices.set(name, offices.has(name) ? null : unit);
    }
  }
}

function shortened({ name, shortName }: Unit): string[] {
  const head = name.replace(/(?:,| dan ).*/i, "");
  const first = shortName.replace(/ .*/, "");
  return [head.includes(" ") ? head : "", first.length >= 5 ? first : ""];
}

const ORDINARY = new Set([
  "dinas",
  "badan",
  "kantor",
  "sekretariat",
  "bagian",
  "satuan",
  "kelurahan",
  "kecamatan",
  "desa",
  "puskesmas",
  "upt",
  "uptd",
  "opd",
]);

/** A word that names a kind of office and none in particular. */
export function namesNoUnit(text: string): boolean {
  return wordsOf(text).every((word) => ORDINARY.has(word));
}

function fullName({ offices }: NameIndex, tokens: string[], at: number): Unit | undefined {
  let name = "";
  let longest: Unit | undefined;
  for (const token of tokens.slice(at, at + MAX_NAME_WORDS)) {
    name += token;
    longest = offices.get(name) ?? longest;
  }
  return longest;
}

function mostParticular(found: readonly Unit[]): Unit[] {
  const districts = new Set(
    found.filter((unit) => !kindOf(unit).startsWith("kec")).map((unit) => squash(unit.subDistrict)),
  );
  return found.filter(
    (unit) => !kindOf(unit).startsWith("kec") || !districts.has(squash(bareName(unit))),
  );
}

function bareName(unit: Unit): string {
  return unit.name.replace(KIND_WORD, "");
}

function kindOf(unit: Unit): string {
  const named = KIND_WORD.exec(unit.name)?.[0].toLowerCase().replace("uptd ", "");
  return named ?? unit.kind.trim().toLowerCase();
}
