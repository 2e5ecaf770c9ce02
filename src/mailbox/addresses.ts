import type { AddressObject, EmailAddress, Headers } from "mailparser";

import type { Address } from "../desk/message.ts";
import { cleanLine } from "../desk/plain-text.ts";

/** More recipients than this are no help to anyone. */
export const MAX_PEOPLE = 100;

export interface Correspondents {
  from: Address | null;
  replyTo: Address | null;
  authors: Address[];
  to: Address[];
  cc: Address[];
  /** There are more recipients than these. */
  crowded: boolean;
}

/** Who wrote, who is to be answered, who takes part (DESIGN 13 "Mail"). */
export function correspondents(
  headers: Headers,
  ourAddresses: ReadonlySet<string>,
): Correspondents {
  const from = people(headers, "from");
  const sender = people(headers, "sender");
  const replyTo = people(headers, "reply-to");
  const writer = chooseWriter(from, sender) ?? sender[0] ?? replyTo[0] ?? null;
  const to = people(headers, "to");
  const cc = people(headers, "cc");
  const theirs = replyTo.find((person) => !ourAddresses.has(person.address));
  return {
    from: writer,
    replyTo: theirs ?? writer,
    authors: unique([...from, ...sender, ...replyTo]).slice(0, MAX_PEOPLE),
    to: to.slice(0, MAX_PEOPLE),
    cc: cc.slice(0, MAX_PEOPLE),
    crowded: [to, cc].some(({ length }) => length > MAX_PEOPLE),
  };
}

/** Several writers, or a group: the one who sent it, else the first. */
function chooseWriter(from: Address[], sender: Address[]): Address | undefined {
  if (from.length < 2) return from[0];
  const [sent] = sender;
  return from.find((person) => person.address === sent?.address) ?? from[0];
}

function people(headers: Headers, key: string): Address[] {
  const value = headers.get(key);
  if (value === undefined) return [];
  const lists = (Array.isArray(value) ? value : [value]).filter(isAddressObject);
  return unique(lists.flatMap((list) => list.value.flatMap(members)).map(toAddress));
}

function isAddressObject(value: unknown): value is AddressObject {
  return (
    typeof value === "object" && value !== null && "value" in value && Array.isArray(value.value)
  );
}

function members(entry: EmailAddress): EmailAddress[] {
  return entry.group ?? [entry];
}

function toAddress({ name, address = "" }: EmailAddress): Address {
  return { name: cleanLine(name, 120), address: validAddress(address) };
}

/** In lower case, or `""` when no letter could go there. */
export function validAddress(address: string): string {
  const trimmed = address.trim().toLowerCase();
  return trimmed.length <= 254 && ADDRESS.test(trimmed) ? trimmed : "";
}

const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

/** Each once; one more than are kept, so that it shows that there are more. */
function unique(addresses: Address[]): Address[] {
  const seen = new Map<string, Address>();
  for (const person of addresses) {
    if (person.address !== "" && !seen.has(person.address)) seen.set(person.address, person);
    if (seen.size > MAX_PEOPLE) break;
  }
  return [...seen.values()];
}
