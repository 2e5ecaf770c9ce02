import type { Unit } from "./office.ts";
import { candidatesIn, candidatesInAddress, squash, unitNamed } from "./unit-names.ts";

/** Which unit a message comes from, and how far to believe it. */
export interface UnitMatch {
  unit: Unit | null;
  how: "form" | "address" | "domain" | "text" | "none";
  /** False: only a hint, not to be written as a fact. */
  sure: boolean;
  /** A few words in Indonesian. */
  reason: string;
}

export interface UnitTexts {
  subject: string;
  body: string;
  signature: string;
}

/**
 * The unit behind a message, in the order of trust of DOMAIN 3.3: form field, address, mail domain,
 * then what signature, name, the address's own name, subject and body say. Never a guess between two.
 */
export function findUnit(
  units: readonly Unit[],
  senders: readonly { address: string; name: string }[],
  texts: UnitTexts,
  formUnit = "",
  freeMailDomains: readonly string[] = [],
): UnitMatch {
  return (
    byForm(units, formUnit) ??
    byAddress(units, senders) ??
    byDomain(units, senders, freeMailDomains) ??
    byText(units, senders, texts)
  );
}

/** Is the address, or domain, one of a mail service that anyone may use? */
export function isFreeMail(address: string, freeMailDomains: readonly string[]): boolean {
  return freeMailDomains.includes(domainOf(address));
}

/** Units whose line in *OPD-Desa* names the address itself or its domain. */
export function unitsOfAddress(units: readonly Unit[], address: string): Unit[] {
  const { exact, domains, wild } = addressesOf(units);
  const whole = address.toLowerCase();
  const domain = domainOf(address);
  return [
    ...new Set([
      ...(exact.get(whole) ?? []),
      ...(domains.get(domain) ?? []),
      ...wild.filter(({ suffix }) => domain.endsWith(suffix)).map(({ unit }) => unit),
    ]),
  ];
}

interface Addresses {
  exact: Map<string, Unit[]>;
  domains: Map<string, Unit[]>;
  /** `*.domain`, as what a domain must end with. */
  wild: { suffix: string; unit: Unit }[];
}

/** A directory is the same for thousands of mails. */
const ADDRESSES = new WeakMap<readonly Unit[], Addresses>();

function addressesOf(units: readonly Unit[]): Addresses {
  const known = ADDRESSES.get(units);
  if (known) return known;
  const made: Addresses = { exact: new Map(), domains: new Map(), wild: [] };
  for (const unit of units) {
    for (const entry of unit.addresses.map((each) => each.toLowerCase())) {
      if (entry.startsWith("*.")) made.wild.push({ suffix: entry.slice(1), unit });
      else if (entry.includes("@") && !entry.startsWith("@")) add(made.exact, entry, unit);
      else if (squash(entry) !== "") add(made.domains, entry.replace(/^@/, ""), unit);
    }
  }
  ADDRESSES.set(units, made);
  return made;
}

function add(map: Map<string, Unit[]>, key: string, unit: Unit): void {
  const known = map.get(key) ?? [];
  if (!known.includes(unit)) map.set(key, [...known, unit]);
}

function byForm(units: readonly Unit[], formUnit: string): UnitMatch | undefined {
  if (formUnit.trim() === "") return undefined;
  const named = unitNamed(units, formUnit);
  const found = named.length === 1 ? named : candidatesIn(units, formUnit);
  const [unit] = found;
  if (!unit || found.length > 1) return undefined;
  return { unit, how: "form", sure: true, reason: "dipilih pada formulir" };
}

function byAddress(
  units: readonly Unit[],
  senders: readonly { address: string }[],
): UnitMatch | undefined {
  for (const { address } of senders) {
    const found = addressesOf(units).exact.get(address.toLowerCase()) ?? [];
    const [unit] = found;
    if (unit && found.length === 1) {
      return { unit, how: "address", sure: true, reason: `alamat ${address} ada di OPD-Desa` };
    }
  }
  return undefined;
}

function byDomain(
  units: readonly Unit[],
  senders: readonly { address: string }[],
  freeMailDomains: readonly string[],
): UnitMatch | undefined {
  for (const { address } of senders) {
    if (isFreeMail(address, freeMailDomains)) continue;
    const found = unitsOfAddress(units, address);
    const [unit] = found;
    if (unit && found.length === 1) {
      return { unit, how: "domain", sure: true, reason: `domain ${domainOf(address)}` };
    }
  }
  return undefined;
}

function byText(
  units: readonly Unit[],
  senders: readonly { address: string; name: string }[],
  { subject, body, signature }: UnitTexts,
): UnitMatch {
  const names = senders.map(({ name }) => name).join("\n");
  const places: [where: string, look: () => Unit[]][] = [
    ["tanda tangan", () => candidatesIn(units, signature)],
    ["nama pengirim", () => candidatesIn(units, names)],
    [
      "alamat pengirim",
      () => senders.flatMap(({ address }) => candidatesInAddress(units, address)),
    ],
    ["judul", () => candidatesIn(units, subject)],
    ["isi surat", () => candidatesIn(units, body)],
  ];
  for (const [where, look] of places) {
    const found = [...new Set(look())];
    const [unit] = found;
    if (!unit) continue;
    if (found.length === 1) {
      return { unit, how: "text", sure: true, reason: `disebut pada ${where}` };
    }
    const all = found.map(({ name }) => name).join(", ");
    return { unit: null, how: "none", sure: false, reason: `${where} menyebut ${all}` };
  }
  return { unit: null, how: "none", sure: false, reason: "unit tidak disebut" };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
