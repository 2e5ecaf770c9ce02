import { unitsOfAddress } from "./directory.ts";
import type { World } from "./draft.ts";
import type { Message } from "./message.ts";
import { HOUR, type Instant } from "./time.ts";

/** One acknowledgement that was planned within the last hour; plain JSON, kept in the journal. */
export interface Answered {
  address: string;
  at: Instant;
}

/** Part of every sentence about a limit, so that the operator can be told of it. */
export const LIMIT_REACHED = "batas tanda terima per jam";

/**
 * Another ticket system that answers our answer, with a number of its own and no sign that a machine
 * writes: who was acknowledged lately and sends a receipt gets no second letter (B109).
 */
export function answersBack(
  { authors, verdict }: Message,
  answered: readonly Answered[],
  { office, now }: World,
): boolean {
  if (verdict.receipt !== true) return false;
  const { freeMailDomains } = office.policy;
  const lately = answered.filter(({ at }) => now - at < HOUR).map(({ address }) => address);
  return authors.some(({ address }) => {
    if (lately.includes(address)) return true;
    const domain = domainOf(address);
    return !freeMailDomains.includes(domain) && lately.some((each) => domainOf(each) === domain);
  });
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/**
 * Why an acknowledgement is withheld, or undefined: so many an hour to an address in the
 * directory, to any other, and to a domain outside it that is no free mail (DESIGN 7).
 */
export function withheld(
  address: string,
  answered: readonly Answered[],
  { office, now }: World,
): string | undefined {
  const { acknowledgementLimits: limits, freeMailDomains } = office.policy;
  const domain = domainOf(address);
  const known = unitsOfAddress(office.units, address).length > 0;
  let [toAddress, toDomain] = [0, 0];
  for (const { address: other, at } of answered) {
    if (now - at >= HOUR || !other.endsWith(domain)) continue;
    if (other === address) toAddress += 1;
    if (domainOf(other) === domain) toDomain += 1;
  }
  if (toAddress >= (known ? limits.known : limits.unknown)) {
    return `${LIMIT_REACHED} untuk alamat ini tercapai`;
  }
  if (known || freeMailDomains.includes(domain)) return undefined;
  return toDomain >= limits.domain ? `${LIMIT_REACHED} untuk domain ini tercapai` : undefined;
}
