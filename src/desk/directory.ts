import type { Unit } from "./office.ts";
import { candidatesIn, candidatesInAddress, squash, unitNamed } from "./unit-names.ts";

export interface UnitTexts {
  subject: string;
  body: string;
  signature: string;
}

/**
 * The unit behind a message, in the order of trust of DOMAIN 3.3: form field, address, mail domain,
 * then what signature, name, the address's own name, subject and body say. Never a guess between
 * two: undefined leaves it open, and it is asked for.
 */
export function findUnit(
  units: readonly Unit[],
  senders: readonly { address: string; name: string }[],
  texts: UnitTexts,
  formUnit = "",
  freeMailDomains: readonly string[] = [],
): Unit | undefined {
  return (
    byForm(units, formUnit) ??
    byAddress(units, senders) ??
    byDomain(units, senders, freeMailDomains) ??
    byText(units, senders, texts)
  );
}

/** The unit that an address proves: listed itself, or of a domain that is one unit's alone. */
export function certainUnit(
  address: string,
  units: readonly Unit[],
  freeMailDomains: readonly string[],
): Unit | undefined {
  const sender = [{ address }];
  return byAddress(units, sender) ?? byDomain(units, sender, freeMailDomains);
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

function byForm(units: readonly Unit[], formUnit: string): Unit | undefined {
  return onlyOne(unitNamed(units, formUnit)) ?? onlyOne(candidatesIn(units, formUnit));
}

function byAddress(
  units: readonly Unit[],
  senders: readonly { address: string }[],
): Unit | undefined {
  const { exact } = addressesOf(units);
  return firstOf(senders, ({ address }) => exact.get(address.toLowerCase()) ?? []);
}

function byDomain(
  units: readonly Unit[],
  senders: readonly { address: string }[],
  freeMailDomains: readonly string[],
): Unit | undefined {
  const own = senders.filter(({ address }) => !isFreeMail(address, freeMailDomains));
  return firstOf(own, ({ address }) => unitsOfAddress(units, address));
}

function firstOf<T>(senders: readonly T[], look: (sender: T) => Unit[]): Unit | undefined {
  for (const sender of senders) {
    const unit = onlyOne(look(sender));
    if (unit) return unit;
  }
  return undefined;
}

/** The first place that names a unit decides, even when it names several. */
function byText(
  units: readonly Unit[],
  senders: readonly { address: string; name: string }[],
  { subject, body, signature }: UnitTexts,
): Unit | undefined {
  const places: (() => Unit[])[] = [
    () => candidatesIn(units, signature),
    () => senders.flatMap(({ name }) => candidatesIn(units, name)),
    () => senders.flatMap(({ address }) => candidatesInAddress(units, address)),
    () => candidatesIn(units, subject),
    () => candidatesIn(units, body),
  ];
  for (const look of places) {
    const found = new Set(look());
    if (found.size > 0) return onlyOne([...found]);
  }
  return undefined;
}

function onlyOne(found: readonly Unit[]): Unit | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** What stands behind the `@`, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
