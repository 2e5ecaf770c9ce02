import { describe, expect, test } from "vitest";

import { answersBack, withheld } from "../../src/desk/quota.ts";
import { wib } from "./clock-builders.ts";
import { aMail, REPORTER } from "./support/messages.ts";
import { anOffice, aPolicy, worldAt } from "./support/office.ts";

const NOW = wib("2026-11-24 09.00");
const WORLD = worldAt(NOW, anOffice());

function answered(...addresses: string[]) {
  return addresses.map((address) => ({ address, at: NOW }));
}

function times(count: number, address: string): string[] {
  return Array.from({ length: count }, () => address);
}

const THIS_ADDRESS = "batas tanda terima per jam untuk alamat ini tercapai";
const THIS_DOMAIN = "batas tanda terima per jam untuk domain ini tercapai";

describe("within an hour one more acknowledgement goes to", () => {
  test.each([
    ["an address in OPD-Desa after nine", REPORTER, times(9, REPORTER), undefined],
    ["nobody there after ten", REPORTER, times(10, REPORTER), THIS_ADDRESS],
    ["any other address after one", "a@isp.example", ["a@isp.example"], undefined],
    ["nobody there after two", "a@isp.example", times(2, "a@isp.example"), THIS_ADDRESS],
    [
      "a new address of a domain after five",
      "f@isp.example",
      ["a", "b", "c", "d", "e"].map((name) => `${name}@isp.example`),
      undefined,
    ],
    [
      "no new address of it after six",
      "g@isp.example",
      ["a", "b", "c", "d", "e", "f"].map((name) => `${name}@isp.example`),
      THIS_DOMAIN,
    ],
    [
      "a domain that only ends like a busy one",
      "g@isp.example",
      times(6, "a@other-isp.example"),
      undefined,
    ],
    [
      "a directory's domain, however many write from it",
      "staf@dinsos.example",
      ["a", "b", "c", "d", "e", "f", "g"].map((name) => `${name}@dinsos.example`),
      undefined,
    ],
    [
      "free mail, which is many people",
      "warga@gmail.com",
      ["a", "b", "c", "d", "e", "f", "g"].map((name) => `${name}@gmail.com`),
      undefined,
    ],
    ["what has no address at all", "", times(9, "a@isp.example"), undefined],
  ])("%s", (_, address, earlier, reason) => {
    expect(withheld(address, answered(...earlier), WORLD)).toBe(reason);
  });
});

test("a limit of none is not the reason where there is no address to write to", () => {
  const acknowledgementLimits = { known: 0, unknown: 0, domain: 0 };
  const world = worldAt(NOW, anOffice({ policy: aPolicy({ acknowledgementLimits }) }));
  expect(withheld("", [], world)).toBeUndefined();
  expect(withheld("a@isp.example", [], world)).toBe(THIS_ADDRESS);
});

describe("a receipt of another ticket system is not answered", () => {
  const receipt = { receipt: true };
  test.each([
    ["when its address was just acknowledged", "tiket@isp.example", "tiket@isp.example", true],
    ["when its domain was", "noc@isp.example", "tiket@isp.example", true],
    ["but is when nobody there was", "tiket@isp.example", "tiket@lain.example", false],
    ["but is when a longer domain was", "tiket@isp.example", "tiket@my-isp.example", false],
    ["also from free mail, when the same person was", "a@gmail.com", "a@gmail.com", true],
    ["but is when another of that free mail was", "a@gmail.com", "aa@gmail.com", false],
  ])("%s", (_, from, earlier, expected) => {
    const mail = aMail(1, NOW, { from, verdict: receipt });
    expect(answersBack(mail, answered("lain@desa.example", earlier), WORLD)).toBe(expected);
  });

  test("a letter that is no receipt is, whoever was acknowledged", () => {
    const mail = aMail(1, NOW, { from: "a@isp.example" });
    expect(answersBack(mail, answered("a@isp.example"), WORLD)).toBe(false);
  });

  test("one of several authors is enough", () => {
    const authors = ["noc@lain.example", "tiket@isp.example"].map((address) => ({
      name: "",
      address,
    }));
    const mail = aMail(1, NOW, { authors, verdict: receipt });
    expect(answersBack(mail, answered("tiket@isp.example"), WORLD)).toBe(true);
  });
});
