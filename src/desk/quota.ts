import { domainOf, isFreeMail, unitsOfAddress } from "./directory.ts";
import type { World } from "./draft.ts";
import type { Message } from "./message.ts";
import type { Instant } from "./time.ts";

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
  { office }: World,
): boolean {
  if (verdict.receipt !== true) return false;
  const { freeMailDomains } = office.policy;
  return authors.some(({ address }) => {
    const isShared = isFreeMail(address, freeMailDomains);
    const domain = `@${domainOf(address)}`;
    return answered.some(
      ({ address: other }) => other === address || (!isShared && other.endsWith(domain)),
    );
  });
}

/**
 * Why an acknowledgement is withheld, or undefined: so many an hour to an address in the
 * directory, to any other, and to a domain outside it that is no free mail (DESIGN 7).
 */
export function withheld(
  address: string,
  answered: readonly Answered[],
  { office }: World,
): string | undefined {
  if (address === "") return undefined;
  const { acknowledgementLimits: limits, freeMailDomains } = office.policy;
  const known = unitsOfAddress(office.units, address).length > 0;
  const toAddress = answered.filter((each) => each.address === address).length;
  if (toAddress >= (known ? limits.known : limits.unknown)) {
    return `${LIMIT_REACHED} untuk alamat ini tercapai`;
  }
  if (known || isFreeMail(address, freeMailDomains)) return undefined;
  const domain = `@${domainOf(address)}`;
  const toDomain = answered.filter((each) => each.address.endsWith(domain)).length;
  return toDomain >= limits.domain ? `${LIMIT_REACHED} untuk domain ini tercapai` : undefined;
}
