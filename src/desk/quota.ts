import { unitsOfAddress } from "./directory.ts";
import type { World } from "./draft.ts";
import { HOUR, type Instant } from "./time.ts";

/** One acknowledgement that was planned within the last hour; plain JSON, kept in the journal. */
export interface Answered {
  address: string;
  at: Instant;
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
  const lately = answered.filter(({ at }) => now - at < HOUR);
  const domain = address.split("@")[1] ?? "";
  const known = unitsOfAddress(office.units, address).length > 0;
  const toAddress = lately.filter((each) => each.address === address).length;
  if (toAddress >= (known ? limits.known : limits.unknown)) {
    return "batas tanda terima per jam untuk alamat ini tercapai";
  }
  if (known || freeMailDomains.includes(domain)) return undefined;
  const toDomain = lately.filter((each) => each.address.endsWith(`@${domain}`)).length;
  return toDomain >= limits.domain
    ? "batas tanda terima per jam untuk domain ini tercapai"
    : undefined;
}
