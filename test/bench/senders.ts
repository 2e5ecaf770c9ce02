import type { Unit } from "../../src/desk/office.ts";

/** Each sender is a unit of its own, so that no limit on acknowledgements holds one back. */
export function senderAddress(sender: number): string {
  return `operator@unit${sender}.example`;
}

export function unitOf(sender: number): Unit {
  return {
    name: `Kecamatan Contoh ${sender}`,
    shortName: `Kec. ${sender}`,
    kind: "Kecamatan",
    subDistrict: "",
    addresses: [senderAddress(sender)],
  };
}
