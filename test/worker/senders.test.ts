import { expect, test } from "vitest";

import type { Unit } from "../../src/desk/office.ts";
import { aMailDesk, written } from "./support/mail-desk.ts";

const DINAS: Unit = {
  name: "Dinas Tenaga Kerja",
  shortName: "",
  kind: "OPD",
  subDistrict: "",
  addresses: ["kuduskab.example"],
};

test.each([
  [
    "a comment glued into the domain",
    "staf@kuduskab.example(x)jahat.example",
    "Dinas Tenaga Kerja",
  ],
  ["a soft hyphen in the domain", "staf@kudus\u00ADkab.example", ""],
  ["capitals", "staf@KUDUSKAB.EXAMPLE", "Dinas Tenaga Kerja"],
  ["an address as name", '"staf@kuduskab.example" <x@jahat.example>', ""],
  ["a domain below it", "staf@sub.kuduskab.example", ""],
  ["a domain that ends alike", "staf@evilkuduskab.example", ""],
])("a sender with %s proves no unit that is not his (B038)", async (_, from, unit) => {
  const desk = await aMailDesk(undefined, { units: [DINAS] });
  await desk.arrive(written(from, "Internet mati", "Mohon dicek."));
  const ticket = await desk.ticket("JKD-2026-0001");
  const to = desk.taken.map(({ to: { address } }) => address);
  expect(ticket.fields.unit).toBe(unit);
  // A comment is no part of an address; what cannot be an address is none.
  expect(["", "staf@kuduskab.example", "x@jahat.example", from]).toContain(ticket.fields.email);
  for (const address of to) expect(address).not.toMatch(/examplejahat|\u00AD/);
});
