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
  return units.filter((unit) => unit.addresses.some((entry) => covers(entry, address)));
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
    const found = units.filter((unit) => unit.addresses.includes(address.toLowerCase()));
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

function covers(entry: string, address: string): boolean {
  const wanted = entry.toLowerCase();
  if (wanted.includes("@") && !wanted.startsWith("@")) return wanted === address.toLowerCase();
  const domain = domainOf(address);
  if (wanted.startsWith("*.")) return domain.endsWith(wanted.slice(1));
  return squash(wanted) !== "" && domain === wanted.replace(/^@/, "");
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
