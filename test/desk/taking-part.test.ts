import { describe, expect, test } from "vitest";

import { DeskLife } from "./support/desk-life.ts";
import { aMail, REPORTER } from "./support/messages.ts";
import { BUDI, SECTION_HEAD } from "./support/office.ts";

type Mail = Parameters<typeof aMail>[2];

function say(life: DeskLife, text: string, changes: Mail = {}): string | null {
  return life.mail((uid, now) => aMail(uid, now, { text, newText: text, ...changes }));
}

const NUR = "nur@gmail.com";
const STRANGER = "tamu@gmail.com";

function authorsOf(...addresses: string[]): { name: string; address: string }[] {
  return addresses.map((address) => ({ name: "", address }));
}

/** A mail of these that names the number of a ticket in which Nur once wrote with its reporter. */
function naming(...addresses: string[]) {
  const life = new DeskLife("2026-11-24 09.00");
  const number = life.mail(aMail) ?? "";
  life.mail((uid, now) => aMail(uid, now, { authors: authorsOf(REPORTER, NUR) }), number);
  const authors = authorsOf(...addresses);
  const placed = say(life, "Kabarnya?", { from: addresses[0] ?? "", authors, subject: number });
  const joined = life.events.findLast(({ type }) => type === "message-joined");
  return { isJoined: placed === number, joined };
}

describe("in a ticket takes part", () => {
  test.each([
    ["its reporter", [REPORTER], "reporter"],
    ["who wrote beside the reporter", [NUR], "reporter"],
    ["one of them, with somebody else", [STRANGER, NUR], "reporter"],
    ["an officer", [BUDI], "staff"],
    ["a head", [SECTION_HEAD], "head"],
  ])("%s", (_, addresses, role) => {
    const { isJoined, joined } = naming(...addresses);
    expect(isJoined).toBe(true);
    expect(joined).toMatchObject({ role });
  });

  test("nobody else", () => {
    expect(naming(STRANGER).isJoined).toBe(false);
  });

  test("somebody of the unit, though a stranger writes with him", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = say(life, "Radio mati", { from: "umum@dinsos.example" }) ?? "";
    const authors = authorsOf(STRANGER, "baru@dinsos.example");
    expect(say(life, "Masih mati", { from: STRANGER, authors, subject: number })).toBe(number);
    const joined = life.events.findLast(({ type }) => type === "message-joined");
    expect(joined).toMatchObject({ role: "reporter" });
  });
});
